import type { TextRange } from '../../src/domain/span.ts'
import { isAgencyName } from './agencyNames.ts'
import { type LedgerColumn, readHeader, readTwoRowHeader } from './ledgerColumns.ts'

/** A row of a ledger by its columns, as printed. */
export interface LedgerRow {
  range: TextRange
  task: string
  measure: string
  lead: string
  responsible: string
  support: string
  deadline: string
  /** Counts the tables and their parts below a heading across all columns; no merged cell reaches into the next one. */
  readonly table: number
}

/** Lines between two rows that end a table: a heading across all columns is one. */
const LONGEST_GAP = 2
const MARKDOWN_ROW = /^\|.*\|$/
const MARKDOWN_RULE = /^\|[\s:|-]+\|$/
/** The first heading of any table: 序号, 姓名; where it is no ledger's, the rows below are not either. */
const FIRST_HEADING = /^(?:序号|编号|姓名|名称|单位)$/

/**
 * The rows of all ledgers of a text: lines with tabs or Markdown rows below a header that names a task and who does it. A
 * header repeated on a new page begins the columns anew.
 */
export function readLedgerTables(text: string): LedgerRow[] {
  const rows: LedgerRow[] = []
  let columns: LedgerColumn[] | null = null
  let table = 0
  let gap = 0
  let above: readonly string[] | null = null
  for (const range of linesOf(text)) {
    const cells = cellsOf(text.slice(range.start, range.end))
    // 责任分工 over 牵头单位 | 配合单位: a second row of headings says what the first left open
    const merged = above === null || cells === null ? null : readTwoRowHeader(above, cells)
    above = cells
    if (merged !== null) {
      columns = merged
      continue
    }
    if (cells === null) {
      gap += 1
      if (gap > LONGEST_GAP) columns = null
      continue
    }
    if (cells.length === 0) continue
    const header = readHeader(cells)
    if (columns === null || (gap > 0 && header === null)) table += 1
    gap = 0
    if (header !== null) columns = header
    else if (cells.some((cell) => FIRST_HEADING.test(cell))) columns = null
    else if (columns !== null) {
      const aligned = align(cells, columns)
      const row = readRow(range, aligned, columns, table)
      const last = rows.at(-1)
      if (last?.table === table && isUnnumbered(aligned, columns) && goesOn(last, row)) {
        for (const column of FILLED) last[column] += row[column]
        last.range = { start: last.range.start, end: range.end }
        continue
      }
      if (row.measure === '' && row.lead + row.responsible + row.support === '') table += 1
      rows.push(row)
    }
  }
  return fillMerged(rows.filter((row) => row.measure !== ''))
}

/** Columns whose cells are read. */
const FILLED = ['task', 'measure', 'lead', 'responsible', 'support', 'deadline'] as const
const PARTIES = ['lead', 'responsible', 'support'] as const

/** In a table whose rows are numbered, one without a number: of merged cells, or the rest of the row above. */
function isUnnumbered(cells: readonly string[], columns: readonly LedgerColumn[]): boolean {
  const at = columns.indexOf('ordinal')
  return at >= 0 && (cells[at] ?? '').trim() === ''
}

/**
 * The second line of cells that were too narrow for their words: each goes on one above it, and a list, a name or a date
 * that was broken off says so: 县发展和改革局、 | 县财政局; 县环境保护 | 局; 2010年 | 10月底前.
 */
function goesOn(above: LedgerRow, row: LedgerRow): boolean {
  const filled = FILLED.filter((column) => row[column] !== '')
  if (filled.some((column) => above[column] === '' || /[。；]$/.test(above[column]))) return false
  const parties = PARTIES.filter((column) => row[column] !== '')
  if (!parties.every((column) => isBroken(above[column], row[column]))) return false
  return parties.length > 0 || (/年$/.test(above.deadline) && /^\d{1,2}月/.test(row.deadline))
}

/** Whether a list of agencies was cut between or within its names. */
function isBroken(above: string, below: string): boolean {
  if (/[、，]$/.test(above)) return true
  const last = above.split(/[、，\s]/).at(-1) ?? ''
  const first = below.split(/[、，\s]/)[0] ?? ''
  return isAgencyName(last + first) && !(isAgencyName(last) && isAgencyName(first))
}

export function linesOf(text: string): TextRange[] {
  const lines: TextRange[] = []
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    if (end > start) lines.push({ start, end })
    start = end + 1
  }
  return lines
}

/** The cells of a row; null where the line is none, empty for the rule below a Markdown header. */
export function cellsOf(line: string): string[] | null {
  if (line.includes('\t')) return line.split('\t')
  const bare = line.trim()
  if (!MARKDOWN_ROW.test(bare)) return null
  return MARKDOWN_RULE.test(bare) ? [] : bare.slice(1, -1).split('|')
}

/** Cells merged with those above may be left out instead of left empty; then the row ends with the table. */
function align(cells: readonly string[], columns: readonly LedgerColumn[]): readonly string[] {
  const missing = columns.length - cells.length
  if (missing <= 0) return cells
  const shifted = [...Array<string>(missing).fill(''), ...cells]
  return parties(shifted, columns) > parties(cells, columns) ? shifted : cells
}

/** How many of the cells that should name agencies do. */
function parties(cells: readonly string[], columns: readonly LedgerColumn[]): number {
  return columns.filter((column, i) => {
    const cell = (cells[i] ?? '').trim()
    const party = column === 'lead' || column === 'responsible' || column === 'support'
    return party && isAgencyName(cell.split(/[、，\s]/)[0] ?? '')
  }).length
}

function readRow(
  range: TextRange,
  cells: readonly string[],
  columns: readonly LedgerColumn[],
  table: number,
): LedgerRow {
  const cell = (column: LedgerColumn) => {
    const at = columns.indexOf(column)
    return at === -1 ? '' : (cells[at] ?? '').trim()
  }
  return {
    range,
    table,
    task: cell('task'),
    // the tab behind a number may be lost: 6落实资金
    measure:
      cell('ordinal') === '' ? cell('measure').replace(/^\d{1,3}(?=\p{Script=Han})/u, '') : cell('measure'),
    lead: cell('lead'),
    responsible: cell('responsible'),
    support: cell('support'),
    deadline: cell('deadline'),
  }
}

/**
 * A row without any party has those of the row above: their cells are merged over both. A row that names only who takes part
 * has the lead of the row above: no task is without one.
 */
function fillMerged(rows: LedgerRow[]): LedgerRow[] {
  rows.forEach((row, i) => {
    const above = rows[i - 1]
    if (above === undefined || above.table !== row.table) return
    if (row.lead !== '') return
    // beside a column of 牵头单位 the one of 责任单位 says who else takes part
    if (row.responsible !== '' && above.lead === '') return
    const all = row.support + row.responsible === ''
    row.lead = above.lead
    if (row.responsible === '') row.responsible = above.lead === '' || all ? above.responsible : ''
    if (all) row.support = above.support
    if (all && row.deadline === '') row.deadline = above.deadline
  })
  return rows
}
