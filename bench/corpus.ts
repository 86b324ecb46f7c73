import type { GraphStore } from '../graph/port/graphStore.ts'
import type { Embedder } from '../src/embedding/port.ts'
import type { Segmenter } from '../src/search/index.ts'
import { randomVector, seededRandom } from '../test/support/bundle.ts'
import { type Indexing, policyBundle } from '../test/support/synthetic/policyBundle.ts'
import { type PlanOptions, planDocuments, TOPICS } from '../test/support/synthetic/policyPlan.ts'
import type { CorpusName, CorpusPlace } from './bench.ts'
import { type Built, loadBuilt } from './built.ts'
import { openModel } from './model.ts'
import { configOf } from './openServices.ts'
import { loadBuiltSeeds, readSeedFiles } from './seedFiles.ts'
import type { Sizes } from './sizes.ts'

/** Clauses of a synthetic document. */
const CLAUSES_PER_DOCUMENT = 25
/** Of a document whose clauses are linked: the bar is told for documents of this size. */
const CLAUSES_PER_LINKED_DOCUMENT = 40
/** Weight of the random part of a synthetic vector: neighbours stay as close as those of real clauses, cosine 0.5 to 0.9. */
const NOISE = 0.8
/** Documents that are written at once. */
const WRITERS = 4

/** What was written. */
export interface Loaded {
  readonly clauses: number
  readonly vectors: number
  /** From the first document to the last, the making of the bundles included. */
  readonly ms: number
}

/**
 * Fills a store: `seeds` by ingesting the program's documents, the others with synthetic ones.
 * @returns what was written of synthetic ones; null where they were there already
 */
export async function makeCorpus(
  built: Built,
  options: { readonly name: CorpusName; readonly place: CorpusPlace; readonly sizes: Sizes },
): Promise<Loaded | null> {
  const resources = await loadBuilt<typeof import('../src/app/resources.ts')>(built, 'src/app/resources')
  const ingestion = await loadBuilt<typeof import('../src/app/ingestion.ts')>(built, 'src/app/ingestion')
  const { adoptEmbedder } = await loadBuilt<typeof import('../src/app/backfill.ts')>(
    built,
    'src/app/backfill',
  )
  const seeds = await loadBuiltSeeds(built)
  const store = await resources.openStore(configOf(options.place), 'write')
  let embedder: Embedder | null = null
  try {
    if ((await store.statistics()).documents > 0) return null
    const model = await openModel(built)
    embedder = 'reason' in model ? null : model.embedder
    const segmenter = resources.segmenterOf(seeds)
    await ingestion.putReferenceNodes(store, seeds)
    if (embedder !== null) await adoptEmbedder(store, embedder)
    if (options.name !== 'seeds') {
      const indexing = await makeIndexing(built, segmenter, embedder)
      const loaded = await putSynthetic(store, planOf(options.name, options.sizes), indexing)
      if (options.name === 'large') await skipLinking(built, store)
      return loaded
    }
    const ingestOne = ingestion.createIngestOne({ store, embedder, segmenter, seeds })
    for (const file of readSeedFiles()) {
      const { error } = await ingestOne(file)
      if (error !== null) throw error
    }
    return null
  } finally {
    await embedder?.[Symbol.asyncDispose]()
    await store.close()
  }
}

function planOf(name: 'large' | 'linking', sizes: Sizes): PlanOptions {
  if (name === 'large') return { clauses: sizes.largeClauses, clausesPerDocument: CLAUSES_PER_DOCUMENT }
  const clausesPerDocument = CLAUSES_PER_LINKED_DOCUMENT
  return { clauses: sizes.linkedDocuments * clausesPerDocument, clausesPerDocument }
}

async function makeIndexing(
  built: Built,
  segmenter: Segmenter,
  embedder: Embedder | null,
): Promise<Indexing> {
  const { clauseTokens, clauseIndexText, passageTexts } = await loadBuilt<
    typeof import('../src/search/indexing.ts')
  >(built, 'src/search/indexing')
  return {
    ...{ clauseTokens: (clause) => clauseTokens(segmenter, clause), clauseIndexText, passageTexts },
    vectorOf: embedder === null ? null : await makeVectors(embedder),
  }
}

async function putSynthetic(store: GraphStore, plan: PlanOptions, indexing: Indexing): Promise<Loaded> {
  const plans = planDocuments(plan)
  const start = performance.now()
  let vectors = 0
  const write = async () => {
    for (let next = plans.next(); next.done !== true; next = plans.next()) {
      const bundle = policyBundle(next.value, indexing)
      vectors += bundle.passages.length
      await store.putDocument(bundle)
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
  return { clauses: plan.clauses, vectors, ms: performance.now() - start }
}

/** Vectors around one of a clause of the topic that the model made: it would need a quarter of an hour for all. */
async function makeVectors(embedder: Embedder): Promise<(topic: number) => Float32Array> {
  const samples = new Map<number, string>()
  for (const { clauses } of planDocuments({
    clauses: 40 * TOPICS,
    clausesPerDocument: CLAUSES_PER_DOCUMENT,
    seed: 7,
  }))
    for (const { topic, heading, text } of clauses) samples.set(topic, `${heading}。${text}`)
  const topics = [...samples.keys()]
  const vectors = await embedder.embed([...samples.values()])
  const bases = new Map(topics.map((topic, index) => [topic, vectors[index]!]))
  const [first] = vectors
  const random = seededRandom(20_240_101)
  return (topic) => {
    const base = bases.get(topic) ?? first!
    const noise = randomVector(random, base.length)
    const vector = base.map((value, i) => value + NOISE * noise[i]!)
    const length = Math.hypot(...vector)
    return vector.map((value) => value / length)
  }
}

/** A service would begin to link the clauses of all these documents while it is measured. */
async function skipLinking(built: Built, store: GraphStore): Promise<void> {
  const { linkKeyOf } = await loadBuilt<typeof import('../src/correspondence/link.ts')>(
    built,
    'src/correspondence/link',
  )
  const key = linkKeyOf(await store.embeddingKey())
  if (key === null) return
  for (const id of await store.documentsWithoutLinks(key)) await store.putCorrespondences(id, key, [])
}
