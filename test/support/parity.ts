/** The same corpora put into any store by the real pipeline, and the answers of the service over it. */
import { fileURLToPath } from 'node:url'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { InputFile } from '../../ingest/values.ts'
import { createHttpApp } from '../../src/api/http.ts'
import { adoptEmbedder } from '../../src/app/backfill.ts'
import { createIngestOne, putReferenceNodes } from '../../src/app/ingestion.ts'
import { createServiceDeps, segmenterOf } from '../../src/app/resources.ts'
import { loadSeeds, type Seeds } from '../../src/app/seeds.ts'
import { createHashingEmbedder } from '../../src/embedding/hashing.ts'
import type { Segmenter } from '../../src/search/index.ts'
import { embeddingKeyOf } from '../../src/search/index.ts'
import { inventedFiles } from '../golden/inventedDocuments.ts'
import { seedFiles } from '../golden/seedDocuments.ts'
import { seededRandom, syntheticBundle } from './bundle.ts'
import { putPolicyCorpus } from './policyCorpus.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SYNTHETIC = { documents: 12, clauses: 25 }

export interface ParityContext {
  readonly seeds: Seeds
  readonly segmenter: Segmenter
  readonly embedder: ReturnType<typeof createHashingEmbedder>
}

export async function openParityContext(): Promise<ParityContext> {
  const seeds = await loadSeeds(ROOT)
  return { seeds, segmenter: segmenterOf(seeds), embedder: createHashingEmbedder() }
}

/** Fills an empty store. */
export type Corpus = (store: GraphStore, context: ParityContext) => Promise<void>

export const CORPORA: Readonly<Record<string, Corpus>> = {
  'documents that come with the program': (store, context) => ingestAll(store, context, seedFiles()),
  'documents of our own making': (store, context) => ingestAll(store, context, inventedFiles()),
  'made-up measures below an opinion': (store, { segmenter, embedder }) =>
    putPolicyCorpus(store, segmenter, embedder),
  'random words and vectors': async (store, { embedder }) => {
    await store.setEmbeddingKey(embeddingKeyOf(embedder))
    const random = seededRandom(7)
    const options = { dimensions: embedder.dimensions, vocabulary: 300 }
    for (let index = 1; index <= SYNTHETIC.documents; index++)
      await store.putDocument(
        syntheticBundle(`cn/990100/甲政发/2024/${index}`, SYNTHETIC.clauses, random, options),
      )
  },
}

async function ingestAll(
  store: GraphStore,
  context: ParityContext,
  files: readonly InputFile[],
): Promise<void> {
  const { seeds, segmenter, embedder } = context
  await putReferenceNodes(store, seeds)
  await adoptEmbedder(store, embedder)
  const ingest = createIngestOne({ store, embedder, segmenter, seeds })
  for (const file of files) {
    const { error } = await ingest(file)
    if (error !== null) throw error
  }
}

/** Asks the GraphQL service over a store; rejects where the answer has errors. */
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<unknown>

export function serve(store: GraphStore, { seeds, segmenter, embedder }: ParityContext): Ask {
  const deps = createServiceDeps({
    store,
    seeds,
    embedder: () => embedder,
    segmenter,
    baseUrl: 'http://127.0.0.1',
  })
  const logger = { warn: () => {}, error: () => {} }
  const app = createHttpApp({
    ...{ services: { ...deps, today: () => '2025-06-01' }, isLoopback: true, logger },
    status: () => Promise.reject(new Error('not asked for')),
  })
  return async (query, variables = {}) => {
    const response = await app.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await response.json()) as {
      data: unknown
      errors?: readonly { message: string }[]
    }
    if (errors !== undefined) throw new Error(`${errors[0]?.message}\n${query}`)
    return data
  }
}
