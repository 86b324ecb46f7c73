import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readOfd } from './ofd.ts'
import { READ_LIMITS, READ_OPTIONS } from './reader.ts'

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const page = (objects: string, more = '') =>
  `<ofd:Page ${NAMESPACE}>${more}<ofd:Content><ofd:Layer><ofd:PageBlock>${objects}</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>`
const object = (y: number, code: string, more = '') =>
  `<ofd:TextObject Boundary="30 ${y} 100 6" Size="5" ${more}>${code}</ofd:TextObject>`
const code = (text: string, more = 'X="0" Y="5"') => `<ofd:TextCode ${more}>${text}</ofd:TextCode>`

/** A package of pages; `base` is how the document names the first one. */
function pack(pages: readonly string[], base = 'Pages/Page_0/Content.xml', common = ''): Uint8Array {
  const list = pages.map((_, index) => `<ofd:Page BaseLoc="${base.replace('0', String(index))}"/>`).join('')
  const files = {
    'OFD.xml': `<ofd:OFD ${NAMESPACE}><ofd:DocBody><ofd:DocRoot>/Doc/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc/Document.xml': `<ofd:Document ${NAMESPACE}><ofd:CommonData>${common}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    'Doc/Tpl.xml': page(object(20, code('某市人民政府文件'))),
    ...Object.fromEntries(pages.map((xml, index) => [`Doc/Pages/Page_${index}/Content.xml`, xml])),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])))
}
const read = (bytes: Uint8Array, limits = READ_LIMITS) =>
  readOfd({ name: 'a.ofd', bytes }, { ...READ_OPTIONS, limits })

describe('readOfd', () => {
  it.each([
    ['places relative to the object', object(50, code('乙')) + object(40, code('甲')), '甲\n乙'],
    ['several pieces in an object', object(40, code('甲') + code('乙', 'X="5"')), '甲乙'],
    [
      'repeated advances',
      object(40, code('甲乙丙', 'X="0" Y="5" DeltaX="g 2 5"') + code('丁', 'X="15"')),
      '甲乙丙丁',
    ],
    [
      'wide advances',
      object(40, code('甲乙', 'X="0" Y="5" DeltaX="25"')) + object(40, code('丙', 'X="30" Y="5"')),
      '甲乙丙',
    ],
    [
      'a transformed object',
      object(40, code('甲', 'X="0" Y="2.5"'), 'CTM="2 0 0 2 0 0"') + object(50, code('乙')),
      '甲\n乙',
    ],
    ['line ends in the file', object(40, code('\n甲乙\n')), '甲乙'],
  ])('%s', (_, objects, text) => {
    expect(read(pack([page(objects)])).text).toBe(text)
  })

  it.each([
    'Pages/Page_0/Content.xml',
    '/Doc/Pages/Page_0/Content.xml',
    'pages\\page_0\\content.xml',
    './Pages/Page_0/Content.xml',
  ])('finds the page %s', (base) => {
    expect(read(pack([page(object(40, code('甲')))], base)).text).toBe('甲')
  })

  it('reads the template of a page', () => {
    const common = '<ofd:TemplatePage ID="9" BaseLoc="Tpl.xml"/>'
    const bytes = pack(
      [page(object(90, code('正文。')), '<ofd:Template TemplateID="9"/>')],
      undefined,
      common,
    )
    expect(read(bytes).text).toBe('某市人民政府文件\n正文。')
  })

  it('says where pages begin, and which hold no text', () => {
    const pages = [page(object(40, code('甲。'))), page(''), page(object(40, code('乙。')))]
    const { text, pageStarts, notices } = read(pack(pages))
    expect([text, pageStarts]).toEqual(['甲。\n乙。', [0, 3, 3]])
    expect(notices).toMatchObject([
      { code: 'read/page-without-text', message: '第 2 页没有文字，可能是图像。' },
    ])
  })

  it.each([
    ['no text at all', pack([page('')]), 'FILE_EMPTY'],
    ['a page that is missing', pack([page('')], 'None_0.xml'), 'FILE_UNDECODABLE'],
  ])('refuses %s', (_, bytes, code_) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code: code_ }))
  })

  it('refuses more pages than the limit', () => {
    const pages = [page(object(40, code('甲'))), page('')]
    expect(() => read(pack(pages), { ...READ_LIMITS, pages: 1 })).toThrow('超过上限 1 页')
  })
})
