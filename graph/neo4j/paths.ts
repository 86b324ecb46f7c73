import { ZhengmaiError } from '../../src/errors/error.ts'
import type { EdgeFilter } from '../port/graphStore.ts'
import { edgeWhere, GRAPH_NODES, typePattern } from './edges.ts'
import { resolveId } from './readNodes.ts'
import type { Transaction } from './transaction.ts'

interface PathOptions {
  readonly maxLength: number
  readonly limit: number
  readonly filter: EdgeFilter
}

/** The longest connection that is looked for: the server takes the bound only as part of the query. */
const LONGEST = 100

/** The shortest connections of two nodes in the order of their ids, found by the server's own two-sided search. */
export async function readShortestPaths(
  transaction: Transaction,
  fromId: string,
  toId: string,
  { maxLength, limit, filter }: PathOptions,
): Promise<string[][]> {
  if (!Number.isInteger(maxLength)) throw new ZhengmaiError('BAD_INPUT', `路径长度须为整数：${maxLength}`)
  if (limit <= 0 || maxLength < 0) return []
  const from = await resolveId(transaction, fromId)
  const to = await resolveId(transaction, toId)
  const ends = await transaction.run(`${GRAPH_NODES} RETURN DISTINCT node.id AS id`, { ids: [from, to] })
  if (ends.length < (from === to ? 1 : 2)) return []
  if (from === to) return [[from]]
  const types = typePattern(filter)
  if (types === null || maxLength === 0) return []
  const { where, parameters } = edgeWhere(filter)
  const rows = await transaction.run(
    `${GRAPH_NODES} WITH collect(node) AS ends
     WITH head([each IN ends WHERE each.id = $from]) AS a, head([each IN ends WHERE each.id = $to]) AS b
     MATCH path = allShortestPaths((a)-[:${types}*1..${Math.min(maxLength, LONGEST)}]-(b))
     WHERE all(r IN relationships(path) WHERE ${where})
     WITH DISTINCT [node IN nodes(path) | node.id] AS ids
     RETURN ids ORDER BY ids LIMIT $limit`,
    { ...parameters, ids: [from, to], from, to, limit: BigInt(limit) },
  )
  return rows.map((row) => row['ids'] as string[])
}
