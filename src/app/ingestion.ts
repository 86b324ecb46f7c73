import type { GraphStore } from '../../graph/port/graphStore.ts'
import { createIngestion } from '../../ingest/index.ts'
import type { ReadOptions } from '../../ingest/read/reader.ts'
import type { ReadFile } from '../../ingest/read/readSource.ts'
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
  /** What reading a file may cost, and whether scans are recognised; the defaults where absent. */
  readonly readOptions?: ReadOptions
  /** How files are decoded; in this process where absent. */
  readonly readFile?: ReadFile
}

/** The pipeline, wired. */
export function createIngestOne({ seeds, ...parts }: IngestParts): IngestOne {
  return createIngestion({ ...parts, reference: referenceOf(seeds), now: () => new Date() }).ingest
}
