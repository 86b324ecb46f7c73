import type { IsoDate } from '../domain/nodes.ts'
import { LEVELS, type Level } from '../domain/vocabulary.ts'
import { embeddingKeyOf, isSameKey } from '../search/embeddingKey.ts'
import type { Scope } from './scope.ts'

/** What the corpus holds: shown beside answers, so that silence is not taken for absence. */
export interface Statistics {
  readonly documents: number
  readonly citedDocuments: number
  readonly clauses: number
  readonly agencies: number
  readonly responsibilities: number
  readonly citations: number
  readonly targets: number
  /** Links between clauses that nobody rejected. */
  readonly correspondences: number
  /** Names of the places that ingested documents apply to, by code. */
  readonly places: readonly string[]
  readonly levels: readonly Level[]
  readonly issuedFrom: IsoDate | null
  readonly issuedUntil: IsoDate | null
  readonly undated: number
  /** Whether semantic search is on: a model is there, and vectors of this very model. */
  readonly semantic: boolean
}

export async function readStatistics(scope: Scope): Promise<Statistics> {
  const { store } = scope
  const { embedder } = scope.search()
  const [{ placeIds, embeddedClauses, ...counts }, key] = await Promise.all([
    store.statistics(),
    store.embeddingKey(),
  ])
  const places = await scope.read.list('JURISDICTION', placeIds.toSorted())
  return {
    ...counts,
    places: places.map((place) => place.name),
    levels: LEVELS.filter((level) => counts.levels.includes(level)),
    semantic:
      embedder !== null && key !== null && embeddedClauses > 0 && isSameKey(key, embeddingKeyOf(embedder)),
  }
}
