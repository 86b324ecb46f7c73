import { overlaps, type TextRange } from '../domain/span.ts'
import { NUMERAL_CLASS, parseNumeral } from '../text/numerals.ts'
import type { Mention } from './mentions.ts'
import type { Quotation } from './quotations.ts'

/** PART: 部分, 章, 节, 一、. CLAUSE: 条, （五）, 第5项. PARAGRAPH: 款. ITEM: an item of a clause named before it. */
export type StepKind = 'PART' | 'ARTICLE' | 'CLAUSE' | 'PARAGRAPH' | 'ITEM'

export interface LocatorStep extends TextRange {
  readonly kind: StepKind
  readonly number: number
}

/** A place of a document as an answer names it: 第三章第五条, 二、（五）, 第1条第2款. */
export interface Locator extends TextRange {
  readonly steps: readonly LocatorStep[]
}

const N = `(?:[${NUMERAL_CLASS}]{1,6}|\\d{1,3})`
const BRACKETED = `（${N}）`

interface StepRule {
  readonly id: string
  /** Group 1 is the number. */
  readonly pattern: RegExp
  readonly kind: StepKind
  /** Only behind another step or right behind the name of a document: alone it may be the answer's own list. */
  readonly dependent: boolean
  /** At the head of a line it is the answer's own list. */
  readonly insideLine?: boolean
  readonly example: string
}

/** In this order; the first that matches at a place wins. */
export const STEP_RULES: readonly StepRule[] = [
  {
    id: 'part',
    pattern: new RegExp(`第(${N})(?:部分|章|节|大项|方面)`, 'uy'),
    kind: 'PART',
    dependent: false,
    example: '第二部分',
  },
  {
    id: 'article',
    pattern: new RegExp(`第(${N})条(?!措施|线|例|意见|政策)`, 'uy'),
    kind: 'ARTICLE',
    dependent: false,
    example: '第五条',
  },
  {
    id: 'paragraph',
    pattern: new RegExp(`第(${N})款`, 'uy'),
    kind: 'PARAGRAPH',
    dependent: false,
    example: '第二款',
  },
  {
    id: 'bracketed',
    pattern: new RegExp(`第?（(${N})）[项条款点目]`, 'uy'),
    kind: 'CLAUSE',
    dependent: false,
    example: '第（五）项',
  },
  {
    id: 'ordinal',
    pattern: new RegExp(`第(${N})项(?!目)`, 'uy'),
    kind: 'CLAUSE',
    dependent: false,
    example: '第3项',
  },
  {
    id: 'ordinal-bracketed',
    pattern: new RegExp(`第（(${N})）`, 'uy'),
    kind: 'CLAUSE',
    dependent: false,
    example: '第（三）',
  },
  {
    id: 'heading',
    pattern: new RegExp(`([${NUMERAL_CLASS}]{1,3})、(?=${BRACKETED})`, 'uy'),
    kind: 'PART',
    dependent: false,
    insideLine: true,
    example: '二、',
  },
  { id: 'bare', pattern: new RegExp(`（(${N})）`, 'uy'), kind: 'CLAUSE', dependent: true, example: '（五）' },
]

/** The places of documents that an answer names outside quotations, in order; neighbouring steps are one place. */
export function findLocators(
  text: string,
  mentions: readonly Mention[],
  quotations: readonly Quotation[],
): Locator[] {
  const hidden = [
    ...quotations,
    ...mentions.flatMap(({ title, number }) => [title, number].filter((part) => part !== null)),
  ]
  const found: { start: number; end: number; steps: LocatorStep[] }[] = []
  for (let at = 0; at < text.length; at++) {
    const last = found.at(-1)
    const follows = last !== undefined && last.end === at
    const named = mentions.some(({ end }) => end === at || (end === at - 1 && text[end] === '）'))
    const step = stepAt(text, at, follows || named, follows ? (last.steps.at(-1)?.kind ?? null) : null)
    if (step === null || hidden.some((range) => overlaps(range, step))) continue
    if (follows) {
      last.steps.push(step)
      last.end = step.end
    } else found.push({ start: step.start, end: step.end, steps: [step] })
    at = step.end - 1
  }
  // 二、 at the head of a line and a lone 款 are no places
  return found.filter(({ steps }) => steps.some(({ kind }) => kind === 'ARTICLE' || kind === 'CLAUSE'))
}

function stepAt(
  text: string,
  start: number,
  isDependent: boolean,
  after: StepKind | null,
): LocatorStep | null {
  for (const { pattern, kind, dependent, insideLine = false } of STEP_RULES) {
    if (dependent && !isDependent) continue
    if (insideLine && isLineStart(text, start)) continue
    pattern.lastIndex = start
    const match = pattern.exec(text)
    const number = match === null ? null : parseNumeral(match[1]!)
    if (match === null || number === null) continue
    const inside = kind === 'CLAUSE' && after !== null && after !== 'PART'
    return { kind: inside ? 'ITEM' : kind, number, start, end: start + match[0].length }
  }
  return null
}

function isLineStart(text: string, at: number): boolean {
  return /(?:^|\n)[\s#>*-]*$/.test(text.slice(Math.max(0, at - 8), at))
}
