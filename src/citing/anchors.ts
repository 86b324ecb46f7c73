import type { TextRange } from '../domain/span.ts'
import type { Sentence } from './sentences.ts'

/** Behind the bracket that holds a citation: then it is said of the words before it, not of those behind it. */
const CLOSED = /^[^（）]{0,40}）(?:[，。；！？、,.;\n]|$)/u
/** Characters between words and the bracket that follows them. */
const ADJACENT = 3

/**
 * The place among `others` (in order) that a place of an answer most likely belongs to: in the same sentence, then in the
 * same line, then anywhere. What is cited in brackets at the end of a statement, （第六条）, belongs to the words before it;
 * everything else to the words behind it.
 */
export function nearestOf<T extends TextRange>(
  text: string,
  sentences: readonly Sentence[],
  place: TextRange,
  others: readonly T[],
): T | null {
  const own = sentenceAt(sentences, place.start)
  const near = (isNear: (sentence: Sentence | undefined) => boolean): T | null =>
    governing(
      text,
      place,
      others.filter((other) => isNear(sentenceAt(sentences, other.start))),
    )
  return (
    near((sentence) => own !== undefined && sentence === own) ??
    near((sentence) => own !== undefined && sentence?.line === own.line) ??
    near(() => true)
  )
}

function governing<T extends TextRange>(text: string, place: TextRange, others: readonly T[]): T | null {
  const before = others.filter(({ end }) => end <= place.start)
  const behind = others.filter(({ start }) => start >= place.end)
  const lead = before.findLast((other) => !isAside(text, other))
  const aside = behind[0] !== undefined && isAside(text, behind[0]) ? behind[0] : undefined
  const isAdjacent = aside !== undefined && aside.start - place.end <= ADJACENT
  if (aside !== undefined && (lead === undefined || isAdjacent)) return aside
  return lead ?? before.at(-1) ?? behind[0] ?? null
}

/** Whether a citation stands in brackets that end a statement: …备案（第六条）， but not 济宁市（…23号）明确. */
function isAside(text: string, { start, end }: TextRange): boolean {
  const open = text.lastIndexOf('（', start)
  if (open < 0 || /[）\n]/.test(text.slice(open, start))) return false
  return CLOSED.test(text.slice(end, end + 42))
}

/** The sentence that holds an offset. */
export function sentenceAt(sentences: readonly Sentence[], at: number): Sentence | undefined {
  let low = 0
  let high = sentences.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const sentence = sentences[middle]!
    if (at < sentence.start) high = middle - 1
    else if (at >= sentence.end) low = middle + 1
    else return sentence
  }
  return undefined
}
