import type { EmbeddingKey, GraphStore } from '../../../graph/port/graphStore.ts'
import type { CorrespondenceReview } from '../../domain/correspondence.ts'
import { readAll } from '../../service/page.ts'
import { stableJson } from '../stableJson.ts'
import type { CheckedArchive } from './checkArchive.ts'
import { importLinks } from './importLinks.ts'
import type { ImportedDocument, ImportReport, VectorsOutcome } from './importReport.ts'

export interface ImportOptions {
  readonly signal?: AbortSignal
  readonly onDocument?: (document: ImportedDocument, done: number, total: number) => void
}

/**
 * Writes a checked archive into a store, each document in one transaction. A document whose file is there already is
 * skipped, so importing again goes on where an earlier run ended; another version of it is replaced.
 * @throws ZhengmaiError STORE_*, ARCHIVE_DAMAGED where the file changed since it was checked
 */
export async function importArchive(
  store: GraphStore,
  archive: CheckedArchive,
  { signal, onDocument }: ImportOptions = {},
): Promise<ImportReport> {
  const { documentIds, embeddingKey } = archive.manifest
  await putMissingReference(store, archive)
  const vectors = await adoptKey(store, embeddingKey)
  const documents: ImportedDocument[] = []
  for (const id of documentIds) {
    if (signal?.aborted === true) break
    const document = await importDocument(store, archive, id, vectors === 'imported')
    documents.push(document)
    onDocument?.(document, documents.length, documentIds.length)
  }
  const aborted = documents.length < documentIds.length
  const rest = aborted
    ? { links: 0, reviews: 0 }
    : {
        links: await importLinks(store, archive, { isKeyKept: vectors === 'imported', documents }),
        reviews: await importReviews(store, archive.reviews),
      }
  return { documents, vectors, ...rest, aborted }
}

async function importDocument(
  store: GraphStore,
  archive: CheckedArchive,
  id: string,
  withVectors: boolean,
): Promise<ImportedDocument> {
  const bundle = await archive.document(id)
  const { title, source } = bundle.document
  if (source !== null && (await store.documentBySha256(source.sha256)) !== null) {
    return { id, title, outcome: 'skipped' }
  }
  const outcome = await store.putDocument(withVectors ? bundle : { ...bundle, passages: [] })
  return { id, title, outcome }
}

/** Those that the store has stay as they are: its own tables may be newer. */
async function putMissingReference(store: GraphStore, { reference }: CheckedArchive): Promise<void> {
  const known = await store.nodes(reference.map(({ id }) => id))
  const missing = reference.filter(({ id }) => !known.has(id))
  if (missing.length > 0) await store.putReference(missing)
}

async function adoptKey(store: GraphStore, key: EmbeddingKey | null): Promise<VectorsOutcome> {
  if (key === null) return 'none'
  const present = await store.embeddingKey()
  if (present === null) await store.setEmbeddingKey(key)
  return present === null || stableJson(present) === stableJson(key) ? 'imported' : 'other-model'
}

/** A review that is there already goes only before a later one; one of a clause that the store lacks is left out. */
async function importReviews(store: GraphStore, reviews: readonly CorrespondenceReview[]): Promise<number> {
  if (reviews.length === 0) return 0
  const present = await readAll((page) => store.reviews(page))
  const dates = new Map(present.map(({ clauseIds, at }) => [clauseIds.join('~'), at]))
  const clauses = await store.nodes([...new Set(reviews.flatMap(({ clauseIds }) => clauseIds))])
  let count = 0
  for (const review of reviews) {
    const known = dates.get(review.clauseIds.join('~'))
    if (known !== undefined && known >= review.at) continue
    if (!review.clauseIds.every((id) => clauses.has(id))) continue
    await store.putReview(review)
    count += 1
  }
  return count
}
