import { groupBy } from '../../core/groupBy.ts'

/** Sorting and grouping of targets. What may be compared with what is the service's finding, not the page's. */

export interface Comparison {
  readonly target: { readonly id: string }
  readonly other: { readonly id: string }
  readonly verdict: string
  readonly deadlineVerdict: string | null
  readonly difference: number | null
  readonly differenceUnit: string | null
}
export interface TargetFacts {
  readonly id: string
  readonly metric: string | null
  readonly value: number | null
  readonly valueMax: number | null
  readonly unit: string | null
  readonly amount: number | null
  readonly amountUnit: string | null
  readonly deadline: string | null
  readonly clause: {
    readonly document: {
      readonly id: string
      readonly issuedOn: string | null
      readonly jurisdiction: { readonly id: string; readonly name: string } | null
    }
    readonly correspondences?: readonly { readonly targets: readonly Comparison[] }[] | undefined
  }
}

export const SORTS = ['text', 'metric', 'value', 'deadline', 'place'] as const
export type Sort = (typeof SORTS)[number]
export type Direction = 'up' | 'down'

/** Sorted copy; `text` is the order of the documents. Values of one base unit stand together, what lacks the value comes last. */
export function sortTargets<T extends TargetFacts>(
  targets: readonly T[],
  sort: Sort,
  direction: Direction,
): T[] {
  const sign = direction === 'up' ? 1 : -1
  if (sort === 'text') return direction === 'up' ? [...targets] : targets.toReversed()
  return targets.toSorted((one, other) => {
    const [a, b] = [sortKey(one, sort), sortKey(other, sort)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return compareKeys(a, b, sign)
  })
}

type Key = readonly [unit: string, value: string | number]

/** Of two units the order is always the same, only within one it turns. */
function compareKeys(a: Key, b: Key, sign: number): number {
  if (a[0] !== b[0]) return a[0].localeCompare(b[0], 'zh-CN')
  return typeof a[1] === 'number' && typeof b[1] === 'number'
    ? sign * (a[1] - b[1])
    : sign * String(a[1]).localeCompare(String(b[1]), 'zh-CN')
}

function sortKey(target: TargetFacts, sort: Sort): Key | null {
  switch (sort) {
    case 'value':
      return target.amount === null ? null : [target.amountUnit ?? '', target.amount]
    case 'deadline':
      return target.deadline === null ? null : ['', target.deadline]
    case 'place':
      return ['', target.clause.document.jurisdiction?.name ?? '']
    default:
      return target.metric === null ? null : ['', target.metric]
  }
}

export interface TargetGroup<T> {
  /** The shortest name of the metric in the group; null for targets without one. */
  readonly metric: string | null
  readonly targets: readonly T[]
  /** Number of places. */
  readonly places: number
  /** Whether the service compared two of them, so that it is not only the same words. */
  readonly compared: boolean
}

/**
 * Targets on one metric: those that the service compared with each other, and those with the very same words and base
 * unit. The groups with most places come first; a target alone is a group too.
 */
export function groupTargets<T extends TargetFacts>(targets: readonly T[]): readonly TargetGroup<T>[] {
  const heads = new Map(targets.map(({ id }) => [id, id]))
  const headOf = (id: string): string => {
    let head = id
    for (let next = heads.get(head)!; next !== head; next = heads.get(head)!) head = next
    return head
  }
  const join = (one: string, other: string) => {
    if (heads.has(one) && heads.has(other)) heads.set(headOf(other), headOf(one))
  }
  const worded = new Map<string, string>()
  const compared = new Set<string>()
  for (const target of targets) {
    for (const { other } of comparisonsOf(target)) {
      join(target.id, other.id)
      if (heads.has(other.id)) compared.add(target.id)
    }
    if (target.metric === null) continue
    const name = `${target.metric} ${target.amountUnit ?? ''}`
    const first = worded.get(name)
    if (first === undefined) worded.set(name, target.id)
    else join(first, target.id)
  }
  const groups = groupBy(targets, ({ id }) => headOf(id))
  return [...groups.values()]
    .map((group) => ({
      metric: shortest(group.flatMap(({ metric }) => (metric === null ? [] : [metric]))),
      targets: sortTargets(group, 'value', 'up'),
      places: new Set(group.map(({ clause }) => clause.document.jurisdiction?.id)).size,
      compared: group.some(({ id }) => compared.has(id)),
    }))
    .toSorted(
      (one, other) =>
        other.places - one.places ||
        Number(other.compared) - Number(one.compared) ||
        other.targets.length - one.targets.length,
    )
}

/** How the service compares this very target with those of other documents. */
export function comparisonsOf({ id, clause }: TargetFacts): readonly Comparison[] {
  const all = (clause.correspondences ?? []).flatMap(({ targets }) => targets)
  const own = all.filter(({ target }) => target.id === id)
  return [...new Map(own.map((comparison) => [comparison.other.id, comparison])).values()]
}

const shortest = (names: readonly string[]): string | null =>
  names.toSorted((one, other) => one.length - other.length)[0] ?? null

/** The value as printed, a range with a dash; null for a pure deadline. Below 10,000 no separators, as Chinese print does. */
export function printValue({ value, valueMax }: Pick<TargetFacts, 'value' | 'valueMax'>): string | null {
  if (value === null) return null
  return valueMax === null ? printNumber(value) : `${printNumber(value)}–${printNumber(valueMax)}`
}

const NUMBERS = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4, useGrouping: 'min2' })

export function printNumber(value: number): string {
  return NUMBERS.format(value)
}
