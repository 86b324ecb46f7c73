import type { ClauseNode } from '../../domain/nodes.ts'
import type { TextRange } from '../../domain/span.ts'
import { shareBudget } from './budget.ts'
import { cutPassage } from './cut.ts'
import type { Quotation } from './passage.ts'

interface Quotable extends Pick<ClauseNode, 'title' | 'text'> {
  readonly span: TextRange
  readonly bodySpan: TextRange
}

/** What is quoted of a clause: its body, or its heading where it has none. */
export function quotableText({ title, text }: Pick<ClauseNode, 'title' | 'text'>): string {
  return text === '' ? (title ?? '') : text
}

/**
 * The part of a clause around a focus, at most so long (UTF-16 units).
 * @param focus range of the body
 */
export function quoteClause(clause: Quotable, focus: TextRange, most: number): Quotation {
  const whole = quotableText(clause)
  const { start, end } = cutPassage(whole, focus, most)
  const from = clause.bodySpan.start
  return {
    text: whole.slice(start, end),
    span: clause.text === '' ? rangeOf(clause.span) : { start: from + start, end: from + end },
    complete: end - start === whole.length,
  }
}

/** The beginnings of several clauses, together at most so long (UTF-16 units). */
export function quoteWithin<C extends Quotable>(
  clauses: readonly C[],
  budget: number,
): readonly (Quotation & { readonly clause: C })[] {
  const shares = shareBudget(
    clauses.map((clause) => quotableText(clause).length),
    budget,
  )
  return clauses.map((clause, at) => ({
    ...quoteClause(clause, { start: 0, end: 0 }, shares[at] ?? 0),
    clause,
  }))
}

function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end }
}
