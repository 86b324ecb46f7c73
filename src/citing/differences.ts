import type { TextRange } from '../domain/span.ts'
import { NUMERAL_CLASS, parseNumeral } from '../text/numerals.ts'
import { type Change, changesBetween } from './editScript.ts'

/** What a change of words means. */
export type DifferenceKind = 'FIGURE' | 'NEGATION' | 'AGENCY' | 'WORDING'

/** A change between folded words of an answer (left) and of the corpus (right), widened to whole figures. */
export interface WordDifference extends Change {
  readonly kind: DifferenceKind
}

/** Negations; 不断, 不同, 未来 … are none. */
const NEGATION =
  /不(?![断同仅但良妨管])|未(?!来)|无(?!论|人|偿|障碍|形)|非(?![常遗处])|禁止|严禁|勿|没有|免于/gu
/** A negation right before words that were quoted without it. */
const NEGATION_BEFORE = /(?:不得|不应|不能|不可|不予|不再|不准|不许|不宜|不|未|严禁|禁止|无|非|避免|防止)$/u
/** A bound told by a negation, and one told without. */
const DENIED_BOUND = /不(?:得|应)?(?:少|低|超|高|多|小|大)[于过]/u
const BOUND = /以上|以下|以内|之内|至少|最[多高低]|上限|下限/u
/** Characters behind a change in which the other form of a bound stands. */
const NEAR_BOUND = 10
const FIGURE = new RegExp(`(?:\\d+(?:\\.\\d+)?|[${NUMERAL_CLASS}]+)[万亿%‰]*`, 'gu')
const FIGURE_CHARACTER = new RegExp(`[\\d.%‰${NUMERAL_CLASS}]`, 'u')
/** Words of duties, which are no part of a name. */
const DUTY = /牵头|配合|负责|责任|单位|部门|参与|协助|由/u
const AGENCY =
  /[国省市县区州]?[\p{Script=Han}]{1,14}?(?:委员会|管委会|人民政府|办公室|办公厅|中心|分局|局|委|厅|部|处|院|办|政府)/gu

/** The differences between two folded texts in order, and what each means. */
export function differencesBetween(left: string, right: string, distance: number): WordDifference[] {
  return changesBetween(left, right, distance).map((change) => {
    const wide = widenFigures(left, right, change)
    return { ...wide, kind: kindOf(left, right, change, wide) }
  })
}

/** The word right before a quotation that denies it: 不得|擅自改变…; null where there is none. */
export function denialBefore(before: string): string | null {
  return NEGATION_BEFORE.exec(before)?.[0] ?? null
}

function kindOf(left: string, right: string, change: Change, wide: Change): DifferenceKind {
  const [a, b] = [cut(left, change.left), cut(right, change.right)]
  const [wideA, wideB] = [cut(left, wide.left), cut(right, wide.right)]
  if (differInFigures(wideA, wideB)) return 'FIGURE'
  // 不 and the character behind it may stand on two sides of the change
  const negations = (text: string, range: TextRange) =>
    [...text.slice(Math.max(0, range.start - 1), range.end + 1).matchAll(NEGATION)].length
  const isTurned = a !== b && negations(left, change.left) !== negations(right, change.right)
  const isOnlyThat = /^(?:不|未|无)$/u.test(a + b)
  if (isTurned && (isOnlyThat || !isSameBound(left, right, change))) return 'NEGATION'
  if (differInAgency(left, right, change)) return 'AGENCY'
  return 'WORDING'
}

/** 不少于5000个 and 5000个以上 bound a figure alike. */
function isSameBound(left: string, right: string, change: Change): boolean {
  const near = (text: string, range: TextRange) =>
    text.slice(Math.max(0, range.start - 1), range.end + NEAR_BOUND)
  const [a, b] = [near(left, change.left), near(right, change.right)]
  return (DENIED_BOUND.test(a) && BOUND.test(b)) || (DENIED_BOUND.test(b) && BOUND.test(a))
}

/** Both name figures, and not the same ones: 百分之八十 and 80% are. */
function differInFigures(left: string, right: string): boolean {
  const [a, b] = [figuresOf(left), figuresOf(right)]
  if (a.length === 0 || b.length === 0) return false
  return a.length !== b.length || a.some((value, index) => value !== b[index])
}

function figuresOf(text: string): number[] {
  return [...text.replace(/[百千]分之/gu, '').matchAll(FIGURE)].flatMap(({ 0: printed }) => {
    const value = parseNumeral(printed.replace(/[%‰]/g, ''))
    return value === null ? [] : [value]
  })
}

/** Digits on both sides of a change belong to the figures: 3|2|00. */
function widenFigures(left: string, right: string, { left: a, right: b }: Change): Change {
  const hasFigure = (text: string) => FIGURE_CHARACTER.test(text)
  if (!hasFigure(cut(left, a)) && !hasFigure(cut(right, b))) return { left: a, right: b }
  let before = 0
  while (isFigureAt(left, a.start - before - 1) && left[a.start - before - 1] === right[b.start - before - 1])
    before++
  let behind = 0
  while (isFigureAt(left, a.end + behind) && left[a.end + behind] === right[b.end + behind]) behind++
  return {
    left: { start: a.start - before, end: a.end + behind },
    right: { start: b.start - before, end: b.end + behind },
  }
}

function isFigureAt(text: string, at: number): boolean {
  const character = text[at]
  return character !== undefined && FIGURE_CHARACTER.test(character)
}

/** Names of bodies that lie over the change on both sides. */
function differInAgency(left: string, right: string, change: Change): boolean {
  const over = (text: string, range: TextRange) => {
    const from = Math.max(0, range.start - 8)
    const near = text.slice(from, range.end + 8)
    return [...near.matchAll(AGENCY)].some(
      ({ index, 0: name }) => from + index <= range.start && range.end < from + index + name.length,
    )
  }
  const isName = (text: string, range: TextRange) => range.end > range.start && !DUTY.test(cut(text, range))
  const isNames = isName(left, change.left) && isName(right, change.right)
  return isNames && over(left, change.left) && over(right, change.right)
}

function cut(text: string, { start, end }: TextRange): string {
  return text.slice(start, end)
}
