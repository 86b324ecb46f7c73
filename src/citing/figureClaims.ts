import { overlaps, type TextRange } from '../domain/span.ts'
import { findQuantities, type PrintedQuantity } from '../text/quantities.ts'
import { bigrams, containment } from '../text/similarity.ts'
import { unitRow } from '../text/units.ts'

/** How a figure of an answer stands to a text of the corpus. */
export interface FigureComparison {
  readonly isSame: boolean
  /** The figure of the corpus, a range of its text. */
  readonly source: PrintedQuantity
}

/** Characters before and behind a figure that say what it is of. */
const CONTEXT = { before: 18, behind: 10 }
/** Share of the words around a figure that the corpus must have around its own: for the same figure, for another one. */
const LIKE = { same: 0.2, other: 0.4 }
/** 2027年 is a date, not 2,027 years. */
const LEAST_YEAR = 1900

/** The quantities that a range states outside `hidden` ranges; ranges of the whole text. */
export function findFigures(text: string, range: TextRange, hidden: readonly TextRange[]): PrintedQuantity[] {
  return findQuantities(text.slice(range.start, range.end))
    .map((figure) => ({ ...figure, start: range.start + figure.start, end: range.start + figure.end }))
    .filter((figure) => !isDate(figure) && !hidden.some((place) => overlaps(place, figure)))
}

/**
 * The figure of a text of the corpus that stands in like words: the same one where there is one; another one only where the
 * words are very like. Null where the text says nothing of it.
 * @param candidates the figures of the text of the corpus
 */
export function compareFigure(
  text: string,
  sentence: TextRange,
  figure: PrintedQuantity,
  source: string,
  candidates: readonly PrintedQuantity[],
): FigureComparison | null {
  const words = contextOf(text, figure, sentence)
  let same: PrintedQuantity | null = null
  let other: PrintedQuantity | null = null
  let [likeSame, likeOther] = [LIKE.same, LIKE.other]
  for (const candidate of candidates) {
    if (baseOf(candidate) !== baseOf(figure)) continue
    const like = containment(words, contextOf(source, candidate, { start: 0, end: source.length }))
    if (isSameFigure(figure, candidate)) {
      if (like >= likeSame) [same, likeSame] = [candidate, like]
    } else if (like > likeOther) [other, likeOther] = [candidate, like]
  }
  if (same !== null) return { isSame: true, source: same }
  return other === null ? null : { isSame: false, source: other }
}

/** Either end of a range may be told alone. */
function isSameFigure(a: PrintedQuantity, b: PrintedQuantity): boolean {
  const values = [amountOf(b, b.value), amountOf(b, b.max), amountOf(b, b.baseline)]
  const isOneOf = (value: number | null) =>
    value === null ||
    values.some((other) => other !== null && Math.abs(other - value) < 1e-9 * Math.max(1, value))
  return isOneOf(amountOf(a, a.value)) && isOneOf(amountOf(a, a.max))
}

function amountOf({ unit }: PrintedQuantity, value: number | null): number | null {
  return value === null ? null : value * (unitRow(unit)?.factor ?? 1)
}

function baseOf({ unit }: PrintedQuantity): string {
  return unitRow(unit)?.base ?? unit
}

function isDate({ unit, value }: PrintedQuantity): boolean {
  return unit === '年' && value >= LEAST_YEAR
}

function contextOf(text: string, { start, end }: TextRange, within: TextRange): Set<string> {
  const before = text.slice(Math.max(within.start, start - CONTEXT.before), start)
  const behind = text.slice(end, Math.min(within.end, end + CONTEXT.behind))
  // what stands on the other side of a sentence's end is of another figure
  const near = `${before.split(/[。；\n]/u).at(-1)} ${behind.split(/[。；\n]/u)[0]}`
  return bigrams(near.replace(/[\d.%]+/g, ' '))
}
