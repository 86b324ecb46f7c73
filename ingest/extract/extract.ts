import type { Notice } from '../../src/domain/notice.ts'
import { overlaps, type TextRange } from '../../src/domain/span.ts'
import { findPairs } from '../../src/text/brackets.ts'
import { readShortTitles } from '../../src/text/citedTitles.ts'
import { findNumbers } from '../../src/text/documentNumbers.ts'
import type { Gazetteer } from '../../src/text/gazetteer.ts'
import {
  type CitationFact,
  type DutyFact,
  type InnerReference,
  type LedgerFact,
  type Outline,
  type OutlineClause,
  spanOf,
  type TargetFact,
} from '../values.ts'
import type { KnowsAgency } from './agencyList.ts'
import { findCitations, type Self } from './citation.ts'
import { readIndicatorTables } from './indicatorTables.ts'
import { findInnerReferences } from './innerReferences.ts'
import { readLedger } from './ledger.ts'
import { findMentions, type Mention } from './mentions.ts'
import { type DocumentFacts, readMetadata } from './metadata.ts'
import { findNoteDeadlines } from './noteDeadlines.ts'
import type { ProductMatcher, ProductMentionFact } from './productTypes.ts'
import { findReferences } from './references.ts'
import { readRepealTables, repealListed } from './repealLists.ts'
import { type ClauseDuties, readDuties } from './responsibility.ts'
import { findRunningDuties, type RunningDuty } from './runningDuties.ts'
import { findTargets } from './target.ts'
import type { TargetTime } from './targetDates.ts'

/** Everything that was read from one clause. */
export interface ClauseFacts {
  readonly clause: OutlineClause
  /** Without heading and closing note. */
  readonly body: TextRange
  readonly duties: readonly DutyFact[]
  readonly runningDuties: readonly RunningDuty[]
  readonly citations: readonly CitationFact[]
  /** Provisions of the document itself that it refers to. */
  readonly innerReferences: readonly InnerReference[]
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
  /** Targets of the paragraphs of sections that stand in no clause; `section` is an index into the outline's. */
  readonly sectionTargets: readonly { readonly section: number; readonly targets: readonly TargetFact[] }[]
  /** Targets of the indicator tables of annexes that stand in no clause; `annex` is an index into the outline's. */
  readonly annexTargets: readonly { readonly annex: number; readonly targets: readonly TargetFact[] }[]
  readonly ledger: readonly LedgerFact[]
  /** Documents spoken of without title marks and number; `clause` counts from 1. */
  readonly mentions: readonly (Mention & { readonly clause: number | null })[]
  readonly notices: readonly Notice[]
}

/** What extraction knows beforehand. */
export interface ExtractionKnowledge {
  readonly gazetteer: Gazetteer
  readonly products: ProductMatcher
  readonly knowsAgency: KnowsAgency
}

/** Reads all facts from an outline. Never throws on content; doubts are notices. */
export function extractFacts(outline: Outline, knowledge: ExtractionKnowledge): Facts {
  const text = outline.normal.text
  const document = readMetadata(outline, knowledge.gazetteer)
  const self: Self = {
    number: document.number?.value ?? null,
    titles: selfTitles(document, outline),
  }
  const shortTitles = readShortTitles(text)
  const time = timeOf(document)
  const duties = readDuties(
    {
      text,
      clauses: outline.clauses,
      sections: outline.sections,
      general: [...outline.preamble, ...outline.closing],
    },
    knowledge.knowsAgency,
  )
  const outside = outsideClauses(outline)
  const printed = [...outside, ...duties.map(({ body }) => body)].map((range) =>
    findCitations(text, range, self, shortTitles),
  )
  const named = printed.flat().sort((a, b) => a.range.start - b.range.start)
  const cite = (range: TextRange, at: number) =>
    [...(printed[at] ?? []), ...findReferences({ text, self, shortTitles, named }, range)].sort(
      (a, b) => a.range.start - b.range.start,
    )
  const clauses = outline.clauses.map((clause, i): ClauseFacts => {
    const own = duties[i] as ClauseDuties
    return {
      ...readClause(text, clause, own, time, knowledge),
      citations: repealListed(outline, cite(own.body, outside.length + i)),
      innerReferences: findInnerReferences(text, outline.clauses, i),
    }
  })
  const ledger = readLedger(outline, knowledge.knowsAgency)
  return {
    outline,
    document,
    clauses,
    citations: [...repealListed(outline, outside.flatMap(cite)), ...readRepealTables(outline)],
    sectionTargets: readSectionTargets(outline, time),
    annexTargets: readAnnexTargets(outline, time),
    ledger: ledger.rows,
    mentions: clauses.flatMap(({ body }, i) =>
      findMentions(text, body, findPairs(text, body, '《')).map((mention) => ({ ...mention, clause: i + 1 })),
    ),
    notices: [...outline.notices, ...unknownLabelNotices(outline, duties), ...ledger.notices],
  }
}

function readClause(
  text: string,
  clause: OutlineClause,
  duties: ClauseDuties,
  time: TargetTime,
  { products, knowsAgency }: ExtractionKnowledge,
): Omit<ClauseFacts, 'citations' | 'innerReferences'> {
  const { body, notes } = duties
  const titles = findPairs(text, body, '《')
  const masked = [...notes, ...titles, ...findNumbers(text, body)]
  const heading = clause.node.title
  // 2.新建基地3个 ⏎ 责任单位：…: a heading without text says all
  const isBare = heading !== null && text.slice(body.start, body.end).trim() === ''
  const said = targetsOf(text, isBare ? heading : body, masked, time)
  const mentions = [
    ...(heading === null ? [] : products.find(text, heading, titles)),
    ...products.find(text, body, masked),
  ]
  return {
    clause,
    body,
    duties: duties.duties,
    runningDuties: runningBeside(duties.duties, findRunningDuties(text, body, notes, knowsAgency)),
    targets: [...said, ...findNoteDeadlines(text, notes, time)].sort((a, b) => a.range.start - b.range.start),
    mentions,
    about: products.about(mentions),
  }
}

/** Running text adds what no note of the clause says: an agency that a note names has its role from there. */
function runningBeside(duties: readonly DutyFact[], running: readonly RunningDuty[]): RunningDuty[] {
  const noted = new Set(duties.filter(({ origin }) => origin === 'NOTE').map(({ printed }) => printed))
  return running.filter(({ printed }) => !noted.has(printed))
}

function unknownLabelNotices({ normal }: Outline, duties: readonly ClauseDuties[]): Notice[] {
  return duties.flatMap(({ unknownLabels }) =>
    unknownLabels.map(({ start, end }) => ({
      code: 'duty/unknown-label',
      severity: 'WARNING' as const,
      message: `不认识的分工名称“${normal.text.slice(start, end - 1)}”，其后的机构按责任单位记`,
      span: spanOf(normal, start, end),
    })),
  )
}

function timeOf({ issuedOn, title }: DocumentFacts): TargetTime {
  const year = /(?<!\d)(20\d{2})年(?!.{0,3}[—–~～至-])/.exec(title?.value ?? '')?.[1]
  return { issuedOn: issuedOn?.value ?? null, titleYear: year === undefined ? null : Number(year) }
}

/** Its own title and the titles of what it issues; a document that it forwards is another one and is cited. */
function selfTitles(document: DocumentFacts, { annexes, normal }: Outline): string[] {
  const own = document.title?.value ?? ''
  const titles = document.title === null ? [] : [own]
  const forwards = /(?:转发|批转)/.test(own)
  if (document.carriedTitle !== null && !forwards) titles.push(document.carriedTitle.value)
  for (const { title } of annexes)
    titles.push(title.map(({ start, end }) => normal.text.slice(start, end)).join(''))
  if (/印发|发布|公布/.test(own) && !forwards) {
    for (const pair of findPairs(own, { start: 0, end: own.length }, '《'))
      titles.push(own.slice(pair.start + 1, pair.end - 1))
  }
  return titles.filter((title) => title !== '')
}

/** Title, preamble, prose of sections and annexes that stands in no clause, and the closing part. */
function outsideClauses(outline: Outline): TextRange[] {
  const prose = outline.sections.flatMap((section) => section.prose ?? [])
  const annexes = outline.annexes.flatMap((annex) => annex.prose)
  return [...outline.title, ...outline.preamble, ...prose, ...outline.closing, ...annexes]
}

/** The targets of prose and of the indicator tables among it. */
function targetsOf(
  text: string,
  range: TextRange,
  masked: readonly TextRange[],
  time: TargetTime,
): TargetFact[] {
  const tables = readIndicatorTables(text, range, time).filter(({ targets }) => targets.length > 0)
  const found = findTargets(text, range, [...masked, ...tables.map((table) => table.range)], time)
  return [...found, ...tables.flatMap(({ targets }) => targets)].sort((a, b) => a.range.start - b.range.start)
}

function readSectionTargets({ sections, normal: { text } }: Outline, time: TargetTime) {
  return sections.flatMap(({ prose }, section) => {
    if (prose === null) return []
    const masked = [...findPairs(text, prose, '《'), ...findNumbers(text, prose)]
    const targets = targetsOf(text, prose, masked, time)
    return targets.length === 0 ? [] : [{ section, targets }]
  })
}

function readAnnexTargets({ annexes, clauses, sections, normal: { text } }: Outline, time: TargetTime) {
  const read = [...clauses.map(({ content }) => content), ...sections.flatMap(({ prose }) => prose ?? [])]
  return annexes.flatMap(({ range }, annex) => {
    const tables = readIndicatorTables(text, range, time)
    const own = tables.filter((table) => !read.some((place) => overlaps(place, table.range)))
    const targets = own.flatMap((table) => table.targets)
    return targets.length === 0 ? [] : [{ annex, targets }]
  })
}
