import { clauseIndexText } from '../search/index.ts'
import { foldKey } from '../text/fold.ts'
import type { ClauseFeatures } from './features.ts'
import { createMatrix, type Matrix } from './matrix.ts'
import { remember } from './remember.ts'

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
  const [own, theirs] = [countPairs(ones), countPairs(others)]
  const clauses = ones.length + others.length
  const rows = weighPairs(own, theirs, clauses)
  const columnsOf = postingsOf(weighPairs(theirs, own, clauses), theirs)
  // where each pair of characters of the one stands in the other's list
  const places = own.codes.map((code) => theirs.places.get(code))
  const products = new Float64Array(ones.length * others.length)
  for (let row = 0; row < ones.length; row += 1) {
    for (let entry = own.starts[row]!; entry < own.starts[row + 1]!; entry += 1) {
      const place = places[own.pairs[entry]!]
      if (place === undefined) continue
      const weight = rows[entry]!
      const { columns, weights } = columnsOf[place]!
      for (let i = 0; i < columns.length; i += 1) {
        const index = row * others.length + columns[i]!
        products[index] = products[index]! + weight * weights[i]!
      }
    }
  }
  return createMatrix(ones.length, others.length, (row, column) =>
    Math.sqrt(Math.min(1, products[row * others.length + column] ?? 0)),
  )
}

/** The pairs of characters of all clauses of one document, each named by its place in the list of all of them. */
interface PairCounts {
  /** The two UTF-16 units of each pair as one number. */
  readonly codes: readonly number[]
  readonly places: ReadonlyMap<number, number>
  /** Number of clauses that hold each pair, by place. */
  readonly holders: readonly number[]
  /** The pairs (places) of one clause after the other, and how often each occurs there. */
  readonly pairs: readonly number[]
  readonly frequencies: readonly number[]
  /** First entry of each clause, and after the last clause the number of entries. */
  readonly starts: readonly number[]
}

const countPairs = remember((clauses: readonly ClauseFeatures[]): PairCounts => {
  const codes: number[] = []
  const places = new Map<number, number>()
  const holders: number[] = []
  const [pairs, frequencies, starts] = [[] as number[], [] as number[], [0]]
  for (const { clause } of clauses) {
    for (const [pair, count] of characterPairs(clauseIndexText(clause))) {
      const code = (pair.charCodeAt(0) << 16) | pair.charCodeAt(1)
      let place = places.get(code)
      if (place === undefined) {
        place = codes.push(code) - 1
        places.set(code, place)
      }
      holders[place] = (holders[place] ?? 0) + 1
      pairs.push(place)
      frequencies.push(1 + Math.log(count))
    }
    starts.push(pairs.length)
  }
  return { codes, places, holders, pairs, frequencies, starts }
})

/** Each entry's weight in its clause, whose weights have length 1. @param clauses number of clauses of both documents */
function weighPairs(own: PairCounts, other: PairCounts, clauses: number): Float64Array {
  const rarities = own.codes.map((code, place) => {
    const elsewhere = other.places.get(code)
    const holders = own.holders[place]! + (elsewhere === undefined ? 0 : other.holders[elsewhere]!)
    return Math.log((clauses + 1) / holders)
  })
  const weights = new Float64Array(own.pairs.length)
  for (let clause = 0; clause + 1 < own.starts.length; clause += 1) {
    const [start, end] = [own.starts[clause]!, own.starts[clause + 1]!]
    let squares = 0
    for (let entry = start; entry < end; entry += 1) {
      const weight = own.frequencies[entry]! * rarities[own.pairs[entry]!]!
      weights[entry] = weight
      squares += weight * weight
    }
    const length = Math.sqrt(squares)
    for (let entry = start; entry < end; entry += 1)
      weights[entry] = length === 0 ? 0 : weights[entry]! / length
  }
  return weights
}

/** By place: the clauses that hold a pair, and its weight there. */
function postingsOf(
  weights: Float64Array,
  { codes, pairs, starts }: PairCounts,
): readonly { readonly columns: readonly number[]; readonly weights: readonly number[] }[] {
  const postings = codes.map(() => ({ columns: [] as number[], weights: [] as number[] }))
  for (let column = 0; column + 1 < starts.length; column += 1) {
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
      const posting = postings[pairs[entry]!]!
      posting.columns.push(column)
      posting.weights.push(weights[entry]!)
    }
  }
  return postings
}

/** How many of the holdings hold each thing. */
export function countHolders(holdings: readonly Iterable<string>[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>()
  for (const things of holdings) {
    for (const thing of new Set(things)) holders.set(thing, (holders.get(thing) ?? 0) + 1)
  }
  return holders
}

/** How rare a thing is among clauses: the logarithm of the share of those that hold it. */
export function rarityOf(holders: number, clauses: number): number {
  return holders === 0 ? 0 : Math.log((clauses + 1) / holders)
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

/** Wording of this many characters in the same order counts as taken over; shorter runs are set phrases. */
const TAKEN_OVER = 8

/** A text without punctuation, and the runs of eight characters in it as numbers, which few other runs have. */
export interface Runs {
  readonly key: string
  readonly hashes: Int32Array
  readonly distinct: ReadonlySet<number>
}

export function readRuns(text: string): Runs {
  const key = foldKey(text)
  const hashes = new Int32Array(Math.max(0, key.length - TAKEN_OVER + 1))
  for (let start = 0; start < hashes.length; start += 1) {
    let hash = 0
    for (let i = start; i < start + TAKEN_OVER; i += 1)
      hash = (Math.imul(hash, HASH_FACTOR) + key.charCodeAt(i)) | 0
    hashes[start] = hash
  }
  return { key, hashes, distinct: new Set(hashes) }
}

/** Odd and large, so that each of eight characters reaches all 32 bits. */
const HASH_FACTOR = 0x01_00_01_93

/** Share of the first text's characters that stand in a run of eight or more in the second too, without punctuation; 0 to 1. */
export function sharedShare(own: Runs, theirs: Runs): number {
  let [covered, coveredUntil] = [0, 0]
  for (let index = 0; index < own.hashes.length; index += 1) {
    if (!theirs.distinct.has(own.hashes[index]!)) continue
    // two runs may have one number
    if (!theirs.key.includes(own.key.slice(index, index + TAKEN_OVER))) continue
    covered += index + TAKEN_OVER - Math.max(index, coveredUntil)
    coveredUntil = index + TAKEN_OVER
  }
  return own.key.length === 0 ? 0 : covered / own.key.length
}
