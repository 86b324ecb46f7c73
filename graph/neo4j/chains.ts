import type { ChainStep } from '../../src/domain/graph.ts'
import type { CitationEdge } from '../../src/domain/nodes.ts'
import { type ChainDirection, ChainGrowth } from '../schema/chainGrowth.ts'
import { fromProps } from './paging.ts'
import { resolveIds } from './readNodes.ts'
import type { Transaction } from './transaction.ts'

/** Citations by their near end. */
const BY_NEAR_END: Readonly<Record<ChainDirection, string>> = {
  UP: 'MATCH (near:Document)-[n:IMPLEMENTS|BASED_ON]->(:Document)',
  DOWN: 'MATCH (near:Document)<-[n:IMPLEMENTS|BASED_ON]-(:Document)',
}

/** Every document above or below each of these, by the id asked for: one query a level. */
export async function readChains(
  transaction: Transaction,
  documentIds: readonly string[],
  direction: ChainDirection,
): Promise<Map<string, readonly ChainStep[]>> {
  const query = `${BY_NEAR_END[direction]} WHERE near.id IN $ids RETURN n.props AS props ORDER BY n.position, n.id`
  const growth = new ChainGrowth(await resolveIds(transaction, documentIds), direction)
  for (let wanted = growth.wanted(); wanted !== null; wanted = growth.wanted()) {
    const rows = wanted.length === 0 ? [] : await transaction.run(query, { ids: wanted })
    growth.grow(
      wanted,
      rows.map((row) => fromProps<CitationEdge>(row)),
    )
  }
  return growth.chains()
}
