import { buildPdf, PAGE_HEIGHT, PAGE_WIDTH, type PdfRule, type PdfRun } from './pdf.ts'

/** A paragraph and how it is set: `body` with an indent of two characters, wrapped at 28 a line. */
export interface Paragraph {
  readonly text: string
  readonly set: 'centre' | 'left' | 'body' | 'right'
  readonly size?: number
}

/** A ruled table; cells wrap, each row is as high as its longest cell. */
export interface Table {
  /** Of the columns, in characters. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
  /** Leaves out the rules. */
  readonly bare?: boolean
}

const EM = 16
const TABLE_EM = 12
const TABLE_LEADING = TABLE_EM * 1.4
const ROW_PADDING = 8
/** Lines of a row that is kept on one page. */
const SHORT_ROW = 4
const LEFT = 73
const COLUMNS = 28
const LEADING = 28
const TOP = 120
const BOTTOM = 740
/** Signs that do not begin a line. */
const NO_START = '，。、；：）》〕”！？'

/** A document as a word processor prints it: 28 characters a line, running head, page numbers `— 1 —`. */
export function printPdf(
  parts: readonly (Paragraph | Table)[],
  options: { readonly head?: string; readonly numbers?: boolean } = {},
): Uint8Array {
  const printer = new Printer()
  for (const part of parts) {
    if ('rows' in part) printer.table(part)
    else printer.paragraph(part)
  }
  return buildPdf(
    printer.pages.map(({ runs, rules }, index) => ({ runs: [...runs, ...furniture(index, options)], rules })),
  )
}

const LEAST_TABLE_COLUMN = 3
/** Characters across a table, the padding of its cells left out. */
const TABLE_COLUMNS = 36

/** The parts of a normalised text: its head centred up to the recipients, rows as a ruled table, the rest as body. */
export function partsOf(text: string): (Paragraph | Table)[] {
  const parts: (Paragraph | { widths: number[]; rows: string[][] })[] = []
  let head = true
  for (const line of text.split('\n')) {
    if (line.includes('\t')) {
      const row = line.split('\t')
      const last = parts.at(-1)
      const width = Math.max(LEAST_TABLE_COLUMN, Math.floor(TABLE_COLUMNS / row.length) - 1)
      if (last !== undefined && 'rows' in last && last.widths.length === row.length) last.rows.push(row)
      else parts.push({ widths: row.map(() => width), rows: [row] })
      continue
    }
    const recipients = /：$/.test(line)
    if (recipients || /。|^[一二三]、|^（[一二三]）/.test(line)) head = false
    const date = /^\d{4}年\d+月\d+日$/.test(line)
    const set = recipients && line.length < 60 ? 'left' : date ? 'right' : head ? 'centre' : 'body'
    parts.push({ text: line, set })
  }
  return parts
}

function furniture(index: number, options: { readonly head?: string; readonly numbers?: boolean }): PdfRun[] {
  const runs: PdfRun[] = []
  if (options.head !== undefined) runs.push({ x: LEFT, y: PAGE_HEIGHT - 50, text: options.head, size: 10 })
  if (options.numbers) runs.push({ x: PAGE_WIDTH / 2 - 20, y: 50, text: `— ${index + 1} —`, size: 14 })
  return runs
}

/** Width in characters: ASCII counts half. */
function widthOf(text: string): number {
  return text.length - (text.match(/[ -~]/g)?.length ?? 0) / 2
}

/** Breaks a text into lines, as print does: no line begins with a closing sign. */
function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    if (widthOf(line) + widthOf(character) > columns && !NO_START.includes(character)) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  return [...lines, line]
}

function rowHeight(cells: readonly (readonly string[])[]): number {
  return Math.max(...cells.map((lines) => lines.length)) * TABLE_LEADING + ROW_PADDING
}

class Printer {
  readonly pages: { runs: PdfRun[]; rules: PdfRule[] }[] = [{ runs: [], rules: [] }]
  #y = TOP

  paragraph({ text, set, size = EM }: Paragraph): void {
    const columns = (COLUMNS * EM) / size
    // a full-width space holds the place of each character of the indent
    const lines = set === 'body' ? wrap(`\u3000\u3000${text}`, columns) : wrap(text, columns)
    for (const line of lines) {
      this.#room(LEADING)
      const shown = line.trimStart()
      const width = widthOf(shown) * size
      const indent = (line.length - shown.length) * size
      const centre = (PAGE_WIDTH - width) / 2
      const right = LEFT + COLUMNS * EM - width - 2 * size
      const x = set === 'centre' ? centre : set === 'right' ? right : LEFT + indent
      this.#put(x, this.#y, shown, size)
      this.#y += LEADING
    }
  }

  table({ widths, rows, bare = false }: Table): void {
    const lefts = widths.map(
      (_, index) => LEFT + widths.slice(0, index).reduce((sum, width) => sum + (width + 1) * TABLE_EM, 0),
    )
    const right = lefts.at(-1)! + (widths.at(-1)! + 1) * TABLE_EM
    for (const row of rows) {
      let cells = row.map((cell, column) => wrap(cell, widths[column]!))
      // a row that is too high for the page goes on overleaf
      while (cells.some((lines) => lines.length > 0)) {
        if (cells.every((lines) => lines.length <= SHORT_ROW)) this.#room(rowHeight(cells))
        const room = Math.max(1, Math.floor((BOTTOM - this.#y - ROW_PADDING) / TABLE_LEADING))
        this.#row(
          cells.map((lines) => lines.slice(0, room)),
          [...lefts, right],
          bare,
        )
        cells = cells.map((lines) => lines.slice(room))
        if (cells.some((lines) => lines.length > 0)) this.#turn()
      }
    }
    this.#y += LEADING
  }

  #row(cells: readonly (readonly string[])[], xs: readonly number[], bare: boolean): void {
    const height = rowHeight(cells)
    for (const [column, lines] of cells.entries()) {
      // short cells stand in the middle of the row, as word processors set them
      const first = this.#y + (height - lines.length * TABLE_LEADING) / 2 + TABLE_EM
      for (const [index, line] of lines.entries()) {
        this.#put(xs[column]! + TABLE_EM / 2, first + index * TABLE_LEADING, line, TABLE_EM)
      }
    }
    if (!bare) this.#box(xs, this.#y, this.#y + height)
    this.#y += height
  }

  #box(xs: readonly number[], top: number, bottom: number): void {
    const { rules } = this.pages.at(-1)!
    const flip = (y: number) => PAGE_HEIGHT - y
    for (const y of [top, bottom]) rules.push({ from: [xs[0]!, flip(y)], to: [xs.at(-1)!, flip(y)] })
    for (const x of xs) rules.push({ from: [x, flip(top)], to: [x, flip(bottom)] })
  }

  /** Begins a page where the next piece does not fit. */
  #room(height: number): void {
    if (this.#y + height > BOTTOM) this.#turn()
  }

  #turn(): void {
    this.pages.push({ runs: [], rules: [] })
    this.#y = TOP
  }

  #put(x: number, y: number, text: string, size: number): void {
    if (text !== '') this.pages.at(-1)!.runs.push({ x, y: PAGE_HEIGHT - y, text, size })
  }
}
