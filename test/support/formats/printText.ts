import type { InventedLine } from './inventedDocument.ts'

/** Full-width characters on a printed line: GB/T 9704—2012, 5.2.3. */
const LINE_WIDTH = 28
/** Lines on a printed page, fewer than the standard's 22 so that a short document has several. */
const PAGE_LINES = 14

/** Width in full-width characters. */
export function widthOf(character: string): number {
  return character <= '\x7f' ? 0.5 : 1
}

/** The lines of a paragraph; a closing mark does not begin a line. */
export function wrapLines(text: string, indent: number): string[] {
  const lines: string[] = ['']
  let width = indent
  for (const character of text) {
    if (width + widthOf(character) > LINE_WIDTH && !/[，。、；：）》〕”]/.test(character)) {
      lines.push('')
      width = 0
    }
    lines[lines.length - 1] += character
    width += widthOf(character)
  }
  return lines
}

/** The lines of the document as printed on paper: wrapped, with page numbers between them. */
export function printText(lines: readonly InventedLine[]): string {
  const printed = lines.flatMap(({ form, text, label = '', cells }) => {
    if (cells !== undefined) return [cells.map((cell) => cell ?? '').join('\t')]
    if (form === 'centre') return [`　　　　${text}`]
    if (form === 'right') return [`　　　　　　　　　　　　　${text}`]
    const indent = form === 'body' ? 2 : 0
    const [first, ...rest] = wrapLines(label + text, indent)
    return ['　'.repeat(indent) + first, ...rest]
  })
  const pages: string[] = []
  for (let at = 0; at < printed.length; at += PAGE_LINES) {
    pages.push(printed.slice(at, at + PAGE_LINES).join('\n'))
  }
  return pages.map((page, index) => `${page}\n\n— ${index + 1} —\n`).join('\n')
}
