import type { TextRange } from '../domain/span.ts'
import { applyEdits, type Edit, type OffsetMap, toSourceThrough } from '../text/edits.ts'
import { simplifyInPlace } from '../text/simplified.ts'
import { widthEdits } from '../text/width.ts'

/** A text that cites, as given and as it is read: one print of brackets, widths and script. */
export interface Answer {
  readonly original: string
  readonly text: string
  /** In the order in which the text was changed. */
  readonly maps: readonly OffsetMap[]
}

/** Marks that are written in the place of others. */
const MARKS: ReadonlyMap<string, string> = new Map(
  ['(（', ')）', '«《', '»》', '「“', '」”', '『“', '』”', '﹁“', '﹂”', '❝“', '❞”'].map((pair) => [
    pair[0]!,
    pair[1]!,
  ]),
)
/** The brackets around the year of a 发文字号: [2024], 【2024】, (2024). */
const YEAR =
  /(?<=\p{Script=Han}\s{0,3})[[(（【〖〔［]\s*(?:19|20|１９|２０)[\d０-９]{2}\s*[\])）】〗〕］](?=\s*第?\s*[\d０-９]{1,5}\s*[号號])/gu
/** White space that no Chinese print has: between Han characters, digits and brackets; line breaks stay. */
const GAP =
  /(?<=[\p{Script=Han}〔〕（）《》“”、，。；：])[ \t\u00a0\u3000]+(?=[\p{Script=Han}\d〔〕（）《》“”、，。；：])|(?<=\d)[ \t\u00a0\u3000]+(?=[\p{Script=Han}〔〕（）])/gu
/** Emphasis of Markdown and marks of notes, which stand inside words: **济政办字**〔2024〕23号[^1]. */
const MARKUP = /\*\*|__|`|\[\^\d{1,3}\]/gu
/** Straight quotation marks, by twos within a line. */
const STRAIGHT = /["＂][^"＂\n]{1,2000}["＂]/gu

/** Brings an answer to the form in which citations and quotations are looked for. */
export function readAnswer(original: string): Answer {
  const marks = applyEdits(original, disjoint([...yearEdits(original), ...markEdits(original)]))
  const plain = applyEdits(marks.text, disjoint([...removals(marks.text, MARKUP), ...widthEdits(marks.text)]))
  const close = applyEdits(plain.text, removals(plain.text, GAP))
  return { original, text: simplifyInPlace(close.text), maps: [marks.map, plain.map, close.map] }
}

/** The range of the answer as given. */
export function originalRange({ maps }: Answer, range: TextRange): TextRange {
  return toSourceThrough(maps, range)
}

function yearEdits(text: string): Edit[] {
  return [...text.matchAll(YEAR)].flatMap(({ index, 0: words }) => [
    { start: index, end: index + 1, insert: '〔' },
    { start: index + words.length - 1, end: index + words.length, insert: '〕' },
  ])
}

function markEdits(text: string): Edit[] {
  const edits: Edit[] = []
  for (let start = 0; start < text.length; start++) {
    const insert = MARKS.get(text[start]!)
    if (insert !== undefined) edits.push({ start, end: start + 1, insert })
  }
  for (const { index, 0: words } of text.matchAll(STRAIGHT)) {
    const end = index + words.length
    edits.push({ start: index, end: index + 1, insert: '“' }, { start: end - 1, end, insert: '”' })
  }
  return edits
}

function removals(text: string, pattern: RegExp): Edit[] {
  return [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    insert: '',
  }))
}

/** In order; of two that overlap the one that was given first. */
function disjoint(edits: readonly Edit[]): Edit[] {
  const taken = new Set<number>()
  return edits
    .filter(({ start, end }) => {
      for (let at = start; at < end; at++) if (taken.has(at)) return false
      for (let at = start; at < end; at++) taken.add(at)
      return true
    })
    .sort((a, b) => a.start - b.start)
}
