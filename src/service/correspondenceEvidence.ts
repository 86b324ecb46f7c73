import type { ClauseNode } from '../domain/nodes.ts'
import type { TextRange } from '../domain/span.ts'
import type { EvidenceSignal } from '../domain/vocabulary.ts'
import type { Correspondence } from './correspondences.ts'
import type { Scope } from './scope.ts'

/** A range of the normalised text; the place in the source where it can be told exactly. */
export interface PlacedRange extends TextRange {
  readonly source: TextRange | null
}
export interface EvidenceSide {
  readonly documentId: string
  readonly span: PlacedRange
}
/** One reason for a link, read from one of its clauses. */
export interface OrientedEvidence {
  readonly reason: string
  readonly signal: EvidenceSignal
  readonly weight: number
  readonly span: EvidenceSide | null
  readonly otherSpan: EvidenceSide | null
}

/** The reasons for a link, strongest first, with the words on either side. */
export function evidenceOf(scope: Scope, link: Correspondence): Promise<readonly OrientedEvidence[]> {
  const { edge, side, clause, other } = link
  return Promise.all(
    edge.evidence.map(async ({ reason, signal, weight, ranges }) => ({
      reason,
      signal,
      weight,
      span: await place(scope, clause, ranges[side]),
      otherSpan: await place(scope, other, ranges[1 - side] ?? null),
    })),
  )
}

async function place(
  scope: Scope,
  clause: ClauseNode,
  range: TextRange | null,
): Promise<EvidenceSide | null> {
  if (range === null) return null
  const body = await scope.read.body(clause.documentId)
  const source = body === null ? null : locateInSource(clause, body, range)
  return { documentId: clause.documentId, span: { start: range.start, end: range.end, source } }
}

/**
 * The same words in the file as read, found by the clause's own span: exact where the clause was read without any change
 * or where the words stand in its source once; null elsewhere, since the edits of a reading are not stored.
 */
export function locateInSource(
  { span }: Pick<ClauseNode, 'span'>,
  { text, sourceText }: { readonly text: string; readonly sourceText: string },
  range: TextRange,
): TextRange | null {
  if (range.start < span.start || range.end > span.end) return null
  const source = sourceText.slice(span.source.start, span.source.end)
  const words = text.slice(range.start, range.end)
  if (source === text.slice(span.start, span.end)) return shift(range, span.source.start - span.start)
  const at = source.indexOf(words)
  if (at < 0 || source.indexOf(words, at + 1) >= 0) return null
  const start = span.source.start + at
  return { start, end: start + words.length }
}

function shift({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by }
}
