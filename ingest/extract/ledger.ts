import type { Notice } from '../../src/domain/notice.ts'
import type { TextRange } from '../../src/domain/span.ts'
import { findDates } from '../../src/text/dates.ts'
import { bigrams, containment } from '../../src/text/similarity.ts'
import { type LedgerFact, type Outline, spanOf } from '../values.ts'
import { isAgencyName, splitAgencies } from './agencyNames.ts'
import { type LedgerColumn, readHeader } from './ledgerColumns.ts'

/** Below this share of common character pairs a row belongs to no clause (a ledger rewords little: the seeds' lowest is 0.93). */
const MIN_LIKENESS = 0.5

interface Row {
  readonly range: TextRange
  task: string
  measure: string
  lead: string
  support: string
  deadline: string
}

/** Reads the work ledgers of the annexes and finds the clause that each row belongs to by its wording. */
export function readLedger(outline: Outline): { rows: LedgerFact[]; notices: Notice[] } {
  const rows = outline.annexes.flatMap((annex) => readTable(outline.normal.text, annex.rows))
  mendCutCells(rows)
  const text = outline.normal.text
  const clauses = outline.clauses.map((clause) =>
    bigrams(text.slice(clause.content.start, clause.content.end)),
  )
  const notices: Notice[] = []
  let printed = ''
  const facts = rows.map((row, i): LedgerFact => {
    if (row.task !== '') printed = row.task
    const clause = bestClause(bigrams(row.measure), clauses)
    const owner = clause === null ? undefined : outline.clauses[clause]
    const task = owner === undefined ? printed || null : labelOf(text, owner.node)
    if (owner !== undefined && !sameLabel(printed, owner.node.label)) {
      notices.push({
        code: 'ledger/shifted-label',
        severity: 'WARNING',
        message: `台账第${i + 1}行印作“${printed}”，按措施原文属于“${task}”，以原文为准`,
        span: spanOf(outline.normal, row.range.start, row.range.end),
      })
    }
    if (owner === undefined && clauses.length > 0) {
      notices.push({
        code: 'ledger/no-clause',
        severity: 'WARNING',
        message: `台账第${i + 1}行在正文中没有对应条款`,
        span: spanOf(outline.normal, row.range.start, row.range.end),
      })
    }
    return {
      ordinal: i + 1,
      task,
      measure: row.measure,
      lead: names(row.lead),
      support: names(row.support),
      deadline: findDates(row.deadline).at(-1)?.date ?? null,
      clause,
      range: row.range,
    }
  })
  return { rows: facts, notices }
}

/** The rows below the first header; a header repeated on a new page begins the columns anew. */
function readTable(text: string, lines: readonly TextRange[]): Row[] {
  const rows: Row[] = []
  let columns: LedgerColumn[] | null = null
  for (const range of lines) {
    const cells = text.slice(range.start, range.end).split('\t')
    const header = readHeader(cells)
    if (header !== null) columns = header
    else if (columns !== null) rows.push(readRow(range, cells, columns))
  }
  return rows.filter((row) => row.measure !== '')
}

function readRow(range: TextRange, cells: readonly string[], columns: readonly LedgerColumn[]): Row {
  const cell = (column: LedgerColumn) => {
    const at = columns.indexOf(column)
    return at === -1 ? '' : (cells[at] ?? '').trim()
  }
  return {
    range,
    task: cell('task'),
    measure: cell('measure'),
    lead: cell('lead'),
    support: cell('support'),
    deadline: cell('deadline'),
  }
}

/**
 * A cell that the end of a page cut goes on in the next row's cell, before a blank: `…济南片区` | `管委会、相关区县政府 市工信局…`.
 */
function mendCutCells(rows: readonly Row[]): void {
  rows.forEach((row, i) => {
    const previous = rows[i - 1]
    const [head, ...rest] = row.support.split(' ')
    if (previous === undefined || head === undefined || rest.length === 0) return
    const last = previous.support.split('、').at(-1) ?? ''
    const first = head.split('、')[0] ?? ''
    const cut = last !== '' && !(isAgencyName(last) && isAgencyName(first) && first.length > 4)
    if (!cut) return
    previous.support += head
    row.support = rest.join('、')
  })
}

function names(cell: string): string[] {
  const list = cell.replace(/ /g, '、')
  return splitAgencies(list, { start: 0, end: list.length }).map((part) => list.slice(part.start, part.end))
}

function bestClause(measure: ReadonlySet<string>, clauses: readonly ReadonlySet<string>[]): number | null {
  let best: number | null = null
  let likeness = MIN_LIKENESS
  clauses.forEach((clause, i) => {
    const share = containment(measure, clause)
    if (share > likeness) {
      best = i
      likeness = share
    }
  })
  return best
}

function labelOf(text: string, node: { label: string; title: TextRange | null }): string {
  return node.label + (node.title === null ? '' : text.slice(node.title.start, node.title.end))
}

function sameLabel(printed: string, label: string): boolean {
  return printed === '' || printed.startsWith(label)
}
