import DataLoader from 'dataloader'
import { readFeatures } from '../correspondence/features.ts'
import { type DocumentComparison, scorePairs } from '../correspondence/score.ts'
import type { CorrespondenceReview } from '../domain/correspondence.ts'
import type { DocumentNode } from '../domain/nodes.ts'
import { type Correspondence, orient } from './correspondences.ts'
import { areChained } from './documentKinship.ts'
import { readAll } from './page.ts'
import type { Scope } from './scope.ts'

/** Documents compared at once: what is read of each (vectors of all its windows) is some hundred kilobytes. */
const AT_ONCE = 10

/**
 * Looks up, for a clause of the upper document, the clause of a lower document that scores best, linked or not. Two
 * documents are compared once, when a gap between them is asked about.
 */
export function openNearest(
  scope: Scope,
  upper: DocumentNode,
): (clauseId: string, lowerId: string) => Promise<Correspondence | null> {
  const comparisons = new DataLoader<string, DocumentComparison | null>(
    (lowerIds) => compareAll(scope, upper, lowerIds),
    { maxBatchSize: AT_ONCE },
  )
  const rejected = new DataLoader<string, ReadonlyMap<string, CorrespondenceReview>>((lowerIds) =>
    readRejected(scope, upper.id, lowerIds),
  )
  return async (clauseId, lowerId) => {
    const [comparison, reviews] = await Promise.all([comparisons.load(lowerId), rejected.load(lowerId)])
    const best = comparison?.pairs.find((pair) => pair.clauseIds[0] === clauseId)
    const edge = best === undefined ? null : (comparison?.edgeOf(...best.clauseIds) ?? null)
    return edge === null ? null : orient(scope, { edge, review: reviews.get(edge.id) ?? null }, clauseId)
  }
}

async function compareAll(
  scope: Scope,
  upper: DocumentNode,
  lowerIds: readonly string[],
): Promise<(DocumentComparison | null)[]> {
  const [features, lower] = await Promise.all([
    readFeatures(scope.store, [upper.id, ...lowerIds]),
    Promise.all(lowerIds.map((id) => scope.read.get('DOCUMENT', id))),
  ])
  return Promise.all(
    lower.map(async (document) => {
      const [one, other] = [features.get(upper.id), features.get(document.id)]
      if (one === undefined || other === undefined) return null
      return scorePairs(one, other, await areChained(scope, document, upper))
    }),
  )
}

/** What a person rejected between the upper document and each lower one, by the id of the link. */
async function readRejected(
  scope: Scope,
  upperId: string,
  lowerIds: readonly string[],
): Promise<ReadonlyMap<string, CorrespondenceReview>[]> {
  const found = await readAll((page) =>
    scope.store.correspondences(
      { documentIds: [upperId], otherDocumentIds: lowerIds, review: 'REJECTED' },
      'BEST',
      page,
    ),
  )
  const reviews = new Map(found.flatMap(({ edge, review }) => (review === null ? [] : [[edge.id, review]])))
  return lowerIds.map(() => reviews)
}
