/** Weights of the two rankers; a weighted sum beat reciprocal rank fusion when both were measured. */
const DENSE_WEIGHT = 0.8
const KEYWORD_WEIGHT = 0.2

/** A candidate's scores in each ranker's own measure; null where the ranker knows nothing of it. */
export interface Candidate {
  readonly clauseId: string
  readonly dense: number | null
  readonly keyword: number | null
}
export interface Fused extends Candidate {
  /** 0 to 1. */
  readonly score: number
}

/** Fused scores, best first, equal ones by id: each ranker is scaled by min-max over the candidates of this query. */
export function fuse(candidates: readonly Candidate[]): readonly Fused[] {
  const dense = minMax(candidates.map((candidate) => candidate.dense))
  const keyword = minMax(candidates.map((candidate) => candidate.keyword))
  return candidates
    .map((candidate, index) => ({
      ...candidate,
      score: DENSE_WEIGHT * (dense[index] ?? 0) + KEYWORD_WEIGHT * (keyword[index] ?? 0),
    }))
    .sort(byScore)
}

/** Best first, equal ones by id, so that pages do not change between two calls. */
export function byScore(
  a: { readonly score: number; readonly clauseId: string },
  b: { readonly score: number; readonly clauseId: string },
): number {
  return b.score - a.score || (a.clauseId < b.clauseId ? -1 : 1)
}

/** Scaled to 0–1; an unknown value becomes 0. Where all known values are equal they become 1, or 0 if not positive. */
export function minMax(values: readonly (number | null)[]): readonly number[] {
  let least = Number.POSITIVE_INFINITY
  let greatest = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value === null) continue
    least = Math.min(least, value)
    greatest = Math.max(greatest, value)
  }
  const range = greatest - least
  return values.map((value) => {
    if (value === null) return 0
    return range > 0 ? (value - least) / range : Number(greatest > 0)
  })
}
