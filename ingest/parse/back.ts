import type { TextRange } from '../../src/domain/span.ts'
import type { OutlineAnnex } from '../values.ts'
import type { Line } from './lines.ts'

/** 发文机关署名 and 成文日期. */
export interface SignatureBlock {
  readonly signatories: readonly TextRange[]
  readonly signedOn: TextRange
  /** Index of the first line of the block, and of the first line after it. */
  readonly first: number
  readonly next: number
}

/** Longest line of a signature block; the longest names of bodies have about 40 characters. */
const MAX_SIGNATORY = 45

/** The first signature block at or after line `from`: short lines without punctuation, then a date. */
export function findSignature(lines: readonly Line[], from: number): SignatureBlock | null {
  for (let at = from; at < lines.length; at++) {
    if (lines[at]?.form !== 'date') continue
    let first = at
    while (first > from && isSignatory(lines[first - 1])) first--
    const signatories = joinBrokenNames(lines.slice(first, at))
    return { signatories, signedOn: lines[at] as Line, first, next: at + 1 }
  }
  return null
}

function isSignatory(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    (line.form === 'agency' || line.form === 'heading') &&
    line.text.length <= MAX_SIGNATORY
  )
}

/** A name that is broken over two lines ends in the middle of a word: only its last line ends like a body's name. */
function joinBrokenNames(lines: readonly Line[]): TextRange[] {
  const names: TextRange[] = []
  let start: number | null = null
  for (const line of lines) {
    start ??= line.start
    if (line.form !== 'agency') continue
    names.push({ start, end: line.end })
    start = null
  }
  return names
}

/** 附注 and 版记 of the lines from `from` on. */
export function readBackMatter(lines: readonly Line[], from: number) {
  const annotations: TextRange[] = []
  const copiedTo: TextRange[] = []
  let imprint: TextRange | null = null
  let copying = false
  for (const line of lines.slice(from)) {
    if (line.form === 'imprint') imprint ??= line
    else if (line.form === 'copied') copiedTo.push(line)
    else if (line.form === 'annotation') annotations.push(line)
    // 抄送 runs on over line ends until the imprint.
    else if (copying && (line.form === 'paragraph' || line.form === 'heading' || line.form === 'agency'))
      copiedTo.push(line)
    copying = line.form === 'copied' || (copying && line.form !== 'imprint')
  }
  return { annotations, copiedTo, imprint }
}

/** The annexes that begin at or after line `from`. A broken heading 附件：… over two lines is one annex. */
export function readAnnexes(lines: readonly Line[], from: number): OutlineAnnex[] {
  const starts: number[] = []
  for (let at = from; at < lines.length; at++) {
    if (lines[at]?.form === 'annex' && hasContent(lines, at, starts.at(-1))) starts.push(at)
  }
  if (starts.length === 0 && lines.slice(from).some((line) => line.form === 'row')) starts.push(from)
  return starts.map((at, i) => readAnnex(lines.slice(at, starts[i + 1] ?? lines.length)))
}

/** Two annex marks with nothing but headings between them announce one annex (附件说明, then 附件 itself). */
function hasContent(lines: readonly Line[], at: number, previous: number | undefined): boolean {
  if (previous === undefined) return true
  return lines
    .slice(previous + 1, at)
    .some((line) => line.form === 'row' || line.form === 'paragraph' || line.form === 'labelled')
}

function readAnnex(lines: readonly Line[]): OutlineAnnex {
  const first = lines[0] as Line
  const last = lines.at(-1) as Line
  const label =
    /^(?:—|-)?(附[件表录](?:\d{1,2}|[一二三四五六七八九十]{1,2})?)/.exec(first.text)?.[1] ?? '附件'
  const firstContent = lines.findIndex(
    (line) => line.form === 'row' || line.form === 'paragraph' || line.form === 'labelled',
  )
  const head = lines.slice(0, firstContent === -1 ? lines.length : firstContent)
  // The title that stands right above the content is the annex's own; what stands before it repeats or announces it.
  const title = head.filter((line) => line.form === 'heading' || line.form === 'agency').slice(-1)
  return {
    label,
    title,
    range: { start: first.start, end: last.end },
    rows: lines.filter((line) => line.form === 'row'),
  }
}
