import type { EmbeddingKey, GraphStore, Neighbour } from '../../graph/port/graphStore.ts'
import type { CorrespondenceEdge } from '../domain/correspondence.ts'
import { FeatureCache } from './featureCache.ts'
import type { DocumentFeatures, FeatureStore } from './features.ts'
import { scorePairs } from './score.ts'

export type LinkStore = FeatureStore &
  Pick<
    GraphStore,
    | 'nearestClauses'
    | 'chains'
    | 'correspondences'
    | 'putCorrespondences'
    | 'documentsWithoutLinks'
    | 'documentsWithoutVectors'
    | 'embeddingKey'
  >

export interface LinkDeps {
  readonly store: LinkStore
}

export interface LinkReport {
  readonly documentId: string
  /** Documents that it was compared with. */
  readonly compared: number
  readonly links: number
}

export interface LinkProgress {
  readonly documentId: string
  readonly done: number
  readonly total: number
}

/** Of the rules and weights of this folder; a new one makes every store link anew. */
const LINKER_VERSION = 'links-v1'
/** Clauses looked at around each clause, to find the documents that are near. */
const NEIGHBOURS = 24
/** Nearness below which two clauses say nothing about their documents: the usual cosine of this model's unrelated clauses. */
const UNRELATED_COSINE = 0.6
/** The nearest documents are compared, and all along the chains of citations. */
const NEAREST_DOCUMENTS = 20
/** Documents whose features are in memory at once. */
const BATCH = 16
/** Links are read by pages of this many. */
const PAGE = 500

/** Under what links are computed: version of this linker and key of the vectors. Null where no vectors are stored: then nothing is linked. */
export function linkKeyOf(key: EmbeddingKey | null): string | null {
  if (key === null) return null
  return [LINKER_VERSION, key.modelId, key.sha256, key.dimensions, key.preparation].join(';')
}

/**
 * Computes the links of one document anew and stores them. Without vectors nothing is done: links of words alone would
 * claim more than they know, so the document waits for its vectors.
 */
export async function linkDocument(deps: LinkDeps, documentId: string): Promise<LinkReport> {
  const { store } = deps
  const key = linkKeyOf(await store.embeddingKey())
  const withoutVectors = await store.documentsWithoutVectors()
  if (key === null || withoutVectors.includes(documentId)) return { documentId, compared: 0, links: 0 }
  const unlinked = new Set(await store.documentsWithoutLinks(key))
  return linkOne({ store, key, unlinked, cache: new FeatureCache(store) }, documentId)
}

/**
 * Links every document whose links were not yet computed under the present key, until done or aborted. Documents without
 * vectors wait.
 */
export async function linkAll(
  { store }: LinkDeps,
  options: { readonly signal: AbortSignal; readonly onProgress?: (progress: LinkProgress) => void },
): Promise<readonly LinkReport[]> {
  const key = linkKeyOf(await store.embeddingKey())
  if (key === null) return []
  const unlinked = new Set(await store.documentsWithoutLinks(key))
  const waiting = new Set(await store.documentsWithoutVectors())
  const ids = [...unlinked].filter((id) => !waiting.has(id))
  const run: LinkRun = { store, key, unlinked, cache: new FeatureCache(store) }
  const reports: LinkReport[] = []
  for (const documentId of ids) {
    if (options.signal.aborted) break
    reports.push(await linkOne(run, documentId))
    options.onProgress?.({ documentId, done: reports.length, total: ids.length })
  }
  return reports
}

interface LinkRun {
  readonly store: LinkStore
  readonly key: string
  /** Documents whose links were not yet computed under the key. */
  readonly unlinked: Set<string>
  readonly cache: FeatureCache
}

async function linkOne(run: LinkRun, documentId: string): Promise<LinkReport> {
  const { store, key, unlinked, cache } = run
  const [own] = await cache.read([documentId])
  const chained = own === undefined ? new Set<string>() : await findChained(store, documentId)
  const near = own === undefined ? [] : await findNearDocuments(store, own)
  const others = [...new Set([...near, ...chained])].filter((id) => id !== documentId).sort()
  const edges = new Map<string, CorrespondenceEdge>()
  for (const edge of await readFreshLinks(run, documentId, new Set(others))) edges.set(edge.id, edge)
  let compared = 0
  for (let start = 0; own !== undefined && start < others.length; start += BATCH) {
    for (const other of await cache.read(others.slice(start, start + BATCH))) {
      compared += 1
      for (const edge of scorePairs(own, other, chained.has(other.documentId)).links) edges.set(edge.id, edge)
    }
  }
  await store.putCorrespondences(documentId, key, [...edges.values()])
  unlinked.delete(documentId)
  return { documentId, compared, links: edges.size }
}

/** Documents above and below along the chains of citations. */
async function findChained(store: LinkStore, documentId: string): Promise<ReadonlySet<string>> {
  const directions = await Promise.all([store.chains([documentId], 'UP'), store.chains([documentId], 'DOWN')])
  const steps = directions.flatMap((chains) => chains.get(documentId) ?? [])
  return new Set(steps.map((step) => step.documentId))
}

/**
 * The documents nearest to this one, best first: each counts by its clause nearest to each of ours, over all of ours, so
 * that one general clause makes no neighbour.
 */
async function findNearDocuments(store: LinkStore, own: DocumentFeatures): Promise<readonly string[]> {
  const ids = own.clauses.map(({ clause }) => clause.id)
  const neighbours = await store.nearestClauses(ids, NEIGHBOURS)
  const nearness = new Map<string, number>()
  for (const found of neighbours.values()) {
    for (const [documentId, cosine] of bestOfEach(found)) {
      const gain = Math.max(0, cosine - UNRELATED_COSINE)
      if (gain > 0) nearness.set(documentId, (nearness.get(documentId) ?? 0) + gain)
    }
  }
  const ranked = [...nearness].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  return ranked.slice(0, NEAREST_DOCUMENTS).map(([documentId]) => documentId)
}

function bestOfEach(neighbours: readonly Neighbour[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>()
  for (const { documentId, cosine } of neighbours) {
    if (cosine > (best.get(documentId) ?? -1)) best.set(documentId, cosine)
  }
  return best
}

/**
 * Links that another document, linked under this key already, found with this one, which does not look at it by itself.
 * They stay: of two documents the one may
 * be among the other's nearest and not the other way round, and which of them is linked first must not matter.
 */
async function readFreshLinks(
  run: LinkRun,
  documentId: string,
  comparedAnew: ReadonlySet<string>,
): Promise<readonly CorrespondenceEdge[]> {
  const edges: CorrespondenceEdge[] = []
  let after: string | null = null
  for (;;) {
    const filter = { documentIds: [documentId], review: 'ANY' } as const
    const page = await run.store.correspondences(filter, 'BEST', { first: PAGE, after })
    edges.push(...page.items.map(({ node }) => node.edge))
    after = page.items.at(-1)?.cursor ?? null
    if (!page.hasNextPage) break
  }
  return edges.filter(({ documentIds: [first, second] }) => {
    const other = first === documentId ? second : first
    return !run.unlinked.has(other) && !comparedAnew.has(other)
  })
}
