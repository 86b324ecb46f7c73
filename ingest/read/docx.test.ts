import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { numberedBy, numberingPart, packDocx, paragraph } from '../../test/support/formats/printDocx.ts'
import { readDocx } from './docx.ts'
import { READ_OPTIONS } from './reader.ts'
import { COUNTER_FORMATS, formatCounter } from './wordCounters.ts'

const NAMESPACE = 'xmlns:w="w"'

function read(body: string, parts: Readonly<Record<string, string>> = {}) {
  return readDocx({ name: 'a.docx', bytes: packDocx(body, parts) }, READ_OPTIONS)
}
const linesOf = (body: string, parts?: Readonly<Record<string, string>>): string[] =>
  read(body, parts).text.split('\n')
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`

/** `word/numbering.xml` around definitions. */
function numbering(inner: string): Record<string, string> {
  return { 'word/numbering.xml': `<w:numbering ${NAMESPACE}>${inner}</w:numbering>` }
}
const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const definition = (id: number, inner: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum>`
const instance = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`

describe('numbers that Word counts', () => {
  const chapters = {
    'word/numbering.xml': numberingPart([
      { format: 'chineseCounting', text: '第%1章', more: '<w:suff w:val="space"/>' },
      { format: 'chineseCounting', text: '第%2条', more: '<w:lvlRestart w:val="0"/>' },
      { format: 'decimal', text: '（%3）' },
    ]),
  }

  it('run on through chapters where the level does not restart', () => {
    const levels = [0, 1, 2, 2, 1, 0, 1, 2]
    const body = levels.map((at) => paragraph('文', numberedBy(at))).join('')
    expect(linesOf(body, chapters)).toEqual([
      ...['第一章 文', '第一条 文', '（1）文', '（2）文', '第二条 文', '第二章 文', '第三条 文', '（1）文'],
    ])
  })

  it('count on in an instance of the same definition, and begin anew where it says so', () => {
    const parts = numbering(
      definition(7, level(0, 'chineseCounting', '%1、')) +
        instance(1, 7) +
        instance(2, 7) +
        instance(3, 7, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    )
    const body = [1, 1, 2, 3, 3].map((id) => paragraph('文', numberedBy(0, id))).join('')
    expect(linesOf(body, parts)).toEqual(['一、文', '二、文', '三、文', '一、文', '二、文'])
  })

  it('come from the style, from the one that it is based on, and end at number 0', () => {
    const parts = {
      ...numbering(
        definition(
          7,
          level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>') +
            level(1, 'decimal', '%2.', '<w:pStyle w:val="H2"/>'),
        ) + instance(4, 7),
      ),
      'word/styles.xml': `<w:styles ${NAMESPACE}><w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style><w:style w:styleId="H2"><w:basedOn w:val="H1"/></w:style></w:styles>`,
    }
    const styled = (style: string, more = '') => paragraph('文', `<w:pStyle w:val="${style}"/>${more}`)
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    expect(linesOf(styled('H1') + styled('H2') + styled('H2') + styled('H1', none), parts)).toEqual([
      ...['一、文', '1. 文', '2. 文', '文'],
    ])
  })

  it('are Arabic throughout where the level says so', () => {
    const parts = numbering(
      definition(7, level(0, 'chineseCounting', '%1') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')) +
        instance(1, 7),
    )
    const body = paragraph('文', numberedBy(0)) + paragraph('文', numberedBy(1))
    expect(linesOf(body, parts)).toEqual(['一 文', '1.1 文'])
  })

  it('are left out for bullets, empty paragraphs and unknown lists', () => {
    const parts = numbering(
      definition(7, level(0, 'bullet', '●') + level(1, 'decimal', '%2.')) + instance(1, 7),
    )
    const body = [
      paragraph('甲', numberedBy(0)),
      paragraph('', numberedBy(1)),
      paragraph('乙', numberedBy(1)),
      paragraph('丙', numberedBy(1, 99)),
    ]
    expect(linesOf(body.join(''), parts)).toEqual(['甲', '', '1. 乙', '丙'])
  })

  it.each(COUNTER_FORMATS.flatMap(({ names, example }) => names.map((name) => [name, example] as const)))(
    '%s prints twelve as %s',
    (name, example) => {
      expect(formatCounter(12, name)).toBe(example)
    },
  )

  it.each([
    [1, '一'],
    [10, '十'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
    [1005, '一千零五'],
    [10010, '一万零一十'],
  ])('%i as %s', (value, text) => {
    expect(formatCounter(value, 'chineseCounting')).toBe(text)
  })
})

describe('text', () => {
  it.each([
    [
      'inserted, not deleted',
      `<w:p>${run('甲')}<w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins>${run('丙')}</w:ins></w:p>`,
      ['甲丙'],
    ],
    [
      'of links, fields and controls',
      `<w:p><w:hyperlink>${run('甲')}</w:hyperlink><w:sdt><w:sdtContent>${run('乙')}</w:sdtContent></w:sdt><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>`,
      ['甲乙'],
    ],
    [
      'over line breaks',
      '<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type="page"/><w:t>丙</w:t></w:r></w:p>',
      ['甲', '乙丙'],
    ],
    [
      'in a text box, once',
      `<w:p>${run('甲')}<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing><wps:txbx xmlns:wps="s"><w:txbxContent>${paragraph('乙')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('乙')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ['甲', '乙'],
    ],
    [
      'in paragraphs of a control',
      `<w:sdt><w:sdtContent>${paragraph('甲')}${paragraph('乙')}</w:sdtContent></w:sdt>`,
      ['甲', '乙'],
    ],
    [
      'with its blanks',
      '<w:p><w:r><w:t xml:space="preserve">甲 </w:t><w:tab/><w:t>乙</w:t></w:r></w:p>',
      ['甲  乙'],
    ],
  ])('%s', (_, body, lines) => {
    expect(linesOf(body)).toEqual(lines)
  })

  it('leaves headers, footers and notes out and says so', () => {
    const parts = { 'word/footnotes.xml': '<w:footnotes/>', 'word/header1.xml': '<w:hdr>页眉</w:hdr>' }
    const read_ = read(`<w:p>${run('甲')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, parts)
    expect(read_.text).toBe('甲')
    expect(read_.notices).toMatchObject([{ code: 'read/footnotes', message: '未读取 1 处脚注、尾注。' }])
  })
})

describe('tables', () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
  const table = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`
  it.each([
    [
      'merged to the right',
      table(cell('甲', '<w:gridSpan w:val="2"/>') + cell('乙'), cell('1') + cell('2') + cell('3')),
      ['甲\t\t乙', '1\t2\t3'],
    ],
    [
      'merged down',
      table(cell('甲', '<w:vMerge w:val="restart"/>') + cell('1'), cell('', '<w:vMerge/>') + cell('2')),
      ['甲\t1', '\t2'],
    ],
    ['of one column as a frame', table(cell('甲'), cell('乙')), ['甲', '乙']],
    [
      'with lists of bodies',
      table(`<w:tc>${paragraph('市科技局')}${paragraph('市财政局')}</w:tc>${cell('乙')}`),
      ['市科技局、市财政局\t乙'],
    ],
    ['without empty rows', table(cell('') + cell(''), cell('甲') + cell('乙')), ['甲\t乙']],
  ])('%s', (_, body, lines) => {
    expect(linesOf(body)).toEqual(lines)
  })
})

it('finds the body where the package says', () => {
  const bytes = zipSync({
    '_rels/.rels': strToU8('<R><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></R>'),
    'word/document2.xml': strToU8(
      `<w:document ${NAMESPACE}><w:body>${paragraph('甲')}</w:body></w:document>`,
    ),
  })
  expect(readDocx({ name: 'a.docx', bytes }, READ_OPTIONS).text).toBe('甲')
})
