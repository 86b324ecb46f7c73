import { Converter } from 'opencc-js/t2cn'
import { describe, expect, it } from 'vitest'
import type { ReadDocument } from '../../ingest/readDocument.ts'
import { contains, type Span, type TextRange } from '../../src/domain/span.ts'
import { readSeedDocuments } from './seedDocuments.ts'

const documents = await readSeedDocuments()
const simplify = Converter({ from: 'tw', to: 'cn' })
const RUBY = /\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-z]*\)/gu

/** The words of a piece of text: script, width, rubies and punctuation folded away. */
function words(text: string): string {
  return simplify(text.replace(RUBY, '').normalize('NFKC')).replace(/[\s\p{P}\p{S}]/gu, '')
}

/** A slice of the source without the pieces that normalisation reported as removed (page marks, stray fragments). */
function sourceWords(document: ReadDocument, range: TextRange): string {
  const removed = document.facts.outline.normal.notices.flatMap(({ span }) =>
    span !== null && span.start === span.end && contains(range, span.source) ? [span.source] : [],
  )
  let [out, at] = ['', range.start]
  for (const hole of removed.sort((a, b) => a.start - b.start)) {
    out += document.source.text.slice(at, hole.start)
    at = Math.max(at, hole.end)
  }
  return words(out + document.source.text.slice(at, range.end))
}

interface Quoted extends Span {
  readonly quote: string
}

function isQuoted(value: object): value is Quoted {
  return 'quote' in value && 'source' in value && 'start' in value
}

/** Every span of a printed document, with the path that leads to it. */
function* spansOf(value: unknown, path: string): Generator<[string, Quoted]> {
  if (value === null || typeof value !== 'object') return
  if (isQuoted(value)) yield [path, value]
  else for (const [key, inner] of Object.entries(value)) yield* spansOf(inner, `${path}.${key}`)
}

describe.each(documents.map((document) => [document.name, document] as const))(
  '%s',
  (_, { read, printed }) => {
    const { notices: __, ...facts } = printed
    const spans = [...spansOf(facts, '')]
    const repaired = read.facts.outline.normal.notices.filter(({ code }) => code.startsWith('normalise/gbk'))

    it('has a span for every clause and every fact of it', () => {
      const count = printed.clauses.reduce(
        (sum: number, clause: { responsibilities: []; targets: [] }) =>
          sum + 1 + clause.responsibilities.length + clause.targets.length,
        0,
      )
      expect(spans.length).toBeGreaterThan(count)
    })

    it('quotes exactly what stands at each span', () => {
      for (const [path, span] of spans)
        expect(printed.text.slice(span.start, span.end), path).toBe(span.quote)
    })

    it('leads each span back to the same words of the file as read', () => {
      let mended = 0
      for (const [path, span] of spans) {
        if (
          repaired.some(({ span: hole }) => hole !== null && hole.start < span.end && span.start < hole.end)
        )
          mended++
        else expect(sourceWords(read, span.source), path).toBe(words(span.quote))
      }
      // Words that were repaired differ from the file by definition; they must stay the exception.
      expect(mended).toBeLessThanOrEqual(repaired.length * 6)
    })
  },
)
