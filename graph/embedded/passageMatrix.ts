import type { ClauseMask } from './clauseMasks.ts'
import { FallingScores } from './fallingScores.ts'
import { kthGreatest } from './greatest.ts'
import { QuantisedRows } from './quantisedRows.ts'

/** One clause's passages, the whole clause first. */
export interface ClausePassages {
  /** Grows with each write and never comes again. */
  readonly seq: number
  readonly clauseSeq: number
  readonly documentId: string
  /** No item of another clause. */
  readonly proper: boolean
  /** Rows of `dimensions` numbers, each L2-normalised. */
  readonly vectors: Float32Array
}

interface ScoredClause {
  readonly seq: number
  readonly score: number
}

/**
 * Standard deviations of rounding by which a clause may be misjudged against another one: with more than a hundred thousand
 * clauses near the border one would be lost.
 */
const SAFETY = 5
/** Clauses scored exactly for `limit` asked; rounding alone adds a quarter. */
const MOST_RESCORED = (limit: number) => 2 * limit + 64
/** Up to this many clauses the windows of all are looked at. */
const SMALL = 4_096
/** Else first those of this share of the clauses, the ones whose whole is nearest; see `nearest`. */
const FIRST_SHARE = 1 / 32
/** And then in each round this much of what was looked at before. */
const GROWTH = 1 / 2

/**
 * All passages in memory, 8 bits a number: 512 bytes a passage instead of 2,048. Its scores are good to about 0.001
 * and serve to choose what is scored exactly.
 */
export class PassageMatrix {
  readonly dimensions: number
  /** Row i is the whole clause of entry i. */
  readonly #wholes: QuantisedRows
  readonly #windows: QuantisedRows
  /** By entry; arrays of numbers, as all of them are gone through for each query. */
  #seqs: number[] = []
  #clauseSeqs: number[] = []
  #documents: number[] = []
  #proper: boolean[] = []
  /** First row of each entry's windows, and after the last one the number of rows. */
  #starts: number[] = [0]
  readonly #documentNumbers = new Map<string, number>()

  constructor(dimensions: number) {
    this.dimensions = dimensions
    this.#wholes = new QuantisedRows(dimensions)
    this.#windows = new QuantisedRows(dimensions)
  }

  /** The greatest seq ever added, 0 for an empty matrix. */
  get lastSeq(): number {
    return this.#seqs.at(-1) ?? 0
  }

  /** Number of clauses. */
  get size(): number {
    return this.#seqs.length
  }

  /** Adds a clause whose seq is greater than all before. */
  add({ seq, clauseSeq, documentId, proper, vectors }: ClausePassages): void {
    this.#wholes.add(vectors.subarray(0, this.dimensions))
    this.#windows.add(vectors.subarray(this.dimensions))
    this.#seqs.push(seq)
    this.#clauseSeqs.push(clauseSeq)
    this.#documents.push(this.#documentNumber(documentId))
    this.#proper.push(proper)
    this.#starts.push(this.#windows.count)
  }

  #documentNumber(documentId: string): number {
    const number = this.#documentNumbers.get(documentId) ?? this.#documentNumbers.size
    this.#documentNumbers.set(documentId, number)
    return number
  }

  /** Drops all clauses whose seq is not in the set, and closes the gaps. */
  retain(seqs: ReadonlySet<number>): void {
    const kept: number[] = []
    const starts = [0]
    let rows = 0
    this.#seqs.forEach((seq, index) => {
      if (!seqs.has(seq)) return
      const start = this.#starts[index]!
      const count = this.#starts[index + 1]! - start
      this.#wholes.move(index, kept.length, 1)
      this.#windows.move(start, rows, count)
      kept.push(index)
      rows += count
      starts.push(rows)
    })
    this.#seqs = kept.map((index) => this.#seqs[index]!)
    this.#clauseSeqs = kept.map((index) => this.#clauseSeqs[index]!)
    this.#documents = kept.map((index) => this.#documents[index]!)
    this.#proper = kept.map((index) => this.#proper[index]!)
    this.#starts = starts
    this.#wholes.truncate(kept.length)
    this.#windows.truncate(rows)
  }

  /**
   * The seqs of the clauses that may be among the `limit` with the greatest (whole + best window) / 2, in no order.
   *
   * In a large corpus the windows are looked at in the order of the whole clauses' scores: those of one clause in 32, then
   * of half as many again each time, until a round brings none among the best. A clause that is far down by its whole and
   * yet near the top by a window would be missed; docs/scaling.md says how often that was measured.
   * @param query of length 1, with `dimensions` numbers
   * @param mask clauses to look at; null for all
   */
  nearest(query: Float32Array, mask: ClauseMask | null, limit: number): number[] {
    if (this.size === 0 || limit <= 0) return []
    const wholes = this.#scoreWholes(query, mask)
    const falling = new FallingScores(wholes)
    const [step] = this.#windows.load([query]) as [number]
    let asked = falling.count <= SMALL ? SMALL : Math.max(limit * 4, falling.count * FIRST_SHARE)
    const looked: number[] = []
    const totals: number[] = []
    let kth = -Infinity
    while (looked.length < falling.count) {
      const before = looked.length
      for (const index of falling.next(asked)) {
        looked.push(index)
        totals.push(this.#total(index, wholes[index]!, step))
      }
      kth = kthGreatest(Float64Array.from(totals), limit)
      if (before > 0 && !totals.some((total, at) => at >= before && total >= kth)) break
      asked = looked.length * GROWTH
    }
    // the error of a sum of two
    const threshold = kth - SAFETY * Math.hypot(this.#wholes.deviation, this.#windows.deviation)
    const near: ScoredClause[] = []
    totals.forEach((score, at) => {
      if (score >= threshold) near.push({ seq: this.#seqs[looked[at]!]!, score })
    })
    return takeBest(near, limit)
  }

  /** Scores of the whole clauses, −Infinity where a clause does not pass. */
  #scoreWholes(query: Float32Array, mask: ClauseMask | null): Float32Array {
    const scores = new Float32Array(this.size)
    const steps = this.#wholes.load([query])
    if (mask === null) {
      this.#wholes.score(0, this.size, steps, [scores])
      return scores
    }
    // neighbours pass together, as they are of one document
    let from = 0
    for (let i = 0; i <= this.size; i++) {
      if (i < this.size && mask[this.#clauseSeqs[i]!] === 1) continue
      if (from < i) this.#wholes.score(from, i, steps, [scores])
      if (i < this.size) scores[i] = -Infinity
      from = i + 1
    }
    return scores
  }

  #total(index: number, whole: number, step: number): number {
    const start = this.#starts[index]!
    const end = this.#starts[index + 1]!
    return whole + (start === end ? whole : this.#windows.best(start, end, step))
  }

  /**
   * For each query the seqs of the clauses proper of other documents that may be among the `limit` whose whole is nearest,
   * in no order.
   */
  nearestWholes(
    queries: readonly { readonly vector: Float32Array; readonly documentId: string }[],
    limit: number,
  ): number[][] {
    const found: number[][] = []
    for (let start = 0; start < queries.length; start += this.#wholes.batch) {
      const batch = queries.slice(start, start + this.#wholes.batch)
      const steps = this.#wholes.load(batch.map(({ vector }) => vector))
      const scores = batch.map(() => new Float32Array(this.size))
      this.#wholes.score(0, this.size, steps, scores)
      batch.forEach(({ documentId }, index) => {
        found.push(this.#greatest(scores[index]!, documentId, limit))
      })
    }
    return found
  }

  #greatest(scores: Float32Array, documentId: string, limit: number): number[] {
    const document = this.#documentNumbers.get(documentId)
    for (let i = 0; i < scores.length; i++)
      if (!this.#proper[i]! || this.#documents[i] === document) scores[i] = -Infinity
    const threshold =
      kthGreatest(Float64Array.from(scores), limit) - SAFETY * Math.SQRT2 * this.#wholes.deviation
    const near: ScoredClause[] = []
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i]!
      if (score >= threshold && score > -Infinity) near.push({ seq: this.#seqs[i]!, score })
    }
    return takeBest(near, limit)
  }
}

/** The seqs of all, but of very many hardly distinguishable ones (a text that hundreds of documents repeat) the oldest. */
function takeBest(near: ScoredClause[], limit: number): number[] {
  const most = MOST_RESCORED(limit)
  if (near.length > most) near.sort((a, b) => b.score - a.score || a.seq - b.seq)
  return near.slice(0, most).map(({ seq }) => seq)
}
