import { nearestOf } from '../../citing/anchors.ts'
import { type Answer, originalRange, readAnswer } from '../../citing/answer.ts'
import { findLocators } from '../../citing/locators.ts'
import { findMentions } from '../../citing/mentions.ts'
import { findQuotations } from '../../citing/quotations.ts'
import { findSentences, type Sentence } from '../../citing/sentences.ts'
import { overlaps, type TextRange } from '../../domain/span.ts'
import type { Scope } from '../scope.ts'
import { readCheckArguments } from './checkArguments.ts'
import { checkClaims, type FoundWords } from './checkClaims.ts'
import type { Anchor, CheckContext, Draft, LocatedLocator } from './checkContext.ts'
import { makeEvidence } from './checkEvidence.ts'
import { locate } from './checkLocators.ts'
import { type CheckedMention, checkMention } from './checkMentions.ts'
import { checkPassages } from './checkPassages.ts'
import { openSources } from './checkSources.ts'
import { checkQuotation } from './checkWords.ts'
import {
  type CheckArguments,
  FINDING_VERDICTS,
  type Finding,
  type FindingVerdict,
  type TextCheck,
} from './textCheck.ts'

/**
 * Checks what an answer says of the corpus: every 发文字号, title, clause number, quotation, figure and duty in it.
 * @throws ZhengmaiError BAD_INPUT (nothing to check, control characters), LIMIT (a text that is too long or has too much to look up), NOT_FOUND (the
 *   document given), STORE_*
 */
export async function checkText(scope: Scope, args: CheckArguments): Promise<TextCheck> {
  const { text, document } = await readCheckArguments(scope, args)
  const answer = readAnswer(text)
  const sentences = findSentences(answer.text)
  const quotations = findQuotations(answer.text)
  const mentions = await Promise.all(
    findMentions(answer.text, quotations).map((mention) => checkMention(scope, answer, sentences, mention)),
  )
  const anchors = mentions.flatMap(anchorOf)
  const located = await locateAll(scope, answer, { sentences, quotations, mentions, document })
  const context: CheckContext = {
    ...{ scope, answer, sentences, quotations, anchors, document },
    sources: openSources(scope),
    mentions: mentions.map(({ known }) => known),
    locators: located.filter(({ places }) => places.length > 0),
  }
  const drafts = [
    ...mentions.map(({ draft }) => draft),
    ...(await Promise.all(located.map((locator) => locatorDraft(scope, locator)))),
    ...(await checkWords(context)),
  ]
  return makeCheck(answer, drafts)
}

function anchorOf({ known }: CheckedMention): Anchor[] {
  const { document, range } = known
  return document?.ingested === true ? [{ ...range, document }] : []
}

async function locateAll(
  scope: Scope,
  { text }: Answer,
  given: Pick<CheckContext, 'sentences' | 'quotations' | 'document'> & {
    readonly mentions: readonly CheckedMention[]
  },
): Promise<LocatedLocator[]> {
  const named = given.mentions.map(({ known }) => ({ ...known.range, document: known.document }))
  const locators = findLocators(
    text,
    given.mentions.map(({ known }) => known.mention),
    given.quotations,
  )
  const placed = locators.map(async (locator): Promise<LocatedLocator[]> => {
    // the number of a clause belongs to the document named beside it, though the corpus may not hold that one
    const nearest = nearestOf(text, given.sentences, locator, named)
    const document = nearest === null ? given.document : nearest.document
    if (document === null || !document.ingested) return []
    return [{ ...locator, document, places: await locate(scope, document, locator) }]
  })
  return (await Promise.all(placed)).flat()
}

async function locatorDraft(scope: Scope, locator: LocatedLocator): Promise<Draft> {
  const { document, places, start, end } = locator
  const shown = places.length > 0 ? places : [{ clause: null, range: null }]
  const evidence = await Promise.all(
    shown
      .slice(0, 5)
      .map(({ clause, range }) => makeEvidence(scope, { documentId: document.id, clause, span: range })),
  )
  const found = evidence.filter((each) => each !== null)
  const span = { start, end }
  const base = { kind: 'CLAUSE' as const, span, match: null, evidence: found, differences: [] }
  if (places.length > 0)
    return {
      ...base,
      verdict: 'RIGHT',
      faults: [],
      message: `有此条款：${found[0]?.clause?.reference ?? ''}`,
    }
  const message = `${found[0]?.document.reference ?? ''}没有这一条款`
  const fault = { kind: 'CLAUSE_MISSING' as const, span, found: null, expected: null, message }
  return { ...base, verdict: 'WRONG', faults: [fault], message }
}

/** Quotations first: what they hold is neither passage nor claim. */
async function checkWords(context: CheckContext): Promise<Draft[]> {
  const { sentences, quotations, mentions, locators } = context
  const quoted = await Promise.all(quotations.map((quotation) => checkQuotation(context, quotation)))
  const drafts: Draft[] = quoted.filter((draft) => draft !== null)
  const found: FoundWords[] = await foundWords(context, drafts)
  const named = mentions.flatMap(({ mention: { title, number } }) =>
    [title, number].filter((part) => part !== null),
  )
  for (const sentence of sentences) {
    const pieces = outside(sentence, [...quotations, ...named])
    const passages = (await Promise.all(pieces.map((piece) => checkPassages(context, piece)))).flat()
    for (const { draft, standing } of passages)
      if (standing.clause !== null) found.push({ range: draft.span, clause: standing.clause })
    const told = passages.map(({ draft }) => draft.span)
    const same = passages.filter(({ draft }) => draft.match === 'EXACT').map(({ draft }) => draft.span)
    const places = { hidden: [...quotations, ...named, ...locators], told, same }
    const claims = await checkClaims(context, sentence, found, places)
    drafts.push(...passages.map(({ draft }) => draft), ...claims)
  }
  return drafts
}

/** The clauses that quotations were found in. */
async function foundWords({ scope }: CheckContext, drafts: readonly Draft[]): Promise<FoundWords[]> {
  const pairs = drafts.flatMap(({ span, evidence, verdict }) =>
    verdict === 'NOT_FOUND'
      ? []
      : evidence.flatMap(({ clause }) => (clause === null ? [] : [{ span, id: clause.id }])),
  )
  const clauses = await Promise.all(pairs.map(({ id }) => scope.read.find('CLAUSE', id)))
  return pairs.flatMap(({ span }, index) => {
    const clause = clauses[index] ?? null
    return clause === null ? [] : [{ range: span, clause }]
  })
}

/** The parts of a sentence outside other ranges. */
function outside(sentence: Sentence, hidden: readonly TextRange[]): TextRange[] {
  const parts: TextRange[] = []
  let at = sentence.start
  for (const range of hidden.filter((each) => overlaps(each, sentence)).sort((a, b) => a.start - b.start)) {
    if (range.start > at) parts.push({ start: at, end: range.start })
    at = Math.max(at, range.end)
  }
  if (at < sentence.end) parts.push({ start: at, end: sentence.end })
  return parts
}

/** The findings in ranges of the text as given. */
function makeCheck(answer: Answer, drafts: readonly Draft[]): TextCheck {
  const findings = drafts
    .map((draft): Finding => {
      const span = originalRange(answer, draft.span)
      return {
        ...draft,
        span,
        quote: answer.original.slice(span.start, span.end),
        faults: draft.faults.map((fault) => ({ ...fault, span: originalRange(answer, fault.span) })),
        differences: draft.differences.map((each) => ({ ...each, span: originalRange(answer, each.span) })),
      }
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const count = (verdict: FindingVerdict) => findings.filter((finding) => finding.verdict === verdict).length
  return {
    text: answer.original,
    findings,
    wrong: findings.filter(({ faults }) => faults.length > 0).length,
    counts: Object.fromEntries(
      FINDING_VERDICTS.map((verdict) => [verdict, count(verdict)]),
    ) as TextCheck['counts'],
  }
}
