import type { Passage } from '../../src/domain/bundle.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { ClauseFilter, DenseHit, Neighbour } from '../port/graphStore.ts'
import { bestFirst } from '../schema/bestFirst.ts'
import { ClauseMasks } from './clauseMasks.ts'
import type { Connection } from './connection/connection.ts'
import type { Row } from './connection/openSqlite.ts'
import { PassageMatrix } from './passageMatrix.ts'
import { listParameter } from './rows.ts'
import { storeState } from './storeState.ts'
import { readEmbeddingKey } from './writePassages.ts'

function toVectors(row: Row): Float32Array {
  const { buffer, byteOffset, byteLength } = row['vectors'] as Uint8Array
  const length = byteLength / Float32Array.BYTES_PER_ELEMENT
  if (byteOffset % Float32Array.BYTES_PER_ELEMENT === 0) return new Float32Array(buffer, byteOffset, length)
  return new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength))
}

/** The vector of a whole clause. */
interface Whole {
  readonly seq: number
  readonly clauseId: string
  readonly documentId: string
  readonly vector: Float32Array
}

/** The query scaled to length 1. */
function normalised(query: Float32Array): Float32Array {
  const length = Math.hypot(...query)
  return length === 0 ? query : query.map((value) => value / length)
}

function dot(query: Float32Array, vectors: Float32Array, row: number): number {
  const offset = row * query.length
  let sum = 0
  for (let i = 0; i < query.length; i++) sum += query[i]! * vectors[offset + i]!
  return sum
}

function score(query: Float32Array, row: Row): DenseHit {
  const vectors = toVectors(row)
  const windows = JSON.parse(row['windows'] as string) as [number, number][]
  const clauseId = row['id'] as string
  const whole = dot(query, vectors, 0)
  let best: { readonly score: number; readonly index: number } | null = null
  for (let index = 0; index < windows.length; index++) {
    const value = dot(query, vectors, index + 1)
    if (best === null || value > best.score) best = { score: value, index }
  }
  if (best === null) return { clauseId, whole, bestWindow: whole, window: null }
  const [start, end] = windows[best.index]!
  return { clauseId, whole, bestWindow: best.score, window: { start, end } }
}

function toPassages(row: Row, dimensions: number): Passage[] {
  const clauseId = row['id'] as string
  const vectors = toVectors(row)
  const windows = JSON.parse(row['windows'] as string) as [number, number][]
  return [null, ...windows].map((window, index) => ({
    clauseId,
    window: window === null ? null : { start: window[0], end: window[1] },
    // its own array: the passages of a clause share one
    vector: vectors.slice(index * dimensions, (index + 1) * dimensions),
  }))
}

/** Dense search over one connection; holds the passages in memory from the first search on. */
export class DenseIndex {
  readonly #connection: Connection
  readonly #masks: ClauseMasks
  #matrix: PassageMatrix | null = null
  #state = ''

  constructor(connection: Connection) {
    this.#connection = connection
    this.#masks = new ClauseMasks(connection)
  }

  /** The passages as they are now, also where another process wrote; null before the first vectors. */
  #current(): PassageMatrix | null {
    const connection = this.#connection
    const state = storeState(connection)
    if (state === this.#state) return this.#matrix
    const key = readEmbeddingKey(connection)
    const matrix =
      key === null
        ? null
        : this.#matrix?.dimensions === key.dimensions
          ? this.#matrix
          : new PassageMatrix(key.dimensions)
    if (matrix !== null) {
      this.#addNew(matrix)
      this.#dropGone(matrix)
    }
    this.#matrix = matrix
    this.#state = state
    return matrix
  }

  #addNew(matrix: PassageMatrix): void {
    const added = this.#connection.iterate(
      `SELECT p.seq, p.clause_seq, p.vectors, c.document_id, c.parent_id IS NULL AS proper
       FROM passage AS p CROSS JOIN clause AS c ON c.seq = p.clause_seq WHERE p.seq > ? ORDER BY p.seq`,
      matrix.lastSeq,
    )
    for (const row of added) {
      matrix.add({
        seq: row['seq'] as number,
        clauseSeq: row['clause_seq'] as number,
        documentId: row['document_id'] as string,
        proper: row['proper'] === 1,
        vectors: toVectors(row),
      })
    }
  }

  /** All that the store holds was added before, so equal numbers mean that nothing is gone. */
  #dropGone(matrix: PassageMatrix): void {
    const count = this.#connection.get('SELECT count(*) AS n FROM passage')?.['n']
    if (count === matrix.size) return
    const present = new Set<number>()
    // the index of clause_seq: the table itself is a hundred times as large
    for (const row of this.#connection.iterate(
      'SELECT seq FROM passage INDEXED BY sqlite_autoindex_passage_1',
    ))
      present.add(row['seq'] as number)
    matrix.retain(present)
  }

  #checked(query: Float32Array, dimensions: number): Float32Array {
    if (query.length === dimensions) return normalised(query)
    throw new ZhengmaiError('BAD_INPUT', `查询向量为 ${query.length} 维，库内向量为 ${dimensions} 维`)
  }

  candidates(query: Float32Array, filter: ClauseFilter, limit: number): DenseHit[] {
    const matrix = this.#current()
    if (matrix === null || limit <= 0) return []
    const unit = this.#checked(query, matrix.dimensions)
    const seqs = matrix.nearest(unit, this.#masks.of(filter), limit)
    return this.#connection
      .all(
        `SELECT c.id, p.windows, p.vectors FROM json_each(?) AS j JOIN passage AS p ON p.seq = j.value JOIN clause AS c ON c.seq = p.clause_seq`,
        listParameter(seqs),
      )
      .map((row) => score(unit, row))
      .sort(bestFirst)
      .slice(0, limit)
  }

  /** Best first. */
  scores(query: Float32Array, clauseIds: readonly string[]): DenseHit[] {
    const key = readEmbeddingKey(this.#connection)
    if (key === null) return []
    const unit = this.#checked(query, key.dimensions)
    return this.#rowsOf(clauseIds)
      .map((row) => score(unit, row))
      .sort(bestFirst)
  }

  wholeVectors(clauseIds: readonly string[]): Map<string, Float32Array> {
    const dimensions = readEmbeddingKey(this.#connection)?.dimensions ?? 0
    return new Map(
      this.#rowsOf(clauseIds).map((row) => [row['id'] as string, toVectors(row).slice(0, dimensions)]),
    )
  }

  passagesOf(clauseIds: readonly string[]): Map<string, readonly Passage[]> {
    const dimensions = readEmbeddingKey(this.#connection)?.dimensions ?? 0
    return new Map(this.#rowsOf(clauseIds).map((row) => [row['id'] as string, toPassages(row, dimensions)]))
  }

  /** The clauses proper of other documents nearest to each clause that has a vector, best first. */
  nearestClauses(clauseIds: readonly string[], limit: number): Map<string, readonly Neighbour[]> {
    const matrix = this.#current()
    if (matrix === null || limit <= 0) return new Map()
    const asked = this.#wholesWhere('c.id', clauseIds, matrix.dimensions).map((whole) => ({
      ...whole,
      vector: normalised(whole.vector),
    }))
    const found = matrix.nearestWholes(asked, limit)
    const wholes = new Map(
      this.#wholesWhere('p.seq', [...new Set(found.flat())], matrix.dimensions).map((whole) => [
        whole.seq,
        whole,
      ]),
    )
    return new Map(
      asked.map(({ clauseId, vector }, index) => [
        clauseId,
        found[index]!.map((seq): Neighbour => {
          const other = wholes.get(seq)!
          const cosine = dot(vector, other.vector, 0)
          return { clauseId: other.clauseId, documentId: other.documentId, cosine }
        })
          .sort((a, b) => b.cosine - a.cosine || (a.clauseId < b.clauseId ? -1 : 1))
          .slice(0, limit),
      ]),
    )
  }

  #wholesWhere(column: 'c.id' | 'p.seq', values: readonly (string | number)[], dimensions: number): Whole[] {
    return this.#connection
      .all(
        `SELECT p.seq, c.id, c.document_id, substr(p.vectors, 1, ?) AS vectors
         FROM json_each(?) AS j JOIN ${column === 'c.id' ? 'clause AS c ON c.id = j.value JOIN passage AS p ON p.clause_seq = c.seq' : 'passage AS p ON p.seq = j.value JOIN clause AS c ON c.seq = p.clause_seq'}`,
        dimensions * Float32Array.BYTES_PER_ELEMENT,
        listParameter(values),
      )
      .map((row) => ({
        seq: row['seq'] as number,
        clauseId: row['id'] as string,
        documentId: row['document_id'] as string,
        vector: toVectors(row),
      }))
  }

  #rowsOf(clauseIds: readonly string[]): Row[] {
    return this.#connection.all(
      `SELECT c.id, p.windows, p.vectors FROM clause AS c JOIN passage AS p ON p.clause_seq = c.seq
       WHERE c.id IN (SELECT value FROM json_each(?))`,
      listParameter(clauseIds),
    )
  }
}
