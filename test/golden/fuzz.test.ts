import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printParsed } from '../../ingest/printParsed.ts'
import { readSource } from '../../ingest/read/readSource.ts'
import { type ReadDocument, readFacts } from '../../ingest/readDocument.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { inventedFiles } from './inventedDocuments.ts'
import { spansOf } from './printedSpans.ts'
import { loadKnowledge, seedFiles } from './seedDocuments.ts'

/** Lines of a document that are damaged at a time: enough for a head with clauses, few enough for hundreds of runs. */
const WINDOW = 40
/** Fixed, so that a failure of one run is the failure of every run. */
const RUNS = { seed: 20250520, numRuns: 300 }

/** The words by which official documents are read, whole and broken; a space parts them. */
const GRAMMAR = [
  ...'一、 二、总体要求 （一） （十三） (3) 1. 1.2 ① 第三条 第二章 —— ——3—— —12—'.split(' '),
  ...'（牵头单位： 责任单位：市科技局、市财政局 （市科技局牵头， 配合） 按职责分工负责 排在第一位的为牵头单位，下同 等负责'.split(
    ' ',
  ),
  ...'《 》 〈 〔2025〕 （以下简称《规划》） 根据 废止 自印发之日起施行 有效期五年 国发〔2020〕5号 令第281号'.split(
    ' ',
  ),
  ...'到2027年， 百分之八十 翻一番 30%—40% 由30%提高到35% 不超过500万元 “十五五”末 每年 2025年2月30日 〇'.split(
    ' ',
  ),
  ...'附件：1．分工表 附件2 抄送： 印发 （此件公开发布） 各县（市、区）人民政府： 。 ， ： （ ） 】 【 " 關於 A'.split(
    ' ',
  ),
  '第 1 0 条',
  '序号\t任务\t牵头单位\t配合单位',
  '1\t\t市科技局\t',
  ...['\t', '\n', '\r\n', '\u3000', '\u00a0', '\ufeff', '\u{1f600}', '\u0000', '\ud800'],
]

type Mutation =
  | { readonly kind: 'delete' | 'duplicate' | 'cut'; readonly at: number }
  | { readonly kind: 'swap'; readonly at: number; readonly other: number }
  | {
      readonly kind: 'insert' | 'bracket'
      readonly at: number
      readonly offset: number
      readonly word: string
    }

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('delete' as const, 'duplicate' as const, 'cut' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat(), other: fc.nat() }),
  fc.record({
    kind: fc.constantFrom('insert' as const, 'bracket' as const),
    at: fc.nat(),
    offset: fc.nat(),
    word: fc.constantFrom(...GRAMMAR),
  }),
)

function mutate(lines: readonly string[], change: Mutation): string[] {
  const at = change.at % Math.max(1, lines.length)
  const line = lines[at] ?? ''
  const withLine = (...replacement: string[]) => [
    ...lines.slice(0, at),
    ...replacement,
    ...lines.slice(at + 1),
  ]
  switch (change.kind) {
    case 'delete':
      return withLine()
    case 'duplicate':
      return withLine(line, line)
    case 'cut':
      return [...lines.slice(0, at), line.slice(0, line.length / 2)]
    case 'swap': {
      const other = change.other % Math.max(1, lines.length)
      return lines.map((text, i) => (i === at ? (lines[other] ?? '') : i === other ? line : text))
    }
    case 'insert': {
      const offset = change.offset % (line.length + 1)
      return withLine(line.slice(0, offset) + change.word + line.slice(offset))
    }
    case 'bracket': {
      const brackets = [...line.matchAll(/[（）《》〔〕()“”]/gu)]
      const hit = brackets[change.offset % Math.max(1, brackets.length)]
      return hit === undefined
        ? [...lines]
        : withLine(line.slice(0, hit.index) + change.word + line.slice(hit.index + 1))
    }
  }
}

const knowledge = await loadKnowledge()
const sources = await Promise.all([...seedFiles(), ...inventedFiles()].map((file) => readSource(file)))
const texts = sources.map(({ text }) => text)

/** The document as read, decoding left out; null where the text was refused, as it may be. */
function attempt(text: string): ReadDocument | null {
  try {
    return readFacts({ ...sources[0]!, text }, knowledge)
  } catch (error) {
    if (error instanceof ZhengmaiError && error.code === 'NOT_A_DOCUMENT') return null
    throw error
  }
}

/** Reads a text twice and checks what must hold of any text; true where it was taken for a document. */
function checkReading(text: string): boolean {
  const read = attempt(text)
  const again = attempt(text)
  expect(again === null).toBe(read === null)
  if (read === null || again === null) return false
  const printed = printParsed(read, knowledge.gazetteer)
  expect(printParsed(again, knowledge.gazetteer)).toEqual(printed)
  const { normal } = read.facts.outline
  for (const [path, { start, end, source, quote }] of spansOf(printed)) {
    expect(start, path).toBeGreaterThanOrEqual(0)
    expect(end, path).toBeGreaterThanOrEqual(start)
    expect(normal.text.slice(start, end), path).toBe(quote)
    expect(source.start, path).toBeGreaterThanOrEqual(0)
    expect(source.end, path).toBeLessThanOrEqual(read.source.text.length)
    // a quotation of some characters stands on some characters of the file
    expect(source.end - source.start > 0 || start === end, path).toBe(true)
  }
  return true
}

describe('reading damaged text', () => {
  it('holds its promises on documents with lines and brackets damaged', () => {
    let taken = 0
    const damaged = fc.record({
      text: fc.constantFrom(...texts),
      from: fc.nat(),
      changes: fc.array(mutation, { minLength: 1, maxLength: 8 }),
    })
    fc.assert(
      fc.property(damaged, ({ text, from, changes }) => {
        const lines = text.split('\n')
        // half of the windows begin with the head of the document
        const first = from % 2 === 0 ? 0 : from % lines.length
        const window = lines.slice(first, first + WINDOW)
        if (checkReading(changes.reduce(mutate, window).join('\n'))) taken++
      }),
      RUNS,
    )
    expect(taken).toBeGreaterThan(RUNS.numRuns / 3)
  })

  it('holds its promises on random words of official language', () => {
    const random = fc.array(
      fc.oneof(fc.constantFrom(...GRAMMAR), fc.string({ unit: 'grapheme', maxLength: 4 })),
      {
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(random, (parts) => void checkReading(parts.join(''))),
      { ...RUNS, numRuns: 600 },
    )
  })
})
