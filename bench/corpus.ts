import type { GraphStore } from '../graph/port/graphStore.ts'
import type { DocumentBundle, Passage } from '../src/domain/bundle.ts'
import type { ClauseNode } from '../src/domain/nodes.ts'
import type { Embedder } from '../src/embedding/port.ts'
import type { Segmenter } from '../src/search/index.ts'
import {
  agencyNode,
  citation,
  passage,
  responsibility,
  seededRandom,
  syntheticBundle,
} from '../test/support/bundle.ts'
import type { CorpusName } from './bench.ts'
import { type Built, loadBuilt } from './built.ts'
import { openModel } from './model.ts'
import { configOf } from './openServices.ts'
import { loadBuiltSeeds, readSeedClauses, readSeedFiles } from './seedFiles.ts'

/** Clauses of a synthetic document: as many as a long plan has. */
export const CLAUSES_PER_DOCUMENT = 100
/** Documents that implement the same one. */
export const IMPLEMENTERS = 10
/** Agencies of the synthetic corpus, each in every n-th clause. */
export const AGENCIES = 50
/** 山东省, 济南市, 历下区: a third of the documents each. */
const PLACES = [
  { level: 'PROVINCIAL', placeId: 'place/370000' },
  { level: 'MUNICIPAL', placeId: 'place/370100' },
  { level: 'COUNTY', placeId: 'place/370102' },
] as const
/** Weight of the random part of a synthetic vector: neighbours stay as close as those of real clauses, cosine 0.5 to 0.9. */
const NOISE = 0.8

export function syntheticDocumentId(index: number): string {
  return `cn/370100/甲政发/2024/${index + 1}`
}

export function syntheticAgencyId(index: number): string {
  return `agency/370100/济南市第${index + 1}局`
}

/** Fills a new data folder: `seeds` by ingesting the program's documents, `large` with synthetic ones. */
export async function makeCorpus(
  built: Built,
  options: { readonly name: CorpusName; readonly dataDir: string; readonly clauses: number },
): Promise<void> {
  const resources = await loadBuilt<typeof import('../src/app/resources.ts')>(built, 'src/app/resources')
  const ingestion = await loadBuilt<typeof import('../src/app/ingestion.ts')>(built, 'src/app/ingestion')
  const { adoptEmbedder } = await loadBuilt<typeof import('../src/app/backfill.ts')>(
    built,
    'src/app/backfill',
  )
  const seeds = await loadBuiltSeeds(built)
  const segmenter = resources.segmenterOf(seeds)
  const model = await openModel(built)
  const embedder = 'reason' in model ? null : model.embedder
  const store = await resources.openStore(configOf(options.dataDir), 'write')
  try {
    await ingestion.putReferenceNodes(store, seeds)
    if (embedder !== null) await adoptEmbedder(store, embedder)
    if (options.name === 'large')
      await putSynthetic(built, store, { segmenter, embedder, count: options.clauses })
    else {
      const ingestOne = ingestion.createIngestOne({ store, embedder, segmenter, seeds })
      for (const file of readSeedFiles()) {
        const { error } = await ingestOne(file)
        if (error !== null) throw error
      }
    }
  } finally {
    await embedder?.[Symbol.asyncDispose]()
    await store.close()
  }
}

interface SyntheticParts {
  readonly segmenter: Segmenter
  readonly embedder: Embedder | null
  readonly count: number
}

/** Clauses of the program's documents mixed anew; vectors near theirs, as the model would need half an hour. */
async function putSynthetic(
  built: Built,
  store: GraphStore,
  { segmenter, embedder, count }: SyntheticParts,
): Promise<void> {
  const { clauseTokens, clauseIndexText } = await loadBuilt<typeof import('../src/search/indexing.ts')>(
    built,
    'src/search/indexing',
  )
  const patterns = await readSeedClauses(built)
  const vectors = embedder === null ? null : await embedder.embed(patterns.map(clauseIndexText))
  const random = seededRandom(20_240_101)
  const pick = () => Math.floor(random() * patterns.length)
  for (let index = 0; index * CLAUSES_PER_DOCUMENT < count; index += 1) {
    const size = Math.min(CLAUSES_PER_DOCUMENT, count - index * CLAUSES_PER_DOCUMENT)
    const plain = syntheticBundle(syntheticDocumentId(index), size, random, { vocabulary: 1 })
    const sources = plain.clauses.map(() => [pick(), pick()] as const)
    const clauses = plain.clauses.map((clause, i): ClauseNode => {
      const [first, second] = sources[i]!
      return {
        ...clause,
        title: patterns[first]!.title,
        text: mix(patterns[first]!.text, patterns[second]!.text),
      }
    })
    await store.putDocument({
      ...withFacts(plain, index),
      clauses,
      terms: clauses.map((clause) => ({ clauseId: clause.id, tokens: clauseTokens(segmenter, clause) })),
      passages:
        vectors === null
          ? []
          : clauses.flatMap((clause, i) => passagesOf(clause, vectors[sources[i]![0]]!, random)),
    })
  }
}

/** The first half of one text and the second half of another. */
function mix(a: string, b: string): string {
  return a.slice(0, Math.ceil(a.length / 2)) + b.slice(Math.floor(b.length / 2))
}

/** The whole clause and two windows, as clauses have on the average. */
function passagesOf(clause: ClauseNode, base: Float32Array, random: () => number): Passage[] {
  const half = Math.floor(clause.text.length / 2)
  return [
    passage(clause.id, disturb(base, random)),
    passage(clause.id, disturb(base, random), { start: 0, end: half }),
    passage(clause.id, disturb(base, random), { start: half, end: clause.text.length }),
  ]
}

function disturb(base: Float32Array, random: () => number): Float32Array {
  // uniform numbers of variance 1/dimensions: a random part of about length 1
  const scale = NOISE * Math.sqrt(12 / base.length)
  const vector = base.map((value) => value + scale * (random() - 0.5))
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

/** Each clause has a duty; ten documents each implement the same one. */
function withFacts(plain: DocumentBundle, index: number): DocumentBundle {
  const { document, clauses } = plain
  const upper = Math.floor((index - 1) / IMPLEMENTERS)
  const agencyOf = (i: number) => syntheticAgencyId((index + i) % AGENCIES)
  const parent = syntheticDocumentId(upper)
  return {
    ...plain,
    document: {
      ...document,
      ...PLACES[index % PLACES.length],
      issuedOn: `2024-${String((index % 12) + 1).padStart(2, '0')}-01`,
    },
    agencies: [...new Set(clauses.map((_clause, i) => agencyOf(i)))].map((id) =>
      agencyNode({ id, placeId: 'place/370100' }),
    ),
    responsibilities: clauses.map((clause, i) =>
      responsibility({ clauseId: clause.id, documentId: document.id, agencyId: agencyOf(i) }),
    ),
    citations:
      index === 0
        ? []
        : [
            citation({
              ...{ id: `${document.id}/cite_1`, documentId: document.id },
              ...{ targetId: parent, relation: 'IMPLEMENTS' as const },
            }),
          ],
  }
}
