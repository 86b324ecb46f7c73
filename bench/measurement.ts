import type { Bench, CorpusName } from './bench.ts'
import type { Figure } from './figure.ts'

export interface Measurement {
  readonly name: string
  /** Made in a process of their own before. */
  readonly corpora: readonly CorpusName[]
  readonly load: () => Promise<{ readonly measure: (bench: Bench) => Promise<Figure[]> }>
}

/** Every measurement, in the order of the table. Each runs in a process of its own. */
export const MEASUREMENTS: readonly Measurement[] = [
  { name: 'reading', corpora: [], load: () => import('./reading.ts') },
  { name: 'embedding', corpora: [], load: () => import('./embedding.ts') },
  { name: 'search', corpora: ['seeds', 'large'], load: () => import('./search.ts') },
  { name: 'relations', corpora: ['large'], load: () => import('./relations.ts') },
  { name: 'service', corpora: ['seeds', 'large'], load: () => import('./service.ts') },
]
