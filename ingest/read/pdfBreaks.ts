import type { PlacedText } from './geometry.ts'
import type { TableRow } from './pdfTable.ts'

type Words = PlacedText | TableRow

/**
 * Puts together rows that a page break cut in two: the words overleaf go to the cells above, if one of these stops
 * amid a sentence at the end of a full line. @param pages the words of each page
 */
export function joinSplitRows(pages: readonly (readonly PlacedText[])[]): readonly (readonly PlacedText[])[] {
  const joined: Words[][] = pages.map((words) => [...words])
  const seen = new Set<string>()
  let last: { row: TableRow; page: Words[] } | null = null
  for (const page of joined) {
    const rows = page.filter(isRow).sort((a, b) => a.y - b.y)
    // a heading row printed again stands before what goes on
    const first = rows.find(({ text }) => !seen.has(text))
    for (const { text } of rows) seen.add(text)
    if (last !== null && first !== undefined && !hasWordsBetween(page, first) && goesOn(last.row, first)) {
      const whole = joinRows(last.row, first)
      last.page[last.page.indexOf(last.row)] = whole
      page.splice(page.indexOf(first), 1)
      last = { row: whole, page: last.page }
    }
    const bottom = page
      .filter(isRow)
      .sort((a, b) => a.y - b.y)
      .at(-1)
    if (bottom !== undefined) last = { row: bottom, page }
    else if (rows.length === 0) last = null
  }
  return joined
}

function isRow(words: Words): words is TableRow {
  return 'cells' in words
}

/** More than a running head above the row: then it belongs to another table. */
function hasWordsBetween(page: readonly Words[], first: TableRow): boolean {
  return (
    page.filter((words) => !isRow(words) && words.y < first.y && words.text.trim() !== '').length > MOST_HEADS
  )
}

/** Pieces of a running head. */
const MOST_HEADS = 2

function goesOn(above: TableRow, below: TableRow): boolean {
  if (above.cells.length !== below.cells.length || Math.abs(above.x - below.x) > above.size) return false
  const filled = below.cells.flatMap((cell, index) => (cell === '' ? [] : [index]))
  // a row of its own begins with its number or its task
  if (filled.includes(0) && !above.open[0]) return false
  return filled.every((index) => above.cells[index] !== '') && filled.some((index) => above.open[index])
}

function joinRows(above: TableRow, below: TableRow): TableRow {
  const cells = above.cells.map((cell, index) => cell + below.cells[index]!)
  const open = above.open.map((was, index) => (below.cells[index] === '' ? was : below.open[index]!))
  return { ...above, cells, open, text: cells.join('\t') }
}
