import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { buildPdf, type PdfPage } from '../../test/support/pdf.ts'
import { type Paragraph, printPdf, type Table } from '../../test/support/pdfDocument.ts'
import { greyPng } from '../../test/support/png.ts'
import { readPdf } from './pdf.ts'
import { READ_LIMITS, READ_OPTIONS, type ReadText } from './reader.ts'

const NO_OCR = { ...READ_OPTIONS, ocr: false }

const set = (text: string, how: Paragraph['set'] = 'body', size = 16): Paragraph => ({ text, set: how, size })

/** An invented document: head, sections over three pages, signature, annex with a table. */
const DOCUMENT: readonly (Paragraph | Table)[] = [
  set('云汉市人民政府文件', 'centre', 36),
  set('云政发〔2031〕7号', 'centre'),
  set('云汉市人民政府关于支持农机装备发展的若干措施', 'centre', 20),
  set('各县区人民政府，市政府各部门：', 'left'),
  set('为贯彻落实上级关于农机装备产业高质量发展的决策部署，结合本市实际，制定以下措施。'),
  set('一、支持研发创新'),
  ...['一', '二', '三', '四', '五', '六', '七', '八'].map((number, index) =>
    set(
      `（${number}）实施第${index + 1}批攻关项目。围绕丘陵山地机械、智能控制系统等短板领域，每年安排专项资金${index + 2}00万元，` +
        '对承担攻关任务的企业给予补助，同一企业累计不超过1000万元。（牵头单位：市科技局；配合单位：市财政局、市农业农村局）',
    ),
  ),
  set('二、附则'),
  set('本措施自2031年5月1日起施行，有效期至2034年4月30日。'),
  set('云汉市人民政府', 'right'),
  set('2031年4月3日', 'right'),
  set('附件', 'left'),
  set('重点任务分工表', 'centre', 20),
  {
    widths: [3, 14, 9, 6],
    rows: [
      ['序号', '重点任务', '责任单位', '完成时限'],
      [
        '1',
        '实施攻关项目，围绕丘陵山地机械、智能控制系统等短板领域开展研发',
        '市科技局、市财政局',
        '2032年12月底',
      ],
      ['2', '建设试验基地', '市农业农村局', '每年'],
    ],
  },
]
const PRINTED = printPdf(DOCUMENT, { head: '云汉市人民政府规范性文件', numbers: true })
const LINES = DOCUMENT.flatMap((part) =>
  'rows' in part ? part.rows.map((row) => row.join('\t')) : [part.text],
)

function read(bytes: Uint8Array, options = NO_OCR): Promise<ReadText> {
  return readPdf({ name: '措施.pdf', bytes }, options)
}

async function failure(bytes: Uint8Array, options = NO_OCR): Promise<ZhengmaiError | null> {
  try {
    await read(bytes, options)
    return null
  } catch (error) {
    if (error instanceof ZhengmaiError) return error
    throw error
  }
}

describe('a PDF with a text layer', () => {
  it('gives the paragraphs and the rows that were printed, without heads and page numbers', async () => {
    const { text, layout, recognition, encoding } = await read(PRINTED)
    expect(text.split('\n')).toEqual(LINES)
    expect({ layout, recognition, encoding }).toEqual({
      layout: 'paragraphs',
      recognition: null,
      encoding: 'utf-8',
    })
  })

  it('says what it took out, once', async () => {
    const { notices } = await read(PRINTED)
    expect(notices).toMatchObject([{ code: 'read/page-furniture', severity: 'INFO', span: null }])
    expect(notices[0]!.message).toContain('“云汉市人民政府规范性文件”')
    expect(notices[0]!.message).toContain('“— 1 —”')
  })

  it('knows where each page begins, inside a paragraph too', async () => {
    const { text, pageStarts } = await read(PRINTED)
    expect(pageStarts.length).toBeGreaterThan(2)
    expect(pageStarts[0]).toBe(0)
    expect([...pageStarts].sort((a, b) => a - b)).toEqual(pageStarts)
    expect(pageStarts.some((start) => start > 0 && text[start - 1] !== '\n')).toBe(true)
  })

  it('reads a table without rules by its columns', async () => {
    const rows = [
      ['序号', '重点任务', '责任单位'],
      ['1', '实施攻关项目', '市科技局'],
      ['2', '建设试验基地', '市农业农村局'],
    ]
    const { text } = await read(printPdf([{ widths: [3, 14, 9], rows, bare: true }]))
    expect(text.split('\n')).toEqual(rows.map((row) => row.join('\t')))
  })

  it('puts a row together that goes on overleaf', async () => {
    const measure = `${'围绕丘陵山地机械、智能控制系统等短板领域开展联合攻关，'.repeat(12)}建成试验基地。`
    const rows = [
      ['序号', '重点任务', '责任单位'],
      ['1', measure, '市科技局'],
      ['2', '建设试验基地', '市农业农村局'],
    ]
    const before = Array.from({ length: 15 }, () => set('本表所列任务由市农业农村局按季度调度。'))
    const { text, pageStarts } = await read(printPdf([...before, { widths: [3, 14, 9], rows }]))
    expect(text.split('\n').slice(-3)).toEqual(rows.map((row) => row.join('\t')))
    expect(pageStarts).toHaveLength(2)
  })

  it('reads radicals as the characters they stand for', async () => {
    const { text } = await read(buildPdf([{ runs: [{ x: 90, y: 700, text: '⾼⻔⻓⻛' }] }]))
    expect(text).toBe('高门长风')
  })
})

const SCAN: PdfPage = { image: { width: 3, height: 4, data: new Uint8Array(36).fill(255) } }
const UNMAPPED: PdfPage = { unmapped: [{ x: 90, y: 700, text: '\u0123\u0456\u0789\u0181\u0205' }] }
const WORDS: PdfPage = { runs: [{ x: 90, y: 700, text: '关于印发实施方案的通知' }] }
const EMBLEM: PdfPage = { ...WORDS, unmapped: [{ x: 90, y: 600, text: '\ue123' }] }

describe('pages without readable text', () => {
  it.each([
    ['a font without characters', [WORDS, UNMAPPED], [['read/unmapped-font', '第 2 页']]],
    [
      'a scan among text',
      [SCAN, WORDS, SCAN],
      [
        ['read/page-without-text', '第 1 页'],
        ['read/page-without-text', '第 3 页'],
      ],
    ],
    ['a blank page', [WORDS, {}], []],
    ['one strange sign', [EMBLEM], []],
    [
      'more pages than are named',
      [WORDS, ...Array.from({ length: 30 }, () => SCAN)],
      [
        ...Array.from({ length: 20 }, (_, index) => ['read/page-without-text', `第 ${index + 2} 页`]),
        ['read/page-without-text', '第 22 页起另有 10 页'],
      ],
    ],
  ])('notices %s', async (_, pages, expected) => {
    const all = (await read(buildPdf(pages))).notices
    const notices = all.filter(({ code }) => code !== 'read/recognition-off')
    // said once where a page would be recognised, not for a blank page or one strange sign
    const recognisable = pages.includes(SCAN) || pages.includes(UNMAPPED)
    expect(all.length - notices.length).toBe(recognisable ? 1 : 0)
    expect(
      notices.map(({ code, message }) => [code, /^第.*?页(?:起另有 \d+ 页)?/.exec(message)![0]]),
    ).toEqual(expected)
    expect(notices.every(({ severity }) => severity === 'WARNING')).toBe(true)
  })
})

describe('refuses', () => {
  it.each([
    ['a password', buildPdf([WORDS], { encrypted: true }), 'FILE_UNSUPPORTED', '密码'],
    ['what only begins like a PDF', Buffer.from('%PDF-1.7\nnothing'), 'FILE_UNDECODABLE', '损坏'],
    ['no pages', buildPdf([]), 'FILE_UNDECODABLE', '损坏'],
    ['blank pages', buildPdf([{}, {}]), 'FILE_EMPTY', '没有内容'],
    ['scans while recognition is off', buildPdf([SCAN, SCAN]), 'FILE_UNDECODABLE', '没有启用'],
    ['fonts without characters throughout', buildPdf([UNMAPPED]), 'FILE_UNDECODABLE', 'ToUnicode'],
  ])('%s', async (_, bytes, code, words) => {
    const error = await failure(bytes)
    expect(error?.code).toBe(code)
    expect(error?.message).toContain(words)
    expect(error?.message).toContain('措施.pdf')
  })

  it.each([
    ['pages', { pages: 1 }, 'FILE_TOO_LARGE'],
    ['time', { milliseconds: -1 }, 'LIMIT'],
  ])('more %s than allowed', async (_, limit, code) => {
    const error = await failure(PRINTED, { ...NO_OCR, limits: { ...READ_LIMITS, ...limit } })
    expect(error?.code).toBe(code)
  })

  it.each([
    ['one that unpacks a thousandfold', deflateSync(Buffer.alloc(40 * 1024 * 1024, 'q Q ')), 'FlateDecode'],
    ['one packed twice', Buffer.from('x'), 'FlateDecode /FlateDecode'],
  ])('a stream beyond measure: %s', async (_, data, filter) => {
    const stream = `5 0 obj\n<< /Length ${data.length} /Filter [/${filter}] >>\nstream\n`
    const bytes = Buffer.concat([Buffer.from(`%PDF-1.4\n${stream}`), data, Buffer.from('\nendstream')])
    expect((await failure(bytes))?.code).toBe('FILE_TOO_LARGE')
  })

  it('a picture under the name of a PDF', async () => {
    expect((await failure(greyPng(8, 8)))?.code).toBe('FILE_UNDECODABLE')
  })

  it('damaged bytes with a code, or reads them', async () => {
    const source = Buffer.from(printPdf(DOCUMENT.slice(0, 6)))
    const change = fc.record({ at: fc.nat(source.length - 1), byte: fc.nat(255), cut: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        let bytes = Buffer.from(source)
        for (const { at, byte } of changes) bytes[at] = byte
        const last = changes.at(-1)!
        if (last.cut) bytes = bytes.subarray(0, last.at)
        const error = await failure(bytes)
        expect(error === null || error.code.startsWith('FILE_')).toBe(true)
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
