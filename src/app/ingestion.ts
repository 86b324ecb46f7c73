import type { GraphStore } from '../../graph/port/graphStore.ts'
import { createIngestion } from '../../ingest/index.ts'
import type { Embedder } from '../embedding/port.ts'
import type { Segmenter } from '../search/index.ts'
import type { IngestOne } from './ingestFiles.ts'
import { referenceOf } from './parsing.ts'
import { productTypeNodes, type Seeds } from './seeds.ts'

/** Divisions, zones and product types into the store: what facts of documents refer to. */
export async function putReferenceNodes(store: GraphStore, seeds: Seeds): Promise<void> {
  await store.putReference([...seeds.places, ...productTypeNodes(seeds.products)])
}

export interface IngestParts {
  readonly store: GraphStore
  readonly embedder: Embedder | null
  readonly segmenter: Segmenter
  readonly seeds: Seeds
}

/** The pipeline, wired. */
export function createIngestOne({ store, embedder, segmenter, seeds }: IngestParts): IngestOne {
  const reference = referenceOf(seeds)
  return createIngestion({ store, embedder, segmenter, reference, now: () => new Date() }).ingest
}
