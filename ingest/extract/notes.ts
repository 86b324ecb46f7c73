import type { TextRange } from '../../src/domain/span.ts'
import type { Role } from '../../src/domain/vocabulary.ts'
import { isAgencyName, splitAgencies } from './agencyNames.ts'
import { findPairs, splitTopLevel } from './brackets.ts'
import { FROM_HERE_ON, NOTE_LABELS, NOTE_SCOPE, NOTE_VERBS, RANKING_RULE } from './noteRules.ts'

/** 甲会同乙负责: the second body takes part in what the first one does. */
const TOGETHER = '会同'

/** An agency with the role that one note gives it. */
export interface NotedAgency {
  readonly name: TextRange
  readonly role: Role
}

/** A responsibility note: its place, brackets included, and what it says. */
export interface Note {
  readonly range: TextRange
  readonly agencies: readonly NotedAgency[]
  /** 排名第一位的为牵头单位 */
  readonly ranks: boolean
  /** 下同 */
  readonly fromHereOn: boolean
  readonly scope: string | null
}

/** All responsibility notes of a range, in the order of the text. */
export function findNotes(text: string, range: TextRange): Note[] {
  const bracketed = findPairs(text, range, '（').flatMap((pair) => {
    const note = readNote(text, pair, { start: pair.start + 1, end: pair.end - 1 })
    return note === null ? [] : [note]
  })
  return [...bracketed, ...findLabelledLines(text, range, bracketed)].sort(
    (a, b) => a.range.start - b.range.start,
  )
}

/** 责任单位：市科技局 on a line of its own, without brackets. */
function findLabelledLines(text: string, range: TextRange, found: readonly Note[]): Note[] {
  const notes: Note[] = []
  for (const line of splitTopLevel(text, range, '\n')) {
    if (!NOTE_LABELS.some((rule) => rule.pattern.test(text.slice(line.start, line.end)))) continue
    if (found.some((note) => note.range.start < line.end && line.start < note.range.end)) continue
    const end = text[line.end - 1] === '。' ? line.end - 1 : line.end
    const note = readNote(text, line, { start: line.start, end })
    if (note !== null) notes.push(note)
  }
  return notes
}

/** Reads what stands inside the brackets; null where it is no responsibility note. */
function readNote(text: string, range: TextRange, inner: TextRange): Note | null {
  const content = text.slice(inner.start, inner.end)
  const labelled = NOTE_LABELS.some((rule) => rule.pattern.test(content))
  const verbed = splitTopLevel(text, inner, '，；。').some((part) =>
    NOTE_VERBS.some((rule) => rule.pattern.test(text.slice(part.start, part.end))),
  )
  if (!labelled && !verbed) return null
  const state = { ranks: RANKING_RULE.test(content), scope: null as string | null }
  const agencies: NotedAgency[] = []
  let inherited: Role | null = null
  for (const part of splitTopLevel(text, inner, '；。;')) {
    const read = readPart(text, part, inherited)
    inherited = read.labelRole
    state.scope ??= read.scope
    agencies.push(...read.agencies)
  }
  if (
    agencies.length === 0 ||
    !agencies.every(({ name }) => isAgencyName(text.slice(name.start, name.end)))
  ) {
    const named = agencies.filter(({ name }) => isAgencyName(text.slice(name.start, name.end)))
    if (!labelled || named.length === 0) return null
    return finish(range, named, content, state)
  }
  return finish(range, agencies, content, state)
}

function finish(
  range: TextRange,
  agencies: readonly NotedAgency[],
  content: string,
  state: { ranks: boolean; scope: string | null },
): Note {
  return { range, agencies, ranks: state.ranks, fromHereOn: FROM_HERE_ON.test(content), scope: state.scope }
}

/** One part between semicolons: an optional label, then groups of agencies, each closed by its verb. */
function readPart(text: string, part: TextRange, inherited: Role | null) {
  const label = NOTE_LABELS.find((rule) => rule.pattern.test(text.slice(part.start, part.end)))
  const labelLength = label?.pattern.exec(text.slice(part.start, part.end))?.[0].length ?? 0
  const labelRole = label?.role ?? inherited
  const agencies: NotedAgency[] = []
  let scope: string | null = null
  let waiting: TextRange[] = []
  const settle = (role: Role) => {
    agencies.push(...waiting.map((name) => ({ name, role })))
    waiting = []
  }
  for (const group of splitTopLevel(text, { start: part.start + labelLength, end: part.end }, '，,')) {
    const words = text.slice(group.start, group.end)
    const stated = NOTE_SCOPE.exec(words)
    if (stated !== null) scope = words
    if (stated !== null || RANKING_RULE.test(words) || /^(?:下同|以下同)$/.test(words)) continue
    const inner = NOTE_LABELS.find((rule) => rule.pattern.test(words))
    if (inner !== undefined) {
      settle(labelRole ?? 'RESPONSIBLE')
      const length = inner.pattern.exec(words)?.[0].length ?? 0
      waiting = splitAgencies(text, { start: group.start + length, end: group.end })
      settle(inner.role)
      continue
    }
    const verb = NOTE_VERBS.find((rule) => rule.pattern.test(words))
    const length = verb?.pattern.exec(words)?.[0].length ?? 0
    const together = words.slice(0, words.length - length).indexOf(TOGETHER)
    const end = together === -1 ? group.end - length : group.start + together
    waiting.push(...splitAgencies(text, { start: group.start, end }))
    if (verb !== undefined) settle(verb.role)
    if (together === -1) continue
    const others = { start: end + TOGETHER.length, end: group.end - length }
    agencies.push(...splitAgencies(text, others).map((name) => ({ name, role: 'SUPPORT' as const })))
  }
  settle(labelRole ?? 'RESPONSIBLE')
  return { agencies, scope, labelRole }
}
