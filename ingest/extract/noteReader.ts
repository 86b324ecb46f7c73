import type { TextRange } from '../../src/domain/span.ts'
import type { Role } from '../../src/domain/vocabulary.ts'
import { splitTopLevel } from '../../src/text/brackets.ts'
import { type KnowsAgency, type ListedAgency, readAgencyList } from './agencyList.ts'
import { isAgencyName } from './agencyNames.ts'
import {
  FROM_HERE_ON,
  GLUED_LABEL,
  type LabelMeaning,
  LEADING_VERBS,
  NOTE_LABELS,
  NOTE_TIME,
  NOTE_VERBS,
  RANKING_RULE,
} from './noteRules.ts'

/** 甲会同乙负责: the second body takes part in what the first one does; at the start 会同县 is a place. */
const TOGETHER = /(?<=.)会同/u
/** Endings that a bare list in brackets must have to be a list of agencies: 城市 and 企业 would be examples. */
const STRONG_END =
  /(?:[局委厅办署]|[^一全内外]部|委员会|管委会|联合会|办公室|办事处|政府|法院|检察院|海关|税务总局|各?部门|单位|各?乡镇)$/u
/** A part of a note longer than this is a sentence about something else. */
const LONGEST_REMARK = 40

/** The longest notes name some forty bodies, ten characters each. */
const LONGEST_NOTE = 1500

/** An agency with the role that one note gives it. */
export interface NotedAgency extends ListedAgency {
  readonly role: Role
  /** What the note says of this agency's part alone: 资金保障 of 市财政局负责资金保障. */
  readonly part: string | null
}

/** A responsibility note: its place, brackets included, and what it says. */
export interface Note {
  readonly range: TextRange
  readonly agencies: readonly NotedAgency[]
  /** 排名第一位的为牵头单位 */
  readonly ranks: boolean
  /** 下同 */
  readonly fromHereOn: boolean
  /** The words that limit it in time or scope. */
  readonly scope: string | null
  /** It speaks of the clauses before it: 以上任务由…负责. */
  readonly above: boolean
  /** Labels whose role is unknown. */
  readonly unknownLabels: readonly TextRange[]
}

export interface NoteForm {
  readonly knows: KnowsAgency
  /** A list of agencies without label and verb is a note here. */
  readonly bare: boolean
}

interface Segment {
  readonly label: LabelMeaning | null
  readonly labelRange: TextRange | null
  readonly range: TextRange
}

interface Reading {
  readonly agencies: NotedAgency[]
  readonly scopes: string[]
  waiting: ListedAgency[]
  /** Parts that are neither agencies nor time. */
  remarks: number
  settled: number
}

/** Reads what stands inside the brackets or behind the label; null where it is no responsibility note. */
export function readNote(text: string, range: TextRange, inner: TextRange, form: NoteForm): Note | null {
  if (inner.end - inner.start > LONGEST_NOTE) return null
  const content = text.slice(inner.start, inner.end)
  const segments = splitAtLabels(text, inner)
  const reading: Reading = { agencies: [], scopes: [], waiting: [], remarks: 0, settled: 0 }
  for (const segment of segments) readSegment(text, segment, form, reading)
  const labelled = segments.some(({ label }) => label !== null && label !== 'PERSON' && label !== 'SCOPE')
  const bare = form.bare && reading.remarks === 0 && isBareList(reading.waiting)
  if (!labelled && reading.settled === 0 && !bare) return null
  if (!labelled && reading.remarks > reading.settled) return null
  if (reading.waiting.length > 0) {
    if (!reading.waiting.every(({ printed }) => isAgencyName(printed))) return null
    settle(reading, 'RESPONSIBLE')
  }
  if (reading.agencies.length === 0) return null
  return {
    range,
    agencies: reading.agencies,
    ranks: RANKING_RULE.test(content),
    fromHereOn: FROM_HERE_ON.test(content),
    scope: reading.scopes.length === 0 ? null : reading.scopes.join('，'),
    above: false,
    unknownLabels: segments.flatMap(({ label, labelRange }) =>
      label === 'UNKNOWN' && labelRange !== null ? [labelRange] : [],
    ),
  }
}

/** The parts of a note by its labels; what stands before the first one has none. */
function splitAtLabels(text: string, inner: TextRange): Segment[] {
  const segments: Segment[] = []
  let open: { label: LabelMeaning | null; labelRange: TextRange | null; start: number } = {
    label: null,
    labelRange: null,
    start: inner.start,
  }
  const close = (end: number) => {
    if (open.label !== null || end > open.start) {
      segments.push({ label: open.label, labelRange: open.labelRange, range: { start: open.start, end } })
    }
  }
  // A colon closes a label; its beginning is looked for in the few characters before it.
  for (
    let colon = text.indexOf('：', inner.start);
    colon !== -1 && colon < inner.end;
    colon = text.indexOf('：', colon + 1)
  ) {
    const start = labelStart(text, open.start, colon)
    if (start === null) continue
    close(start)
    const words = text.slice(start, colon + 1)
    const rule = NOTE_LABELS.find(({ pattern }) => pattern.test(words))
    open = { label: rule?.says ?? 'UNKNOWN', labelRange: { start, end: colon + 1 }, start: colon + 1 }
  }
  close(inner.end)
  return segments
}

/** Longest label with its bracket: 责任单位（排名第一的为牵头单位）：. */
const LONGEST_LABEL = 36

function labelStart(text: string, from: number, colon: number): number | null {
  let unknown: number | null = null
  for (let start = Math.max(from, colon - LONGEST_LABEL); start < colon; start++) {
    const words = text.slice(start, colon + 1)
    const boundary = start === from || /[，；。,;、\s）】]/.test(text[start - 1] as string)
    const rule = boundary
      ? NOTE_LABELS.find(({ pattern }) => pattern.exec(words)?.[0].length === words.length)
      : undefined
    // 市教育局配合单位： reads like a label of its own, but ends with one that is known
    if (rule?.says === 'UNKNOWN') unknown ??= start
    else if (
      rule !== undefined ||
      (GLUED_LABEL.exec(words)?.[0].length === words.length && endsName(text, from, start))
    )
      return start
  }
  return unknown
}

function endsName(text: string, from: number, to: number): boolean {
  const name =
    text
      .slice(from, to)
      .split(/[，；。、]/)
      .at(-1) ?? ''
  return to === from || isAgencyName(name) || NOTE_TIME.test(name)
}

function readSegment(text: string, segment: Segment, form: NoteForm, reading: Reading): void {
  const words = text.slice(segment.range.start, segment.range.end).replace(/[，；。,;\s]+$/, '')
  if (segment.label === 'PERSON') return
  if (segment.label === 'SCOPE') {
    if (words !== '')
      reading.scopes.push(
        text.slice(segment.labelRange?.start ?? segment.range.start, segment.range.start) + words,
      )
    return
  }
  const label = segment.label
  const role = label === 'UNKNOWN' || label === 'DIVISION' ? 'RESPONSIBLE' : label
  for (const part of splitTopLevel(text, segment.range, '；。;')) {
    for (const group of joinGroups(text, splitTopLevel(text, part, '，,'))) {
      readGroup(text, group, role !== null, form, reading)
    }
    if (role !== null) settle(reading, role)
  }
}

/** Groups of words between commas; blanks around them do not count. */
function joinGroups(text: string, groups: readonly TextRange[]): TextRange[] {
  return groups
    .map(({ start, end }) => {
      const words = text.slice(start, end)
      return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length }
    })
    .filter(({ start, end }) => end > start)
}

/** 甲、乙（排名第一位的为牵头单位，下同）: the rule in brackets behind a list is no part of its last name. */
function withoutAside(text: string, group: TextRange): TextRange {
  const words = text.slice(group.start, group.end)
  const aside = /（[^（）]*）$/.exec(words)?.[0] ?? ''
  const isRule = aside !== '' && (RANKING_RULE.test(aside) || FROM_HERE_ON.test(aside))
  return isRule ? { start: group.start, end: group.end - aside.length } : group
}

function readGroup(
  text: string,
  whole: TextRange,
  labelled: boolean,
  { knows, bare }: NoteForm,
  reading: Reading,
): void {
  const group = withoutAside(text, whole)
  const words = text.slice(group.start, group.end)
  if (words === '' || RANKING_RULE.test(words) || FROM_HERE_ON.test(words)) return
  const verb = NOTE_VERBS.find(({ pattern }) => pattern.test(words))
  if (verb !== undefined) {
    const length = verb.pattern.exec(words)?.[0].length ?? 0
    if (readParties(text, { start: group.start, end: group.end - length }, verb.role, null, knows, reading))
      return
  }
  if (NOTE_TIME.test(words) && !isAgencyName(words)) {
    reading.scopes.push(words)
    return
  }
  if (readLeadingVerb(text, group, knows, reading)) return
  // （甲会同乙、丙） behind a sentence: the verb that is left out is 负责
  if (bare && TOGETHER.test(words) && readParties(text, group, 'RESPONSIBLE', null, knows, reading)) return
  const names = readAgencyList(text, group, knows)
  const named = names.filter(({ printed }) => isAgencyName(printed))
  if (named.length === names.length || (labelled && named.length > 0)) reading.waiting.push(...named)
  else reading.remarks += words.length > LONGEST_REMARK ? 2 : 1
}

/** 市财政局负责资金保障, 市科技局牵头建立机制. */
function readLeadingVerb(text: string, group: TextRange, knows: KnowsAgency, reading: Reading): boolean {
  const words = text.slice(group.start, group.end)
  for (const { pattern, role } of LEADING_VERBS) {
    const match = pattern.exec(words)
    if (match === null || match.index < 2) continue
    const who = { start: group.start, end: group.start + match.index }
    const part = words.slice(match.index + match[0].length)
    if (readParties(text, who, role, part === '' ? null : part, knows, reading)) return true
  }
  return false
}

/** The bodies before a verb, those after 会同 taking part; false where the words are no list of agencies. */
function readParties(
  text: string,
  range: TextRange,
  role: Role,
  part: string | null,
  knows: KnowsAgency,
  reading: Reading,
): boolean {
  const words = text.slice(range.start, range.end)
  const together = TOGETHER.exec(words)
  const first = { start: range.start, end: together === null ? range.end : range.start + together.index }
  const names = readAgencyList(text, first, knows)
  const others =
    together === null
      ? []
      : readAgencyList(text, { start: first.end + together[0].length, end: range.end }, knows)
  const all = [...reading.waiting, ...names, ...others]
  if (all.length === 0 || !all.every(({ printed }) => isAgencyName(printed))) return false
  if (names.length === 0 && together === null && reading.waiting.length === 0) return false
  reading.waiting.push(...names)
  settle(reading, role, part)
  reading.agencies.push(...others.map((name) => ({ ...name, role: 'SUPPORT' as const, part })))
  return true
}

function settle(reading: Reading, role: Role, part: string | null = null): void {
  reading.settled += reading.waiting.length > 0 ? 1 : 0
  reading.agencies.push(...reading.waiting.map((name) => ({ ...name, role, part })))
  reading.waiting = []
}

function isBareList(names: readonly ListedAgency[]): boolean {
  return (
    names.length > 0 &&
    STRONG_END.test(names[0]?.printed ?? '') &&
    names.every(({ printed }) => isAgencyName(printed))
  )
}
