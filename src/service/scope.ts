import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { IsoDate } from '../domain/nodes.ts'
import type { SearchDeps } from '../search/searchClauses.ts'
import type { NameIndexCache } from './nameIndex.ts'
import { openReader, type Reader } from './reader.ts'

/** What the use cases need for as long as the service runs. */
export interface ServiceDeps {
  readonly store: GraphStore
  /** Places, agencies and product types by name, kept between requests. */
  readonly names: NameIndexCache
  /** Asked for at each request: the model may arrive after the start. */
  readonly search: () => SearchDeps
  /** Without a slash at its end: `http://127.0.0.1:4000`. */
  readonly baseUrl: string
  readonly today: () => IsoDate
}

/** The same for one request, with reads that are batched and remembered as long as it lasts. */
export interface Scope extends ServiceDeps {
  readonly read: Reader
}

export function openScope(deps: ServiceDeps): Scope {
  return { ...deps, read: openReader(deps.store) }
}

/** Today in China (UTC+8): the documents' dates are meant there. */
export function todayInChina(now: Date = new Date()): IsoDate {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
