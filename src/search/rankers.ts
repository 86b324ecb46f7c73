import type { ClauseFilter, DenseHit, GraphStore, TermStatistics } from '../../graph/port/graphStore.ts'
import type { TextRange } from '../domain/span.ts'
import { type CorpusTerms, scoreBm25 } from './bm25.ts'
import type { Candidate } from './fuse.ts'

/** Candidates that each ranker may contribute. */
const CANDIDATES = 200
/**
 * In a corpus of this size words that stand in more than this share of the clauses propose no candidates (they still count
 * in the scores): they cost most of the time and tell least. Measured at 20,000 clauses: 9 → 3 ms a query.
 */
const COMMON_WORDS = { fromClauses: 2_000, share: 0.1 }

export interface Ranked {
  readonly candidates: readonly Candidate[]
  /** The best window of each clause that has vectors. */
  readonly windows: ReadonlyMap<string, TextRange | null>
}

/** The part of a store that search reads. */
export type SearchStore = Pick<
  GraphStore,
  | 'nodes'
  | 'keywordCandidates'
  | 'termsOf'
  | 'termStatistics'
  | 'denseCandidates'
  | 'denseScores'
  | 'vectorsOf'
  | 'embeddingKey'
>

/** What is to be found: a vector, words, or both. */
export interface Wanted {
  readonly vector: Float32Array | null
  /** Weight of each token; null where words do not count. */
  readonly tokens: ReadonlyMap<string, number> | null
  readonly filter: ClauseFilter
}

/** The union of what the rankers propose, each candidate with the scores of all rankers asked. */
export async function rankCandidates(store: SearchStore, wanted: Wanted): Promise<Ranked> {
  const { vector, tokens, filter } = wanted
  const words = tokens === null ? [] : [...tokens.keys()]
  const [found, corpus] = await Promise.all([
    vector === null ? [] : store.denseCandidates(vector, filter, CANDIDATES),
    words.length === 0 ? null : store.termStatistics(words),
  ])
  const named =
    corpus === null ? [] : await store.keywordCandidates(tellingWords(words, corpus), filter, CANDIDATES)
  const dense = new Map(found.map((hit) => [hit.clauseId, hit]))
  const ids = [...new Set([...dense.keys(), ...named])]
  const [others, keyword] = await Promise.all([
    vector === null
      ? []
      : store.denseScores(
          vector,
          ids.filter((id) => !dense.has(id)),
        ),
    tokens === null ? null : scoreKeywords(store, tokens, corpus, ids),
  ])
  for (const hit of others) dense.set(hit.clauseId, hit)
  return {
    candidates: ids.map((clauseId) => ({
      clauseId,
      dense: denseScore(dense.get(clauseId)),
      keyword: keyword?.get(clauseId) ?? null,
    })),
    windows: new Map([...dense].map(([id, hit]) => [id, hit.window])),
  }
}

/** The words that propose candidates: all in a small corpus, the less common ones in a large one where there are any. */
function tellingWords(words: readonly string[], corpus: TermStatistics): readonly string[] {
  if (corpus.clauses < COMMON_WORDS.fromClauses) return words
  const limit = corpus.clauses * COMMON_WORDS.share
  const telling = words.filter((word) => (corpus.documentFrequency.get(word) ?? 0) <= limit)
  return telling.length > 0 ? telling : words
}

/** BM25 of each clause that has an index entry; computed here and not by the engines, so that all stores rank alike. */
async function scoreKeywords(
  store: SearchStore,
  tokens: ReadonlyMap<string, number>,
  corpus: TermStatistics | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0 || corpus === null) return new Map()
  const terms = await store.termsOf(ids)
  return new Map([...terms].map(([id, entry]) => [id, scoreBm25(tokens, entry.tokens, corpus)]))
}

function denseScore(hit: DenseHit | undefined): number | null {
  return hit === undefined ? null : (hit.whole + hit.bestWindow) / 2
}

/** The tokens of a clause that tell it best from others, weighted: how often × how rare. */
export function characteristicTokens(
  tokens: readonly string[],
  corpus: CorpusTerms,
  inverse: (corpus: CorpusTerms, token: string) => number,
  limit: number,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  const weighted = [...counts].map(([token, count]) => [token, count * inverse(corpus, token)] as const)
  weighted.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return new Map(weighted.slice(0, limit).map(([token]) => [token, 1]))
}
