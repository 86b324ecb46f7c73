import type { ClauseNode } from '../domain/nodes.ts'
import type { TextRange } from '../domain/span.ts'
import type { SearchMode } from '../domain/vocabulary.ts'
import { byScore, type Candidate, type Fused, fuse } from './fuse.ts'
import { highlightPassage } from './highlight.ts'
import { clauseIndexText } from './indexing.ts'
import type { SearchStore } from './rankers.ts'
import type { Segmenter } from './segment.ts'

/** Rank and score of a hit in one of the fused lists. */
export interface RankedBy {
  readonly by: Exclude<SearchMode, 'HYBRID'>
  /** From 1, among this query's candidates. */
  readonly rank: number
  /** The list's own measure: SEMANTIC cosine (mean of clause and best window), KEYWORD BM25. */
  readonly score: number
}

export interface ClauseHit {
  readonly clause: ClauseNode
  /**
   * 0 to 1, for comparison within one query only. HYBRID: fused; SEMANTIC: cosine, negative ones as 0; KEYWORD: share of
   * the best candidate's BM25.
   */
  readonly score: number
  /** HTML: matches in `<mark>`, everything else escaped. */
  readonly highlight: string
  /** The passage that `highlight` shows, in the clause's index text (`clauseIndexText`). */
  readonly passage: TextRange
  readonly explanation: readonly RankedBy[]
}

/** Candidates in the order of the mode, best first, equal ones by id. */
export function orderBy(mode: SearchMode, candidates: readonly Candidate[]): readonly Fused[] {
  if (mode === 'HYBRID') return fuse(candidates)
  if (mode === 'SEMANTIC') {
    return known(candidates, (candidate) => candidate.dense).map(([candidate, score]) => ({
      ...candidate,
      score: Math.min(1, Math.max(0, score)),
    }))
  }
  const scored = known(candidates, (candidate) => candidate.keyword).filter(([, score]) => score > 0)
  const best = scored[0]?.[1] ?? 1
  return scored.map(([candidate, score]) => ({ ...candidate, score: score / best }))
}

/** Where each candidate stands in each list that knows it. */
export function explainRanks(candidates: readonly Candidate[]): ReadonlyMap<string, readonly RankedBy[]> {
  const dense = known(candidates, (candidate) => candidate.dense)
  const keyword = known(candidates, (candidate) => candidate.keyword).filter(([, score]) => score > 0)
  const explanations = new Map<string, RankedBy[]>(candidates.map(({ clauseId }) => [clauseId, []]))
  for (const [index, [{ clauseId }, score]] of dense.entries()) {
    explanations.get(clauseId)?.push({ by: 'SEMANTIC', rank: index + 1, score })
  }
  for (const [index, [{ clauseId }, score]] of keyword.entries()) {
    explanations.get(clauseId)?.push({ by: 'KEYWORD', rank: index + 1, score })
  }
  return explanations
}

export interface HitContext {
  readonly store: SearchStore
  readonly segmenter: Segmenter
  readonly queryTokens: ReadonlySet<string>
  readonly windows: ReadonlyMap<string, TextRange | null>
  readonly explanations: ReadonlyMap<string, readonly RankedBy[]>
}

/** The hits of one page; a clause that was deleted since it was ranked is left out. */
export async function readHits(context: HitContext, page: readonly Fused[]): Promise<readonly ClauseHit[]> {
  const { store, segmenter, queryTokens, windows, explanations } = context
  const nodes = await store.nodes(page.map(({ clauseId }) => clauseId))
  return page.flatMap(({ clauseId, score }) => {
    const clause = nodes.get(clauseId)
    if (clause?.kind !== 'CLAUSE') return []
    const indexText = clauseIndexText(clause)
    const window = windows.get(clauseId) ?? null
    const { range, html } = highlightPassage(segmenter, { indexText, window, queryTokens })
    const explanation = explanations.get(clauseId) ?? []
    return [{ clause, score, highlight: html, passage: range, explanation }]
  })
}

/** Candidates that have a value, greatest first. */
function known(
  candidates: readonly Candidate[],
  value: (candidate: Candidate) => number | null,
): (readonly [Candidate, number])[] {
  return candidates
    .flatMap((candidate) => {
      const score = value(candidate)
      return score === null ? [] : [{ candidate, clauseId: candidate.clauseId, score }]
    })
    .sort(byScore)
    .map(({ candidate, score }) => [candidate, score] as const)
}
