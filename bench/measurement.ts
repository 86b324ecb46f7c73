import { type Bench, type CorpusName, STORE_NAMES, type StoreName } from './bench.ts'
import type { Figure } from './figure.ts'

export interface Measurement {
  readonly name: string
  /** Made in a process of their own before. */
  readonly corpora: readonly CorpusName[]
  /** Stores that it says something of; all corpora of Neo4j are one, `large`. */
  readonly stores: readonly StoreName[]
  readonly load: () => Promise<{ readonly measure: (bench: Bench) => Promise<Figure[]> }>
}

/** Every measurement, in the order of the table. Each runs in a process of its own. */
export const MEASUREMENTS: readonly Measurement[] = [
  { name: 'reading', corpora: [], stores: ['embedded'], load: () => import('./reading.ts') },
  { name: 'embedding', corpora: [], stores: ['embedded'], load: () => import('./embedding.ts') },
  { name: 'load', corpora: [], stores: STORE_NAMES, load: () => import('./load.ts') },
  { name: 'search', corpora: ['seeds', 'large'], stores: STORE_NAMES, load: () => import('./search.ts') },
  { name: 'citing', corpora: ['large'], stores: STORE_NAMES, load: () => import('./citing.ts') },
  { name: 'relations', corpora: ['large'], stores: STORE_NAMES, load: () => import('./relations.ts') },
  { name: 'linking', corpora: ['linking'], stores: ['embedded'], load: () => import('./linking.ts') },
  { name: 'service', corpora: ['seeds', 'large'], stores: ['embedded'], load: () => import('./service.ts') },
  { name: 'assistants', corpora: ['large'], stores: ['embedded'], load: () => import('./assistants.ts') },
  { name: 'page', corpora: [], stores: ['embedded'], load: () => import('./page.ts') },
  { name: 'frames', corpora: [], stores: ['embedded'], load: () => import('./graphFrames.ts') },
]
