import { expandSpans } from './tableRows.ts'
import type { Numbering, NumberRef } from './wordNumbering.ts'
import type { Styles } from './wordStyles.ts'
import { childAt, childElements, type XmlElement } from './xml.ts'

export interface PrintedBody {
  /** One paragraph or table row a line. */
  readonly text: string
  /** References to notes that were left out. */
  readonly footnotes: number
  /** Runs of text marked as deleted. */
  readonly deleted: number
}

/** Cells whose lines are names of bodies are lists of them. */
const BODY_NAME = /(?:[局厅部委办院会司处署行]|政府|中心|公司|机关)$/
/** Elements whose content stands for them. */
const TRANSPARENT =
  /^(?:hyperlink|ins|moveTo|sdt|sdtContent|smartTag|fldSimple|customXml|bdo|dir|AlternateContent|Choice|body|txbxContent|textbox|rect|shape|roundrect|oval|group|pict|drawing|inline|anchor|graphic|graphicData|wsp|wgp|wpc|txbx|ruby|rubyBase|r)$/
const DELETED = /^(?:del|moveFrom)$/

/** The lines of the body of a document. */
export function printParagraphs(document: XmlElement, styles: Styles, numbering: Numbering): PrintedBody {
  const printer = new BodyPrinter(styles, numbering)
  const body = childAt(document, 'body') ?? document
  const lines = printer.blocks(body)
  return { text: lines.join('\n'), footnotes: printer.footnotes, deleted: printer.deleted }
}

class BodyPrinter {
  footnotes = 0
  deleted = 0
  readonly #styles: Styles
  readonly #numbering: Numbering

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles
    this.#numbering = numbering
  }

  /** Paragraphs and tables below, in order; wrappers are looked through. */
  blocks(parent: XmlElement): string[] {
    return childElements(parent).flatMap((child) => {
      if (child.name === 'p') return this.#paragraph(child)
      if (child.name === 'tbl') return this.#table(child)
      if (DELETED.test(child.name)) return this.#skip()
      return TRANSPARENT.test(child.name) ? this.blocks(child) : []
    })
  }

  #skip(): [] {
    this.deleted += 1
    return []
  }

  /** A paragraph; text boxes anchored in it follow as lines of their own. */
  #paragraph(paragraph: XmlElement): string[] {
    const boxes: string[] = []
    const text = this.#runs(paragraph, boxes)
    // an empty paragraph has no number in print
    const label = text.trim() === '' ? null : this.#label(paragraph)
    return [...((label ?? '') + text).split('\n'), ...boxes]
  }

  #label(paragraph: XmlElement): string | null {
    const ref = this.#numberRef(paragraph)
    return ref === null ? null : this.#numbering.next(ref)
  }

  #numberRef(paragraph: XmlElement): NumberRef | null {
    const properties = childAt(paragraph, 'pPr')
    const own = childAt(properties, 'numPr')
    const style = childAt(properties, 'pStyle')?.attributes['val'] ?? null
    const chain = this.#styles.chain(style)
    const styled = chain.find(({ numId }) => numId !== null)
    const numId = childAt(own, 'numId')?.attributes['val'] ?? styled?.numId ?? null
    if (numId === null || numId === '0') return null
    const level = childAt(own, 'ilvl')?.attributes['val']
    if (level !== undefined) return { numId, level: Number(level) }
    const bound = chain.map(({ id }) => this.#numbering.levelOfStyle(numId, id)).find((at) => at !== null)
    return { numId, level: bound ?? chain.find((each) => each.level !== null)?.level ?? 0 }
  }

  #runs(parent: XmlElement, boxes: string[]): string {
    let text = ''
    for (const child of childElements(parent)) {
      const { name } = child
      if (name === 't') text += child.children.filter((part) => typeof part === 'string').join('')
      else if (name === 'tab' || name === 'ptab') text += ' '
      else if (name === 'br' || name === 'cr') text += child.attributes['type'] === 'page' ? '' : '\n'
      else if (name === 'noBreakHyphen') text += '-'
      else if (name === 'sym') text += symbol(child)
      else if (name === 'footnoteReference' || name === 'endnoteReference') this.footnotes += 1
      else if (DELETED.test(name)) this.#skip()
      else if (name === 'txbxContent') boxes.push(...this.blocks(child))
      // of two alternatives the newer one is read
      else if (name === 'AlternateContent') text += this.#runs(childElements(child)[0] ?? child, boxes)
      else if (TRANSPARENT.test(name)) text += this.#runs(child, boxes)
    }
    return text
  }

  #table(table: XmlElement): string[] {
    const rows = childElements(table).flatMap((child) =>
      child.name === 'tr' ? [child] : TRANSPARENT.test(child.name) ? childElements(child, 'tr') : [],
    )
    const cells = rows.map((row) =>
      rowCells(row).map((cell) => ({
        content: cellProperty(cell, 'vMerge', 'continue') === 'continue' ? null : cell,
        columns: Number(cellProperty(cell, 'gridSpan', '1') ?? '1') || 1,
        rows: 1,
      })),
    )
    // a table of one column is a frame around text
    if (cells.every((row) => row.length <= 1)) {
      return rows.flatMap(rowCells).flatMap((cell) => this.blocks(cell))
    }
    return expandSpans(cells)
      .map((row) => row.map((cell) => (cell === null ? '' : this.#cell(cell))).join('\t'))
      .filter((row) => row.trim() !== '')
  }

  /** The lines of a cell as one: names of bodies as a list. */
  #cell(cell: XmlElement): string {
    const lines = this.blocks(cell).flatMap((line) => line.replaceAll('\t', ' ').trim() || [])
    return lines.join(lines.every((line) => BODY_NAME.test(line)) ? '、' : ' ')
  }
}

function rowCells(row: XmlElement): XmlElement[] {
  return childElements(row).flatMap((child) =>
    child.name === 'tc' ? [child] : TRANSPARENT.test(child.name) ? rowCells(child) : [],
  )
}

/** The value of a cell's property; `bare` where it stands without one; null where it is absent. */
function cellProperty(cell: XmlElement, name: string, bare: string): string | null {
  const property = childAt(cell, 'tcPr', name)
  return property === undefined ? null : (property.attributes['val'] ?? bare)
}

/** A sign of a symbol font; those of the private area mean nothing in another font. */
function symbol({ attributes }: XmlElement): string {
  const code = Number.parseInt(attributes['char'] ?? '', 16)
  return Number.isNaN(code) || code >= 0xe000 ? '' : String.fromCodePoint(code)
}
