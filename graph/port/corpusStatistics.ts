import type { IsoDate } from '../../src/domain/nodes.ts'
import type { Level } from '../../src/domain/vocabulary.ts'

/** What a store holds. */
export interface CorpusStatistics {
  readonly documents: number
  readonly citedDocuments: number
  readonly clauses: number
  readonly agencies: number
  readonly responsibilities: number
  readonly citations: number
  readonly targets: number
  /** Ids of places that an ingested document applies to. */
  readonly placeIds: readonly string[]
  readonly levels: readonly Level[]
  readonly issuedFrom: IsoDate | null
  readonly issuedUntil: IsoDate | null
  readonly undated: number
  /** Clauses that have vectors. */
  readonly embeddedClauses: number
  /** Links that nobody rejected. */
  readonly correspondences: number
}
