import type { EmbeddingKey } from '../port/graphStore.ts'
import { STORE_LABELS } from '../schema/relationships.ts'
import type { Row, Transaction } from './transaction.ts'

export const META = `(meta:${STORE_LABELS.META} {key: 'store'})`

function toKey(row: Row | undefined): EmbeddingKey | null {
  const json = row?.['embeddingKey']
  return typeof json === 'string' ? (JSON.parse(json) as EmbeddingKey) : null
}

/** Null before the first vectors. */
export async function readEmbeddingKey(transaction: Transaction): Promise<EmbeddingKey | null> {
  const [row] = await transaction.run(`MATCH ${META} RETURN meta.embeddingKey AS embeddingKey`)
  return toKey(row)
}

export function sameKey(a: EmbeddingKey, b: EmbeddingKey): boolean {
  return (
    a.modelId === b.modelId &&
    a.sha256 === b.sha256 &&
    a.dimensions === b.dimensions &&
    a.preparation === b.preparation
  )
}
