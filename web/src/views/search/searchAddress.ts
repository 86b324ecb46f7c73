import { type AddressChanges, write } from '../../core/addressState.ts'
import { LEVELS, ROLES } from '../../core/labels.ts'

/** Hits on a page. */
export const PAGE_SIZE = 20
export const MODES = ['HYBRID', 'SEMANTIC', 'KEYWORD'] as const
export type Mode = (typeof MODES)[number]

/** Conditions in the address, in the order in which they are shown. */
export const CONDITIONS = [
  'level',
  'place',
  'agency',
  'role',
  'product',
  'year',
  'valid',
  'document',
  'implementing',
] as const
export type Condition = (typeof CONDITIONS)[number]

/** What the address of the search says; '' where it says nothing. */
export interface SearchAddress extends Readonly<Record<Condition, string>> {
  readonly query: string
  readonly mode: Mode
  /** Places below the chosen one count too. */
  readonly below: boolean
  /** The question is searched for word by word: no condition is read from it. */
  readonly literal: boolean
  /** Cursors of the pages gone through, the last one where this page begins. */
  readonly trail: readonly string[]
  /** Id of the clause whose ranks are folded out. */
  readonly why: string
}

const YEAR = /^(?:19|20)\d{2}$/
/** Between cursors, which are base64url and hold no dot. */
const BETWEEN = '.'

/** What cannot be understood is left out, as if it were not there. */
export function readAddress(parameters: URLSearchParams): SearchAddress {
  const text = (name: string) => parameters.get(name)?.trim() ?? ''
  const known = (name: string, table: object) => (Object.hasOwn(table, text(name)) ? text(name) : '')
  const year = text('year')
  return {
    query: text('q'),
    mode: MODES.find((mode) => mode === text('mode')) ?? 'HYBRID',
    level: known('level', LEVELS),
    place: text('place'),
    below: text('below') === '1',
    literal: text('literal') === '1',
    agency: text('agency'),
    role: known('role', ROLES),
    product: text('product'),
    year: YEAR.test(year) ? year : '',
    valid: text('valid') === '1' ? '1' : '',
    document: text('document'),
    implementing: text('implementing'),
    trail: text('after').split(BETWEEN).filter(Boolean),
    why: text('why'),
  }
}

/** The conditions in the words of the schema's ClauseFilter. @param today ISO date by which validity is judged */
export function filterOf(address: SearchAddress, today: string) {
  const { place, below, year } = address
  return {
    level: (address.level || null) as keyof typeof LEVELS | null,
    role: (address.role || null) as keyof typeof ROLES | null,
    jurisdiction: below ? null : place || null,
    within: below ? place || null : null,
    agency: address.agency || null,
    productType: address.product || null,
    issuedFrom: year === '' ? null : `${year}-01-01`,
    issuedUntil: year === '' ? null : `${year}-12-31`,
    validOn: address.valid === '' ? null : today,
    document: address.document || null,
    implementing: address.implementing || null,
  }
}

/** The address with some parts changed; the page and the folded-out ranks belong to the old list and go. */
export function changed(parameters: URLSearchParams, changes: AddressChanges): URLSearchParams {
  return write(parameters, { after: null, why: null, ...changes })
}

/** The address without any condition. */
export function cleared(parameters: URLSearchParams): URLSearchParams {
  return changed(parameters, Object.fromEntries([...CONDITIONS, 'below'].map((name) => [name, null])))
}

/** One page on, or back: null where there is none. */
export function nextTrail(trail: readonly string[], endCursor: string | null): string | null {
  return endCursor === null ? null : [...trail, endCursor].join(BETWEEN)
}

export function previousTrail(trail: readonly string[]): string | null {
  return trail.length === 0 ? null : trail.slice(0, -1).join(BETWEEN)
}

/** As the `to` of a link that stays on this view. */
export const searchTo = (
  parameters: URLSearchParams,
): { readonly pathname: string; readonly search: string } => {
  const search = parameters.toString()
  return { pathname: '/', search: search === '' ? '' : `?${search}` }
}

/** A question with nothing else. */
export const askTo = (query: string) => searchTo(new URLSearchParams({ q: query }))
