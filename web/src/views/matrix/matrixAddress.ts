import { type AddressChanges, useAddress } from '../../core/addressState.ts'
import { FILTERS, type Filter } from './cells.ts'

/** What is open beside the matrix: a cell, or what a lower document has of its own. */
export type Opened =
  | { readonly kind: 'cell'; readonly clause: string; readonly document: string }
  | { readonly kind: 'additions'; readonly document: string }

/** The state of the matrix; all of it stands in the address. */
export interface MatrixAddress {
  readonly upper: string | null
  /** Null: those that the service finds. */
  readonly lower: string[] | null
  readonly minScore: number | null
  readonly after: string | null
  readonly filter: Filter
  readonly opened: Opened | null
  /** The lower clause that is chosen of those in the cell; null: the best. */
  readonly pair: string | null
}

/** Stands between ids, none of which holds it. */
const BETWEEN = ' '

export function readAddress(parameters: URLSearchParams): MatrixAddress {
  const minScore = Number(parameters.get('min') ?? Number.NaN)
  const lower = (parameters.get('lower') ?? '').split(BETWEEN).filter((id) => id !== '')
  return {
    upper: parameters.get('upper'),
    lower: lower.length === 0 ? null : lower,
    minScore: minScore > 0 && minScore <= 1 ? minScore : null,
    after: parameters.get('after'),
    filter: FILTERS.find((filter) => filter === parameters.get('show')) ?? 'all',
    opened: readOpened(parameters),
    pair: parameters.get('pair'),
  }
}

function readOpened(parameters: URLSearchParams): Opened | null {
  const [clause, document] = (parameters.get('cell') ?? '').split(BETWEEN)
  if (clause !== undefined && document !== undefined) return { kind: 'cell', clause, document }
  const own = parameters.get('own')
  return own === null ? null : { kind: 'additions', document: own }
}

const CLOSED = { cell: null, own: null, pair: null } as const

/** Changes of the address; whatever they make stale is taken away too. */
export const CHANGES = {
  open: (clause: string, document: string) => ({
    cell: `${clause}${BETWEEN}${document}`,
    own: null,
    pair: null,
  }),
  additions: (document: string) => ({ own: document, cell: null, pair: null }),
  close: () => CLOSED,
  pair: (clause: string) => ({ pair: clause }),
  filter: (filter: Filter) => ({ show: filter === 'all' ? null : filter }),
  minScore: (value: string) => ({ min: value, ...CLOSED }),
  lower: (ids: readonly string[]) => ({ lower: ids.join(BETWEEN), after: null, ...CLOSED }),
  page: (after: string | null) => ({ after, ...CLOSED }),
} as const satisfies Record<string, (...words: never[]) => AddressChanges>

/** The state, addresses that differ from it in something, and going there. */
export function useMatrixAddress() {
  const { parameters, to, go } = useAddress()
  return {
    address: readAddress(parameters),
    to,
    go,
  }
}
