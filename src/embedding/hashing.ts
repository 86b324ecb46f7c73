import { createHash } from 'node:crypto'
import type { Embedder } from './port.ts'

const DIMENSIONS = 512
/** Character n-grams of these lengths: single characters alone would make all policy texts alike. */
const LENGTHS = [1, 2, 3]
const PREPARATION = 'ngrams1-3;nfkc;lower;v1'

/**
 * A deterministic embedder without a model, for tests and synthetic benches: signed feature hashing (Weinberger et
 * al. 2009) of character n-grams into 512 dimensions, L2-normalised. It knows shared wording, not meaning.
 */
export function createHashingEmbedder(): Embedder {
  return {
    modelId: 'hashing',
    sha256: createHash('sha256').update(PREPARATION).digest('hex'),
    dimensions: DIMENSIONS,
    preparation: PREPARATION,
    embed: (texts) => Promise.resolve(texts.map(hashText)),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}

function hashText(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS)
  // the frame gives an empty text a vector too
  const characters = ['^', ...text.normalize('NFKC').toLowerCase(), '$']
  for (const length of LENGTHS) {
    for (let start = 0; start + length <= characters.length; start += 1) {
      const hash = fnv1a(characters.slice(start, start + length).join(''))
      const index = hash % DIMENSIONS
      // the sign from bits that the index does not use, so that collisions cancel instead of adding up
      vector[index] = (vector[index] ?? 0) + ((hash >>> 16) & 1 ? 1 : -1)
    }
  }
  const norm = Math.hypot(...vector) || 1
  return vector.map((value) => value / norm)
}

/** Fowler–Noll–Vo 1a over UTF-16 code units, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}
