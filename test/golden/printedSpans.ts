import { Converter } from 'opencc-js/t2cn'
import type { ReadDocument } from '../../ingest/readDocument.ts'
import { contains, type Span, type TextRange } from '../../src/domain/span.ts'

const simplify = Converter({ from: 'tw', to: 'cn' })
const RUBY = /\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-z]*\)/gu

interface Quoted extends Span {
  readonly quote: string
}

/** The words of a piece of text: script, width, rubies and punctuation folded away. */
export function words(text: string): string {
  return simplify(text.replace(RUBY, '').normalize('NFKC')).replace(/[\s\p{P}\p{S}]/gu, '')
}

/** The text between the tags; of the entities only those that stand for spaces and marks occur. */
function withoutMarkup(html: string): string {
  return html.replace(/<[^<>]*>|&(?:nbsp|emsp|gt|lt|amp);/g, '')
}

/** A slice of the source without the pieces that normalisation reported as removed (page marks, stray fragments). */
export function sourceWords(document: ReadDocument, range: TextRange): string {
  const removed = document.facts.outline.normal.notices.flatMap(({ span }) =>
    span !== null && span.start === span.end && contains(range, span.source) ? [span.source] : [],
  )
  let [out, at] = ['', range.start]
  for (const hole of removed.sort((a, b) => a.start - b.start)) {
    out += document.source.text.slice(at, hole.start)
    at = Math.max(at, hole.end)
  }
  out += document.source.text.slice(at, range.end)
  return words(document.source.mediaType === 'text/html' ? withoutMarkup(out) : out)
}

function isQuoted(value: object): value is Quoted {
  return 'quote' in value && 'source' in value && 'start' in value
}

/** Every span of a printed document, with the path that leads to it. */
export function* spansOf(value: unknown, path = ''): Generator<[string, Quoted]> {
  if (value === null || typeof value !== 'object') return
  if (isQuoted(value)) yield [path, value]
  else for (const [key, inner] of Object.entries(value)) yield* spansOf(inner, `${path}.${key}`)
}
