/** Factories of stored links and reviews, for the contract suite. */
import {
  type CorrespondenceEdge,
  type CorrespondenceReview,
  correspondenceId,
  pairOf,
} from '../../src/domain/correspondence.ts'

/** The document of a clause id of the test corpora. */
function documentOf(clauseId: string): string {
  return clauseId.split(/\/(?:att_\d+\/)?(?:sec|cl)_/)[0] ?? ''
}

/** A link of two clauses, given in any order; what it says of its sides is in the order of their ids. */
export function correspondence(
  one: string,
  other: string,
  overrides: Partial<CorrespondenceEdge> = {},
): CorrespondenceEdge {
  const clauseIds = pairOf(one, other)
  return {
    id: correspondenceId(clauseIds),
    clauseIds,
    documentIds: [documentOf(clauseIds[0]), documentOf(clauseIds[1])],
    degree: 'SAME_MEASURE',
    score: 0.5,
    certainty: 0.5,
    sharedWording: [0.25, 0.125],
    evidence: [
      { signal: 'MEANING', reason: '意思相近', weight: 0.75, ranges: [{ start: 3, end: 9 }, null] },
      { signal: 'TERMS', reason: '共有词语：中药', weight: 0.25, ranges: [null, null] },
    ],
    ...overrides,
  }
}

/** What a person found of a pair, given in any order. */
export function review(
  one: string,
  other: string,
  overrides: Partial<CorrespondenceReview> = {},
): CorrespondenceReview {
  return {
    clauseIds: pairOf(one, other),
    verdict: 'CONFIRMED',
    note: null,
    by: null,
    at: '2026-01-02T03:04:05.000Z',
    ...overrides,
  }
}
