import type { ClauseNode } from '../../domain/nodes.ts'
import { foldText } from '../../text/foldedText.ts'
import type { PlacedRange } from '../correspondenceEvidence.ts'
import type { Scope } from '../scope.ts'
import { findGiven, readWords } from './checkArguments.ts'
import { type Standing, standAnywhere, standIn } from './checkQuotations.ts'
import { openSources } from './checkSources.ts'
import type { QuoteVerdict } from './textCheck.ts'

export interface QuoteMatch {
  readonly clause: ClauseNode
  /** In `Document.text`. */
  readonly span: PlacedRange
  /** Share of the quotation's characters that agree, 0 to 1. */
  readonly similarity: number
}
export interface QuoteCheck {
  readonly verdict: QuoteVerdict
  /** Best first; those that stand in a clause. */
  readonly matches: readonly QuoteMatch[]
}

/** Matches that are told. */
const MOST_MATCHES = 5

/**
 * Whether a quotation stands in the corpus, or in one document of it, and where.
 * @param document id or 发文字号
 * @throws ZhengmaiError BAD_INPUT, LIMIT, NOT_FOUND (the document), STORE_*
 */
export async function checkQuote(
  scope: Scope,
  { text, document }: { readonly text: string; readonly document?: string | null },
): Promise<QuoteCheck> {
  const words = readWords('text', text).trim()
  const folded = foldText(words)
  const sources = openSources(scope)
  const given = await findGiven(scope, document)
  if (folded.text === '') return { verdict: 'NOT_FOUND', matches: [] }
  let standings: readonly Standing[] = []
  if (given === null) standings = await standAnywhere(sources, words, folded)
  else {
    const source = await sources.document(given.id)
    const standing = source === null ? null : standIn(source, folded)
    standings = standing === null ? [] : [standing]
  }
  const [best] = standings
  if (best === undefined) return { verdict: 'NOT_FOUND', matches: [] }
  const matches = standings.flatMap(({ clause, range, similarity }) =>
    clause === null
      ? []
      : [{ clause, span: { start: range.start, end: range.end, source: null }, similarity }],
  )
  return { verdict: best.distance === 0 ? 'EXACT' : 'NEAR', matches: matches.slice(0, MOST_MATCHES) }
}
