import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../ingest/buildBundle.ts'
import { compileKnowledge } from '../../ingest/knowledge.ts'
import { printParsed } from '../../ingest/printParsed.ts'
import { expandArchive } from '../../ingest/read/expandArchive.ts'
import { READ_OPTIONS } from '../../ingest/read/reader.ts'
import { readDocument } from '../../ingest/readDocument.ts'
import type { InputFile } from '../../ingest/values.ts'
import { referenceOf } from '../../src/app/parsing.ts'
import { loadSeeds } from '../../src/app/seeds.ts'
import { pageOf } from '../../src/domain/nodes.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { encodeGbk } from '../support/formats/encodeGbk.ts'
import { INVENTED, type InventedLine } from '../support/formats/inventedDocument.ts'
import { printDocx } from '../support/formats/printDocx.ts'
import { PAGE_STYLES, printHtml } from '../support/formats/printHtml.ts'
import { printOfd } from '../support/formats/printOfd.ts'
import { printText } from '../support/formats/printText.ts'
import { packageRoot } from '../support/packageRoot.ts'
import { printPdf } from '../support/pdfDocument.ts'

const knowledge = compileKnowledge(referenceOf(await loadSeeds(packageRoot())))
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const text = { name: 'a.txt', bytes: utf8(printText(INVENTED)) }

/** What does not depend on the format: all but spans, notices, the text as a whole and the portal's own fields. */
function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !['span', 'spans', 'notices', 'text', 'elements', 'publishedOn'].includes(key))
      .map(([key, inner]) => [key, withoutPlaces(inner)]),
  )
}

async function read(file: InputFile) {
  const document = await readDocument(file, knowledge)
  // biome-ignore lint/suspicious/noExplicitAny: the printed object has no type of its own
  const printed = printParsed(document, knowledge.gazetteer) as any
  const { context, nodes: bundle } = buildGraph(document, knowledge.gazetteer)
  const ids = [
    context.documentId,
    ...[bundle.sections, bundle.clauses, bundle.annexes, bundle.targets, bundle.ledger]
      .flat()
      .map(({ id }) => id),
    ...bundle.responsibilities.map(({ clauseId, agencyId, role }) => `${clauseId} ${agencyId} ${role}`),
  ]
  const clauses = printed.clauses.map(({ text }: { text: string }) => text)
  return { facts: withoutPlaces(printed), clauses, ids, printed, source: document.source }
}

/** As a PDF with a ruled table. */
function printPaper(lines: readonly InventedLine[]): Uint8Array {
  const SET = {
    centre: 'centre',
    number: 'centre',
    flush: 'left',
    body: 'body',
    right: 'right',
    row: 'left',
  } as const
  const prose = lines.filter(({ cells }) => cells === undefined)
  const rows = lines.flatMap(({ cells }) => (cells === undefined ? [] : [cells.map((cell) => cell ?? '')]))
  return printPdf(
    [
      ...prose.map(({ form, label = '', text }) => ({ text: label + text, set: SET[form] })),
      { widths: [4, 8, 12, 8, 6], rows },
    ],
    { numbers: true },
  )
}

const expected = await read(text)
const files: readonly (readonly [string, InputFile])[] = [
  ...PAGE_STYLES.map((style) => {
    const html = printHtml(INVENTED, style)
    const bytes = style.charset === 'gb2312' ? encodeGbk(html) : utf8(html)
    return [`HTML: ${style.name}`, { name: 'a.html', bytes }] as const
  }),
  ['DOCX with counted numbers', { name: 'a.docx', bytes: printDocx(INVENTED) }],
  ['OFD', { name: 'a.ofd', bytes: printOfd(INVENTED) }],
  ['PDF', { name: 'a.pdf', bytes: printPaper(INVENTED) }],
]

it('reads the printed text', () => {
  expect(expected.printed.document).toMatchObject({
    title: '济宁市人民政府办公室关于印发济宁市农机装备产业提升行动方案的通知',
    number: '济政办字〔2023〕57号',
    issuedOn: '2023-08-15',
    printedOn: '2023-08-16',
    effectiveUntil: '2026-08-31',
  })
  expect(expected.clauses).toHaveLength(4)
  expect(expected.printed.ledger).toHaveLength(3)
})

describe.each(files)('%s', (_, file) => {
  it('gives the same ids, clauses and facts as the printed text', async () => {
    const found = await read(file)
    expect(found.clauses).toEqual(expected.clauses)
    expect(found.facts).toEqual(expected.facts)
    expect(found.ids).toEqual(expected.ids)
  })

  it('leads each clause back to its words in the source text', async () => {
    const { printed, source } = await read(file)
    for (const { span, title } of printed.clauses) {
      const words = source.text.slice(span.source.start, span.source.end).replace(/<[^>]*>|&\w+;|\s/g, '')
      expect(words).toContain(title)
    }
  })
})

it('knows the page of each clause where the format has pages', async () => {
  for (const name of ['OFD', 'PDF']) {
    const { printed, source } = await read(files.find(([format]) => format === name)![1])
    const pages = printed.clauses.map(({ span }: { span: { source: { start: number } } }) =>
      pageOf(source, span.source.start),
    )
    expect(pages).toEqual([...pages].sort())
    expect([pages[0], source.pageStarts.length > 1]).toEqual([1, true])
  }
})

it('reads the fields of a portal', async () => {
  for (const [, file] of files.slice(0, PAGE_STYLES.length)) {
    const { printed } = await read(file)
    const fields = printed.document.elements.map(({ name, value }: { name: string; value: string }) => [
      name,
      value,
    ])
    expect(fields).toEqual(
      expect.arrayContaining([
        ['索引号', '11370800004312345Q/2023-00057'],
        ['有效性', '有效'],
      ]),
    )
  }
})

it('reads the files of an archive', async () => {
  const members = Object.fromEntries(
    files.map(([, file], index) => [`文件/${index}-${file.name}`, file.bytes]),
  )
  const archive = { name: 'a.zip', bytes: zipSync(members) }
  const found = [...expandArchive(archive, () => true)]
  expect(found.map(({ path }) => path)).toEqual(Object.keys(members).map((path) => `a.zip/${path}`))
  for (const { file } of found) expect((await read(file!)).ids).toEqual(expected.ids)
})

/** Bytes changed, cut out or doubled at random places. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 40 }),
    how: fc.constantFrom('change', 'cut', 'double'),
    byte: fc.integer({ min: 0, max: 255 }),
  }),
  { minLength: 1, maxLength: 6 },
)

it.each(files.filter(([name]) => name !== 'PDF'))(
  '%s: damaged bytes are read or refused with a code',
  async (_, file) => {
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        let bytes = Buffer.from(file.bytes)
        for (const { at, length, how, byte } of changes) {
          const start = Math.floor(at * bytes.length)
          const [head, middle, tail] = [
            bytes.subarray(0, start),
            bytes.subarray(start, start + length),
            bytes.subarray(start + length),
          ]
          const changed =
            how === 'change'
              ? Buffer.alloc(middle.length, byte)
              : how === 'cut'
                ? Buffer.of()
                : Buffer.concat([middle, middle])
          bytes = Buffer.concat([head, changed, tail])
        }
        const outcome = await readDocument({ name: file.name, bytes }, knowledge, {
          ...READ_OPTIONS,
          ocr: false,
        }).catch((error: unknown) => error)
        if (outcome instanceof Error) {
          expect(outcome).toBeInstanceOf(ZhengmaiError)
          expect((outcome as ZhengmaiError).code).toMatch(/^FILE_|^NOT_A_DOCUMENT$/)
        }
      }),
      { numRuns: 60 },
    )
  },
)

it.each(files.filter(([name]) => /^(?:DOCX|OFD)/.test(name)))(
  '%s: damaged XML is read or refused with a code',
  async (_, file) => {
    const parts = unzipSync(file.bytes)
    const words = [
      '<w:p>',
      '</w:p>',
      '<w:tbl>',
      '<w:vMerge/>',
      '<w:gridSpan w:val="99"/>',
      'w:val="-1"',
      '"',
      '&#x4e00;',
      '<ofd:TextObject/>',
      'g 99999 1',
      'NaN',
    ]
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.constantFrom(...words))
    const paths = Object.keys(parts)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        async (path, changes) => {
          let xml = strFromU8(parts[path]!)
          for (const [at, length, insert] of changes) {
            const start = Math.floor(at * xml.length)
            xml = xml.slice(0, start) + insert + xml.slice(start + length)
          }
          const bytes = zipSync({ ...parts, [path]: strToU8(xml) }, { level: 1 })
          const outcome = await readDocument({ name: file.name, bytes }, knowledge).catch(
            (error: unknown) => error,
          )
          if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ZhengmaiError)
        },
      ),
      { numRuns: 80 },
    )
  },
)
