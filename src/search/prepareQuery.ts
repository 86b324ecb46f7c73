import { ZhengmaiError } from '../errors/error.ts'
import { toSimplified } from '../text/simplified.ts'
import { expandQuery, type Synonym } from './expand.ts'
import type { Segmenter } from './segment.ts'

/** Longest query (characters): the model reads 512 tokens, and a pasted document is no query. */
const LONGEST_QUERY = 1_000
/** Of a synonym's token, against 1 of a word that the user wrote. */
const SYNONYM_WEIGHT = 0.5

export interface PreparedQuery {
  /** To embed. */
  readonly text: string
  /** For BM25: weight of each token. */
  readonly tokens: ReadonlyMap<string, number>
  readonly synonyms: readonly Synonym[]
}

/**
 * A query as the index is written: simplified characters, compatibility forms folded, synonyms added.
 * @throws ZhengmaiError BAD_INPUT where it is blank, LIMIT where it is too long
 */
export function prepareQuery(
  query: string,
  segmenter: Segmenter,
  synonyms: readonly Synonym[],
): PreparedQuery {
  const simplified = simplifyQuery(query)
  const expanded = expandQuery(simplified, synonyms)
  const tokens = new Map<string, number>()
  for (const token of segmenter.tokens(simplified)) tokens.set(token, 1)
  for (const token of expanded.added.flatMap((word) => segmenter.tokens(word))) {
    if (!tokens.has(token)) tokens.set(token, SYNONYM_WEIGHT)
  }
  return { text: expanded.text, tokens, synonyms: expanded.used }
}

/**
 * The query in simplified characters, compatibility forms folded.
 * @throws ZhengmaiError BAD_INPUT where it is blank, LIMIT where it is too long
 */
export function simplifyQuery(query: string): string {
  if (query.trim() === '') throw new ZhengmaiError('BAD_INPUT', '检索词为空 (the query is empty)')
  const length = [...query].length
  if (length > LONGEST_QUERY) {
    throw new ZhengmaiError('LIMIT', `检索词过长 (query too long): ${length} > ${LONGEST_QUERY}`, {
      details: { length, limit: LONGEST_QUERY },
    })
  }
  return toSimplified(query.normalize('NFKC').trim())
}
