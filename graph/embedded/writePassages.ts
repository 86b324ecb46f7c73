import type { Passage } from '../../src/domain/bundle.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { EmbeddingKey } from '../port/graphStore.ts'
import type { Connection } from './connection/connection.ts'

/** Null before the first vectors. */
export function readEmbeddingKey(connection: Connection): EmbeddingKey | null {
  const row = connection.get("SELECT value FROM meta WHERE key = 'embedding'")
  return row === undefined ? null : (JSON.parse(row['value'] as string) as EmbeddingKey)
}

function sameKey(a: EmbeddingKey, b: EmbeddingKey): boolean {
  return (
    a.modelId === b.modelId &&
    a.sha256 === b.sha256 &&
    a.dimensions === b.dimensions &&
    a.preparation === b.preparation
  )
}

/** Declares the origin of the vectors; with another key all vectors of the former one go. */
export function writeEmbeddingKey(connection: Connection, key: EmbeddingKey): void {
  const stored = readEmbeddingKey(connection)
  if (stored !== null && sameKey(stored, key)) return
  connection.run('DELETE FROM passage')
  const { modelId, sha256, dimensions, preparation } = key
  connection.run(
    "INSERT OR REPLACE INTO meta (key, value) VALUES ('embedding', ?)",
    JSON.stringify({ modelId, sha256, dimensions, preparation }),
  )
}

function badPassage(clauseId: string, reason: string): ZhengmaiError {
  return new ZhengmaiError('BAD_INPUT', `向量与条款不符：${clauseId}：${reason}`, { details: { clauseId } })
}

function joinVectors(clauseId: string, passages: readonly Passage[], dimensions: number): Uint8Array {
  const joined = new Float32Array(passages.length * dimensions)
  passages.forEach(({ vector }, index) => {
    if (vector.length !== dimensions)
      throw badPassage(clauseId, `维数为 ${vector.length}，应为 ${dimensions}`)
    joined.set(vector, index * dimensions)
  })
  return new Uint8Array(joined.buffer)
}

/**
 * Writes the vectors of a document's clauses; the clauses have none yet.
 * @throws ZhengmaiError BAD_INPUT where the key is not declared, a vector has another length, a clause is not the
 * document's, or a clause has not exactly one passage for its whole
 */
export function insertPassages(
  connection: Connection,
  documentId: string,
  passages: readonly Passage[],
): void {
  if (passages.length === 0) return
  const key = readEmbeddingKey(connection)
  if (key === null) throw new ZhengmaiError('BAD_INPUT', '写入向量前须先登记向量模型')
  for (const [clauseId, group] of groupByClause(passages)) {
    const clause = connection.get(
      'SELECT seq FROM clause WHERE id = ? AND document_id = ?',
      clauseId,
      documentId,
    )
    if (clause === undefined) throw badPassage(clauseId, `不是 ${documentId} 的条款`)
    const ordered = [
      ...group.filter((passage) => passage.window === null),
      ...group.filter((passage) => passage.window !== null),
    ]
    const windows = ordered.flatMap(({ window }) => (window === null ? [] : [[window.start, window.end]]))
    if (windows.length !== ordered.length - 1) throw badPassage(clauseId, '须恰有一个全文向量')
    connection.run(
      'INSERT INTO passage (clause_seq, windows, vectors) VALUES (?, ?, ?)',
      clause['seq'] as number,
      JSON.stringify(windows),
      joinVectors(clauseId, ordered, key.dimensions),
    )
  }
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

/** Replaces the vectors of a document's clauses; the caller holds the transaction. */
export function putPassages(connection: Connection, documentId: string, passages: readonly Passage[]): void {
  connection.run(
    'DELETE FROM passage WHERE clause_seq IN (SELECT seq FROM clause WHERE document_id = ?)',
    documentId,
  )
  insertPassages(connection, documentId, passages)
}
