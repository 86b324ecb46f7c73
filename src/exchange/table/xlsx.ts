import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import exceljs from 'exceljs'
import { ZhengmaiError } from '../../errors/error.ts'
import type { OutputLanguage } from '../language.ts'
import { withoutForbidden } from '../xml.ts'
import { type Cell, cellText, inBatches, type Table } from './model.ts'

/** Limits of Excel ("Excel specifications and limits", Microsoft). */
const MAX_ROWS = 1_048_576
const MAX_CELL = 32_767
const MAX_LINKS = 65_530
const MAX_SHEET_NAME = 31
const DEFAULT_WIDTH = 16
const ROWS_AT_ONCE = 500
const CUT_MARK = '…（余下略）'

type WorkbookWriter = exceljs.stream.xlsx.WorkbookWriter
type WorksheetWriter = ReturnType<WorkbookWriter['addWorksheet']>

/**
 * One sheet for each table, its header frozen and filterable; a table longer than a sheet goes on in the next one. Text is
 * written as text, so no cell is run as a formula. A cell longer than Excel takes is cut with a mark.
 */
export async function* writeXlsx(
  tables: readonly Table[],
  language: OutputLanguage,
): AsyncGenerator<Uint8Array> {
  const output = new PassThrough()
  const writing = fill(output, tables, language)
  // told to the reader of the bytes; the promise itself is awaited below
  writing.catch((error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))))
  try {
    for await (const piece of output) yield piece as Uint8Array
    await writing
  } finally {
    output.destroy()
  }
}

async function fill(output: PassThrough, tables: readonly Table[], language: OutputLanguage): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: false,
  })
  workbook.creator = 'zhengmai'
  const names = new Set<string>()
  for (const table of tables) await fillSheets(workbook, table, language, names, output)
  await workbook.commit()
}

async function fillSheets(
  workbook: WorkbookWriter,
  table: Table,
  language: OutputLanguage,
  names: Set<string>,
  output: PassThrough,
): Promise<void> {
  let sheet = addSheet(workbook, table, language, names)
  let [rows, links] = [1, 0]
  for await (const batch of inBatches(table.rows, ROWS_AT_ONCE)) {
    for (const cells of batch) {
      if (rows === MAX_ROWS) {
        sheet.commit()
        sheet = addSheet(workbook, table, language, names)
        rows = 1
        links = 0
      }
      const values = cells.map((cell) => {
        const isLink = cell !== null && typeof cell === 'object'
        if (isLink) links += 1
        return toValue(cell, isLink && links <= MAX_LINKS)
      })
      sheet.addRow(values).commit()
      rows += 1
    }
    // the sheet's own stream knows no back pressure; it passes on what it holds in the next turn
    await nextTurn()
    if (output.writableNeedDrain) await Promise.race([once(output, 'drain'), once(output, 'close')])
    if (output.destroyed) throw new ZhengmaiError('UNAVAILABLE', '已中断')
  }
  sheet.commit()
}

function addSheet(
  workbook: WorkbookWriter,
  { name, columns }: Table,
  language: OutputLanguage,
  names: Set<string>,
): WorksheetWriter {
  const sheet = workbook.addWorksheet(sheetName(name[language], names), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.columns = columns.map(({ title, width }) => ({
    header: clean(title[language]),
    width: width ?? DEFAULT_WIDTH,
    style: { alignment: { vertical: 'top', wrapText: (width ?? DEFAULT_WIDTH) > 2 * DEFAULT_WIDTH } },
  }))
  sheet.getRow(1).font = { bold: true }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(columns.length, 1) } }
  return sheet
}

/** Without the characters that Excel forbids, short enough, and unlike the others. */
function sheetName(name: string, taken: Set<string>): string {
  const base = clean(name)
    .replace(/[\\/*?:[\]]/g, ' ')
    .slice(0, MAX_SHEET_NAME - 4)
  let unique = base
  for (let n = 2; taken.has(unique.toLowerCase()); n += 1) unique = `${base} ${n}`
  taken.add(unique.toLowerCase())
  return unique
}

function toValue(cell: Cell, asLink: boolean): exceljs.CellValue {
  if (cell === null || typeof cell === 'number') return cell
  const text = clean(cellText(cell))
  return asLink && typeof cell === 'object' ? { text, hyperlink: clean(cell.url) } : text
}

function clean(text: string): string {
  const legal = withoutForbidden(text)
  return legal.length <= MAX_CELL ? legal : `${legal.slice(0, MAX_CELL - CUT_MARK.length)}${CUT_MARK}`
}
