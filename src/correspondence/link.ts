import { setImmediate } from 'node:timers/promises'
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
  /** Documents that it was compared with; fewer where others of the same run compared themselves with it before. */
  readonly compared: number
  /** Links that this found. */
  readonly links: number
}

export interface LinkProgress {
  readonly documentId: string
  readonly done: number
  readonly total: number
}

/** Of the rules and weights of this folder; a new one makes every store link anew. */
const LINKER_VERSION = 'links-v2'
/** Clauses looked at around each clause, to find the documents that are near. */
const NEIGHBOURS = 24
/** Nearness below which two clauses say nothing about their documents: the usual cosine of this model's unrelated clauses. */
const UNRELATED_COSINE = 0.6
/** The nearest documents are compared, and all along the chains of citations. */
const NEAREST_DOCUMENTS = 20
/** Documents that are read at once. */
const BATCH = 8

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
  const run = openRun(store, key, new Set(await store.documentsWithoutLinks(key)))
  return writeLinks(run, await compareAll(run, await prepare(run, documentId)))
}

/**
 * Links every document whose links were not yet computed under the present key, until done or aborted. Documents without
 * vectors wait. While one document is compared, the one before is written and the one after it is read.
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
  const run = openRun(store, key, unlinked)
  const reports: LinkReport[] = []
  const write = async (found: Found) => {
    reports.push(await writeLinks(run, found))
    options.onProgress?.({ documentId: found.documentId, done: reports.length, total: ids.length })
  }
  let [reading, writing]: [Promise<Prepared> | null, Promise<void> | null] = [null, null]
  try {
    for (const [index, documentId] of ids.entries()) {
      if (options.signal.aborted) break
      const prepared = await (reading ?? prepare(run, documentId))
      const next = ids[index + 1]
      reading = next === undefined ? null : prepare(run, next)
      // a failure is met where it is awaited
      reading?.catch(() => undefined)
      const found = await compareAll(run, prepared)
      await writing
      if (options.signal.aborted) break
      writing = write(found)
      writing.catch(() => undefined)
    }
    await writing
  } finally {
    // the caller may close the store
    await Promise.allSettled([reading, writing])
  }
  return reports
}

interface LinkRun {
  readonly store: LinkStore
  readonly key: string
  /** Documents whose links had not been computed under the key when the run began. */
  readonly unlinked: ReadonlySet<string>
  readonly cache: FeatureCache
  /** For each document that is still to be linked those that this run has compared with it, with the versions of both. */
  readonly compared: Map<string, Map<string, string>>
  /** Pairs that lie on one chain through a document that came later, compared again in this run. */
  readonly closed: Set<string>
}

function openRun(store: LinkStore, key: string, unlinked: ReadonlySet<string>): LinkRun {
  return { store, key, unlinked, cache: new FeatureCache(store), compared: new Map(), closed: new Set() }
}

/** A document and those that it is to be compared with. */
interface Prepared {
  readonly documentId: string
  /** Null for a document without clauses. */
  readonly own: DocumentFeatures | null
  readonly chained: Chained
  readonly others: readonly string[]
}

/** What comparing found. */
interface Found extends Prepared {
  /** Documents that it was compared with now. */
  readonly compared: readonly string[]
  readonly edges: readonly CorrespondenceEdge[]
}

async function prepare(run: LinkRun, documentId: string): Promise<Prepared> {
  const [own] = await run.cache.read([documentId])
  if (own === undefined) return { documentId, own: null, chained: { up: [], down: [] }, others: [] }
  const [chained, near] = await Promise.all([
    findChained(run.store, documentId),
    findNearDocuments(run.store, own),
  ])
  const others = new Set([...near, ...chained.up, ...chained.down])
  others.delete(documentId)
  return { documentId, own, chained, others: [...others].sort() }
}

/** Compares a document with the others, but for those that compared themselves with it before in this run. */
async function compareAll(run: LinkRun, prepared: Prepared): Promise<Found> {
  const { documentId, chained, others } = prepared
  const before = run.compared.get(documentId)
  run.compared.delete(documentId)
  const versions = await run.cache.versionsOf([documentId, ...others])
  const versionsOf = (otherId: string) =>
    [documentId, otherId]
      .map((id) => versions.get(id))
      .sort()
      .join(' ')
  const isChained = new Set([...chained.up, ...chained.down])
  const [own] = prepared.own === null ? [] : await run.cache.read([documentId])
  const wanted =
    own === undefined ? [] : others.filter((otherId) => before?.get(otherId) !== versionsOf(otherId))
  const [compared, edges]: [string[], CorrespondenceEdge[]] = [[], []]
  for await (const other of readAhead(run.cache, wanted)) {
    edges.push(...scorePairs(own!, other, isChained.has(other.documentId)).links)
    compared.push(other.documentId)
    note(run, other.documentId, documentId, versionsOf(other.documentId))
    // lets a service answer in between
    await setImmediate()
  }
  return { ...prepared, compared, edges }
}

/** The features of documents in turn, some of them read while those before are used. */
async function* readAhead(
  cache: FeatureCache,
  documentIds: readonly string[],
): AsyncGenerator<DocumentFeatures> {
  let ahead = cache.read(documentIds.slice(0, BATCH))
  for (let start = 0; start < documentIds.length; start += BATCH) {
    const batch = await ahead
    ahead = cache.read(documentIds.slice(start + BATCH, start + 2 * BATCH))
    ahead.catch(() => undefined)
    yield* batch
  }
}

/** Remembers for a document that is still to be linked that another one was compared with it. */
function note(run: LinkRun, waitingId: string, documentId: string, versions: string): void {
  if (!run.unlinked.has(waitingId)) return
  const notes = run.compared.get(waitingId)
  if (notes === undefined) run.compared.set(waitingId, new Map([[documentId, versions]]))
  else notes.set(documentId, versions)
}

/**
 * Writes what was found. Links that another document, linked under this key already, found with this one stay where this one
 * did not look at it: of two documents the one may be among the other's nearest and not the other way round, and which of
 * them is linked first must not matter.
 */
async function writeLinks(run: LinkRun, found: Found): Promise<LinkReport> {
  const { documentId, compared, edges } = found
  await run.store.putCorrespondences(documentId, run.key, edges, compared)
  await closeChains(run, found)
  return { documentId, compared: compared.length, links: edges.length }
}

/**
 * Compares again what lies above with what lies below a document that came after both: only now they are on one chain, and
 * their links were found without it.
 */
async function closeChains(run: LinkRun, { documentId, chained }: Found): Promise<void> {
  if (!run.unlinked.has(documentId)) return
  const settled = (ids: readonly string[]) => ids.filter((id) => !run.unlinked.has(id))
  const below = settled(chained.down)
  for (const upperId of below.length === 0 ? [] : settled(chained.up)) {
    for (const lowerId of below) {
      const pair = [upperId, lowerId].sort().join('\n')
      if (upperId === lowerId || run.closed.has(pair)) continue
      run.closed.add(pair)
      const [upper, lower] = await run.cache.read([upperId, lowerId])
      if (upper === undefined || lower === undefined) continue
      const { links } = scorePairs(upper, lower, true)
      await run.store.putCorrespondences(upperId, run.key, links, [lowerId])
      await setImmediate()
    }
  }
}

/** Documents above and below along the chains of citations. */
interface Chained {
  readonly up: readonly string[]
  readonly down: readonly string[]
}

async function findChained(store: LinkStore, documentId: string): Promise<Chained> {
  const [up, down] = await Promise.all([store.chains([documentId], 'UP'), store.chains([documentId], 'DOWN')])
  const idsOf = (chains: typeof up) => (chains.get(documentId) ?? []).map((step) => step.documentId)
  return { up: idsOf(up), down: idsOf(down) }
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
