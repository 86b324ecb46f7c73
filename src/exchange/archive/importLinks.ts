import type { GraphStore } from '../../../graph/port/graphStore.ts'
import type { CorrespondenceEdge } from '../../domain/correspondence.ts'
import type { CheckedArchive } from './checkArchive.ts'
import type { ImportedDocument } from './importReport.ts'

export interface LinkImport {
  /** Whether the vectors that the links rest on came with the archive. */
  readonly isKeyKept: boolean
  readonly documents: readonly ImportedDocument[]
}

/**
 * Writes the links of an archive, document by document. Where archive and store hold the same documents they count as
 * computed; else each new document's links are written too, but computed again when the service starts, since the archive
 * knows nothing of the store's other documents. Links that the store has stay.
 * @returns number of links written
 */
export async function importLinks(
  store: GraphStore,
  archive: CheckedArchive,
  { isKeyKept, documents }: LinkImport,
): Promise<number> {
  const key = isKeyKept && (await isAlone(store, archive)) ? archive.manifest.linkKey : null
  const wanting = new Set(
    key === null
      ? documents.filter(({ outcome }) => outcome !== 'skipped').map(({ id }) => id)
      : await store.documentsWithoutLinks(key),
  )
  let count = 0
  for (const id of archive.manifest.documentIds) {
    const edges = await archive.links(id)
    const isWanting = wanting.has(id)
    if (isWanting && key !== null) {
      await store.putCorrespondences(id, key, edges)
      count += edges.length
    } else {
      const others = edges.filter((edge) => isWanting || edge.documentIds.some((side) => wanting.has(side)))
      count += await putEach(store, others)
    }
  }
  return count
}

async function putEach(store: GraphStore, edges: readonly CorrespondenceEdge[]): Promise<number> {
  const clauses = await store.nodes(edges.flatMap(({ clauseIds }) => clauseIds))
  const whole = edges.filter(({ clauseIds }) => clauseIds.every((id) => clauses.has(id)))
  for (const edge of whole) await store.putCorrespondence(edge)
  return whole.length
}

/** Whether the store holds no ingested document beyond the archive's. */
async function isAlone(store: GraphStore, { manifest }: CheckedArchive): Promise<boolean> {
  const ids = new Set(manifest.documentIds)
  for (let after: string | null = null; ; ) {
    const page = await store.documents({ ingested: true }, { first: 1_000, after })
    if (page.items.some(({ node }) => !ids.has(node.id))) return false
    after = page.items.at(-1)?.cursor ?? null
    if (!page.hasNextPage || after === null) return true
  }
}
