import type { GraphStore } from '../../graph/port/graphStore.ts'
import { embedClauses } from '../../ingest/indexClauses.ts'
import type { OnProgress } from '../cli/runtime.ts'
import type { Embedder } from '../embedding/port.ts'
import { embeddingKeyOf } from '../search/index.ts'

/** Declares the embedder's vectors as the ones to be stored; vectors of another model go. */
export async function adoptEmbedder(store: GraphStore, embedder: Embedder): Promise<void> {
  await store.setEmbeddingKey(embeddingKeyOf(embedder))
}

/** Gives vectors to the documents that lack them, one after the other, until done or aborted. */
export async function backfillVectors(
  store: GraphStore,
  embedder: Embedder,
  options: { readonly signal: AbortSignal; readonly onProgress?: OnProgress },
): Promise<number> {
  const ids = await store.documentsWithoutVectors()
  let done = 0
  for (const id of ids) {
    if (options.signal.aborted) break
    const children = (await store.childrenOf([id], 'CLAUSES_OF_DOCUMENT')).get(id) ?? []
    const clauses = children.filter((node) => node.kind === 'CLAUSE')
    await store.putPassages(id, await embedClauses(embedder, clauses))
    done += 1
    options.onProgress?.({ stage: '建立语义向量', done, total: ids.length, unit: '份文件' })
  }
  return done
}
