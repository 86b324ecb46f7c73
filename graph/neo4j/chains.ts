import type { ChainStep } from '../../src/domain/graph.ts'
import type { CitationEdge } from '../../src/domain/nodes.ts'
import { type ChainDirection, ChainGrowth } from '../schema/chainGrowth.ts'
import { runAtOnce } from './columns.ts'
import { ALIASES, resolveBy } from './readNodes.ts'
import type { Row, Transaction } from './transaction.ts'

/** Levels that a query reads beyond those that are wanted: few chains of documents are longer. */
const AHEAD = 3

const ARROWS: Readonly<Record<ChainDirection, readonly [string, string]>> = {
  UP: ['-', '->'],
  DOWN: ['<-', '-'],
}

function citationsNear(direction: ChainDirection): string {
  const [from, to] = ARROWS[direction]
  const cites = (variable: string) => `${from}[${variable}:IMPLEMENTS|BASED_ON`
  return `MATCH (wanted:Document) WHERE wanted.id IN $ids
    MATCH (wanted)${cites('')}*0..${AHEAD}]${to}(near:Document) WITH DISTINCT near
    RETURN near.id AS id,
      COLLECT { MATCH (near)${cites('n')}]${to}(:Document) RETURN n.props ORDER BY n.position, n.id } AS citations`
}

/** The citations at the near ends wanted, and those that the next levels will need. */
async function readAhead(
  transaction: Transaction,
  ids: readonly string[],
  direction: ChainDirection,
): Promise<Map<string, readonly CitationEdge[]>> {
  return toCitations(ids, await transaction.run(citationsNear(direction), { ids }))
}

function toCitations(ids: readonly string[], rows: readonly Row[]): Map<string, readonly CitationEdge[]> {
  const read = new Map<string, readonly CitationEdge[]>(ids.map((id) => [id, []]))
  for (const row of rows) {
    const citations = row['citations'] as readonly string[]
    read.set(
      row['id'] as string,
      citations.map((json) => JSON.parse(json) as CitationEdge),
    )
  }
  return read
}

/** Every document above or below each of these, by the id asked for. */
export async function readChains(
  transaction: Transaction,
  documentIds: readonly string[],
  direction: ChainDirection,
): Promise<Map<string, readonly ChainStep[]>> {
  // hardly any id is a former one: its citations are asked for before that is known
  const [aliases, near] = await runAtOnce(transaction, [ALIASES, citationsNear(direction)], {
    ids: documentIds,
  })
  const resolved = resolveBy(aliases!, documentIds)
  const read = toCitations(documentIds, near!)
  const growth = new ChainGrowth(resolved, direction)
  for (let wanted = growth.wanted(); wanted !== null; wanted = growth.wanted()) {
    const unread = wanted.filter((id) => !read.has(id))
    if (unread.length > 0) {
      for (const [id, citations] of await readAhead(transaction, unread, direction)) read.set(id, citations)
    }
    growth.grow(
      wanted,
      wanted.flatMap((id) => read.get(id) ?? []),
    )
  }
  return growth.chains()
}
