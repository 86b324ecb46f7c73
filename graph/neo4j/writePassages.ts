import type { Passage } from '../../src/domain/bundle.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { EmbeddingKey } from '../port/graphStore.ts'
import { STORE_LABELS } from '../schema/relationships.ts'
import type { Neo4jConnection } from './connection.ts'
import { META, readEmbeddingKey, sameKey } from './meta.ts'
import type { Transaction } from './transaction.ts'

const { PASSAGE, WHOLE, WINDOW } = STORE_LABELS

/** One index for whole clauses and one for windows: a search asks both, the search for like clauses only the first. */
export const VECTOR_INDEXES = [
  { name: 'whole_vectors', label: WHOLE },
  { name: 'window_vectors', label: WINDOW },
] as const

/** Vectors that one transaction removes. */
const REMOVED_AT_ONCE = 5_000n
/** Vectors that one statement takes: 512 floats each, about 2 MB. */
const VECTOR_BATCH = 400
const INDEX_WAIT_SECONDS = 300n

function createVectorIndex(name: string, label: string, dimensions: number): string {
  return `CREATE VECTOR INDEX ${name}_${dimensions} IF NOT EXISTS FOR (n:${label}) ON (n.vector)
    OPTIONS {indexConfig: {\`vector.dimensions\`: ${dimensions}, \`vector.similarity_function\`: 'cosine'}}`
}

/** Removes the vectors of all clauses, a part at a time: repeating it after a crash goes on where it stopped. */
async function dropPassages(connection: Neo4jConnection): Promise<void> {
  for (;;) {
    const [row] = await connection.write(async (tx) => {
      return tx.run(`MATCH (n:${PASSAGE}) WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS removed`, {
        limit: REMOVED_AT_ONCE,
      })
    })
    if (Number(row?.['removed'] ?? 0) === 0) return
  }
}

async function replaceVectorIndexes(connection: Neo4jConnection, dimensions: number): Promise<void> {
  const shown = await connection.read((tx) =>
    tx.run("SHOW INDEXES YIELD name, type WHERE type = 'VECTOR' RETURN name"),
  )
  const wanted: string[] = VECTOR_INDEXES.map(({ name }) => `${name}_${dimensions}`)
  const ours = (name: string) => VECTOR_INDEXES.some((each) => name.startsWith(`${each.name}_`))
  const former = shown
    .map((row) => row['name'] as string)
    .filter((name) => ours(name) && !wanted.includes(name))
  await connection.alter(async (tx) => {
    for (const name of former) await tx.run(`DROP INDEX ${name} IF EXISTS`)
    for (const { name, label } of VECTOR_INDEXES) await tx.run(createVectorIndex(name, label, dimensions))
  })
  await connection.alter((tx) => tx.run('CALL db.awaitIndexes($seconds)', { seconds: INDEX_WAIT_SECONDS }))
}

/** Declares the origin of the vectors; with another key all vectors of the former one go. */
export async function writeEmbeddingKey(connection: Neo4jConnection, key: EmbeddingKey): Promise<void> {
  const stored = await connection.read(readEmbeddingKey)
  if (stored !== null && sameKey(stored, key)) return
  if (!Number.isInteger(key.dimensions) || key.dimensions < 1)
    throw new ZhengmaiError('BAD_INPUT', `向量维数有误：${key.dimensions}`)
  if (stored !== null) await dropPassages(connection)
  await replaceVectorIndexes(connection, key.dimensions)
  const { modelId, sha256, dimensions, preparation } = key
  await connection.write(async (tx) => {
    // what another process wrote meanwhile under the former key
    await tx.run(`MATCH (n:${PASSAGE}) DETACH DELETE n`)
    await tx.run(`MATCH ${META} SET meta.embeddingKey = $json`, {
      json: JSON.stringify({ modelId, sha256, dimensions, preparation }),
    })
  })
}

function badPassage(clauseId: string, reason: string): ZhengmaiError {
  return new ZhengmaiError('BAD_INPUT', `向量与条款不符：${clauseId}：${reason}`, { details: { clauseId } })
}

interface PassageRow {
  readonly clauseId: string
  readonly documentId: string
  /** 0 for the whole clause, then its windows from 1. */
  readonly ordinal: bigint
  readonly start: bigint | null
  readonly end: bigint | null
  /** Numbers of 32 bits in 64: they come back exactly. */
  readonly vector: readonly number[]
  /** Of length 0: near to nothing. */
  readonly zero: boolean
}

function groupByClause(passages: readonly Passage[]): Map<string, Passage[]> {
  const groups = new Map<string, Passage[]>()
  for (const passage of passages) {
    const group = groups.get(passage.clauseId)
    if (group === undefined) groups.set(passage.clauseId, [passage])
    else group.push(passage)
  }
  return groups
}

/** @throws ZhengmaiError BAD_INPUT where a vector has another length or a clause has not exactly one for its whole */
function toRows(documentId: string, passages: readonly Passage[], dimensions: number): PassageRow[] {
  return [...groupByClause(passages)].flatMap(([clauseId, group]) => {
    const wholes = group.filter(({ window }) => window === null)
    if (wholes.length !== 1) throw badPassage(clauseId, '须恰有一个全文向量')
    const ordered = [...wholes, ...group.filter(({ window }) => window !== null)]
    return ordered.map(({ window, vector }, index) => {
      if (vector.length !== dimensions)
        throw badPassage(clauseId, `维数为 ${vector.length}，应为 ${dimensions}`)
      return {
        clauseId,
        documentId,
        ordinal: BigInt(index),
        start: window === null ? null : BigInt(window.start),
        end: window === null ? null : BigInt(window.end),
        vector: Array.from(vector),
        zero: vector.every((value) => value === 0),
      }
    })
  })
}

async function createPassages(
  transaction: Transaction,
  label: string,
  rows: readonly PassageRow[],
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(rows.length / VECTOR_BATCH) }, (_, i) =>
    rows.slice(i * VECTOR_BATCH, (i + 1) * VECTOR_BATCH),
  )
  // one at a time: a document of a thousand clauses has vectors of many megabytes
  for (const batch of batches) {
    await transaction.run(
      `UNWIND $rows AS row MATCH (clause:Clause {id: row.clauseId})
       CREATE (clause)-[:HAS_PASSAGE]->(n:${PASSAGE}:${label} {clauseId: row.clauseId, documentId: row.documentId,
         ordinal: row.ordinal, start: row.start, end: row.end, item: clause:${STORE_LABELS.ITEM}, zero: row.zero})
       WITH n, row CALL db.create.setNodeVectorProperty(n, 'vector', row.vector)`,
      { rows: batch },
    )
  }
}

/**
 * Writes the vectors of a document's clauses; the clauses are there and have none yet.
 * @param clauseIds the document's
 * @throws ZhengmaiError BAD_INPUT where the key is not declared, a vector does not fit, or a clause is not the document's
 */
export async function insertPassages(
  transaction: Transaction,
  documentId: string,
  clauseIds: ReadonlySet<string>,
  passages: readonly Passage[],
  key: EmbeddingKey | null,
): Promise<void> {
  if (passages.length === 0) return
  if (key === null) throw new ZhengmaiError('BAD_INPUT', '写入向量前须先登记向量模型')
  for (const { clauseId } of passages) {
    if (!clauseIds.has(clauseId)) throw badPassage(clauseId, `不是 ${documentId} 的条款`)
  }
  const rows = toRows(documentId, passages, key.dimensions)
  await createPassages(
    transaction,
    WHOLE,
    rows.filter(({ ordinal }) => ordinal === 0n),
  )
  await createPassages(
    transaction,
    WINDOW,
    rows.filter(({ ordinal }) => ordinal > 0n),
  )
}

/** Replaces the vectors of a document's clauses. */
export async function putPassages(
  transaction: Transaction,
  documentId: string,
  passages: readonly Passage[],
): Promise<void> {
  const key = await readEmbeddingKey(transaction)
  const clauses = await transaction.run('MATCH (n:Clause {documentId: $documentId}) RETURN n.id AS id', {
    documentId,
  })
  await transaction.run(`MATCH (n:${PASSAGE} {documentId: $documentId}) DETACH DELETE n`, { documentId })
  await insertPassages(
    transaction,
    documentId,
    new Set(clauses.map((row) => row['id'] as string)),
    passages,
    key,
  )
}
