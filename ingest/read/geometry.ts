/** A piece of text at its place on a page; lengths in any one unit, y grows downward. */
export interface PlacedText {
  /** Index into the pages. */
  readonly page: number
  /** Left edge. */
  readonly x: number
  /** Baseline. */
  readonly y: number
  /** Height of the type, an em. */
  readonly size: number
  readonly width: number
  readonly text: string
  /** A row of a table as its rules show it: stands alone on its line, cells separated by tabs. */
  readonly row?: true
}

export interface PageSize {
  readonly width: number
  readonly height: number
}

/** A printed line: its pieces joined, cells separated by tabs. */
export interface PrintedLine {
  readonly page: number
  readonly x: number
  /** Right edge. */
  readonly end: number
  readonly y: number
  readonly size: number
  readonly text: string
  readonly pieces: readonly PlacedText[]
}

export interface LaidOutText {
  readonly text: string
  /** Offset in `text` at which each page begins. */
  readonly pageStarts: readonly number[]
  /** Page numbers and running heads that were taken out. */
  readonly removed: readonly string[]
}

/** Baselines of one line differ by less than this share of its type size (superscripts, mixed fonts). */
const SAME_LINE = 0.5
/** Gaps in em: above the first a space stands, above the second a new cell begins. */
const SPACE_GAP = 0.6
const CELL_GAP = 1.6
/** Outer share of a page that holds page numbers and running heads (GB/T 9704—2012, 7.5: below the text area). */
const BOTTOM_MARGIN = 0.12
const TOP_MARGIN = 0.1
const PAGE_NUMBER = /^[\s—\-－–―─·.]*(?:第\s*)?[\d０-９]{1,4}(?:\s*页)?[\s—\-－–―─·.]*(?:共\s*\d{1,4}\s*页)?$/
/** A running head stands on this share of the pages, and on at least so many. */
const HEAD_SHARE = 0.6
const HEAD_PAGES = 3
/** Least share of the page's width that a text area takes. */
const NARROWEST = 0.4
/** In em: how far a full line may fall short, and from where a line counts as indented. */
const FULL_SLACK = 1.6
const INDENT = 1.2
const SIZE_DIFFERENCE = 1.5 / 16
const LINE_GAP = 3
const HEAD =
  /^\s*(?:第[一二三四五六七八九十百千零〇\d]+[章节条编]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?!\d)|附件)/

/** Lines that begin an element of the form whatever stands before them: GB/T 9704—2012, 7.4. */
const IMPRINT = /\d\s*日\s*印发?$/
const ELEMENT = new RegExp(`^(?:抄\\s*[送报]|主\\s*送)[:：]|^附件\\s*\\d*$|^[（(]此件|${IMPRINT.source}`)

/** Text by its geometry: pieces to lines, page numbers and running heads off, lines to paragraphs over pages, tables to rows. */
export function layOut(items: readonly PlacedText[], pages: readonly PageSize[]): LaidOutText {
  const byPage = pages.map((): PlacedText[] => [])
  for (const item of items) byPage[item.page]?.push(item)
  const lines = byPage.flatMap(linesOfPage)
  const heads = runningHeads(lines, pages)
  const furniture = (line: PrintedLine) => isPageNumber(line, pages) || heads.has(headKey(line, pages) ?? '')
  const kept = lines.filter((line) => !furniture(line))
  const text = joinLines(kept, pages)
  return { ...text, removed: lines.filter(furniture).map((line) => line.text) }
}

/** The lines of one page from top to bottom. */
export function linesOfPage(items: readonly PlacedText[]): PrintedLine[] {
  const sorted = items.filter(({ text }) => text.trim() !== '').sort((a, b) => a.y - b.y || a.x - b.x)
  const lines: PlacedText[][] = []
  for (const item of sorted) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (line !== undefined && first !== undefined && !first.row && !item.row && sameLine(first, item))
      line.push(item)
    else lines.push([item])
  }
  return lines.map((pieces) => printedLine(pieces.sort((a, b) => a.x - b.x)))
}

function sameLine(a: PlacedText, b: PlacedText): boolean {
  return Math.abs(a.y - b.y) < SAME_LINE * Math.max(a.size, b.size)
}

function isTableRow({ pieces }: PrintedLine): boolean {
  return pieces[0]!.row === true
}

function printedLine(pieces: readonly PlacedText[]): PrintedLine {
  let text = ''
  let end = pieces[0]!.x
  for (const piece of pieces) {
    const gap = (piece.x - end) / piece.size
    if (text !== '') text += gap > CELL_GAP ? '\t' : gap > SPACE_GAP ? ' ' : ''
    text += piece.text
    end = Math.max(end, piece.x + piece.width)
  }
  const { page, x } = pieces[0]!
  const size = median(pieces.map((piece) => piece.size))
  return {
    page,
    x,
    end,
    y: median(pieces.map(({ y }) => y)),
    size,
    text: pieces[0]!.row ? text : text.trim(),
    pieces,
  }
}

function isPageNumber(line: PrintedLine, pages: readonly PageSize[]): boolean {
  return PAGE_NUMBER.test(line.text) && margin(line, pages) !== null
}

function margin(line: PrintedLine, pages: readonly PageSize[]): 'top' | 'bottom' | null {
  if (isTableRow(line)) return null
  const { height } = pages[line.page]!
  if (line.y > height * (1 - BOTTOM_MARGIN)) return 'bottom'
  return line.y < height * TOP_MARGIN ? 'top' : null
}

/** What makes two heads the same one: their words, whatever the number in them. */
function headKey(line: PrintedLine, pages: readonly PageSize[]): string | null {
  const side = margin(line, pages)
  return side === null ? null : `${side} ${line.text.replace(/\d+/g, '#')}`
}

function runningHeads(lines: readonly PrintedLine[], pages: readonly PageSize[]): ReadonlySet<string> {
  const seen = new Map<string, Set<number>>()
  for (const line of lines) {
    const key = headKey(line, pages)
    if (key !== null) seen.set(key, (seen.get(key) ?? new Set()).add(line.page))
  }
  const least = Math.max(HEAD_PAGES, pages.length * HEAD_SHARE)
  return new Set([...seen].filter(([, on]) => on.size >= least).map(([key]) => key))
}

interface Column {
  readonly left: number
  readonly right: number
}

function joinLines(lines: readonly PrintedLine[], pages: readonly PageSize[]): Omit<LaidOutText, 'removed'> {
  const columns = textColumns(
    lines.filter((line) => !isTableRow(line)),
    pages,
  )
  const pageStarts: number[] = []
  let text = ''
  let previous: PrintedLine | undefined
  for (const block of blocksOf(lines)) {
    for (const [index, line] of block.lines.entries()) {
      const joined =
        !block.table &&
        index === 0 &&
        previous !== undefined &&
        joins(previous, line, columns.get(pages[line.page]!.width)!)
      if (previous !== undefined) text += joined ? joint(previous.text, line.text) : '\n'
      while (pageStarts.length <= line.page) pageStarts.push(text.length)
      text += block.table ? line.text : line.text.replaceAll('\t', ' ')
      previous = block.table ? undefined : line
      if (block.table) text += '\n'
    }
  }
  while (pageStarts.length < pages.length) pageStarts.push(text.length)
  return { text: text.replace(/\n$/, ''), pageStarts }
}

/** The text area of the pages of each width: where most lines begin and where full ones end. */
function textColumns(lines: readonly PrintedLine[], pages: readonly PageSize[]): ReadonlyMap<number, Column> {
  const columns = new Map<number, Column>()
  for (const width of new Set(pages.map((page) => page.width))) {
    const own = lines.filter((line) => pages[line.page]!.width === width)
    const left = quantile(
      own.map(({ x }) => x),
      0.1,
    )
    const right = quantile(
      own.map(({ end }) => end),
      0.85,
    )
    // where all lines are short, none of them is full
    columns.set(width, { left, right: Math.max(right, left + width * NARROWEST) })
  }
  return columns
}

function joins(previous: PrintedLine, line: PrintedLine, { left, right }: Column): boolean {
  const em = Math.max(line.size, 0.001)
  // a label at the edge of the text may also be words of the sentence: 依据……第三条
  if (HEAD.test(line.text) && /[。；：）]$/.test(previous.text)) return false
  if (ELEMENT.test(line.text) || IMPRINT.test(previous.text)) return false
  if (previous.end < right - FULL_SLACK * em || line.x > left + INDENT * em) return false
  if (Math.abs(previous.size - line.size) > SIZE_DIFFERENCE * em) return false
  return previous.page !== line.page || line.y - previous.y < LINE_GAP * em
}

function joint(before: string, after: string): string {
  return /[A-Za-z0-9,.;]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : ''
}

interface Block {
  readonly table: boolean
  readonly lines: readonly PrintedLine[]
}

/** Fewest lines and cells that make a table; less is a line with a gap, as in an imprint. */
const TABLE_LINES = 2
const TABLE_CELLS = 3

/** Runs of lines that share cells become tables, each other line a block of its own. */
function blocksOf(lines: readonly PrintedLine[]): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    if (isTableRow(lines[at]!)) {
      blocks.push({ table: true, lines: [lines[at]!] })
      at += 1
      continue
    }
    const rows = tableRows(lines, at)
    if (rows >= TABLE_LINES) blocks.push({ table: true, lines: tableLines(lines.slice(at, at + rows)) })
    else blocks.push({ table: false, lines: [lines[at]!] })
    at += Math.max(rows >= TABLE_LINES ? rows : 1, 1)
  }
  return blocks
}

/** How many lines from `at` on stand in the columns of a table that begins there. */
function tableRows(lines: readonly PrintedLine[], at: number): number {
  const head = lines[at]!
  if (cellsOf(head).length < TABLE_CELLS) return 0
  const columns = columnsFrom(head)
  let count = 1
  while (at + count < lines.length && !isTableRow(lines[at + count]!) && fits(lines[at + count]!, columns))
    count += 1
  const rows = lines.slice(at, at + count).filter((line) => cellsOf(line).length >= TABLE_CELLS)
  return rows.length >= TABLE_LINES ? count : 0
}

interface Cell extends Column {
  readonly text: string
}

function cellsOf({ pieces }: PrintedLine): Cell[] {
  const cells: Cell[] = []
  for (const { x, width, size, text } of pieces) {
    const last = cells.at(-1)
    if (last !== undefined && x - last.right <= CELL_GAP * size) {
      cells[cells.length - 1] = { left: last.left, right: x + width, text: last.text + text }
    } else cells.push({ left: x, right: x + width, text })
  }
  return cells
}

/** Borders between the cells of the heading row, halfway. */
function columnsFrom(head: PrintedLine): readonly number[] {
  const cells = cellsOf(head)
  return cells.slice(1).map((cell, index) => (cells[index]!.right + cell.left) / 2)
}

/** No cell may reach far over a border, and a line of one cell must not fill the page as prose does. */
function fits(line: PrintedLine, borders: readonly number[]): boolean {
  return cellsOf(line).every((cell) => {
    const crossed = borders.filter(
      (border) => cell.left < border - line.size && border + line.size < cell.right,
    )
    return crossed.length === 0
  })
}

/** The lines of a table as rows: a line whose first cell is empty goes on with the row above. */
function tableLines(lines: readonly PrintedLine[]): PrintedLine[] {
  const borders = columnsFrom(lines[0]!)
  const rows: { line: PrintedLine; cells: string[] }[] = []
  for (const line of lines) {
    const cells = Array.from({ length: borders.length + 1 }, () => '')
    for (const cell of cellsOf(line)) {
      const middle = (cell.left + cell.right) / 2
      cells[borders.filter((border) => border < middle).length] += cell.text
    }
    const above = rows.at(-1)
    if (cells[0] === '' && above !== undefined) {
      for (const [index, words] of cells.entries()) above.cells[index] += words
    } else rows.push({ line, cells })
  }
  return rows.map(({ line, cells }) => ({ ...line, text: cells.map((cell) => cell.trim()).join('\t') }))
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}
