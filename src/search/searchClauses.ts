import type { ClauseFilter } from '../../graph/port/graphStore.ts'
import type { SearchMode } from '../domain/vocabulary.ts'
import type { Embedder } from '../embedding/port.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { embeddingKeyOf, isSameKey } from './embeddingKey.ts'
import type { Synonym } from './expand.ts'
import type { Fused } from './fuse.ts'
import { type ClauseHit, explainRanks, orderBy, readHits } from './hits.ts'
import { describeSynonyms } from './interpret.ts'
import { prepareQuery } from './prepareQuery.ts'
import { embedQuery } from './queryVector.ts'
import { rankCandidates, type SearchStore } from './rankers.ts'
import { isRelevant } from './relevance.ts'
import type { Segmenter } from './segment.ts'

export interface SearchDeps {
  readonly store: SearchStore
  /** Null where no model is at hand. */
  readonly embedder: Embedder | null
  readonly segmenter: Segmenter
  readonly synonyms: readonly Synonym[]
}
export interface SearchRequest {
  readonly query: string
  readonly mode: SearchMode
  readonly filter: ClauseFilter
  /** Hits to skip. */
  readonly offset: number
  readonly first: number
  /** Chooses the hits; where not given, `offset` and `first` do. */
  readonly choose?: ChooseHits
}
/** Some of all candidates (best first), in the order in which they are to be hits. */
export type ChooseHits = (ranked: readonly Fused[]) => Promise<readonly Fused[]>
export interface SearchResult {
  /** The mode that answered. */
  readonly servedBy: SearchMode
  /** Whether the corpus seems to hold anything on the query; hits are given either way. */
  readonly relevant: boolean
  /** What was added to the query, in Chinese. */
  readonly interpretation: readonly string[]
  /** Number of candidates: not of all clauses that have anything to do with the query. */
  readonly total: number
  readonly hits: readonly ClauseHit[]
  /** All candidates, best first: for facets. */
  readonly candidateIds: readonly string[]
}

const NO_MODEL = '语义检索不可用（没有模型或向量索引）：仅按关键词检索'

/**
 * Clauses that answer a query, best first. HYBRID is served by KEYWORD where vectors cannot be had.
 * @throws ZhengmaiError BAD_INPUT (blank query, bad page), LIMIT (long query), SEMANTIC_UNAVAILABLE, STORE_*
 */
export async function searchClauses(deps: SearchDeps, request: SearchRequest): Promise<SearchResult> {
  const { store, segmenter } = deps
  const { offset, first, filter } = request
  assertPage(offset, first)
  const query = prepareQuery(request.query, segmenter, deps.synonyms)
  const vector = request.mode === 'KEYWORD' ? null : queryVector(deps, request.mode, query.text)
  const tokens = request.mode === 'SEMANTIC' ? null : query.tokens
  const { candidates, windows, strength } = await rankCandidates(store, { vector, tokens, filter })
  const servedBy = (await vector) === null ? 'KEYWORD' : request.mode
  const ordered = orderBy(servedBy, candidates)
  const explanations = explainRanks(candidates)
  const queryTokens = new Set(query.tokens.keys())
  const page =
    request.choose === undefined ? ordered.slice(offset, offset + first) : await request.choose(ordered)
  const interpretation = describeSynonyms(query.synonyms)
  const modelId = servedBy === 'KEYWORD' ? null : (deps.embedder?.modelId ?? null)
  return {
    servedBy,
    relevant: ordered.length > 0 && isRelevant(servedBy, strength, modelId),
    interpretation: servedBy === request.mode ? interpretation : [...interpretation, NO_MODEL],
    total: ordered.length,
    hits: await readHits({ store, segmenter, queryTokens, windows, explanations }, page),
    candidateIds: ordered.map(({ clauseId }) => clauseId),
  }
}

/** Null where HYBRID has to do without; an index made by another model is as good as none. */
async function queryVector(deps: SearchDeps, mode: SearchMode, text: string): Promise<Float32Array | null> {
  const { store, embedder } = deps
  const key = embedder === null ? null : await store.embeddingKey()
  const isUsable = embedder !== null && key !== null && isSameKey(key, embeddingKeyOf(embedder))
  if (isUsable) return await embedQuery(embedder, text)
  if (mode === 'HYBRID') return null
  throw new ZhengmaiError(
    'SEMANTIC_UNAVAILABLE',
    embedder === null
      ? '没有语义检索模型，请改用关键词检索 (no embedding model: use KEYWORD)'
      : '向量索引尚未建立或来自其他模型，请改用关键词检索 (no vectors of this model: use KEYWORD)',
  )
}

function assertPage(offset: number, first: number): void {
  if (Number.isInteger(offset) && offset >= 0 && Number.isInteger(first) && first >= 0) return
  throw new ZhengmaiError('BAD_INPUT', `分页参数有误 (bad page): offset ${offset}, first ${first}`)
}
