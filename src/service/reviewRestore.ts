import type { GraphStore } from '../../graph/port/graphStore.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { readAll } from './page.ts'
import { scoreClauses } from './review.ts'
import type { Scope } from './scope.ts'

/**
 * Gives each confirmed pair of clauses its link again where the linker, when it computed the links of a document anew,
 * did not find it; the number of links restored. Pairs of which a clause is gone, or has no vectors yet, are left.
 */
export async function restoreConfirmed(scope: Scope): Promise<number> {
  const { store, read } = scope
  const reviews = await readAll((page) => store.reviews(page))
  const confirmed = reviews.filter(({ verdict }) => verdict === 'CONFIRMED')
  let restored = 0
  for (const { clauseIds } of confirmed) {
    if (await isLinked(store, clauseIds)) continue
    const [clause, other] = await read.list('CLAUSE', clauseIds)
    if (clause === undefined || other === undefined) continue
    const edge = await scoreClauses(scope, clause, other).catch(ignoreMissingVectors)
    if (edge === null) continue
    await store.putCorrespondence(edge)
    restored += 1
  }
  return restored
}

function ignoreMissingVectors(error: unknown): null {
  if (error instanceof ZhengmaiError && error.code === 'SEMANTIC_UNAVAILABLE') return null
  throw error
}

async function isLinked(store: GraphStore, [first, second]: readonly [string, string]): Promise<boolean> {
  const links = await readAll((page) =>
    store.correspondences({ clauseIds: [first], review: 'CONFIRMED' }, 'BEST', page),
  )
  return links.some(({ edge }) => edge.clauseIds.includes(second))
}
