import type { EmbeddingKey } from '../../graph/port/graphStore.ts'
import type { Embedder } from '../embedding/port.ts'
import { PASSAGE_PREPARATION } from './indexing.ts'

/** What vectors made with this embedder from our passages come from. */
export function embeddingKeyOf(embedder: Embedder): EmbeddingKey {
  const { modelId, sha256, dimensions } = embedder
  return { modelId, sha256, dimensions, preparation: `${embedder.preparation};${PASSAGE_PREPARATION}` }
}

/** Whether vectors of the two may be compared. */
export function isSameKey(a: EmbeddingKey, b: EmbeddingKey): boolean {
  return (
    a.modelId === b.modelId &&
    a.sha256 === b.sha256 &&
    a.dimensions === b.dimensions &&
    a.preparation === b.preparation
  )
}
