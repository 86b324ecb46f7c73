import type { TextRange } from './span.ts'
import type { CorrespondenceDegree, EvidenceSignal, ReviewVerdict } from './vocabulary.ts'

/** Two things in a fixed order: that of their ids. */
export type Pair<T> = readonly [first: T, second: T]

/** One reason for a link, in words that a reader can check. */
export interface Evidence {
  readonly signal: EvidenceSignal
  readonly reason: string
  /** Share of the score that it accounts for, 0 to 1. */
  readonly weight: number
  /** Where it stands in the normalised text of each clause's document; null where a signal has no place. */
  readonly ranges: Pair<TextRange | null>
}

/**
 * A computed link between two clauses of different documents. It is stored once, its sides in the order of the clause
 * ids (`pairOf`); kind, lag and the comparison of targets follow from the documents and are worked out when it is read.
 */
export interface CorrespondenceEdge {
  /** `correspondence/<first clause>~<second clause>`. */
  readonly id: string
  readonly clauseIds: Pair<string>
  readonly documentIds: Pair<string>
  readonly degree: CorrespondenceDegree
  /** 0 to 1, see `docs/correspondence.md`. */
  readonly score: number
  /** How sure the degree is, 0 (on the border) to 1; the review queue begins with the least. */
  readonly certainty: number
  /** Share of each clause's wording that stands in the other one too, 0 to 1. */
  readonly sharedWording: Pair<number>
  /** Strongest first. */
  readonly evidence: readonly Evidence[]
}

/** What a person found of a link. Kept when its documents are read again and when links are computed anew. */
export interface CorrespondenceReview {
  readonly clauseIds: Pair<string>
  readonly verdict: ReviewVerdict
  readonly note: string | null
  readonly by: string | null
  /** ISO-8601 date and time (UTC). */
  readonly at: string
}

export interface ReviewedCorrespondence {
  readonly edge: CorrespondenceEdge
  readonly review: CorrespondenceReview | null
}

/** Two clause ids in their fixed order (of UTF-16 code units). */
export function pairOf(one: string, other: string): Pair<string> {
  return one < other ? [one, other] : [other, one]
}

export function correspondenceId([first, second]: Pair<string>): string {
  return `correspondence/${first}~${second}`
}
