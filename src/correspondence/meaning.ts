import type { Passage } from '../domain/bundle.ts'
import type { ClauseFeatures } from './features.ts'
import { createMatrix, type Matrix } from './matrix.ts'
import { remember } from './remember.ts'

/** How near the windows of clauses are to one another. */
export interface MeaningSimilarity {
  /** Mean, over the windows of both clauses, of the cosine to the nearest window of the other clause. */
  readonly aligned: Matrix
  /** Cosine of the two nearest windows. */
  readonly best: Matrix
}

/** The two windows of a pair of clauses that are nearest to each other. */
export interface WindowPair {
  readonly one: Passage
  readonly other: Passage
  readonly cosine: number
}

/** The windows of all clauses of one document, one after the other. */
interface PackedWindows {
  readonly dimensions: number
  readonly vectors: Float32Array
  /** First window of each clause, and after the last clause the number of windows. */
  readonly starts: readonly number[]
}

const packWindows = remember((clauses: readonly ClauseFeatures[]): PackedWindows => {
  const windows = clauses.map(windowsOf)
  const dimensions = windows[0]?.[0]?.vector.length ?? 0
  const starts = [0]
  for (const own of windows) starts.push(starts.at(-1)! + own.length)
  const vectors = new Float32Array(starts.at(-1)! * dimensions)
  windows.flat().forEach(({ vector }, index) => {
    vectors.set(vector, index * dimensions)
  })
  return { dimensions, vectors, starts }
})

/** Compares all clauses of two documents; every clause has passages. */
export function compareMeaning(
  ones: readonly ClauseFeatures[],
  others: readonly ClauseFeatures[],
): MeaningSimilarity {
  const [rows, columns] = [packWindows(ones), packWindows(others)]
  const width = columns.starts.at(-1)!
  const cosines = multiply(rows, columns)
  const best = new Float64Array(ones.length * others.length)
  const aligned = createMatrix(ones.length, others.length, (row, column) => {
    const { mean, greatest } = align(cosines, width, {
      ...{ top: rows.starts[row]!, bottom: rows.starts[row + 1]! },
      ...{ left: columns.starts[column]!, right: columns.starts[column + 1]! },
    })
    best[row * others.length + column] = greatest
    return mean
  })
  return { aligned, best: { rows: ones.length, columns: others.length, values: best } }
}

/** The cosine of every window of the one with every window of the other, row by row. */
function multiply(ones: PackedWindows, others: PackedWindows): Float64Array {
  const { dimensions, vectors: a } = ones
  const { vectors: b } = others
  const [height, width] = [ones.starts.at(-1)!, others.starts.at(-1)!]
  const cosines = new Float64Array(height * width)
  for (let row = 0; row < height; row += 1) {
    const own = a.subarray(row * dimensions, (row + 1) * dimensions)
    let column = 0
    // four sums at once: each waits for its last addition, not for the others'
    for (; column + 4 <= width; column += 4)
      multiplyFour(own, b, column * dimensions, cosines, row * width + column)
    for (; column < width; column += 1)
      cosines[row * width + column] = dot(own, b.subarray(column * dimensions, (column + 1) * dimensions))
  }
  return cosines
}

/** Products of one vector with four that follow one another. */
function multiplyFour(
  own: Float32Array,
  others: Float32Array,
  offset: number,
  products: Float64Array,
  at: number,
): void {
  const { length } = own
  const [second, third, fourth] = [offset + length, offset + 2 * length, offset + 3 * length]
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let i = 0; i < length; i += 1) {
    const value = own[i]!
    a += value * others[offset + i]!
    b += value * others[second + i]!
    c += value * others[third + i]!
    d += value * others[fourth + i]!
  }
  products[at] = a
  products[at + 1] = b
  products[at + 2] = c
  products[at + 3] = d
}

/** The part of the cosines that belongs to one pair of clauses; `bottom` and `right` are the first of the next clause. */
interface Block {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

function align(
  cosines: Float64Array,
  width: number,
  { top, bottom, left, right }: Block,
): { readonly mean: number; readonly greatest: number } {
  let [sumOfOnes, greatest] = [0, -1]
  for (let row = top; row < bottom; row += 1) {
    let best = -1
    for (let column = left; column < right; column += 1) best = Math.max(best, cosines[row * width + column]!)
    sumOfOnes += best
    greatest = Math.max(greatest, best)
  }
  let sumOfOthers = 0
  for (let column = left; column < right; column += 1) {
    let best = -1
    for (let row = top; row < bottom; row += 1) best = Math.max(best, cosines[row * width + column]!)
    sumOfOthers += best
  }
  return { mean: (sumOfOnes / (bottom - top) + sumOfOthers / (right - left)) / 2, greatest }
}

export function nearestWindows(one: ClauseFeatures, other: ClauseFeatures): WindowPair | null {
  let nearest: WindowPair | null = null
  for (const a of windowsOf(one)) {
    for (const b of windowsOf(other)) {
      const cosine = dot(a.vector, b.vector)
      if (nearest === null || cosine > nearest.cosine) nearest = { one: a, other: b, cosine }
    }
  }
  return nearest
}

/** Cosine of the mean directions of two documents' clauses: whether they are about the same field at all. */
export function compareFields(ones: readonly ClauseFeatures[], others: readonly ClauseFeatures[]): number {
  const [a, b] = [sumWholes(ones), sumWholes(others)]
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

/** A clause that is one window has only its whole. */
function windowsOf({ passages }: ClauseFeatures): readonly Passage[] {
  return passages.length > 1 ? passages.slice(1) : passages
}

const sumWholes = remember((clauses: readonly ClauseFeatures[]): Float32Array => {
  const sum = new Float32Array(clauses[0]?.passages[0]?.vector.length ?? 0)
  for (const { passages } of clauses) {
    const vector = passages[0]?.vector
    if (vector === undefined) continue
    for (let index = 0; index < sum.length; index += 1) sum[index] = sum[index]! + (vector[index] ?? 0)
  }
  return sum
})

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!
  return sum
}
