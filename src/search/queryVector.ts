import type { Embedder } from '../embedding/port.ts'

/**
 * The model's own instruction for short queries (model card of bge-small-zh-v1.5). Passages are embedded without it, so
 * it is no part of the index key.
 */
const INSTRUCTION = '为这个句子生成表示以用于检索相关文章：'
/** Vectors kept per embedder: paging and faceting ask for the same query again. */
const CACHED = 100

const caches = new WeakMap<Embedder, Map<string, Promise<Float32Array>>>()

/**
 * The vector of a query.
 * @throws ZhengmaiError MODEL_FAILED
 */
export function embedQuery(embedder: Embedder, query: string): Promise<Float32Array> {
  const cache = caches.get(embedder) ?? new Map<string, Promise<Float32Array>>()
  caches.set(embedder, cache)
  const vector = cache.get(query) ?? embedOne(embedder, INSTRUCTION + query)
  // a Map keeps the order of insertion: the first key is the one unused for longest
  cache.delete(query)
  cache.set(query, vector)
  const oldest = cache.keys().next().value
  if (cache.size > CACHED && oldest !== undefined) cache.delete(oldest)
  vector.catch(() => cache.delete(query))
  return vector
}

async function embedOne(embedder: Embedder, text: string): Promise<Float32Array> {
  const [vector] = await embedder.embed([text])
  return vector ?? new Float32Array(embedder.dimensions)
}
