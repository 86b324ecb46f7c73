import type { Localised } from '../language.ts'

/** A cell that leads somewhere: a link in XLSX and Markdown, its text alone in CSV. */
export interface LinkCell {
  readonly text: string
  readonly url: string
}
export type Cell = string | number | null | LinkCell

export interface Column {
  readonly title: Localised
  /** Width in XLSX, in characters (a Chinese one counts two); 16 where absent. */
  readonly width?: number
}

/** A table to be written as CSV, XLSX or Markdown; its rows may come page by page. */
export interface Table {
  /** Name of the sheet and heading in Markdown. */
  readonly name: Localised
  readonly columns: readonly Column[]
  /** Cells in the order of the columns. */
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
}

/** The words of a cell. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.text : String(cell)
}

/** Rows in batches, so that a writer turns a few hundred of them at once into bytes. */
export async function* inBatches(rows: Table['rows'], size: number): AsyncGenerator<(readonly Cell[])[]> {
  let batch: (readonly Cell[])[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
