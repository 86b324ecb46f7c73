import { makeScanKernel, type ScanKernel } from './scanKernel.ts'

/** One clause's passages, the whole clause first. */
export interface ClausePassages {
  /** Grows with each write and never comes again. */
  readonly seq: number
  readonly clauseSeq: number
  /** Rows of `dimensions` numbers, each L2-normalised. */
  readonly vectors: Float32Array
}

const PAGE_BYTES = 65_536
/** Layout of the memory: the query, then the results of one batch of rows, then (from the next page) the rows. */
const QUERY_AT = 0
const OUT_AT = 32_768
const BATCH_ROWS = 4_096
const ROWS_AT = PAGE_BYTES
/** The kernel takes 16 numbers at a time. */
const LANES = 16

interface Entry {
  readonly seq: number
  readonly clauseSeq: number
  readonly row: number
  readonly count: number
}

/**
 * All passages in memory, 8 bits a number: 512 bytes a passage instead of 2,048. Its scores are good to about 0.001
 * and serve to choose what is scored exactly.
 */
export class PassageMatrix {
  readonly dimensions: number
  readonly #width: number
  readonly #memory = new WebAssembly.Memory({ initial: 2 })
  readonly #scan: ScanKernel
  #entries: Entry[] = []
  /** Per row: what one step of its 8-bit numbers is worth. */
  #steps = new Float32Array(1_024)
  #rows = 0

  constructor(dimensions: number) {
    this.dimensions = dimensions
    this.#width = Math.ceil(dimensions / LANES) * LANES
    this.#scan = makeScanKernel(this.#memory)
  }

  /** The greatest seq ever added, 0 for an empty matrix. */
  get lastSeq(): number {
    return this.#entries.at(-1)?.seq ?? 0
  }

  #reserve(rows: number): void {
    const missing = ROWS_AT + rows * this.#width - this.#memory.buffer.byteLength
    // grows by an eighth at least, so that adding one by one stays cheap
    if (missing > 0)
      this.#memory.grow(Math.ceil(Math.max(missing, this.#memory.buffer.byteLength / 8) / PAGE_BYTES))
    if (rows <= this.#steps.length) return
    const steps = new Float32Array(Math.max(rows, this.#steps.length * 1.5))
    steps.set(this.#steps)
    this.#steps = steps
  }

  /** Adds a clause whose seq is greater than all before. */
  add({ seq, clauseSeq, vectors }: ClausePassages): void {
    const count = vectors.length / this.dimensions
    this.#reserve(this.#rows + count)
    for (let i = 0; i < count; i++) {
      const vector = vectors.subarray(i * this.dimensions, (i + 1) * this.dimensions)
      const row = this.#rows + i
      const target = new Int8Array(this.#memory.buffer, ROWS_AT + row * this.#width, this.#width)
      this.#steps[row] = quantise(vector, target, 127)
    }
    this.#entries.push({ seq, clauseSeq, row: this.#rows, count })
    this.#rows += count
  }

  /** Drops all clauses whose seq is not in the set, and closes the gaps. */
  retain(seqs: ReadonlySet<number>): void {
    if (this.#entries.every(({ seq }) => seqs.has(seq))) return
    const bytes = new Uint8Array(this.#memory.buffer)
    let rows = 0
    this.#entries = this.#entries.flatMap((entry) => {
      if (!seqs.has(entry.seq)) return []
      const from = ROWS_AT + entry.row * this.#width
      bytes.copyWithin(ROWS_AT + rows * this.#width, from, from + entry.count * this.#width)
      this.#steps.copyWithin(rows, entry.row, entry.row + entry.count)
      const moved = { ...entry, row: rows }
      rows += entry.count
      return [moved]
    })
    this.#rows = rows
  }

  /** Approximate scores of rows [from, to): cosine with the query of `quantise`. */
  #scoreRows(from: number, to: number, step: number, scores: Float32Array): void {
    for (let start = from; start < to; start += BATCH_ROWS) {
      const end = Math.min(to, start + BATCH_ROWS)
      this.#scan(QUERY_AT, ROWS_AT + start * this.#width, ROWS_AT + end * this.#width, this.#width, OUT_AT)
      const sums = new Int32Array(this.#memory.buffer, OUT_AT, end - start)
      for (let i = 0; i < sums.length; i++) scores[start + i] = sums[i]! * step * this.#steps[start + i]!
    }
  }

  /**
   * The seqs of the `limit` clauses with the greatest (whole + best window) / 2, in no order.
   * @param query length = dimensions
   * @param allowed clauses to look at; null for all
   */
  nearest(query: Float32Array, allowed: ReadonlySet<number> | null, limit: number): number[] {
    if (this.#rows === 0 || limit <= 0) return []
    // the sum of all products must fit 31 bits
    const range = Math.min(32_767, Math.floor((2 ** 31 - 1) / (127 * this.#width)))
    const step = quantise(query, new Int16Array(this.#memory.buffer, QUERY_AT, this.#width), range)
    const scores = new Float32Array(this.#rows)
    const entries =
      allowed === null ? this.#entries : this.#entries.filter(({ clauseSeq }) => allowed.has(clauseSeq))
    // one pass over all rows beats many short ones unless most are left out
    if (entries.length * 4 > this.#entries.length) this.#scoreRows(0, this.#rows, step, scores)
    else for (const { row, count } of entries) this.#scoreRows(row, row + count, step, scores)
    const totals = entries.map(({ row, count }) => {
      let best = count === 1 ? scores[row]! : -Infinity
      for (let i = row + 1; i < row + count; i++) if (scores[i]! > best) best = scores[i]!
      return scores[row]! + best
    })
    const threshold = kthGreatest(totals, limit)
    const found: number[] = []
    for (let i = 0; i < entries.length; i++) if (totals[i]! >= threshold) found.push(entries[i]!.seq)
    return found
  }
}

/** Writes whole numbers of −range to range in proportion to the vector; @returns what one step is worth */
function quantise(vector: Float32Array, target: Int8Array | Int16Array, range: number): number {
  let greatest = 0
  for (let i = 0; i < vector.length; i++) greatest = Math.max(greatest, Math.abs(vector[i]!))
  const factor = greatest === 0 ? 0 : range / greatest
  for (let i = 0; i < vector.length; i++) target[i] = Math.round(vector[i]! * factor)
  target.fill(0, vector.length)
  return greatest / range
}

/** The k-th greatest value, −Infinity where there are fewer: a heap of the k greatest so far, the least on top. */
function kthGreatest(values: readonly number[], k: number): number {
  if (values.length <= k) return -Infinity
  const heap = Float64Array.from(values.slice(0, k)).sort()
  for (let i = k; i < values.length; i++) if (values[i]! > heap[0]!) replaceLeast(heap, values[i]!)
  return heap[0]!
}

function replaceLeast(heap: Float64Array, value: number): void {
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child += 1
    if (child >= heap.length || heap[child]! >= value) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = value
}
