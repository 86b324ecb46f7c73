import type { Notice } from '../../src/domain/notice.ts'
import { overlaps, type TextRange } from '../../src/domain/span.ts'
import type { Gazetteer } from '../../src/text/gazetteer.ts'
import type { CitationFact, DutyFact, LedgerFact, Outline, OutlineClause, TargetFact } from '../values.ts'
import { findPairs } from './brackets.ts'
import { findCitations, findNumbers, type Self } from './citation.ts'
import { readLedger } from './ledger.ts'
import { findMentions, type Mention } from './mentions.ts'
import { type DocumentFacts, readMetadata } from './metadata.ts'
import type { ProductMatcher, ProductMentionFact } from './productTypes.ts'
import { type ClauseDuties, readDuties } from './responsibility.ts'
import { findRunningDuties, type RunningDuty } from './runningDuties.ts'
import { findTargets } from './target.ts'

/** Everything that was read from one clause. */
export interface ClauseFacts {
  readonly clause: OutlineClause
  /** Without heading and closing note. */
  readonly body: TextRange
  readonly duties: readonly DutyFact[]
  readonly runningDuties: readonly RunningDuty[]
  readonly citations: readonly CitationFact[]
  readonly targets: readonly TargetFact[]
  readonly mentions: readonly ProductMentionFact[]
  /** Names of the product types that it is about. */
  readonly about: readonly string[]
}

/** Everything that was read from one document. */
export interface Facts {
  readonly outline: Outline
  readonly document: DocumentFacts
  readonly clauses: readonly ClauseFacts[]
  /** Citations of preamble, section prose and closing part. */
  readonly citations: readonly CitationFact[]
  readonly ledger: readonly LedgerFact[]
  /** Documents spoken of without title marks and number; `clause` counts from 1. */
  readonly mentions: readonly (Mention & { readonly clause: number | null })[]
  readonly notices: readonly Notice[]
}

/** What extraction knows beforehand. */
export interface ExtractionKnowledge {
  readonly gazetteer: Gazetteer
  readonly products: ProductMatcher
}

/** Reads all facts from an outline. Never throws on content; doubts are notices. */
export function extractFacts(outline: Outline, knowledge: ExtractionKnowledge): Facts {
  const text = outline.normal.text
  const document = readMetadata(outline, knowledge.gazetteer)
  const self: Self = {
    number: document.number?.value ?? null,
    titles: selfTitles(document),
  }
  const duties = readDuties(text, outline.clauses, [...outline.preamble, ...outline.closing])
  const clauses = outline.clauses.map((clause, i) =>
    readClause(text, clause, duties[i] as ClauseDuties, self, knowledge.products),
  )
  const ledger = readLedger(outline)
  return {
    outline,
    document,
    clauses,
    citations: outsideClauses(outline).flatMap((range) => findCitations(text, range, self)),
    ledger: ledger.rows,
    mentions: clauses.flatMap(({ body }, i) =>
      findMentions(text, body, findPairs(text, body, '《')).map((mention) => ({ ...mention, clause: i + 1 })),
    ),
    notices: [...outline.notices, ...ledger.notices],
  }
}

function readClause(
  text: string,
  clause: OutlineClause,
  duties: ClauseDuties,
  self: Self,
  products: ProductMatcher,
): ClauseFacts {
  const { body } = duties
  const notes = duties.duties.flatMap((duty) => duty.mentions.map((mention) => mention.note))
  const titles = findPairs(text, body, '《')
  const masked = [...notes, ...titles, ...findNumbers(text, body)]
  const heading = clause.node.title
  const mentions = [
    ...(heading === null ? [] : products.find(text, heading, titles)),
    ...products.find(text, body, masked),
  ]
  return {
    clause,
    body,
    duties: duties.duties,
    runningDuties: findRunningDuties(text, body, notes),
    citations: findCitations(text, body, self),
    targets: findTargets(text, body, masked),
    mentions,
    about: products.about(mentions),
  }
}

/** Its own title and the titles of what it issues; a document that it forwards is another one and is cited. */
function selfTitles(document: DocumentFacts): string[] {
  const titles = document.title === null ? [] : [document.title.value]
  if (document.carriedTitle !== null) titles.push(document.carriedTitle.value)
  const own = document.title?.value ?? ''
  if (/印发|发布|公布/.test(own) && !/转发/.test(own)) {
    for (const pair of findPairs(own, { start: 0, end: own.length }, '《'))
      titles.push(own.slice(pair.start + 1, pair.end - 1))
  }
  return titles
}

/** Title, preamble, prose of sections that stands in no clause, and the closing part. */
function outsideClauses(outline: Outline): TextRange[] {
  const inClause = (range: TextRange) => outline.clauses.some((clause) => overlaps(clause.node.range, range))
  const prose = outline.sections
    .map(({ node }) => node.body)
    .filter((range) => range.end > range.start && !inClause(range))
  return [...outline.title, ...outline.preamble, ...prose, ...outline.closing]
}
