import { overlaps, type TextRange } from '../../src/domain/span.ts'
import { ROLES, type Role } from '../../src/domain/vocabulary.ts'
import { findDates } from '../../src/text/dates.ts'
import type { DutyFact, DutyMention, NoteOrigin, OutlineClause, OutlineSection } from '../values.ts'
import type { KnowsAgency } from './agencyList.ts'
import type { Note, NotedAgency } from './noteReader.ts'
import { RANKING_RULE } from './noteRules.ts'
import { findDocumentNotes, findNotes } from './notes.ts'

/** What the notes of a clause say, and where its body ends. */
export interface ClauseDuties {
  /** Without the closing note; inner notes stay inside. */
  readonly body: TextRange
  /** To the end of the closing note. */
  readonly end: number
  readonly duties: readonly DutyFact[]
  /** The notes of the clause itself, those among them that speak for its section. */
  readonly notes: readonly TextRange[]
  /** Labels whose role is unknown; their agencies are taken as 责任单位. */
  readonly unknownLabels: readonly TextRange[]
}

/** The parts of a document that duties are read from. */
export interface DutyText {
  readonly text: string
  readonly clauses: readonly OutlineClause[]
  readonly sections: readonly OutlineSection[]
  /** Preamble and closing part. */
  readonly general: readonly TextRange[]
}

/** The notes that speak for many clauses. */
interface WideNotes {
  readonly bySection: ReadonlyMap<number, readonly Note[]>
  readonly ofDocument: readonly Note[]
}

/**
 * Reads the responsibility notes of all clauses in order. The rule that the first-named agency leads, once stated with 下同,
 * holds for every clause from there on; stated outside any note it holds for all. A clause without a note of its own takes
 * those of its section, else those of the document.
 */
export function readDuties(document: DutyText, knows: KnowsAgency = () => false): ClauseDuties[] {
  const { text, clauses } = document
  const own = closingNotes(
    document,
    clauses.map((clause) => notesOf(document, clause, knows)),
  )
  const wide = wideNotes(document, own, knows)
  let ranking = ranksThroughout(text, own.flat())
  return clauses.map((clause, i) => {
    const notes = own[i] as readonly Note[]
    const mentions: DutyMention[] = []
    for (const note of notes) {
      if (note.ranks && note.fromHereOn) ranking = true
      if (!note.above) mentions.push(...mentionsOf(note, ranking || note.ranks))
    }
    const duties = mentions.length > 0 ? merge(mentions, 'NOTE') : inherited(document, clause, wide, ranking)
    return {
      ...closeBody(text, clause.content, notes),
      duties,
      notes: notes.map(({ range }) => range),
      unknownLabels: notes.flatMap((note) => note.unknownLabels),
    }
  })
}

/** The heading with the note that closes it: 优化环境（市城管局负责）. */
function headingOf({ title, body }: OutlineClause['node']): TextRange | null {
  return title === null ? null : { start: title.start, end: Math.max(title.end, body.start) }
}

/** Notes stand in the content and, where the heading has no text below it, in the heading. */
function notesOf({ text }: DutyText, { node, content }: OutlineClause, knows: KnowsAgency): Note[] {
  const heading = headingOf(node)
  const inTitle = heading === null ? [] : findNotes(text, heading, knows)
  return [...inTitle, ...findNotes(text, content, knows)]
}

/**
 * A note on a line of its own below the last clause speaks for the section where no clause of it has a note, and where the
 * document nowhere prints such a line below a clause that another one of its section follows.
 */
function closingNotes({ text, clauses }: DutyText, own: readonly (readonly Note[])[]): (readonly Note[])[] {
  const isLast = (i: number) => clauses[i + 1]?.section !== clauses[i]?.section
  const lines = own.map((notes, i) =>
    notes.filter((note) => !note.above && isOwnLine(text, clauses[i], note)),
  )
  if (lines.some((notes, i) => notes.length > 0 && !isLast(i))) return [...own]
  return own.map((notes, i) => {
    const section = clauses[i]?.section ?? null
    if (section === null || lines[i]?.length !== 1 || notes.length !== 1) return notes
    let first = i
    while (clauses[first - 1]?.section === section && own[first - 1]?.length === 0) first--
    if (first === i || clauses[first - 1]?.section === section) return notes
    return notes.map((note) => ({ ...note, above: true }))
  })
}

/** Whether a note is the last line of a clause that has text of its own above it. */
function isOwnLine(text: string, clause: OutlineClause | undefined, { range }: Note): boolean {
  if (clause === undefined || text.slice(clause.content.start, range.start).trim() === '') return false
  const rest = text.slice(range.end, clause.content.end)
  return text[range.start - 1] === '\n' && /^[。\s]*$/.test(rest)
}

function wideNotes(document: DutyText, own: readonly (readonly Note[])[], knows: KnowsAgency): WideNotes {
  const { text, clauses, sections, general } = document
  const bySection = new Map<number, Note[]>()
  const add = (section: number, notes: readonly Note[]) =>
    bySection.set(section, [...(bySection.get(section) ?? []), ...notes])
  const ofDocument: Note[] = []
  sections.forEach(({ node, prose }, i) => {
    for (const range of [headingOf(node), prose]) if (range !== null) add(i, findNotes(text, range, knows))
  })
  own.forEach((notes, i) => {
    const above = notes.filter((note) => note.above)
    const section = clauses[i]?.section ?? null
    if (section === null) ofDocument.push(...above)
    else add(section, above)
  })
  for (const range of general) ofDocument.push(...findDocumentNotes(text, range, knows))
  return { bySection, ofDocument }
}

/** What the nearest section with a note says, else what is said of the whole document. */
function inherited(
  { sections }: DutyText,
  clause: OutlineClause,
  { bySection, ofDocument }: WideNotes,
  ranking: boolean,
): DutyFact[] {
  const read = (notes: readonly Note[], origin: NoteOrigin) =>
    merge(
      notes.flatMap((note) => mentionsOf(note, ranking || note.ranks)),
      origin,
    )
  for (let at = clause.section; at !== null; at = sections[at]?.parent ?? null) {
    const notes = bySection.get(at) ?? []
    if (notes.length > 0) return read(notes, 'SECTION_NOTE')
  }
  return read(ofDocument, 'DOCUMENT_NOTE')
}

/** Whether the ranking rule is stated outside the notes, for the document as a whole: in its preamble, its end or a footnote. */
function ranksThroughout(text: string, notes: readonly Note[]): boolean {
  const pattern = new RegExp(RANKING_RULE, 'gu')
  for (const match of text.matchAll(pattern)) {
    const place = { start: match.index, end: match.index + match[0].length }
    if (!notes.some(({ range }) => overlaps(range, place))) return true
  }
  return false
}

function mentionsOf(note: Note, ranking: boolean): DutyMention[] {
  // The rule speaks of lists without verbs: where the note itself tells leads from supports it has nothing to add.
  const ranked = ranking && isUnled(note.agencies)
  return note.agencies.map((agency, i) => {
    const scope = scopeOf(agency, note)
    return {
      printed: agency.printed,
      range: agency.range,
      note: note.range,
      role: ranked ? (i === 0 ? 'LEAD' : 'SUPPORT') : agency.role,
      scope,
      deadline: scope === null ? null : (findDates(scope).at(-1)?.date ?? null),
    }
  })
}

/** A list without a lead: all answer, or the first one does 会同 the others. */
function isUnled(agencies: readonly NotedAgency[]): boolean {
  const [first, ...others] = agencies
  if (first?.role !== 'RESPONSIBLE') return false
  return others.every(({ role }) => role === 'RESPONSIBLE') || others.every(({ role }) => role === 'SUPPORT')
}

function scopeOf({ part }: NotedAgency, { scope }: Note): string | null {
  const words = [part, scope].filter((each) => each !== null)
  return words.length === 0 ? null : words.join('，')
}

/** One fact per agency in order of first appearance; the strongest role wins. */
function merge(mentions: readonly DutyMention[], origin: NoteOrigin): DutyFact[] {
  const byName = new Map<string, DutyMention[]>()
  for (const mention of mentions) {
    const known = byName.get(mention.printed)
    if (known === undefined) byName.set(mention.printed, [mention])
    else known.push(mention)
  }
  return [...byName.values()].map((list) => {
    const role = ROLES.find((candidate) => list.some((mention) => mention.role === candidate)) as Role
    const first = list[0] as DutyMention
    return { printed: first.printed, range: first.range, role, origin, mentions: list }
  })
}

/** Cuts the notes that close the clause off its body; a stray full stop after a note is no body. */
function closeBody(
  text: string,
  content: TextRange,
  notes: readonly Note[],
): { body: TextRange; end: number } {
  let end = trimEnd(text, content.start, content.end)
  for (const note of notes.toReversed()) {
    if (note.range.start < content.start) break
    const rest = text.slice(note.range.end, end)
    if (!/^[\s。；，]*$/.test(rest)) break
    end = trimEnd(text, content.start, note.range.start)
  }
  const start = Math.min(end, content.start + (/^\s*/.exec(text.slice(content.start, end))?.[0].length ?? 0))
  return { body: { start, end }, end: trimEnd(text, content.start, content.end) }
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text[end - 1] as string)) end--
  return end
}
