import type { ListFormat } from '../../components/ListBar.tsx'
import { type AddressChanges, useAddress } from '../../core/addressState.ts'
import { TARGET_KINDS } from '../../core/labels.ts'
import { type Direction, SORTS, type Sort } from './arrange.ts'
import type { TargetFilter } from './targetsQuery.ts'

/** Filters as they stand in the address, under the names of the schema's TargetFilter: the export takes the same. */
export const FILTERS = [
  'metric',
  'kind',
  'within',
  'agency',
  'productType',
  'deadlineFrom',
  'deadlineUntil',
  'document',
] as const
export type FilterName = (typeof FILTERS)[number]

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** What the address asks for; values that no target can have are left out. */
export function readFilter(parameters: URLSearchParams): TargetFilter {
  const filter: Record<string, string> = {}
  for (const name of FILTERS) {
    const value = parameters.get(name)?.trim() ?? ''
    if (value === '') continue
    if (name === 'kind' && !(value in TARGET_KINDS)) continue
    if (name.startsWith('deadline') && !isDay(value)) continue
    filter[name] = value
  }
  return filter as TargetFilter
}

export function readOrder(parameters: URLSearchParams): {
  readonly sort: Sort
  readonly direction: Direction
  readonly grouped: boolean
} {
  return {
    sort: SORTS.find((sort) => sort === parameters.get('sort')) ?? 'text',
    direction: parameters.get('dir') === 'down' ? 'down' : 'up',
    grouped: parameters.get('group') === 'metric',
  }
}

/** The same column again turns the order round. */
export function orderBy(sort: Sort, now: ReturnType<typeof readOrder>): AddressChanges {
  const down = now.sort === sort && now.direction === 'up'
  return { sort: sort === 'text' ? null : sort, dir: down ? 'down' : null }
}

/** Where the filtered list is had as a file. */
export function exportPath(format: ListFormat, filter: TargetFilter, language: 'zh' | 'en'): string {
  return `/export/targets.${format}?${new URLSearchParams({ ...(filter as Record<string, string>), lang: language })}`
}

export function useTargetsAddress() {
  const { parameters, to, go } = useAddress()
  return {
    filter: readFilter(parameters),
    order: readOrder(parameters),
    shown: (name: FilterName): string => parameters.get(name) ?? '',
    to,
    go,
  }
}
