import type { SearchMode } from '../domain/vocabulary.ts'
import { openScope, type ServiceDeps } from './scope.ts'
import { readStatistics, type Statistics } from './statistics.ts'

/** `starting` until the first ingestion has ended. */
export type ServiceState = 'starting' | 'ready'

/** What /healthz and `status` say. */
export interface ServiceStatus {
  readonly state: ServiceState
  /** Name of the store's adapter. */
  readonly store: string
  /** Id of the embedding model; null where none is at hand. */
  readonly model: string | null
  /** The mode that a search is served by at the moment. */
  readonly searchMode: SearchMode
  readonly counts: Omit<
    Statistics,
    'places' | 'levels' | 'issuedFrom' | 'issuedUntil' | 'undated' | 'semantic'
  >
}

/** @throws ZhengmaiError STORE_* */
export async function readStatus(deps: ServiceDeps, state: ServiceState): Promise<ServiceStatus> {
  const found = await readStatistics(openScope(deps))
  const { semantic, documents, citedDocuments, clauses, agencies, responsibilities, citations } = found
  const { targets, correspondences } = found
  return {
    state,
    store: deps.store.supports.name,
    model: deps.search().embedder?.modelId ?? null,
    searchMode: semantic ? 'HYBRID' : 'KEYWORD',
    counts: {
      documents,
      citedDocuments,
      clauses,
      agencies,
      responsibilities,
      citations,
      targets,
      correspondences,
    },
  }
}
