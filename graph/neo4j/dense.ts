import type { Passage } from '../../src/domain/bundle.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { DenseHit } from '../port/graphStore.ts'
import { bestFirst } from '../schema/bestFirst.ts'
import { STORE_LABELS } from '../schema/relationships.ts'
import { readEmbeddingKey } from './meta.ts'
import type { Row, Transaction } from './transaction.ts'

const { PASSAGE, WHOLE } = STORE_LABELS

/**
 * Cosine of a passage's vector and the query, −1 to 1. The server's own function gives (1 + cosine) / 2
 * (https://neo4j.com/docs/cypher-manual/current/functions/vector/) and takes no vector of length 0, which is like none.
 */
export const COSINE =
  'CASE WHEN passage.zero OR $zero THEN 0.0 ELSE 2 * vector.similarity.cosine(passage.vector, $query) - 1 END'

export interface CheckedQuery {
  readonly dimensions: number
  readonly values: readonly number[]
  /** Whether it has length 0. */
  readonly zero: boolean
}

/** Null before the first vectors. @throws ZhengmaiError BAD_INPUT where the query has another length */
export async function checkedQuery(
  transaction: Transaction,
  query: Float32Array,
): Promise<CheckedQuery | null> {
  const key = await readEmbeddingKey(transaction)
  if (key === null) return null
  if (query.length !== key.dimensions)
    throw new ZhengmaiError('BAD_INPUT', `查询向量为 ${query.length} 维，库内向量为 ${key.dimensions} 维`)
  return {
    dimensions: key.dimensions,
    values: Array.from(query),
    zero: query.every((value) => value === 0),
  }
}

interface Scored {
  readonly ordinal: number
  readonly start: number | null
  readonly end: number | null
  readonly cosine: number
}

function toHit(row: Row): DenseHit {
  const clauseId = row['id'] as string
  const passages = (row['passages'] as Scored[]).sort((a, b) => a.ordinal - b.ordinal)
  const whole = passages.find(({ ordinal }) => ordinal === 0)?.cosine ?? 0
  let best: Scored | null = null
  for (const passage of passages) {
    if (passage.ordinal > 0 && (best === null || passage.cosine > best.cosine)) best = passage
  }
  if (best === null) return { clauseId, whole, bestWindow: whole, window: null }
  return { clauseId, whole, bestWindow: best.cosine, window: { start: best.start ?? 0, end: best.end ?? 0 } }
}

/** Best first; clauses without vectors are absent. */
export async function scoreClauses(
  transaction: Transaction,
  { values, zero }: CheckedQuery,
  clauseIds: readonly string[],
): Promise<DenseHit[]> {
  const rows = await transaction.run(
    `MATCH (n:Clause)-[:HAS_PASSAGE]->(passage:${PASSAGE}) WHERE n.id IN $ids
     RETURN n.id AS id, collect({ordinal: passage.ordinal, start: passage.start, end: passage.end, cosine: ${COSINE}}) AS passages`,
    { ids: clauseIds, query: values, zero },
  )
  return rows.map(toHit).sort(bestFirst)
}

/** The same for a query as it comes. */
export async function readDenseScores(
  transaction: Transaction,
  query: Float32Array,
  clauseIds: readonly string[],
): Promise<DenseHit[]> {
  const checked = await checkedQuery(transaction, query)
  return checked === null ? [] : scoreClauses(transaction, checked, clauseIds)
}

export async function readWholeVectors(
  transaction: Transaction,
  clauseIds: readonly string[],
): Promise<Map<string, Float32Array>> {
  const rows = await transaction.run(
    `MATCH (n:${PASSAGE}:${WHOLE}) WHERE n.clauseId IN $ids RETURN n.clauseId AS id, n.vector AS vector`,
    { ids: clauseIds },
  )
  return new Map(rows.map((row) => [row['id'] as string, Float32Array.from(row['vector'] as number[])]))
}

/** Passages of each clause, the whole clause first. */
export async function readPassages(
  transaction: Transaction,
  clauseIds: readonly string[],
): Promise<Map<string, Passage[]>> {
  const rows = await transaction.run(
    `MATCH (n:${PASSAGE}) WHERE n.clauseId IN $ids
     RETURN n.clauseId AS id, n.start AS start, n.end AS end, n.vector AS vector ORDER BY id, n.ordinal`,
    { ids: clauseIds },
  )
  const passages = new Map<string, Passage[]>()
  for (const row of rows) {
    const clauseId = row['id'] as string
    const start = row['start'] as number | null
    const end = row['end'] as number | null
    const window = start === null || end === null ? null : { start, end }
    const passage = { clauseId, window, vector: Float32Array.from(row['vector'] as number[]) }
    const list = passages.get(clauseId)
    if (list === undefined) passages.set(clauseId, [passage])
    else list.push(passage)
  }
  return passages
}
