/** The same corpora put into any store by the real pipeline, and the answers of the service over it. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { InputFile } from '../../ingest/values.ts'
import { createHttpApp } from '../../src/api/http.ts'
import { adoptEmbedder } from '../../src/app/backfill.ts'
import { createIngestOne, putReferenceNodes } from '../../src/app/ingestion.ts'
import { linkDocuments } from '../../src/app/linking.ts'
import { createServiceDeps, segmenterOf } from '../../src/app/resources.ts'
import { loadSeeds, type Seeds } from '../../src/app/seeds.ts'
import { createHashingEmbedder } from '../../src/embedding/hashing.ts'
import { openOnnxEmbedder } from '../../src/embedding/onnx.ts'
import type { Embedder } from '../../src/embedding/port.ts'
import type { Segmenter } from '../../src/search/index.ts'
import { embeddingKeyOf } from '../../src/search/index.ts'
import { seedFiles } from '../golden/seedDocuments.ts'
import { seededRandom, syntheticBundle } from './bundle.ts'
import { findModel } from './model.ts'
import { putPolicyCorpus } from './policyCorpus.ts'
import { LINKS, putTracingCorpus } from './tracingCorpus.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const GOLDEN = `${ROOT}test/golden`
/** Documents of our own making, in text files: of those that are linked all, of the others two with citations and a ledger. */
const OWN_FILES = [/^correspondence\/.*[.]txt$/, /^invented\/(01|08)[^.]*[.]txt$/]
const SYNTHETIC = { documents: 8, clauses: 20 }

export interface ParityContext {
  readonly seeds: Seeds
  readonly segmenter: Segmenter
  readonly embedder: Embedder
}

export async function openParityContext(
  embedder: Embedder = createHashingEmbedder(),
): Promise<ParityContext> {
  const seeds = await loadSeeds(ROOT)
  return { seeds, segmenter: segmenterOf(seeds), embedder }
}

/** Fills an empty store. */
export interface Corpus {
  /** Where absent, one that needs no model. */
  readonly openEmbedder?: () => Promise<Embedder>
  readonly fill: (store: GraphStore, context: ParityContext) => Promise<void>
}

export const CORPORA: Readonly<Record<string, Corpus>> = {
  'documents that come with the program': {
    openEmbedder: openModel,
    fill: (store, context) => ingestAll(store, context, seedFiles()),
  },
  'documents of our own making': { fill: (store, context) => ingestAll(store, context, ownFiles()) },
  'made-up measures below an opinion': { fill: putLinkedByHand },
  'random words and vectors': { fill: putRandom },
}

/** The real model, whose vectors the linker is made for; where there is none, the stand-in. */
async function openModel(): Promise<Embedder> {
  const model = await findModel()
  if ('reason' in model) return createHashingEmbedder()
  const embedder = await openOnnxEmbedder({ files: model.files, workers: 1 })
  const known = new Map<string, Promise<Float32Array>>()
  const embedOnce = (text: string): Promise<Float32Array> => {
    const vector = known.get(text) ?? embedder.embed([text]).then(([first]) => first as Float32Array)
    known.set(text, vector)
    return vector
  }
  return {
    modelId: embedder.modelId,
    sha256: embedder.sha256,
    dimensions: embedder.dimensions,
    preparation: embedder.preparation,
    embed: (texts) => Promise.all(texts.map(embedOnce)),
    [Symbol.asyncDispose]: () => embedder[Symbol.asyncDispose](),
  }
}

function ownFiles(): InputFile[] {
  const names = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' }).sort()
  return names
    .filter((name) => OWN_FILES.some((pattern) => pattern.test(name)))
    .map((name) => ({ name, bytes: readFileSync(`${GOLDEN}/${name}`) }))
}

async function putLinkedByHand(store: GraphStore, { segmenter, embedder }: ParityContext): Promise<void> {
  await putPolicyCorpus(store, segmenter, embedder)
  await putTracingCorpus(store)
  const reviewed = LINKS.slice(0, 2).map(({ clauseIds }) => clauseIds)
  const said = { note: '核对原文', by: '校核组', at: '2025-03-01T00:00:00.000Z' }
  for (const [index, clauseIds] of reviewed.entries())
    await store.putReview({ clauseIds, verdict: index === 0 ? 'CONFIRMED' : 'REJECTED', ...said })
}

async function putRandom(store: GraphStore, { embedder }: ParityContext): Promise<void> {
  await store.setEmbeddingKey(embeddingKeyOf(embedder))
  const random = seededRandom(7)
  const options = { dimensions: embedder.dimensions, vocabulary: 300 }
  for (let index = 1; index <= SYNTHETIC.documents; index++) {
    const id = `cn/990100/甲政发/2024/${index}`
    await store.putDocument(syntheticBundle(id, SYNTHETIC.clauses, random, options))
  }
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
  await linkDocuments({ store, seeds, segmenter }, { signal: new AbortController().signal })
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
