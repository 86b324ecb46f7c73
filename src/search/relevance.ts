import type { SearchMode } from '../domain/vocabulary.ts'

/** How well the best candidates of a query answer it, in measures that mean the same for every query. */
export interface Strength {
  /** Greatest cosine (mean of clause and best window); 0 without vectors. */
  readonly meaning: number
  /** Greatest BM25, as a share of what a clause of average length that holds each word once has; may exceed 1. */
  readonly words: number
}

/**
 * Chosen on 50 questions that the sample documents answer and 55 that they do not (`test/golden/relevance`, the part `fit`);
 * the error rates on the other part are printed with the quality figures. Each is the greatest in steps of 0.01 that
 * refuses at most one of the 50; a query whose words all but stand in a clause needs no likeness.
 */
export const RELEVANCE = { meaning: 0.53, words: 0.8, wordsAlone: 0.08 } as const
/** Cosines of another model have other sizes. */
const CALIBRATED_MODEL = 'Xenova/bge-small-zh-v1.5'

/**
 * Whether the corpus seems to hold anything on a query. By words alone only a query that shares almost none with any
 * clause is told apart; vectors of a model that nobody calibrated tell nothing.
 * @param modelId of the vectors that `strength.meaning` comes from; null without
 */
export function isRelevant(servedBy: SearchMode, strength: Strength, modelId: string | null): boolean {
  const { meaning, words } = strength
  if (servedBy === 'KEYWORD') return words >= RELEVANCE.wordsAlone
  if (modelId === null || !modelId.startsWith(CALIBRATED_MODEL)) return meaning > 0 || words > 0
  return meaning >= RELEVANCE.meaning || words >= RELEVANCE.words
}
