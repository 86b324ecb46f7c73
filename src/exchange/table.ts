import type { OutputLanguage } from './language.ts'
import type { Table } from './table/model.ts'

export type { Cell, Column, Table } from './table/model.ts'

export const TABLE_FORMATS = ['csv', 'xlsx', 'md'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

export const TABLE_MEDIA_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown; charset=utf-8',
}

/**
 * Writes tables piece by piece: XLSX has a sheet and Markdown a section for each of them, CSV takes one table
 * (several follow one another with an empty line between).
 */
export async function* writeTables(
  tables: readonly Table[],
  format: TableFormat,
  language: OutputLanguage = 'zh',
): AsyncGenerator<Uint8Array> {
  if (format === 'xlsx') {
    // 1.5 MB of modules that most processes never need
    const { writeXlsx } = await import('./table/xlsx.ts')
    yield* writeXlsx(tables, language)
  } else if (format === 'csv') {
    const { writeCsv } = await import('./table/csv.ts')
    yield* writeCsv(tables, language)
  } else {
    const { writeMarkdown } = await import('./table/markdown.ts')
    yield* writeMarkdown(tables, language)
  }
}
