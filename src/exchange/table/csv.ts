import { stringify } from 'csv-stringify/sync'
import type { OutputLanguage } from '../language.ts'
import { cellText, inBatches, type Table } from './model.ts'

/** Excel takes a CSV file without it for the system's own encoding and garbles Chinese. */
const BYTE_ORDER_MARK = '\ufeff'
const ROWS_AT_ONCE = 500

/**
 * RFC 4180 with a byte order mark. A cell that a spreadsheet would run as a formula (one that begins with = + - @, a tab or
 * a carriage return, in full width too) begins with an apostrophe instead (OWASP, CSV Injection); numbers stay numbers.
 */
export async function* writeCsv(
  tables: readonly Table[],
  language: OutputLanguage,
): AsyncGenerator<Uint8Array> {
  for (const [position, table] of tables.entries()) {
    yield Buffer.from(position === 0 ? BYTE_ORDER_MARK : '\r\n')
    yield toCsv([table.columns.map(({ title }) => title[language])])
    for await (const rows of inBatches(table.rows, ROWS_AT_ONCE)) {
      yield toCsv(rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : cellText(cell)))))
    }
  }
}

function toCsv(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  return Buffer.from(
    stringify(rows as (string | number)[][], {
      escape_formulas: true,
      quoted_match: /[\r\n]/,
      record_delimiter: '\r\n',
    }),
  )
}
