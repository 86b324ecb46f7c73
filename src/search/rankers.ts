import type { ClauseFilter, DenseHit, GraphStore, TermStatistics } from '../../graph/port/graphStore.ts'
import type { TextRange } from '../domain/span.ts'
import { type CorpusTerms, inverseFrequency, scoreBm25 } from './bm25.ts'
import type { Candidate } from './fuse.ts'
import type { Strength } from './relevance.ts'

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
  /** How well the best candidates answer, whatever the others do. */
  readonly strength: Strength
}

/** The part of a store that search reads. */
export type SearchStore = Pick<
  GraphStore,
  | 'nodes'
  | 'keywordCandidates'
  | 'termsOf'
  | 'termCounts'
  | 'termStatistics'
  | 'denseCandidates'
  | 'denseScores'
  | 'vectorsOf'
  | 'embeddingKey'
>

/** What is to be found: a vector, words, or both. */
export interface Wanted {
  /** May still be in the making: words are looked up meanwhile. Null where meaning does not count. */
  readonly vector: Float32Array | null | Promise<Float32Array | null>
  /** Weight of each token; null where words do not count. */
  readonly tokens: ReadonlyMap<string, number> | null
  readonly filter: ClauseFilter
}

/**
 * The union of what the rankers propose, each candidate with the scores of all rankers asked. The two are asked side by
 * side; what the words find gets its dense scores meanwhile, as the vectors take longest.
 */
export async function rankCandidates(store: SearchStore, wanted: Wanted): Promise<Ranked> {
  const [dense, byWords] = await Promise.all([proposeByVector(store, wanted), proposeByWords(store, wanted)])
  const { scores: keyword, hits, corpus } = byWords
  const lacking = [...dense.keys()].filter((id) => !keyword.has(id))
  for (const [id, score] of await scoreKeywords(store, wanted.tokens, corpus, lacking)) keyword.set(id, score)
  for (const hit of hits) dense.set(hit.clauseId, hit)
  const ids = [...new Set([...dense.keys(), ...keyword.keys()])]
  const candidates = ids.map((clauseId) => ({
    clauseId,
    dense: denseScore(dense.get(clauseId)),
    keyword: keyword.get(clauseId) ?? null,
  }))
  return {
    candidates,
    windows: new Map([...dense].map(([id, hit]) => [id, hit.window])),
    strength: strengthOf(candidates, wanted.tokens, corpus),
  }
}

/** The best of each ranker; words are compared with a clause of average length that holds each word of the user once. */
function strengthOf(
  candidates: readonly Candidate[],
  tokens: ReadonlyMap<string, number> | null,
  corpus: TermStatistics | null,
): Strength {
  let [meaning, keyword] = [0, 0]
  for (const candidate of candidates) {
    meaning = Math.max(meaning, candidate.dense ?? 0)
    keyword = Math.max(keyword, candidate.keyword ?? 0)
  }
  let whole = 0
  for (const [token, weight] of tokens ?? []) {
    if (corpus !== null && weight === 1) whole += inverseFrequency(corpus, token)
  }
  return { meaning, words: whole > 0 ? keyword / whole : 0 }
}

async function proposeByVector(store: SearchStore, wanted: Wanted): Promise<Map<string, DenseHit>> {
  const vector = await wanted.vector
  const found = vector === null ? [] : await store.denseCandidates(vector, wanted.filter, CANDIDATES)
  return new Map(found.map((hit) => [hit.clauseId, hit]))
}

/** What words propose, with both scores; a clause that the index named but that was deleted since is left out. */
async function proposeByWords(
  store: SearchStore,
  wanted: Wanted,
): Promise<{
  readonly scores: Map<string, number>
  readonly hits: readonly DenseHit[]
  readonly corpus: TermStatistics | null
}> {
  const { tokens, filter } = wanted
  if (tokens === null || tokens.size === 0) return { scores: new Map(), hits: [], corpus: null }
  const words = [...tokens.keys()]
  const corpus = await store.termStatistics(words)
  const named = await store.keywordCandidates(tellingWords(words, corpus), filter, CANDIDATES)
  const [scores, vector] = await Promise.all([scoreKeywords(store, tokens, corpus, named), wanted.vector])
  const hits = vector === null || named.length === 0 ? [] : await store.denseScores(vector, named)
  return { scores, hits, corpus }
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
  tokens: ReadonlyMap<string, number> | null,
  corpus: TermStatistics | null,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0 || tokens === null || corpus === null) return new Map()
  const entries = await store.termCounts(ids, [...tokens.keys()])
  return new Map([...entries].map(([id, entry]) => [id, scoreBm25(tokens, entry, corpus)]))
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
