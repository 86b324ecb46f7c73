import { strToU8, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** 一、 → （一） → 1.; （一） runs on over the sections (`lvlRestart` 0). */
const LEVELS = [
  { format: 'chineseCountingThousand', text: '%1、', restart: '' },
  { format: 'chineseCountingThousand', text: '（%2）', restart: '<w:lvlRestart w:val="0"/>' },
  { format: 'decimal', text: '%3.', restart: '' },
] as const

const ALIGNMENT: Readonly<Record<string, string>> = {
  '=': '<w:jc w:val="center"/>',
  '>': '<w:jc w:val="right"/>',
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

/** One paragraph of the notation: `[1]`–`[3]` numbered by Word, `[=]` centred, `[>]` to the right. */
function paragraph(line: string): string {
  const mark = /^\[(.)\]/.exec(line)?.[1] ?? ''
  const text = mark === '' ? line : line.slice(3)
  const level = '123'.indexOf(mark)
  const numbered =
    mark !== '' && level >= 0
      ? `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`
      : (ALIGNMENT[mark] ?? '<w:ind w:firstLineChars="200"/>')
  // Word cuts a paragraph into runs wherever it likes
  const middle = Math.ceil(text.length / 2)
  const runs = [text.slice(0, middle), text.slice(middle)]
    .map((part) => `<w:r><w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`)
    .join('')
  return `<w:p><w:pPr>${numbered}</w:pPr>${runs}</w:p>`
}

function numbering(): string {
  const levels = LEVELS.map(
    ({ format, text, restart }, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${restart}<w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`,
  ).join('')
  return `${XML}<w:numbering xmlns:w="${MAIN}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
}

/** A DOCX whose labels exist only as Word's automatic numbering. */
export function buildInventedDocx(notation: string): Uint8Array {
  const body = notation.trim().split('\n').map(paragraph).join('')
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/numbering.xml': numbering(),
    'word/document.xml': `${XML}<w:document xmlns:w="${MAIN}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
  }
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)
  // a fixed date: the same notation gives the same bytes
  return zipSync(Object.fromEntries(files), { mtime: '2025-01-01T00:00:00' })
}
