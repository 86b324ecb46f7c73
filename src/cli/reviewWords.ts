import type { CorrespondenceDegree, CorrespondenceKind, ReviewVerdict } from '../domain/vocabulary.ts'
import type { Evaluation } from '../service/reviewEvaluation.ts'

/** A clause as a list of links names it. */
export interface NamedClause {
  readonly id: string
  /** How to cite it. */
  readonly reference: string
  readonly title: string | null
}
/** A link as read from its lower clause. */
export interface LinkToReview {
  readonly id: string
  readonly clause: NamedClause
  readonly other: NamedClause
  readonly kind: CorrespondenceKind
  readonly degree: CorrespondenceDegree
  readonly score: number
  readonly certainty: number
  /** Reasons, strongest first. */
  readonly evidence: readonly string[]
}
export interface ReviewQueue {
  /** Links that nobody has reviewed. */
  readonly total: number
  readonly links: readonly LinkToReview[]
}
/** Something that a person found of two clauses. */
export interface FoundReview {
  readonly clauses: readonly [string, string]
  readonly verdict: ReviewVerdict
  readonly note: string | null
  readonly by: string | null
  readonly at: string
}
export interface ReviewCommandWords {
  readonly clause: string
  readonly other: string
  readonly verdict: ReviewVerdict
  readonly note: string | null
  readonly by: string | null
}
/** Labels in a file, or what was found by reviews. */
export interface EvaluateWords {
  readonly labels: string | null
}
export type { Evaluation }

/** What the commands `review` and `evaluate` need of the program. */
export interface ReviewRuntime {
  /** The least certain links first. */
  reviewQueue(first: number): Promise<ReviewQueue>
  /** What was found so far, by clause ids. */
  reviews(): Promise<readonly FoundReview[]>
  review(words: ReviewCommandWords): Promise<FoundReview>
  withdrawReview(clause: string, other: string): Promise<void>
  evaluate(words: EvaluateWords): Promise<Evaluation>
}
