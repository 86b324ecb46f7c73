import { ZhengmaiError } from '../../src/errors/error.ts'
import type { ClauseFilter, DenseHit } from '../port/graphStore.ts'
import type { Connection } from './connection/connection.ts'
import type { Row } from './connection/openSqlite.ts'
import { allowedClauses } from './keywords.ts'
import { PassageMatrix } from './passageMatrix.ts'
import { listParameter } from './rows.ts'
import { readEmbeddingKey } from './writePassages.ts'

/** Clauses scored exactly for `limit` asked: covers the rounding of the 8-bit scores (passageMatrix.test.ts measures it). */
const RESCORED = (limit: number) => 2 * limit + 32

function toVectors(row: Row): Float32Array {
  const bytes = row['vectors'] as Uint8Array
  return new Float32Array(bytes.slice().buffer)
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

function byScore(a: DenseHit, b: DenseHit): number {
  return b.whole + b.bestWindow - a.whole - a.bestWindow || (a.clauseId < b.clauseId ? -1 : 1)
}

/** Dense search over one connection; holds the passages in memory from the first search on. */
export class DenseIndex {
  readonly #connection: Connection
  #matrix: PassageMatrix | null = null
  #state = ''
  /** Counts the writes of this process, which `data_version` does not show. */
  #writes = 0

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** To be called after each write of this process. */
  noteWrite(): void {
    this.#writes += 1
  }

  /** The passages as they are now, also where another process wrote; null before the first vectors. */
  #current(): PassageMatrix | null {
    const connection = this.#connection
    const state = `${String(connection.get('PRAGMA data_version')?.['data_version'])}:${this.#writes}`
    if (state === this.#state) return this.#matrix
    const key = readEmbeddingKey(connection)
    const matrix =
      key === null
        ? null
        : this.#matrix?.dimensions === key.dimensions
          ? this.#matrix
          : new PassageMatrix(key.dimensions)
    if (matrix !== null) {
      const present = new Set<number>()
      for (const row of connection.iterate('SELECT seq FROM passage INDEXED BY sqlite_autoindex_passage_1'))
        present.add(row['seq'] as number)
      matrix.retain(present)
      const added = connection.iterate(
        'SELECT seq, clause_seq, vectors FROM passage WHERE seq > ? ORDER BY seq',
        matrix.lastSeq,
      )
      for (const row of added) {
        matrix.add({
          seq: row['seq'] as number,
          clauseSeq: row['clause_seq'] as number,
          vectors: toVectors(row),
        })
      }
    }
    this.#matrix = matrix
    this.#state = state
    return matrix
  }

  #checked(query: Float32Array, dimensions: number): Float32Array {
    if (query.length === dimensions) return normalised(query)
    throw new ZhengmaiError('BAD_INPUT', `查询向量为 ${query.length} 维，库内向量为 ${dimensions} 维`)
  }

  candidates(query: Float32Array, filter: ClauseFilter, limit: number): DenseHit[] {
    const matrix = this.#current()
    if (matrix === null || limit <= 0) return []
    const unit = this.#checked(query, matrix.dimensions)
    const allowed = allowedClauses(this.#connection, filter)
    const seqs = matrix.nearest(unit, allowed, RESCORED(limit))
    return this.#connection
      .all(
        `SELECT c.id, p.windows, p.vectors FROM json_each(?) AS j JOIN passage AS p ON p.seq = j.value JOIN clause AS c ON c.seq = p.clause_seq`,
        listParameter(seqs),
      )
      .map((row) => score(unit, row))
      .sort(byScore)
      .slice(0, limit)
  }

  /** Best first. */
  scores(query: Float32Array, clauseIds: readonly string[]): DenseHit[] {
    const key = readEmbeddingKey(this.#connection)
    if (key === null) return []
    const unit = this.#checked(query, key.dimensions)
    return this.#rowsOf(clauseIds)
      .map((row) => score(unit, row))
      .sort(byScore)
  }

  wholeVectors(clauseIds: readonly string[]): Map<string, Float32Array> {
    const dimensions = readEmbeddingKey(this.#connection)?.dimensions ?? 0
    return new Map(
      this.#rowsOf(clauseIds).map((row) => [row['id'] as string, toVectors(row).slice(0, dimensions)]),
    )
  }

  #rowsOf(clauseIds: readonly string[]): Row[] {
    return this.#connection.all(
      `SELECT c.id, p.windows, p.vectors FROM clause AS c JOIN passage AS p ON p.clause_seq = c.seq
       WHERE c.id IN (SELECT value FROM json_each(?))`,
      listParameter(clauseIds),
    )
  }
}
