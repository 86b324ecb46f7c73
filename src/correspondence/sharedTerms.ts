import type { ClauseNode } from '../domain/nodes.ts'
import type { TextRange } from '../domain/span.ts'
import type { PairTable } from './compare.ts'
import type { ClauseFeatures } from './features.ts'
import { remember } from './remember.ts'

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
  const theirs = namableTerms(other)
  const shared: { readonly term: string; readonly value: number }[] = []
  for (const term of namableTerms(one)) {
    if (!theirs.has(term)) continue
    const weight = weighTerm(term)
    // a long word says more than a short one that is as rare
    if (weight >= leastWeight) shared.push({ term, value: weight * Math.sqrt(term.length) })
  }
  shared.sort((a, b) => b.value - a.value || (a.term < b.term ? -1 : 1))
  const named: string[] = []
  for (const { term } of shared) {
    if (named.length === TERMS_NAMED) break
    if (!named.some((known) => known.includes(term) || term.includes(known))) named.push(term)
  }
  return named
}

/** The different words of a clause that may be named. */
const namableTerms = remember(
  ({ tokens }: ClauseFeatures): ReadonlySet<string> =>
    new Set(tokens.filter((token) => token.length > 1 && !FIGURE.test(token))),
)

/** Where a clause's body first holds a term; null where only its heading does. */
export function rangeOfTerm({ text, bodySpan }: ClauseNode, term: string): TextRange | null {
  const at = text.toLowerCase().indexOf(term)
  return at < 0 ? null : { start: bodySpan.start + at, end: bodySpan.start + at + term.length }
}
