import type { ClauseFeatures, DocumentFeatures } from './features.ts'
import { isFormula } from './formulas.ts'
import { findLeadPair } from './functions.ts'
import { at, createMatrix, gapToBest, type Matrix } from './matrix.ts'
import { compareFields, compareMeaning } from './meaning.ts'
import { remember } from './remember.ts'
import { AFFINITY, fieldPenalty, type Signals, weigh } from './weights.ts'
import { compareWording, countHolders, rarityOf } from './wording.ts'

/** All pairs of clauses of two documents with their signals. */
export interface PairTable {
  readonly ones: readonly ClauseFeatures[]
  readonly others: readonly ClauseFeatures[]
  readonly bestWindow: Matrix
  readonly scores: Matrix
  /** Of the documents' fields: cosine, and what it takes off the logit. */
  readonly fieldSimilarity: number
  readonly penalty: number
  signalsOf(row: number, column: number): Signals
  /** How rare a word is among the clauses of both documents. */
  weighTerm(term: string): number
}

/** Clauses without vectors are left out. */
export function comparePairs(one: DocumentFeatures, other: DocumentFeatures, isChained: boolean): PairTable {
  const [ones, others] = [chooseClauses(one), chooseClauses(other)]
  const { aligned, best: bestWindow } = compareMeaning(ones, others)
  const wording = compareWording(ones, others)
  const affinity = createMatrix(
    ones.length,
    others.length,
    (row, column) =>
      AFFINITY.bestWindow * at(bestWindow, row, column) + AFFINITY.wording * at(wording, row, column),
  )
  const standing = gapToBest(affinity)
  const signalsOf = (row: number, column: number): Signals => ({
    meaning: at(aligned, row, column),
    wording: at(wording, row, column),
    standing: at(standing, row, column),
    leads: findLeadPair(ones[row]!, others[column]!)?.isSame === true ? 1 : 0,
  })
  const isEmpty = ones.length === 0 || others.length === 0
  const fieldSimilarity = isEmpty ? 0 : compareFields(ones, others)
  const penalty = fieldPenalty(fieldSimilarity, isChained)
  const [oneFormulas, otherFormulas] = [findFormulas(ones), findFormulas(others)]
  const scores = createMatrix(ones.length, others.length, (row, column) =>
    oneFormulas[row] || otherFormulas[column] ? 0 : weigh(signalsOf(row, column), penalty),
  )
  const weighTerm = (term: string) => {
    // only where there is a link to explain
    const holders = (countTerms(ones).get(term) ?? 0) + (countTerms(others).get(term) ?? 0)
    return rarityOf(holders, ones.length + others.length)
  }
  return { ones, others, bestWindow, scores, fieldSimilarity, penalty, signalsOf, weighTerm }
}

const chooseClauses = remember(({ clauses }: DocumentFeatures) =>
  clauses.filter(({ passages }) => passages.length > 0),
)
const findFormulas = remember((clauses: readonly ClauseFeatures[]) =>
  clauses.map(({ clause }) => isFormula(clause)),
)
const countTerms = remember((clauses: readonly ClauseFeatures[]) =>
  countHolders(clauses.map(({ tokens }) => tokens)),
)
