import type { ListFormat } from '../../components/ListBar.tsx'
import { useAddress } from '../../core/addressState.ts'
import { AGENCY_KINDS, LEVELS } from '../../core/labels.ts'
import type { AgencyFilter } from './agenciesQuery.ts'

/** Filters as they stand in the address, under the names of the schema's AgencyFilter: the export takes the same. */
export const FILTERS = ['name', 'function', 'level', 'within', 'kind'] as const
export type FilterName = (typeof FILTERS)[number]

/** What the address asks for; words that are none of the schema's are left out. */
export function readFilter(parameters: URLSearchParams): AgencyFilter {
  const filter: Record<string, string> = {}
  for (const name of FILTERS) {
    const value = parameters.get(name)?.trim() ?? ''
    if (value === '') continue
    if (name === 'level' && !(value in LEVELS)) continue
    if (name === 'kind' && !(value in AGENCY_KINDS)) continue
    filter[name] = value
  }
  return filter as AgencyFilter
}

/** Where the filtered list is had as a file. */
export function exportPath(format: ListFormat, filter: AgencyFilter, language: 'zh' | 'en'): string {
  return `/export/agencies.${format}?${new URLSearchParams({ ...(filter as Record<string, string>), lang: language })}`
}

export function useAgenciesAddress() {
  const { parameters, to, go } = useAddress()
  return {
    filter: readFilter(parameters),
    byFunction: parameters.get('view') === 'function',
    shown: (name: FilterName): string => parameters.get(name) ?? '',
    to,
    go,
  }
}
