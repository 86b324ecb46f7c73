import {
  type CorrespondenceEdge,
  correspondenceId,
  type Evidence,
  type Pair,
} from '../domain/correspondence.ts'
import type { ClauseNode } from '../domain/nodes.ts'
import { comparePairs, type PairTable } from './compare.ts'
import { explainPair } from './evidence.ts'
import type { DocumentFeatures } from './features.ts'
import { at } from './matrix.ts'
import { remember } from './remember.ts'
import { LINK_SCORE, LINKS_PER_CLAUSE, MEASURE_SCORE } from './weights.ts'
import { readRuns, sharedShare } from './wording.ts'

/** How two clauses of different documents compare. */
export interface ScoredPair {
  /** The clause of the first and of the second document given (not sorted by id). */
  readonly clauseIds: Pair<string>
  /** Calibrated, 0 to 1. */
  readonly score: number
  /** Good enough for a link. */
  readonly isLink: boolean
}

/** All clauses of one document against all clauses of another. Depends on nothing but the two documents. */
export interface DocumentComparison {
  /** Every pair, best first. Empty where either document lacks vectors. */
  readonly pairs: readonly ScoredPair[]
  /** The links, best first, with their evidence. */
  readonly links: readonly CorrespondenceEdge[]
  /** The edge of any pair, also of one that is no link: with the degree that comes nearest. Null for a clause of neither document, or without vectors. */
  edgeOf(oneClauseId: string, otherClauseId: string): CorrespondenceEdge | null
}

/**
 * Scores every pair of clauses of two documents; the order of the two does not matter.
 * @param isChained whether one of them implements the other along a chain of citations
 */
export function scorePairs(
  one: DocumentFeatures,
  other: DocumentFeatures,
  isChained: boolean,
): DocumentComparison {
  const isSwapped = other.documentId < one.documentId
  // always in one order, so that not even the last digit depends on who asks
  const table = isSwapped ? comparePairs(other, one, isChained) : comparePairs(one, other, isChained)
  const cells = listCells(table)
  const linked = chooseLinks(cells)
  const pairs = cells.map((cell): ScoredPair => {
    const [first, second] = [table.ones[cell.row]!.clause.id, table.others[cell.column]!.clause.id]
    return {
      clauseIds: isSwapped ? [second, first] : [first, second],
      score: cell.score,
      isLink: linked.has(cell),
    }
  })
  const rows = new Map(table.ones.map(({ clause }, row) => [clause.id, row]))
  const columns = new Map(table.others.map(({ clause }, column) => [clause.id, column]))
  return {
    pairs,
    links: [...linked].map((cell) => toEdge(table, cell, isChained)),
    edgeOf(oneClauseId, otherClauseId) {
      const row = rows.get(oneClauseId) ?? rows.get(otherClauseId)
      const column = columns.get(otherClauseId) ?? columns.get(oneClauseId)
      if (row === undefined || column === undefined) return null
      return toEdge(table, { row, column, score: scoreAt(table, row, column) }, isChained)
    },
  }
}

interface Cell {
  readonly row: number
  readonly column: number
  readonly score: number
}

/** To four decimals, so that stores and machines that differ in the last bits agree. */
function scoreAt({ scores }: PairTable, row: number, column: number): number {
  return Math.round(at(scores, row, column) * 10_000) / 10_000
}

/** Best first, equal ones in the order of the texts. */
function listCells(table: PairTable): readonly Cell[] {
  const cells = table.ones.flatMap((_one, row) =>
    table.others.map((_other, column) => ({ row, column, score: scoreAt(table, row, column) })),
  )
  return cells.sort((a, b) => b.score - a.score || a.row - b.row || a.column - b.column)
}

/** Good pairs that are among the best of at least one of the two clauses. */
function chooseLinks(cells: readonly Cell[]): ReadonlySet<Cell> {
  const ofRow = new Map<number, number>()
  const ofColumn = new Map<number, number>()
  const links = new Set<Cell>()
  for (const cell of cells) {
    if (cell.score < LINK_SCORE) break
    const [inRow, inColumn] = [ofRow.get(cell.row) ?? 0, ofColumn.get(cell.column) ?? 0]
    ofRow.set(cell.row, inRow + 1)
    ofColumn.set(cell.column, inColumn + 1)
    if (Math.min(inRow, inColumn) < LINKS_PER_CLAUSE) links.add(cell)
  }
  return links
}

function toEdge(table: PairTable, { row, column, score }: Cell, isChained: boolean): CorrespondenceEdge {
  const [one, other] = [table.ones[row]!.clause, table.others[column]!.clause]
  const isSwapped = other.id < one.id
  const order = <T>(first: T, second: T): Pair<T> => (isSwapped ? [second, first] : [first, second])
  const clauseIds = order(one.id, other.id)
  const evidence = explainPair(table, row, column, isChained)
  return {
    id: correspondenceId(clauseIds),
    clauseIds,
    documentIds: order(one.documentId, other.documentId),
    degree: score < MEASURE_SCORE ? 'SAME_TOPIC' : 'SAME_MEASURE',
    score,
    certainty: certaintyOf(score),
    sharedWording: order(shareOf(one, other), shareOf(other, one)),
    evidence: evidence.map((item): Evidence => ({ ...item, ranges: order(...item.ranges) })),
  }
}

/** Distance of a score from the nearest border between no link, same topic and same measure; 1 only for a sure measure. */
function certaintyOf(score: number): number {
  const distance = Math.min(Math.abs(score - LINK_SCORE), Math.abs(score - MEASURE_SCORE))
  return Math.min(1, Math.round((distance / (1 - MEASURE_SCORE)) * 100) / 100)
}

function shareOf(own: ClauseNode, other: ClauseNode): number {
  return Math.round(sharedShare(runsOf(own), runsOf(other)) * 100) / 100
}

const runsOf = remember((clause: ClauseNode) => readRuns(textOf(clause)))

function textOf({ text, title }: ClauseNode): string {
  return text === '' ? (title ?? '') : text
}
