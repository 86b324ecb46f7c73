import type { OutputLanguage } from '../language.ts'
import { type Cell, inBatches, type Table } from './model.ts'

const ROWS_AT_ONCE = 500

/** GitHub-flavoured tables, one section each. */
export async function* writeMarkdown(
  tables: readonly Table[],
  language: OutputLanguage,
): AsyncGenerator<Uint8Array> {
  for (const [position, { name, columns, rows }] of tables.entries()) {
    const head = columns.map(({ title }) => escapeMarkdown(title[language]))
    const heading = `${position === 0 ? '' : '\n'}## ${escapeMarkdown(name[language])}\n\n`
    yield Buffer.from(`${heading}${toLine(head)}${toLine(head.map(() => '---'))}`)
    for await (const batch of inBatches(rows, ROWS_AT_ONCE)) {
      yield Buffer.from(batch.map((row) => toLine(row.map(toMarkdown))).join(''))
    }
  }
}

function toLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

function toMarkdown(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return escapeMarkdown(String(cell))
  return `[${escapeMarkdown(cell.text)}](<${cell.url.replace(/[<>\s|]/gu, encodeURIComponent)}>)`
}

/** Characters that would end a cell or begin markup; a line break would end the row. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/gu, '\\$&').replace(/\r\n?|\n/gu, '<br>')
}
