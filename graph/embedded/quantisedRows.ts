import { KERNEL_LANES, makeScanKernel, type ScanKernel } from './scanKernel.ts'

const PAGE_BYTES = 65_536
/** Layout of the memory: the queries, then the results of one block of rows, then (from the next page) the rows. */
const QUERIES_AT = 0
const OUT_AT = 32_768
const ROWS_AT = PAGE_BYTES
/** Rows that are scored by all queries in turn: 2 MB at 512 dimensions, so that they stay in the processor's cache. */
const BLOCK_ROWS = 4_096

/** Vectors in memory, 8 bits a number and a factor for each row, and their dot products with queries of 16 bits a number. */
export class QuantisedRows {
  readonly #dimensions: number
  readonly #width: number
  readonly #memory = new WebAssembly.Memory({ initial: 2 })
  readonly #scan: ScanKernel
  /** The kernel's results; made anew when the memory grows. */
  #sums = new Int32Array(this.#memory.buffer, OUT_AT, BLOCK_ROWS)
  /** Per row: what one step of its 8-bit numbers is worth. */
  #steps = new Float32Array(1_024)
  #count = 0
  /** Sum of the squares of all steps ever added. */
  #squares = 0
  #added = 0

  constructor(dimensions: number) {
    this.#dimensions = dimensions
    this.#width = Math.ceil(dimensions / KERNEL_LANES) * KERNEL_LANES
    this.#scan = makeScanKernel(this.#memory)
  }

  get count(): number {
    return this.#count
  }

  /** Queries that fit the memory at a time. */
  get batch(): number {
    return Math.max(1, Math.floor((OUT_AT - QUERIES_AT) / (2 * this.#width)))
  }

  /**
   * Standard deviation of a score's error where the query has length 1: the numbers of a row are rounded by up to half a
   * step, evenly and independently of the query.
   */
  get deviation(): number {
    return this.#added === 0 ? 0 : Math.sqrt(this.#squares / this.#added / 12)
  }

  #reserve(rows: number): void {
    const missing = ROWS_AT + rows * this.#width - this.#memory.buffer.byteLength
    if (missing > 0) {
      // grows by an eighth at least, so that adding one by one stays cheap
      this.#memory.grow(Math.ceil(Math.max(missing, this.#memory.buffer.byteLength / 8) / PAGE_BYTES))
      this.#sums = new Int32Array(this.#memory.buffer, OUT_AT, BLOCK_ROWS)
    }
    if (rows <= this.#steps.length) return
    const steps = new Float32Array(Math.max(rows, this.#steps.length * 1.5))
    steps.set(this.#steps)
    this.#steps = steps
  }

  /** @param vectors whole rows, one after the other */
  add(vectors: Float32Array): void {
    const rows = vectors.length / this.#dimensions
    this.#reserve(this.#count + rows)
    for (let i = 0; i < rows; i++) {
      const row = this.#count + i
      const vector = vectors.subarray(i * this.#dimensions, (i + 1) * this.#dimensions)
      const target = new Int8Array(this.#memory.buffer, ROWS_AT + row * this.#width, this.#width)
      const step = quantise(vector, target, 127)
      this.#steps[row] = step
      this.#squares += step * step
    }
    this.#count += rows
    this.#added += rows
  }

  /** Copies rows to a place before theirs. */
  move(from: number, to: number, rows: number): void {
    const start = ROWS_AT + from * this.#width
    const bytes = new Uint8Array(this.#memory.buffer)
    bytes.copyWithin(ROWS_AT + to * this.#width, start, start + rows * this.#width)
    this.#steps.copyWithin(to, from, from + rows)
  }

  /** Forgets all rows from the given one on. */
  truncate(rows: number): void {
    this.#count = rows
  }

  /**
   * Loads queries, at most `batch`, each of `dimensions` numbers.
   * @returns what a step of each query is worth, for `score` and `best`
   */
  load(queries: readonly Float32Array[]): number[] {
    // the sum of all products must fit 31 bits
    const range = Math.min(32_767, Math.floor((2 ** 31 - 1) / (127 * this.#width)))
    return queries.map((query, index) =>
      quantise(query, new Int16Array(this.#memory.buffer, this.#queryAt(index), this.#width), range),
    )
  }

  #queryAt(index: number): number {
    return QUERIES_AT + 2 * index * this.#width
  }

  #run(query: number, from: number, to: number): void {
    const width = this.#width
    this.#scan(this.#queryAt(query), ROWS_AT + from * width, ROWS_AT + to * width, width, OUT_AT)
  }

  /** Dot products of rows [from, to) with each loaded query, written at the rows' own places in its array of scores. */
  score(from: number, to: number, steps: readonly number[], scores: readonly Float32Array[]): void {
    for (let start = from; start < to; start += BLOCK_ROWS) {
      const end = Math.min(to, start + BLOCK_ROWS)
      for (let query = 0; query < steps.length; query++) {
        this.#run(query, start, end)
        const out = scores[query]!
        const step = steps[query]!
        for (let row = start; row < end; row++) out[row] = this.#sums[row - start]! * step * this.#steps[row]!
      }
    }
  }

  /** The greatest dot product of the first loaded query with rows [from, to), which is a block at most. */
  best(from: number, to: number, step: number): number {
    this.#run(0, from, to)
    let best = -Infinity
    for (let row = from; row < to; row++) {
      const score = this.#sums[row - from]! * this.#steps[row]!
      if (score > best) best = score
    }
    return best * step
  }
}

/** Writes whole numbers of −range to range in proportion to the vector; @returns what one step is worth */
function quantise(vector: Float32Array, target: Int8Array | Int16Array, range: number): number {
  let greatest = 0
  for (let i = 0; i < vector.length; i++) {
    const size = Math.abs(vector[i]!)
    if (size > greatest) greatest = size
  }
  const factor = greatest === 0 ? 0 : range / greatest
  // all numbers made positive and cut: several times as fast as rounding
  for (let i = 0; i < vector.length; i++) target[i] = ((vector[i]! * factor + 32_768.5) | 0) - 32_768
  target.fill(0, vector.length)
  return greatest / range
}
