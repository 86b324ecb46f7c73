import { ZhengmaiError } from '../errors/error.ts'
import { inverseFrequency } from './bm25.ts'
import { type ClauseHit, explainRanks, orderBy, readHits } from './hits.ts'
import { characteristicTokens, rankCandidates, type SearchStore } from './rankers.ts'
import type { Segmenter } from './segment.ts'

/** Keywords that stand for a clause where it has no vector: its most frequent rare words. */
const KEYWORDS = 25

/**
 * Clauses most like a given one, itself left out: by its stored vector, else by its keywords.
 * @throws ZhengmaiError NOT_FOUND where there is no such clause, STORE_*
 */
export async function similarClauses(
  deps: { readonly store: SearchStore; readonly segmenter: Segmenter },
  clauseId: string,
  first: number,
): Promise<readonly ClauseHit[]> {
  const { store, segmenter } = deps
  const clause = (await store.nodes([clauseId])).get(clauseId)
  if (clause?.kind !== 'CLAUSE') {
    throw new ZhengmaiError('NOT_FOUND', `没有这一条款 (no such clause): ${clauseId}`)
  }
  // the id asked for may be an alias
  const { id } = clause
  const vector = (await store.vectorsOf([id])).get(id) ?? null
  const keywords = await keywordsOf(store, id)
  const wanted = { vector, tokens: vector === null ? keywords : null, filter: {} }
  const ranked = await rankCandidates(store, wanted)
  const candidates = ranked.candidates.filter((candidate) => candidate.clauseId !== id)
  const page = orderBy(vector === null ? 'KEYWORD' : 'SEMANTIC', candidates).slice(0, first)
  const context = {
    store,
    segmenter,
    queryTokens: new Set(keywords.keys()),
    windows: ranked.windows,
    explanations: explainRanks(candidates),
  }
  return await readHits(context, page)
}

async function keywordsOf(store: SearchStore, clauseId: string): Promise<ReadonlyMap<string, number>> {
  const tokens = (await store.termsOf([clauseId])).get(clauseId)?.tokens ?? []
  if (tokens.length === 0) return new Map()
  const corpus = await store.termStatistics([...new Set(tokens)])
  return characteristicTokens(tokens, corpus, inverseFrequency, KEYWORDS)
}
