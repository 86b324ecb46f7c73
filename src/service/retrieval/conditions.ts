import { LEVELS } from '../../domain/vocabulary.ts'
import { ZhengmaiError } from '../../errors/error.ts'
import type { ClauseConditions } from '../clauseFilter.ts'
import { ATTRIBUTES, type AttributeName, type AttributeValue } from './attributes.ts'

type Plain = string | number
/** How a value compares with what a condition says; a list is asked whether any of its words does. */
const COMPARISONS = {
  IS: (value, wanted) => wanted.some((each) => isSame(value, each)),
  CONTAINS: (value, wanted) => wanted.some((each) => fold(value).includes(fold(each))),
  STARTS_WITH: (value, wanted) => wanted.some((each) => fold(value).startsWith(fold(each))),
  ENDS_WITH: (value, wanted) => wanted.some((each) => fold(value).endsWith(fold(each))),
  GREATER: (value, wanted) => wanted.every((each) => compare(value, each) > 0),
  AT_LEAST: (value, wanted) => wanted.every((each) => compare(value, each) >= 0),
  LESS: (value, wanted) => wanted.every((each) => compare(value, each) < 0),
  AT_MOST: (value, wanted) => wanted.every((each) => compare(value, each) <= 0),
  /** Has a value at all. */
  PRESENT: () => true,
} as const satisfies Record<string, (value: Plain, wanted: readonly Plain[]) => boolean>
export type Comparison = keyof typeof COMPARISONS

/** A condition on one attribute of a passage, in the words that all outside systems are translated to. */
export interface AttributeCondition {
  readonly attribute: AttributeName
  readonly comparison: Comparison
  /** True: the comparison must fail; what has no value passes. */
  readonly negated: boolean
  /** Any of these; none for PRESENT. */
  readonly values: readonly Plain[]
}
export type ConditionTree =
  | AttributeCondition
  | { readonly all: readonly ConditionTree[] }
  | { readonly any: readonly ConditionTree[] }

/** @throws ZhengmaiError BAD_INPUT */
export function readAttributeName(name: string): AttributeName {
  const known = ATTRIBUTES.find((attribute) => attribute === name)
  if (known !== undefined) return known
  const all = ATTRIBUTES.join('、')
  throw new ZhengmaiError('BAD_INPUT', `没有属性“${name}”；可用的有 ${all} (unknown attribute)`)
}

/** Whether a passage passes; an attribute is read only where its condition is asked. */
export async function passes(
  tree: ConditionTree,
  read: (name: AttributeName) => Promise<AttributeValue>,
): Promise<boolean> {
  if ('all' in tree) {
    for (const part of tree.all) if (!(await passes(part, read))) return false
    return true
  }
  if ('any' in tree) {
    for (const part of tree.any) if (await passes(part, read)) return true
    return false
  }
  const value = await read(tree.attribute)
  const each = value === null ? [] : typeof value === 'object' ? value : [value]
  return each.some((one) => COMPARISONS[tree.comparison](one, tree.values)) !== tree.negated
}

/**
 * The part of a condition that the store can ask before it ranks, so that what passes is sought in the whole corpus; it
 * lets everything through that the condition itself does.
 */
export function storeFilterOf(tree: ConditionTree): ClauseConditions {
  const parts = 'all' in tree ? tree.all : [tree]
  const filters = parts.map((part) =>
    'attribute' in part && !part.negated ? filterOf(part) : 'all' in part ? storeFilterOf(part) : {},
  )
  return filters.reduce(joinFilters, {})
}

function filterOf({ attribute, comparison, values }: AttributeCondition): ClauseConditions {
  const [value] = values
  if (value === undefined) return {}
  const text = String(value)
  if (attribute === 'issued_on' && ISO_DATE.test(text)) return periodOf(comparison, text, text)
  if (attribute === 'year' && /^\d{4}$/.test(text))
    return periodOf(comparison, `${text}-01-01`, `${text}-12-31`)
  if (comparison !== 'IS' || values.length !== 1 || text.trim() === '') return {}
  const level = LEVELS.find((each) => isSame(each, value))
  if (attribute === 'level') return level === undefined ? {} : { level }
  if (attribute === 'place') return { within: text }
  if (attribute === 'document_id') return { document: text }
  return {}
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

function periodOf(comparison: Comparison, first: string, last: string): ClauseConditions {
  if (comparison === 'IS') return { issuedFrom: first, issuedUntil: last }
  if (comparison === 'GREATER' || comparison === 'AT_LEAST') return { issuedFrom: first }
  if (comparison === 'LESS' || comparison === 'AT_MOST') return { issuedUntil: last }
  return {}
}

/** Both hold: of two periods the common part; of other things asked twice the first, the rest is asked afterwards. */
function joinFilters(one: ClauseConditions, other: ClauseConditions): ClauseConditions {
  const from = [one.issuedFrom, other.issuedFrom]
    .filter((date) => date != null)
    .sort()
    .at(-1)
  const until = [one.issuedUntil, other.issuedUntil]
    .filter((date) => date != null)
    .sort()
    .at(0)
  // a period without a day holds nothing: left to the condition itself, as the store's filter refuses it
  const isEmpty = from !== undefined && until !== undefined && from > until
  return {
    ...other,
    ...one,
    issuedFrom: isEmpty ? null : (from ?? null),
    issuedUntil: isEmpty ? null : (until ?? null),
  }
}

function isSame(value: Plain, wanted: Plain): boolean {
  return fold(value) === fold(wanted)
}

/** Numbers as numbers, all else as text: ISO dates stand in order as text. */
function compare(value: Plain, wanted: Plain): number {
  const [a, b] = [Number(value), Number(wanted)]
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b
  const [left, right] = [fold(value), fold(wanted)]
  return left === right ? 0 : left < right ? -1 : 1
}

function fold(value: Plain): string {
  return String(value).normalize('NFKC').trim().toLowerCase()
}
