import type { GraphStore, Page, PageRequest } from '../../../graph/port/graphStore.ts'
import type { DocumentBundle } from '../../domain/bundle.ts'
import type { CorrespondenceEdge, CorrespondenceReview } from '../../domain/correspondence.ts'
import type { PlaceNode, ProductTypeNode } from '../../domain/nodes.ts'
import { byId } from '../../domain/order.ts'
import { readAll } from '../../service/page.ts'
import { stopIfAborted } from '../abort.ts'
import { writeWhole } from '../outputFile.ts'
import { stableJson } from '../stableJson.ts'
import { type Entry, jsonEntry, toEntries } from './documentEntries.ts'
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  MANIFEST,
  type Manifest,
  type ManifestEntry,
  REFERENCE,
  REVIEWS,
  sha256Of,
} from './manifest.ts'
import { ZipWriter } from './zipWriter.ts'

export interface ExportOptions {
  /** Ids of ingested documents; null for all of them. */
  readonly documentIds: readonly string[] | null
  /** Under what the links of this program are computed; null where it computes none. */
  readonly linkKey: string | null
  readonly signal?: AbortSignal
  readonly onDocument?: (done: number, total: number) => void
}

export interface ExportReport {
  readonly documents: number
  readonly links: number
  readonly reviews: number
  readonly vectors: number
  /** Size of the archive in bytes. */
  readonly bytes: number
}

/**
 * Writes documents of a store into an archive, one document in memory at a time. It appears under its name when it is
 * whole; a file that stood there is replaced then.
 * @throws ZhengmaiError STORE_*, FILE_UNREADABLE where it cannot be written, UNAVAILABLE where it was broken off
 */
export async function exportArchive(
  store: GraphStore,
  path: string,
  options: ExportOptions,
): Promise<ExportReport> {
  return writeWhole(path, async (file) => {
    const report = await writeArchive(store, new ZipWriter((piece) => file.write(piece)), options)
    return { ...report, bytes: file.length }
  })
}

/** Collects what the manifest says while entries are written. */
class ArchiveContents {
  readonly #zip: ZipWriter
  readonly entries: ManifestEntry[] = []

  constructor(zip: ZipWriter) {
    this.#zip = zip
  }

  async add({ name, bytes, packable }: Entry): Promise<void> {
    await this.#zip.add(name, bytes, packable)
    this.entries.push({ name, size: bytes.length, sha256: sha256Of(bytes) })
  }
}

async function writeArchive(
  store: GraphStore,
  zip: ZipWriter,
  options: ExportOptions,
): Promise<Omit<ExportReport, 'bytes'>> {
  const contents = new ArchiveContents(zip)
  const embeddingKey = await store.embeddingKey()
  const ids = [...new Set(options.documentIds ?? (await ingestedIds(store)))].sort()
  const counts = { links: 0, vectors: 0 }
  const reference = new ReferenceIds()
  const written = new Set<string>()
  for (const [position, id] of ids.entries()) {
    stopIfAborted(options.signal)
    const bundle = await store.bundle(id)
    // deleted by the service beside us since the list was read
    if (bundle === null) continue
    const links = await linksOf(store, id, written)
    for (const entry of toEntries(bundle, links)) await contents.add(entry)
    written.add(id)
    reference.addFrom(bundle)
    counts.links += links.length
    counts.vectors += bundle.passages.length
    options.onDocument?.(position + 1, ids.length)
  }
  await contents.add(jsonEntry(REFERENCE, await reference.read(store)))
  const reviews = await reviewsWithin(store, written)
  await contents.add(jsonEntry(REVIEWS, reviews))
  const manifest: Manifest = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    documentIds: [...written],
    embeddingKey: counts.vectors === 0 ? null : embeddingKey,
    linkKey: options.documentIds === null ? await completeLinkKey(store, options.linkKey) : null,
    entries: contents.entries,
  }
  await zip.add(MANIFEST, Buffer.from(`${stableJson(manifest, 1)}\n`))
  await zip.finish()
  return { documents: written.size, reviews: reviews.length, ...counts }
}

/** Ids of all ingested documents. */
export async function ingestedIds(store: GraphStore): Promise<string[]> {
  const ids: string[] = []
  for await (const node of eachOf((page) => store.documents({ ingested: true }, page))) ids.push(node.id)
  return ids
}

/** Links to documents that stand in the archive before this one. */
async function linksOf(
  store: GraphStore,
  documentId: string,
  before: ReadonlySet<string>,
): Promise<CorrespondenceEdge[]> {
  const all = await readAll((page) =>
    store.correspondences({ documentIds: [documentId], review: 'ANY' }, 'BEST', page),
  )
  const edges = all.map(({ edge }) => edge)
  const toEarlier = edges.filter(({ documentIds: [first, second] }) =>
    before.has(first === documentId ? second : first),
  )
  return toEarlier.sort(byId)
}

/** Null while links of a document are still to be computed. */
async function completeLinkKey(store: GraphStore, key: string | null): Promise<string | null> {
  if (key === null) return null
  return (await store.documentsWithoutLinks(key)).length === 0 ? key : null
}

async function reviewsWithin(
  store: GraphStore,
  documentIds: ReadonlySet<string>,
): Promise<CorrespondenceReview[]> {
  const reviews: CorrespondenceReview[] = []
  for await (const review of eachOf((page) => store.reviews(page))) {
    if (review.clauseIds.every((id) => isWithin(id, documentIds))) reviews.push(review)
  }
  return reviews
}

/** An element's id begins with its document's id and a slash (src/domain/nodes.ts). */
function isWithin(elementId: string, documentIds: ReadonlySet<string>): boolean {
  for (let end = elementId.lastIndexOf('/'); end > 0; end = elementId.lastIndexOf('/', end - 1)) {
    if (documentIds.has(elementId.slice(0, end))) return true
  }
  return false
}

async function* eachOf<T>(list: (page: PageRequest) => Promise<Page<T>>): AsyncGenerator<T> {
  let after: string | null = null
  for (;;) {
    const page: Page<T> = await list({ first: 1_000, after })
    for (const { node } of page.items) yield node
    after = page.items.at(-1)?.cursor ?? null
    if (!page.hasNextPage || after === null) return
  }
}

/** Places and product types that documents refer to: what a store needs to hold before. */
class ReferenceIds {
  readonly #ids = new Set<string>()

  addFrom({
    document,
    citedDocuments,
    agencies,
    places,
    about,
    productMentions,
    targets,
  }: DocumentBundle): void {
    for (const { placeId } of [document, ...citedDocuments, ...agencies]) this.#add(placeId)
    for (const { parentId } of places) this.#add(parentId)
    for (const { productTypeId } of [...about, ...productMentions]) this.#add(productTypeId)
    for (const { productTypeIds } of targets) for (const id of productTypeIds) this.#add(id)
  }

  #add(id: string | null): void {
    if (id !== null) this.#ids.add(id)
  }

  /** By id, with everything above them. */
  async read(store: GraphStore): Promise<(PlaceNode | ProductTypeNode)[]> {
    const found = new Map<string, PlaceNode | ProductTypeNode>()
    for (let wanted = [...this.#ids]; wanted.length > 0; ) {
      const nodes = await store.nodes(wanted)
      const above: string[] = []
      for (const node of nodes.values()) {
        if (node.kind !== 'JURISDICTION' && node.kind !== 'PRODUCT_TYPE') continue
        found.set(node.id, node)
        const parent = node.kind === 'JURISDICTION' ? node.parentId : node.broaderId
        if (parent !== null) above.push(parent)
      }
      wanted = [...new Set(above)].filter((id) => !found.has(id))
    }
    return [...found.values()].sort(byId)
  }
}
