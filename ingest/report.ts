import type { Notice } from '../src/domain/notice.ts'
import { type ErrorCode, toZhengmaiError } from '../src/errors/error.ts'

/** Places in the file as read, counted from 1; a column counts UTF-16 units. */
export interface FilePosition {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** A notice with its place in the file; `position` is null where it concerns the file as a whole. */
export interface ReportedNotice extends Notice {
  readonly position: FilePosition | null
}

export const OUTCOMES = ['created', 'replaced', 'unchanged', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface FileCounts {
  readonly sections: number
  readonly clauses: number
  readonly responsibilities: number
  readonly citations: number
  readonly targets: number
  readonly productTypes: number
  readonly ledgerRows: number
  /** Clauses that have vectors. */
  readonly embedded: number
}

export const NO_COUNTS: FileCounts = {
  sections: 0,
  clauses: 0,
  responsibilities: 0,
  citations: 0,
  targets: 0,
  productTypes: 0,
  ledgerRows: 0,
  embedded: 0,
}

/** What became of one file that was to be ingested. */
export interface FileReport {
  readonly name: string
  readonly outcome: Outcome
  readonly documentId: string | null
  readonly title: string | null
  readonly number: string | null
  readonly counts: FileCounts
  readonly notices: readonly ReportedNotice[]
  /** What of the file was not recorded, each with its reason, in Chinese. */
  readonly leftOut: readonly string[]
  readonly error: { readonly code: ErrorCode; readonly message: string } | null
  readonly ms: number
}

/** A file that was met in a folder or by a pattern but not taken. */
export interface LeftOutPath {
  readonly path: string
  /** In Chinese. */
  readonly reason: string
}

/** The notices with their places in the file, whose text as decoded is `sourceText`. */
export function positionNotices(notices: readonly Notice[], sourceText: string): ReportedNotice[] {
  const starts = lineStarts(sourceText)
  return notices.map((notice) => {
    if (notice.span === null) return { ...notice, position: null }
    const [start, end] = [locate(starts, notice.span.source.start), locate(starts, notice.span.source.end)]
    return { ...notice, position: { ...start, endLine: end.line, endColumn: end.column } }
  })
}

/** The report of a file that could not be ingested. */
export function failedReport(name: string, error: unknown, ms: number): FileReport {
  const { code, message } = toZhengmaiError(error)
  return {
    name,
    outcome: 'failed',
    documentId: null,
    title: null,
    number: null,
    counts: NO_COUNTS,
    notices: [],
    leftOut: [],
    error: { code, message },
    ms,
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  return starts
}

/** Line and column of an offset, by binary search over the offsets at which lines start. */
function locate(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - starts[low]! + 1 }
}
