import { clauseIndexText } from '../search/index.ts'
import { foldKey } from '../text/fold.ts'
import type { ClauseFeatures } from './features.ts'
import { createMatrix, type Matrix } from './matrix.ts'

/** What parts phrases: pairs of characters do not reach across it. */
const BETWEEN_PHRASES = /[^\p{L}\p{N}]+/u

/**
 * How much specific wording clauses share, 0 to 1: the square root of the cosine of their weighted pairs of neighbouring
 * characters. A pair weighs the more the fewer clauses of the two documents hold it, so that what the documents are about
 * as a whole (药品, 养老) and what every clause says (支持, 加强) counts little. Nothing but the two documents enters: a
 * corpus that grows changes no figure. Pairs of characters, not words: they need no dictionary and see 首台（套） in 首台套;
 * the root keeps a short clause that shares one phrase from passing for a copy.
 */
export function compareWording(ones: readonly ClauseFeatures[], others: readonly ClauseFeatures[]): Matrix {
  const counts = [...ones, ...others].map((features) => characterPairs(clauseIndexText(features.clause)))
  const weigh = weightsOver(counts.map((pairs) => pairs.keys()))
  const vectors = counts.map((pairs) => toUnitVector(pairs, weigh))
  const products = new Float64Array(ones.length * others.length)
  const columnsOf = postingsOf(vectors.slice(ones.length))
  for (const [row, vector] of vectors.slice(0, ones.length).entries()) {
    for (const [pair, weight] of vector) {
      for (const [column, other] of columnsOf.get(pair) ?? []) {
        const index = row * others.length + column
        products[index] = products[index]! + weight * other
      }
    }
  }
  return createMatrix(ones.length, others.length, (row, column) =>
    Math.sqrt(Math.min(1, products[row * others.length + column] ?? 0)),
  )
}

/** How rare a thing is among clauses: the logarithm of the share of those that hold it, 0 for one that nothing holds. */
export function weightsOver(holdings: readonly Iterable<string>[]): (thing: string) => number {
  const holders = new Map<string, number>()
  for (const things of holdings) {
    for (const thing of new Set(things)) holders.set(thing, (holders.get(thing) ?? 0) + 1)
  }
  return (thing) => {
    const count = holders.get(thing)
    return count === undefined ? 0 : Math.log((holdings.length + 1) / count)
  }
}

/** Neighbouring characters within a phrase, and how often they occur; width, case and traditional print are folded before. */
export function characterPairs(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>()
  for (const phrase of text.normalize('NFKC').toLowerCase().split(BETWEEN_PHRASES)) {
    for (let index = 0; index + 1 < phrase.length; index += 1) {
      const pair = phrase.slice(index, index + 2)
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  }
  return pairs
}

function toUnitVector(
  pairs: ReadonlyMap<string, number>,
  weigh: (pair: string) => number,
): ReadonlyMap<string, number> {
  const weights = [...pairs].map(([pair, count]) => [pair, (1 + Math.log(count)) * weigh(pair)] as const)
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0))
  return new Map(weights.map(([pair, weight]) => [pair, length === 0 ? 0 : weight / length]))
}

function postingsOf(
  vectors: readonly ReadonlyMap<string, number>[],
): ReadonlyMap<string, readonly (readonly [column: number, weight: number])[]> {
  const postings = new Map<string, [number, number][]>()
  for (const [column, vector] of vectors.entries()) {
    for (const [pair, weight] of vector) {
      const list = postings.get(pair)
      if (list === undefined) postings.set(pair, [[column, weight]])
      else list.push([column, weight])
    }
  }
  return postings
}

/** Wording of this many characters in the same order counts as taken over; shorter runs are set phrases. */
const TAKEN_OVER = 8

/** Share of the first text's characters that stand in a run of eight or more in the second too, without punctuation; 0 to 1. */
export function sharedShare(text: string, other: string): number {
  const [own, theirs] = [foldKey(text), foldKey(other)]
  const runs = new Set<string>()
  for (let index = 0; index + TAKEN_OVER <= theirs.length; index += 1)
    runs.add(theirs.slice(index, index + TAKEN_OVER))
  let [covered, coveredUntil] = [0, 0]
  for (let index = 0; index + TAKEN_OVER <= own.length; index += 1) {
    if (!runs.has(own.slice(index, index + TAKEN_OVER))) continue
    covered += index + TAKEN_OVER - Math.max(index, coveredUntil)
    coveredUntil = index + TAKEN_OVER
  }
  return own.length === 0 ? 0 : covered / own.length
}
