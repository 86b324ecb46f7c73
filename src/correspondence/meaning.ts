import type { Passage } from '../domain/bundle.ts'
import type { ClauseFeatures } from './features.ts'
import { createMatrix, type Matrix } from './matrix.ts'

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

/** Compares all clauses of two documents; every clause has passages. */
export function compareMeaning(
  ones: readonly ClauseFeatures[],
  others: readonly ClauseFeatures[],
): MeaningSimilarity {
  const columns = others.map(windowsOf)
  const best = new Float64Array(ones.length * others.length)
  const aligned = createMatrix(ones.length, others.length, (row, column) => {
    const { mean, greatest } = align(windowsOf(ones[row]!), columns[column]!)
    best[row * others.length + column] = greatest
    return mean
  })
  return { aligned, best: { rows: ones.length, columns: others.length, values: best } }
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
  const [a, b] = [sumOfWholes(ones), sumOfWholes(others)]
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

/** A clause that is one window has only its whole. */
function windowsOf({ passages }: ClauseFeatures): readonly Passage[] {
  return passages.length > 1 ? passages.slice(1) : passages
}

function align(
  ones: readonly Passage[],
  others: readonly Passage[],
): { readonly mean: number; readonly greatest: number } {
  const bestOfOther = new Float64Array(others.length).fill(-1)
  let [sumOfOnes, greatest] = [0, -1]
  for (const { vector } of ones) {
    let bestOfOne = -1
    for (const [index, other] of others.entries()) {
      const cosine = dot(vector, other.vector)
      if (cosine > bestOfOne) bestOfOne = cosine
      if (cosine > bestOfOther[index]!) bestOfOther[index] = cosine
    }
    sumOfOnes += bestOfOne
    if (bestOfOne > greatest) greatest = bestOfOne
  }
  const sumOfOthers = bestOfOther.reduce((sum, cosine) => sum + cosine, 0)
  return { mean: (sumOfOnes / ones.length + sumOfOthers / others.length) / 2, greatest }
}

function sumOfWholes(clauses: readonly ClauseFeatures[]): Float32Array {
  const sum = new Float32Array(clauses[0]?.passages[0]?.vector.length ?? 0)
  for (const { passages } of clauses) {
    const vector = passages[0]?.vector
    if (vector === undefined) continue
    for (let index = 0; index < sum.length; index += 1) sum[index] = sum[index]! + (vector[index] ?? 0)
  }
  return sum
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!
  return sum
}
