import type { ClauseFilter, DenseHit, EmbeddingKey } from '../../graph/port/graphStore.ts'
import type { ClauseTerms, Passage } from '../../src/domain/bundle.ts'
import type { ClauseNode } from '../../src/domain/nodes.ts'
import type { Embedder } from '../../src/embedding/port.ts'
import { countTokens, scoreBm25 } from '../../src/search/bm25.ts'
import { clauseIndexText, clauseTokens, embeddingKeyOf, passageTexts } from '../../src/search/index.ts'
import type { SearchStore } from '../../src/search/rankers.ts'
import type { Segmenter } from '../../src/search/segment.ts'

/** A clause that states only what a test is about. */
export function clauseNode(given: Partial<ClauseNode> & { readonly id: string }): ClauseNode {
  const text = given.text ?? ''
  const span = { start: 0, end: text.length, source: { start: 0, end: text.length } }
  return {
    kind: 'CLAUSE',
    documentId: given.id.split('/').slice(0, -1).join('/'),
    sectionId: null,
    annexId: null,
    parentId: null,
    ordinal: 1,
    label: '（一）',
    title: null,
    text,
    span,
    bodySpan: span,
    ...given,
  }
}

/** The search methods of a store over clauses in memory: exact, with the document filter only. */
export async function createSearchStore(
  clauses: readonly ClauseNode[],
  segmenter: Segmenter,
  embedder: Embedder | null,
): Promise<SearchStore> {
  const nodes = new Map(clauses.map((clause) => [clause.id, clause]))
  const terms = new Map<string, ClauseTerms>(
    clauses.map((clause) => [clause.id, { clauseId: clause.id, tokens: clauseTokens(segmenter, clause) }]),
  )
  const passages = embedder === null ? [] : await embedPassages(clauses, embedder)
  const key: EmbeddingKey | null = embedder === null ? null : embeddingKeyOf(embedder)
  const passing = (filter: ClauseFilter) =>
    clauses.filter(({ documentId }) => filter.documentIds?.includes(documentId) ?? true).map(({ id }) => id)
  const statistics = (tokens: readonly string[]) => ({
    clauses: terms.size,
    averageLength: [...terms.values()].reduce((sum, entry) => sum + entry.tokens.length, 0) / terms.size,
    documentFrequency: new Map(
      tokens.map((token) => [
        token,
        [...terms.values()].filter((entry) => entry.tokens.includes(token)).length,
      ]),
    ),
  })
  const denseHits = (query: Float32Array, ids: readonly string[]): DenseHit[] =>
    ids.flatMap((id) => denseHit(query, id, passages) ?? [])
  return {
    nodes: async (ids) => new Map(ids.flatMap((id) => pair(id, nodes.get(id)))),
    termsOf: async (ids) => new Map(ids.flatMap((id) => pair(id, terms.get(id)))),
    termCounts: async (ids, tokens) =>
      new Map(
        ids.flatMap((id) => {
          const entry = terms.get(id)
          return entry === undefined ? [] : pair(id, { clauseId: id, ...countTokens(tokens, entry.tokens) })
        }),
      ),
    termStatistics: async (tokens) => statistics(tokens),
    keywordCandidates: async (tokens, filter, limit) => {
      const corpus = statistics(tokens)
      const query = new Map(tokens.map((token) => [token, 1]))
      return passing(filter)
        .map((id) => ({
          id,
          score: scoreBm25(query, countTokens(tokens, terms.get(id)?.tokens ?? []), corpus),
        }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
        .map(({ id }) => id)
    },
    denseCandidates: async (query, filter, limit) =>
      denseHits(query, passing(filter))
        .sort((a, b) => b.whole + b.bestWindow - a.whole - a.bestWindow)
        .slice(0, limit),
    denseScores: async (query, ids) => denseHits(query, ids),
    vectorsOf: async (ids) =>
      new Map(
        passages
          .filter(({ clauseId, window }) => window === null && ids.includes(clauseId))
          .map(({ clauseId, vector }) => [clauseId, vector]),
      ),
    embeddingKey: async () => key,
  }
}

async function embedPassages(clauses: readonly ClauseNode[], embedder: Embedder): Promise<Passage[]> {
  const wanted = clauses.flatMap((clause) =>
    passageTexts(clauseIndexText(clause)).map((passage) => ({ clauseId: clause.id, ...passage })),
  )
  const vectors = await embedder.embed(wanted.map(({ text }) => text))
  return wanted.map(({ clauseId, window }, index) => ({
    clauseId,
    window,
    vector: vectors[index] ?? new Float32Array(),
  }))
}

function denseHit(query: Float32Array, clauseId: string, passages: readonly Passage[]): DenseHit | null {
  const own = passages.filter((passage) => passage.clauseId === clauseId)
  const whole = own.find(({ window }) => window === null)
  if (whole === undefined) return null
  const similarity = cosine(query, whole.vector)
  let best: DenseHit = { clauseId, whole: similarity, bestWindow: similarity, window: null }
  const windows = own.filter(({ window }) => window !== null)
  for (const [index, { window, vector }] of windows.entries()) {
    const score = cosine(query, vector)
    if (index === 0 || score > best.bestWindow)
      best = { clauseId, whole: similarity, bestWindow: score, window }
  }
  return best
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}

function pair<T>(id: string, value: T | undefined): [string, T][] {
  return value === undefined ? [] : [[id, value]]
}
