import type { TextRange } from '../domain/span.ts'

/** A sentence of an answer, and the paragraph (line) that it stands in, by number. */
export interface Sentence extends TextRange {
  readonly line: number
}

/** Sentences end with 。；！？ or the line, not inside quotation marks or brackets; a closing mark belongs to the sentence before it. */
export function findSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  let line = 0
  let depth = 0
  const close = (end: number): void => {
    if (text.slice(start, end).trim() !== '') sentences.push({ start, end, line })
    start = end
  }
  for (let at = 0; at < text.length; at++) {
    const c = text[at]!
    if (c === '\n') {
      close(at)
      start = at + 1
      line += 1
      depth = 0
    } else if ('“《（'.includes(c)) depth += 1
    else if ('”》）'.includes(c)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && '。；！？'.includes(c)) close(at + 1)
  }
  close(text.length)
  return sentences
}

/** What phrases end with; 、 joins the parts of a list, which are phrases only where asked for. */
const PHRASE_END = /[，。；：！？\n,;!?…]/u
const PART_END = /[，。；：！？、\n,;!?…]/u

/** Parts of a range between commas and other marks, without them; quotation marks and brackets do not hold them together. */
export function phrasesOf(text: string, range: TextRange, parts: 'phrases' | 'items' = 'items'): TextRange[] {
  const isEnd = parts === 'items' ? PART_END : PHRASE_END
  const phrases: TextRange[] = []
  let start = range.start
  for (let at = range.start; at <= range.end; at++) {
    if (at < range.end && !isEnd.test(text[at]!)) continue
    if (text.slice(start, at).trim() !== '') phrases.push({ start, end: at })
    start = at + 1
  }
  return phrases
}
