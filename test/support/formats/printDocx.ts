import { strToU8, zipSync } from 'fflate'
import type { InventedLine } from './inventedDocument.ts'

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Parts of a package of Word around the XML of a body. */
export function packDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(`${XML}<Types/>`),
    '_rels/.rels': strToU8(
      `${XML}<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`${XML}<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(XML + xml)])),
  })
}

/** `word/numbering.xml` of one definition. */
export function numberingPart(levels: readonly { format: string; text: string; more?: string }[]): string {
  const printed = levels.map(
    ({ format, text, more = '' }, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  )
  return `<w:numbering ${NAMESPACE}><w:abstractNum w:abstractNumId="7">${printed.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
}

export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

export function numberedBy(level: number, numId = 1): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`
}

/** The document as Word keeps it: numbers are not in the text but counted. */
export function printDocx(lines: readonly InventedLine[]): Uint8Array {
  const prose = lines
    .filter(({ cells }) => cells === undefined)
    .map(({ text, level }) => paragraph(text, level === undefined ? '' : numberedBy(level)))
  const rows = lines.flatMap(({ cells }) => (cells === undefined ? [] : [cells]))
  const table = rows.map((cells, at) => {
    const printed = cells.map((cell, column) => {
      const merged = cell === null || rows[at + 1]?.[column] === null
      const merge = merged ? `<w:vMerge${cell === null ? '' : ' w:val="restart"'}/>` : ''
      return `<w:tc><w:tcPr>${merge}</w:tcPr>${paragraph(cell ?? '')}</w:tc>`
    })
    return `<w:tr>${printed.join('')}</w:tr>`
  })
  return packDocx(`${prose.join('')}<w:tbl>${table.join('')}</w:tbl>`, {
    'word/numbering.xml': numberingPart([
      { format: 'chineseCounting', text: '%1、' },
      { format: 'chineseCounting', text: '（%2）' },
      { format: 'decimal', text: '%3.' },
    ]),
  })
}
