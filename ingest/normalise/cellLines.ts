import type { Edit } from '../../src/text/edits.ts'
import { filledLines, isBodyName, isRow, type Line } from './lines.ts'
import { isPageMark } from './pageMarks.ts'
import { NOTHING, type Step } from './step.ts'

/** The first heading of a table that was printed one cell a line. */
const FIRST_HEADING = /^(?:序号|编号|项次)$/
/** Headings of columns, as ledgers and indicator tables have them. */
const HEADING =
  /任务|事项|措施|举措|内容|目标|指标|项目|类别|单位|部门|机构|主体|时限|时间|期限|进度|责任|牵头|配合|属性|备注|领导|联系|名称|年/
const LONGEST_HEADING = 14
const FEWEST_COLUMNS = 3
const MOST_COLUMNS = 12
/** One numbered row alone may be anything. */
const FEWEST_ROWS = 2

/** Headings of columns that name bodies. */
const PARTY = /(?:单位|部门|机构|主体)$/
/** A cell that goes on in the next line, or a line that goes on with a cell. */
const OPEN_END = /[、，；（]$/
const CONTINUED = /^[、，；）]/

/**
 * A table whose cells stand on lines of their own, as a page copied as text has it: 序号 ⏎ 任务 ⏎ 单位 ⏎ 1 ⏎ … becomes rows with
 * tabs, where every row has a line for each heading; a list of bodies may run over several lines.
 */
export const cellLines: Step = {
  name: 'cellLines',
  run(text) {
    if (!/序号|编号|项次/.test(text)) return NOTHING
    const lines = filledLines(text)
    const edits: Edit[] = []
    for (let at = 0; at < lines.length; at++) {
      const columns = columnsAt(lines, at)
      if (columns === null) continue
      const header = lines.slice(at, at + columns)
      const { rows, next } = rowsBelow(lines, at + columns, header)
      if (rows.length < FEWEST_ROWS) continue
      for (const row of [header.map((line) => [line]), ...rows]) join(row, edits)
      at = next - 1
    }
    return { edits, notices: [] }
  },
}

/** How many headings stand from there on, down to the line with the number of the first row; null for no table. */
function columnsAt(lines: readonly Line[], at: number): number | null {
  if (!FIRST_HEADING.test(lines[at]?.text ?? '')) return null
  for (let columns = 1; columns <= MOST_COLUMNS; columns++) {
    const line = lines[at + columns]
    if (line === undefined) return null
    if (line.text === '1') return columns >= FEWEST_COLUMNS ? columns : null
    if (line.text.length > LONGEST_HEADING || !HEADING.test(line.text) || isRow(line.raw)) return null
  }
  return null
}

/**
 * The rows from there on, each its cells, each cell its lines, and where they end; none where a row does not fit the
 * headings. A page that ends between two rows may print its number and the headings anew.
 */
function rowsBelow(lines: readonly Line[], from: number, header: readonly Line[]): Rows {
  const rows: Line[][][] = []
  // two columns of bodies beside each other leave open where one ends
  const listed = header.filter(({ text }) => PARTY.test(text)).length === 1
  let ordinal = 0
  let at = from
  for (;;) {
    const page = pageBreak(lines, at, header)
    if (lines[page.next]?.text !== String(ordinal + 1)) break
    const { cells, end } = cellsFrom(lines, page.next, {
      columns: header.length,
      ordinal: ordinal + 1,
      listed,
    })
    if (cells.length < header.length) break
    if (page.header !== null) rows.push(page.header)
    rows.push(cells)
    ordinal++
    at = end
  }
  // a number inside or right behind the last row shows that a row lost or gained a line
  const rest = lines.slice(at, at + header.length)
  return { rows: rest.some(({ text }) => text === String(ordinal + 1)) ? [] : rows, next: at }
}
interface Rows {
  readonly rows: Line[][][]
  /** Index of the first line after them. */
  readonly next: number
}

function cellsFrom(
  lines: readonly Line[],
  at: number,
  { columns, ordinal, listed }: { columns: number; ordinal: number; listed: boolean },
) {
  const next = String(ordinal + 1)
  const cells: Line[][] = []
  let end = at
  for (; end < lines.length && end < at + MOST_LINES; end++) {
    const line = lines[end] as Line
    if (isRow(line.raw) || (line.text === next && cells.length >= columns)) break
    const last = cells.at(-1)?.at(-1)
    if (last !== undefined && end > at + 1 && continues(last, line, listed)) cells.at(-1)?.push(line)
    else if (cells.length === columns) break
    else cells.push([line])
  }
  return { cells, end }
}

/** The end of a page before a row: `— 4 —` and the headings, both of which may be missing. */
function pageBreak(lines: readonly Line[], at: number, header: readonly Line[]) {
  const first = isPageMark(lines[at]?.text ?? '') ? at + 1 : at
  const repeated = lines.slice(first, first + header.length)
  const same = repeated.length === header.length && repeated.every(({ text }, i) => text === header[i]?.text)
  if (same) return { header: repeated.map((line) => [line]), next: first + header.length }
  return { header: null, next: first }
}

/** A row has no more lines. */
const MOST_LINES = 40

function continues(above: Line, line: Line, listed: boolean): boolean {
  if (OPEN_END.test(above.text) || CONTINUED.test(line.text)) return true
  return listed && isBodyName(above.text) && isBodyName(line.text)
}

function join(row: readonly (readonly Line[])[], edits: Edit[]): void {
  let above: Line | undefined
  for (const cell of row) {
    cell.forEach((line, i) => {
      if (above !== undefined)
        edits.push({ ...between(above, line), insert: i === 0 ? '\t' : jointOf(above, line) })
      above = line
    })
  }
}

/** Two bodies below each other are a list. */
function jointOf(above: Line, line: Line): string {
  return OPEN_END.test(above.text) || CONTINUED.test(line.text) ? '' : '、'
}

function between(above: Line, line: Line) {
  const start = above.end - (above.raw.length - above.raw.trimEnd().length)
  return { start, end: line.start + (line.raw.length - line.raw.trimStart().length) }
}
