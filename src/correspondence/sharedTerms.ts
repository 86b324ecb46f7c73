import type { ClauseNode } from '../domain/nodes.ts'
import type { TextRange } from '../domain/span.ts'
import type { PairTable } from './compare.ts'
import type { ClauseFeatures } from './features.ts'

/** So many terms are named. */
const TERMS_NAMED = 5
/** A word that more than a quarter of the clauses hold says nothing; one that only the two hold always does. */
const COMMON_SHARE = 1 / 4
/** A figure alone is no term. */
const FIGURE = /^[\d.%]+$/

/** The rarest words that both clauses hold, longer ones before their parts. */
export function findSharedTerms(
  { ones, others, weighTerm }: Pick<PairTable, 'ones' | 'others' | 'weighTerm'>,
  one: ClauseFeatures,
  other: ClauseFeatures,
): readonly string[] {
  const clauses = ones.length + others.length
  const leastWeight = Math.log((clauses + 1) / Math.max(2, clauses * COMMON_SHARE))
  const theirs = new Set(other.tokens)
  const shared = [...new Set(one.tokens)].filter(
    (token) =>
      theirs.has(token) && token.length > 1 && !FIGURE.test(token) && weighTerm(token) >= leastWeight,
  )
  // a long word says more than a short one that is as rare
  const value = (token: string) => weighTerm(token) * Math.sqrt(token.length)
  shared.sort((a, b) => value(b) - value(a) || (a < b ? -1 : 1))
  const named: string[] = []
  for (const token of shared) {
    if (named.length === TERMS_NAMED) break
    if (!named.some((term) => term.includes(token) || token.includes(term))) named.push(token)
  }
  return named
}

/** Where a clause's body first holds a term; null where only its heading does. */
export function rangeOfTerm({ text, bodySpan }: ClauseNode, term: string): TextRange | null {
  const at = text.toLowerCase().indexOf(term)
  return at < 0 ? null : { start: bodySpan.start + at, end: bodySpan.start + at + term.length }
}
