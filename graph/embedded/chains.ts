import type { ChainStep } from '../../src/domain/graph.ts'
import type { CitationEdge } from '../../src/domain/nodes.ts'
import { type ChainDirection, ChainGrowth } from '../schema/chainGrowth.ts'
import { resolveIds } from './aliases.ts'
import type { Connection } from './connection/connection.ts'
import { fromProps, listParameter } from './rows.ts'

const CHAIN_CITATIONS = `SELECT props FROM citation WHERE +clause_id IS NULL AND +relation IN ('IMPLEMENTS', 'BASED_ON')`
/** Citations by their near end. */
const BY_NEAR_END: Readonly<Record<ChainDirection, string>> = {
  UP: `${CHAIN_CITATIONS} AND document_id IN (SELECT value FROM json_each(?)) ORDER BY position, id`,
  DOWN: `${CHAIN_CITATIONS} AND target_id IN (SELECT value FROM json_each(?)) ORDER BY position, id`,
}

/** Every document above or below each of these, by the id asked for. */
export function readChains(
  connection: Connection,
  documentIds: readonly string[],
  direction: ChainDirection,
): Map<string, readonly ChainStep[]> {
  const growth = new ChainGrowth(resolveIds(connection, documentIds), direction)
  for (let wanted = growth.wanted(); wanted !== null; wanted = growth.wanted()) {
    const rows = wanted.length === 0 ? [] : connection.all(BY_NEAR_END[direction], listParameter(wanted))
    growth.grow(
      wanted,
      rows.map((row) => fromProps<CitationEdge>(row)),
    )
  }
  return growth.chains()
}
