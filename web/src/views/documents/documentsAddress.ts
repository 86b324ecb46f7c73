import type { ListFormat } from '../../components/ListBar.tsx'
import { type AddressChanges, useAddress, write } from '../../core/addressState.ts'
import { LEVELS } from '../../core/labels.ts'

export const ARRANGEMENTS = ['places', 'timeline', 'wanted'] as const
export type Arrangement = (typeof ARRANGEMENTS)[number]

/** Filters in the address that go to the service as they are, by the names of the schema's DocumentFilter. */
export const TEXT_FILTERS = ['text', 'within', 'issuer', 'kind', 'issuedFrom', 'issuedUntil'] as const
export type TextFilter = (typeof TEXT_FILTERS)[number]

const DAY = /^\d{4}-\d{2}-\d{2}$/

export interface DocumentsFilter extends Partial<Readonly<Record<TextFilter, string>>> {
  readonly level?: keyof typeof LEVELS
  readonly validOn?: string
  readonly ingested?: boolean
}

/** What cannot be understood is left out. @param today ISO date by which validity is judged */
export function readFilter(parameters: URLSearchParams, today: string): DocumentsFilter {
  const texts = TEXT_FILTERS.flatMap((name) => {
    const value = parameters.get(name)?.trim() ?? ''
    const fits = value !== '' && (!name.startsWith('issued') || DAY.test(value))
    return fits ? [[name, value] as const] : []
  })
  const level = (Object.keys(LEVELS) as (keyof typeof LEVELS)[]).find(
    (each) => each === parameters.get('level'),
  )
  const held = parameters.get('held')
  return {
    ...Object.fromEntries(texts),
    ...(level === undefined ? {} : { level }),
    ...(parameters.get('valid') === '1' ? { validOn: today } : {}),
    ...(held === '1' || held === '0' ? { ingested: held === '1' } : {}),
  }
}

export function readArrangement(parameters: URLSearchParams): Arrangement {
  return ARRANGEMENTS.find((each) => each === parameters.get('show')) ?? 'places'
}

/** Where the list is had as a file. */
export function exportPath(
  list: 'documents' | 'wanted',
  format: ListFormat,
  filter: DocumentsFilter,
  language: 'zh' | 'en',
): string {
  const words = Object.entries(list === 'wanted' ? {} : filter).map(([name, value]) => [name, String(value)])
  return `/export/${list}.${format}?${new URLSearchParams([...words, ['lang', language]])}`
}

export function useDocumentsAddress() {
  const { parameters, go } = useAddress()
  return {
    filter: readFilter(parameters, new Date().toLocaleDateString('sv-SE')),
    arrangement: readArrangement(parameters),
    shown: (name: string): string => parameters.get(name) ?? '',
    to: (changes: AddressChanges) => ({
      pathname: '/documents',
      search: `?${write(parameters, changes)}`.replace(/^\?$/, ''),
    }),
    go,
  }
}
