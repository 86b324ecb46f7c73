/** Okapi BM25 with the constants of Robertson & Zaragoza 2009. */
const K1 = 1.2
const B = 0.75

/** Statistics over all indexed clauses; the store's `TermStatistics` has this shape. */
export interface CorpusTerms {
  readonly clauses: number
  readonly averageLength: number
  readonly documentFrequency: ReadonlyMap<string, number>
}

/** Inverse document frequency, never negative: a word that most clauses hold counts little, not against them. */
export function inverseFrequency(corpus: CorpusTerms, token: string): number {
  const holding = corpus.documentFrequency.get(token) ?? 0
  return Math.log(1 + (corpus.clauses - holding + 0.5) / (holding + 0.5))
}

/**
 * How well a clause's tokens answer a query.
 * @param query weight of each query token
 * @returns 0 where none occurs
 */
export function scoreBm25(
  query: ReadonlyMap<string, number>,
  tokens: readonly string[],
  corpus: CorpusTerms,
): number {
  const counts = new Map<string, number>()
  for (const token of tokens) if (query.has(token)) counts.set(token, (counts.get(token) ?? 0) + 1)
  const length = corpus.averageLength > 0 ? tokens.length / corpus.averageLength : 1
  let score = 0
  for (const [token, count] of counts) {
    const saturation = (count * (K1 + 1)) / (count + K1 * (1 - B + B * length))
    score += (query.get(token) ?? 0) * inverseFrequency(corpus, token) * saturation
  }
  return score
}
