import type { TextRange } from '../../src/domain/span.ts'
import { ROLES, type Role } from '../../src/domain/vocabulary.ts'
import type { DutyFact, DutyMention, OutlineClause } from '../values.ts'
import { RANKING_RULE } from './noteRules.ts'
import { findNotes, type Note } from './notes.ts'

/** What the notes of a clause say, and where its body ends. */
export interface ClauseDuties {
  /** Without the closing note; inner notes stay inside. */
  readonly body: TextRange
  /** To the end of the closing note. */
  readonly end: number
  readonly duties: readonly DutyFact[]
}

/**
 * Reads the responsibility notes of all clauses in order: the rule that the first-named agency leads, once stated with
 * 下同 (or outside any note), holds for every clause from there on.
 */
export function readDuties(
  text: string,
  clauses: readonly OutlineClause[],
  general: readonly TextRange[],
): ClauseDuties[] {
  let ranking = general.some((range) => RANKING_RULE.test(text.slice(range.start, range.end)))
  return clauses.map((clause) => {
    const notes = findNotes(text, clause.content)
    const mentions: DutyMention[] = []
    for (const note of notes) {
      if (note.ranks && note.fromHereOn) ranking = true
      mentions.push(...mentionsOf(text, note, ranking || note.ranks))
    }
    return { ...closeBody(text, clause.content, notes), duties: merge(mentions) }
  })
}

function mentionsOf(text: string, note: Note, ranking: boolean): DutyMention[] {
  // The rule speaks of lists without verbs: where the note itself tells leads from supports it has nothing to add.
  const ranked = ranking && note.agencies.every(({ role }) => role === 'RESPONSIBLE')
  return note.agencies.map(({ name, role }, i) => ({
    printed: text.slice(name.start, name.end).replace(/\s/g, ''),
    range: name,
    note: note.range,
    role: ranked ? (i === 0 ? 'LEAD' : 'SUPPORT') : role,
    scope: note.scope,
  }))
}

/** One fact per agency in order of first appearance; the strongest role wins. */
function merge(mentions: readonly DutyMention[]): DutyFact[] {
  const byName = new Map<string, DutyMention[]>()
  for (const mention of mentions) {
    const known = byName.get(mention.printed)
    if (known === undefined) byName.set(mention.printed, [mention])
    else known.push(mention)
  }
  return [...byName.values()].map((list) => {
    const role = ROLES.find((candidate) => list.some((mention) => mention.role === candidate)) as Role
    const first = list[0] as DutyMention
    return { printed: first.printed, range: first.range, role, mentions: list }
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
