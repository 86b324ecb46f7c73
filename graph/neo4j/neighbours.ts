import type { Neighbour } from '../port/graphStore.ts'
import { STORE_LABELS } from '../schema/relationships.ts'
import { readEmbeddingKey } from './meta.ts'
import type { Transaction } from './transaction.ts'
import { VECTOR_INDEXES } from './writePassages.ts'

const { PASSAGE, WHOLE } = STORE_LABELS
const [WHOLE_INDEX] = VECTOR_INDEXES

/** Pairs of whole clauses that are all compared. */
const SCANNED_PAIRS = 20_000

const NEAREST_BY_SCAN = `
  MATCH (own:${WHOLE}) WHERE own.clauseId IN $ids AND NOT own.zero
  CALL (own) { MATCH (other:${WHOLE}) WHERE other.documentId <> own.documentId AND NOT other.item AND NOT other.zero
    RETURN other, 2 * vector.similarity.cosine(other.vector, own.vector) - 1 AS cosine
    ORDER BY cosine DESC, other.clauseId LIMIT $limit }
  RETURN own.clauseId AS id, other.clauseId AS clauseId, other.documentId AS documentId, cosine ORDER BY id, cosine DESC, clauseId`

/** The document's own clauses are nearest to one another: the index is asked for as many more. */
function nearestByIndex(dimensions: number): string {
  return `
  MATCH (own:${WHOLE}) WHERE own.clauseId IN $ids AND NOT own.zero
  CALL (own) { MATCH (sibling:${PASSAGE} {documentId: own.documentId}) WHERE sibling.ordinal = 0 RETURN count(sibling) AS siblings }
  CALL db.index.vector.queryNodes('${WHOLE_INDEX.name}_${dimensions}', $read + siblings, own.vector) YIELD node AS other, score
  WITH own, other, score WHERE other.documentId <> own.documentId AND NOT other.item
  WITH own, other, 2 * score - 1 AS cosine ORDER BY cosine DESC, other.clauseId
  WITH own, collect({clauseId: other.clauseId, documentId: other.documentId, cosine: cosine})[..$limit] AS nearest
  UNWIND nearest AS each
  RETURN own.clauseId AS id, each.clauseId AS clauseId, each.documentId AS documentId, each.cosine AS cosine`
}

/** Neighbours read beyond those wanted: items below clauses take places too. */
const SPARE_NEIGHBOURS = 32

/** For each clause that has a vector its nearest clauses of other documents, best first. */
export async function readNearestClauses(
  transaction: Transaction,
  clauseIds: readonly string[],
  limit: number,
): Promise<Map<string, readonly Neighbour[]>> {
  const key = await readEmbeddingKey(transaction)
  if (key === null || clauseIds.length === 0) return new Map()
  const own = await transaction.run(`MATCH (n:${WHOLE}) WHERE n.clauseId IN $ids RETURN n.clauseId AS id`, {
    ids: clauseIds,
  })
  const nearest = new Map<string, Neighbour[]>(own.map((row) => [row['id'] as string, []]))
  if (limit <= 0) return nearest
  const [count] = await transaction.run(`MATCH (n:${WHOLE}) RETURN count(n) AS wholes`)
  const few = Number(count?.['wholes']) * own.length <= SCANNED_PAIRS
  const rows = await transaction.run(few ? NEAREST_BY_SCAN : nearestByIndex(key.dimensions), {
    ids: [...nearest.keys()],
    limit: BigInt(limit),
    read: BigInt(limit + SPARE_NEIGHBOURS),
  })
  for (const row of rows) {
    const { clauseId, documentId, cosine } = row as unknown as Neighbour
    nearest.get(row['id'] as string)?.push({ clauseId, documentId, cosine })
  }
  return nearest
}
