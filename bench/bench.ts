import type { Built } from './built.ts'
import type { Sizes } from './sizes.ts'

/**
 * A store that measurements share: the documents that come with the program, synthetic ones of a given number, or those
 * whose clauses are to be linked.
 */
export type CorpusName = 'seeds' | 'large' | 'linking'

export const STORE_NAMES = ['embedded', 'neo4j'] as const
export type StoreName = (typeof STORE_NAMES)[number]

/** A Neo4j server that was started for the measurements (`scripts/neo4j.mjs start --json`). */
export interface Neo4jServer {
  readonly uri: string
  readonly user: string
  readonly password: string
  readonly dir: string
  readonly pid: number
}

/** Where a corpus is. */
export interface CorpusPlace {
  readonly dataDir: string
  /** Null for the embedded store in the folder. */
  readonly neo4j: Neo4jServer | null
}

/** What a measurement works with. */
export interface Bench {
  readonly built: Built
  readonly sizes: Sizes
  readonly store: StoreName
  /** Place of a corpus that the measurement asked for. */
  readonly corpus: (name: CorpusName) => CorpusPlace
}
