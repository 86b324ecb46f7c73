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
  MATCH (own:${PASSAGE}:${WHOLE}) WHERE own.clauseId IN $ids AND NOT own.zero
  CALL (own) { MATCH (other:${WHOLE}) WHERE other.documentId <> own.documentId AND NOT other.item AND NOT other.zero
    RETURN other, 2 * vector.similarity.cosine(other.vector, own.vector) - 1 AS cosine
    ORDER BY cosine DESC, other.clauseId LIMIT $limit }
  RETURN own.clauseId AS id, other.clauseId AS clauseId, other.documentId AS documentId, cosine ORDER BY id, cosine DESC, clauseId`

function nearestByIndex(dimensions: number): string {
  return `
  MATCH (own:${PASSAGE}:${WHOLE}) WHERE own.clauseId IN $ids AND NOT own.zero
  CALL db.index.vector.queryNodes('${WHOLE_INDEX.name}_${dimensions}', $read, own.vector) YIELD node AS other, score
  WITH own, other, score WHERE other.documentId <> own.documentId AND NOT other.item
  WITH own, other.clauseId AS clauseId, other.documentId AS documentId, 2 * score - 1 AS cosine ORDER BY cosine DESC, clauseId
  WITH own, collect([clauseId, documentId, cosine])[..$limit] AS nearest
  RETURN own.clauseId AS id, nearest`
}

/** Clauses of the largest of the documents that some clauses stand in. */
const SIBLINGS = `
  MATCH (own:${PASSAGE}:${WHOLE}) WHERE own.clauseId IN $ids WITH DISTINCT own.documentId AS documentId
  RETURN max(COUNT { MATCH (sibling:${PASSAGE}) WHERE sibling.documentId = documentId AND sibling.ordinal = 0 }) AS siblings`

/** Neighbours read beyond those wanted: items below clauses and clauses of the own document take places too. */
const SPARE_NEIGHBOURS = 32

type Found = Map<string, readonly Neighbour[]>

function toNeighbour([clauseId, documentId, cosine]: readonly unknown[]): Neighbour {
  return { clauseId: clauseId as string, documentId: documentId as string, cosine: cosine as number }
}

/** Where the own document's clauses, which may all be nearest to one another, took the places, as many more are read. */
async function askIndex(
  transaction: Transaction,
  { clauseIds, limit, dimensions }: { clauseIds: readonly string[]; limit: number; dimensions: number },
): Promise<Found> {
  const found: Found = new Map()
  const read = async (ids: readonly string[], more: number) => {
    const parameters = { ids, limit: BigInt(limit), read: BigInt(limit + SPARE_NEIGHBOURS + more) }
    for (const row of await transaction.run(nearestByIndex(dimensions), parameters))
      found.set(row['id'] as string, (row['nearest'] as unknown[][]).map(toNeighbour))
  }
  await read(clauseIds, 0)
  const lacking = clauseIds.filter((id) => (found.get(id)?.length ?? 0) < limit)
  if (lacking.length === 0) return found
  const [row] = await transaction.run(SIBLINGS, { ids: lacking })
  await read(lacking, Number(row?.['siblings'] ?? 0))
  return found
}

async function compareAll(
  transaction: Transaction,
  clauseIds: readonly string[],
  limit: number,
): Promise<Found> {
  const found = new Map<string, Neighbour[]>()
  for (const row of await transaction.run(NEAREST_BY_SCAN, { ids: clauseIds, limit: BigInt(limit) })) {
    const id = row['id'] as string
    const { clauseId, documentId, cosine } = row as unknown as Neighbour
    const list = found.get(id)
    if (list === undefined) found.set(id, [{ clauseId, documentId, cosine }])
    else list.push({ clauseId, documentId, cosine })
  }
  return found
}

/** For each clause that has a vector its nearest clauses of other documents, best first. */
export async function readNearestClauses(
  transaction: Transaction,
  clauseIds: readonly string[],
  limit: number,
): Promise<Map<string, readonly Neighbour[]>> {
  const [key, own, [count]] = await Promise.all([
    readEmbeddingKey(transaction),
    transaction.run(`MATCH (n:${PASSAGE}:${WHOLE}) WHERE n.clauseId IN $ids RETURN n.clauseId AS id`, {
      ids: clauseIds,
    }),
    transaction.run(`MATCH (n:${WHOLE}) RETURN count(n) AS wholes`),
  ])
  if (key === null || clauseIds.length === 0) return new Map()
  const known = own.map((row) => row['id'] as string)
  const few = Number(count?.['wholes']) * known.length <= SCANNED_PAIRS
  const asked = { clauseIds: known, limit, dimensions: key.dimensions }
  const found =
    limit <= 0
      ? new Map()
      : await (few ? compareAll(transaction, known, limit) : askIndex(transaction, asked))
  return new Map(known.map((id) => [id, found.get(id) ?? []]))
}
