import { strToU8, zipSync } from 'fflate'
import type { InventedLine } from './inventedDocument.ts'
import { widthOf, wrapLines } from './printText.ts'

/** mm: A4 with the margins and type of GB/T 9704—2012, 5.2. */
const PAGE = { width: 210, height: 297, left: 28, top: 37, right: 184, lineHeight: 10 }
const SIZE = 5.5
const PAGE_LINES = 22

interface Printed {
  readonly x: number
  readonly text: string
}

function printLines(lines: readonly InventedLine[]): Printed[][] {
  const tableColumns = [28, 44, 84, 128, 164]
  return lines.flatMap(({ form, text, label = '', cells }): Printed[][] => {
    if (cells !== undefined) return tableRows(cells, tableColumns)
    const width = lengthOf(text)
    if (form === 'centre' || form === 'number') return [[{ x: (PAGE.left + PAGE.right - width) / 2, text }]]
    if (form === 'right') return [[{ x: PAGE.right - 4 * SIZE - width, text }]]
    const indent = form === 'body' ? 2 : 0
    return wrapLines(label + text, indent).map((words, line) => [
      { x: PAGE.left + (line === 0 ? indent * SIZE : 0), text: words },
    ])
  })
}

/** Cells that are too long for their column go on in lines below. */
function tableRows(cells: readonly (string | null)[], columns: readonly number[]): Printed[][] {
  const widths = columns.map((x, index) => Math.floor(((columns[index + 1] ?? 212) - x) / SIZE) - 2)
  const wrapped = cells.map((cell, index) => {
    const words = cell ?? ''
    const width = Math.max(widths[index]!, 1)
    return Array.from({ length: Math.ceil(words.length / width) }, (_, line) =>
      words.slice(line * width, (line + 1) * width),
    )
  })
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    wrapped.flatMap((lines, index) => {
      const text = lines[line]
      return text === undefined ? [] : [{ x: columns[index]!, text }]
    }),
  )
}

/** The document as OFD: text objects at their places, not in reading order, with page numbers. */
export function printOfd(lines: readonly InventedLine[]): Uint8Array {
  const printed = printLines(lines)
  const pages: string[] = []
  for (let at = 0; at < printed.length; at += PAGE_LINES) {
    const objects = printed
      .slice(at, at + PAGE_LINES)
      .flatMap((pieces, index) =>
        pieces.map((piece) => textObject(piece, PAGE.top + index * PAGE.lineHeight)),
      )
    objects.push(textObject({ x: 100, text: `— ${pages.length + 1} —` }, 280))
    pages.push(
      `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer>${objects.reverse().join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
    )
  }
  const list = pages.map(
    (_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`,
  )
  return zipSync({
    'OFD.xml': strToU8(
      '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    ),
    'Doc_0/Document.xml': strToU8(
      `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 ${PAGE.width} ${PAGE.height}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages></ofd:Document>`,
    ),
    ...Object.fromEntries(
      pages.map((page, index) => [`Doc_0/Pages/Page_${index}/Content.xml`, strToU8(page)]),
    ),
  })
}

function lengthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + widthOf(character) * SIZE, 0)
}

function textObject({ x, text }: Printed, y: number): string {
  const deltas = [...text].slice(0, -1).map((character) => widthOf(character) * SIZE)
  return `<ofd:TextObject Boundary="${x} ${y - SIZE} ${lengthOf(text)} ${SIZE}" Size="${SIZE}"><ofd:TextCode X="0" Y="${SIZE}" DeltaX="${deltas.join(' ')}">${text}</ofd:TextCode></ofd:TextObject>`
}
