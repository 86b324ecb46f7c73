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

/** How often a clause holds each token of a query, in the query's order; the store's `TermCounts` has this shape. */
export interface TokenCounts {
  /** Number of tokens of the clause. */
  readonly length: number
  readonly counts: readonly number[]
}

/**
 * How well a clause's tokens answer a query.
 * @param query weight of each query token
 * @returns 0 where none occurs
 */
export function scoreBm25(
  query: ReadonlyMap<string, number>,
  entry: TokenCounts,
  corpus: CorpusTerms,
): number {
  const length = corpus.averageLength > 0 ? entry.length / corpus.averageLength : 1
  let score = 0
  let index = 0
  for (const [token, weight] of query) {
    const count = entry.counts[index] ?? 0
    index += 1
    if (count === 0) continue
    const saturation = (count * (K1 + 1)) / (count + K1 * (1 - B + B * length))
    score += weight * inverseFrequency(corpus, token) * saturation
  }
  return score
}

/** The counts of a query's tokens among a clause's. */
export function countTokens(query: Iterable<string>, tokens: readonly string[]): TokenCounts {
  const counts = Array.from(query, (token) => tokens.filter((other) => other === token).length)
  return { length: tokens.length, counts }
}
