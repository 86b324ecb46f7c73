import type { IsoDate } from '../../src/domain/nodes.ts'
import type { TextRange } from '../../src/domain/span.ts'
import { splitTopLevel } from '../../src/text/brackets.ts'
import type { FoundDate } from '../../src/text/dates.ts'
import { findQuantities, type PrintedQuantity } from '../../src/text/quantities.ts'
import { unitRow } from '../../src/text/units.ts'
import type { TargetFact } from '../values.ts'
import {
  datesOf,
  deadlineTarget,
  holdsUntil,
  isReport,
  setsDeadline,
  type TargetTime,
} from './targetDates.ts'
import { granteesOf, shareBeginning, subjectsOf } from './targetLists.ts'
import { baselineOf, conditionOf, granteeOf, metricOf } from './targetMetric.ts'
import { TARGET_RULES } from './targetRules.ts'
import type { Quantity, TargetRule } from './targetWords.ts'

const UNKNOWN_TIME: TargetTime = { issuedOn: null, titleYear: null }
/** A date this near to the beginning of a sentence holds for the sentences after it: （二）到2025年， */
const OPENING = 12
/** 前完成 and what is to be done: the fewest characters behind a date that say what is due. */
const LEAST_DUE = 4
/** Between two quantities of one list: 65%和55%, 50亩以上、60亩以上. */
const LIST_GAP = /^(?:以上|以下|左右)?(?:、|和|及|以及|与)$/

/**
 * The quantified goals, limits, rewards and deadlines of a clause's body.
 * @param masked ranges that hold no targets: notes, cited titles, document numbers
 * @param time the document's own time, for dates without a year and for what was past
 */
export function findTargets(
  text: string,
  body: TextRange,
  masked: readonly TextRange[],
  time: TargetTime = UNKNOWN_TIME,
): TargetFact[] {
  const all = mask(text, body, masked)
  const facts: TargetFact[] = []
  let lead = ''
  for (const paragraph of splitTopLevel(all, { start: 0, end: all.length }, '\n')) {
    let heading: FoundDate | null = null
    const line = all.slice(paragraph.start, paragraph.end)
    if (!ENTRY.test(line)) lead = ''
    for (const part of splitTopLevel(all, paragraph, '。；')) {
      const words = all.slice(part.start, part.end)
      const sentence = { ...readSentence(words, body.start + part.start, time, heading), lead }
      facts.push(...targetsOf(sentence))
      heading = headingOf(sentence, heading)
    }
    if (line.endsWith('：')) lead = line
  }
  return facts
}

/** An entry of a list on a line of its own. */
const ENTRY = /^\s*(?:（?[一二三四五六七八九十\d]{1,3}[）、.．]|[①-⑳])/

/** The body with masked characters blanked, so that offsets stay. */
function mask(text: string, range: TextRange, masked: readonly TextRange[]): string {
  let out = text.slice(range.start, range.end)
  for (const hole of masked) {
    const start = Math.max(hole.start, range.start) - range.start
    const end = Math.min(hole.end, range.end) - range.start
    if (end > start) out = out.slice(0, start) + '□'.repeat(end - start) + out.slice(end)
  }
  return out
}

interface Sentence {
  readonly words: string
  /** Where it begins in the text. */
  readonly offset: number
  /** Dates that can set a deadline. */
  readonly due: readonly FoundDate[]
  readonly dates: readonly FoundDate[]
  readonly phrases: readonly TextRange[]
  /** The date that opened an earlier sentence of the paragraph. */
  readonly heading: FoundDate | null
  /** The date at its end until which all of it holds. */
  readonly until: FoundDate | null
  readonly issuedOn: IsoDate | null
  /** The paragraph that leads on to the list which the sentence is an entry of. */
  readonly lead: string
}

function readSentence(
  words: string,
  offset: number,
  time: TargetTime,
  heading: FoundDate | null,
): Omit<Sentence, 'lead'> {
  const dates = datesOf(words, time)
  const due = dates.filter((date) => setsDeadline(words, date, dates, time))
  return {
    words,
    offset,
    dates,
    due,
    until: holdsUntil(words, due),
    phrases: splitTopLevel(words, { start: 0, end: words.length }, '，'),
    heading,
    issuedOn: time.issuedOn,
  }
}

/** A sentence that opens with a date passes it on; one that names another date ends it. */
function headingOf({ due, dates }: Sentence, heading: FoundDate | null): FoundDate | null {
  const opening = due.find((date) => date.start <= OPENING)
  if (opening !== undefined) return opening
  return dates.length > 0 ? null : heading
}

function targetsOf(sentence: Sentence): TargetFact[] {
  const facts: TargetFact[] = []
  for (const phrase of sentence.phrases)
    if (!isReport(sentence.words, phrase, sentence.dates, sentence.issuedOn))
      facts.push(...targetsOfPhrase(sentence, phrase))
  if (facts.length === 0) return pureDeadlines(sentence, sentence.due)
  // 6月底前完成建设，年底前入驻60家: the first date is due by itself
  const free = sentence.due.filter(
    (date) => date.by && date !== sentence.until && isFree(sentence, date, facts),
  )
  const pure = pureDeadlines(sentence, free)
  return pure.length === 0 ? facts : [...facts, ...pure].sort((a, b) => a.range.start - b.range.start)
}

/** 补足期限延至2023年12月31日: what is due stands before the date. */
const PUT_OFF = /(?:期限|时限|时间)(?:相应|统一|再)?(?:延长|延期|顺延|推迟|延)(?:至|到)$/

/** Whether a date of a sentence is that of none of its quantities and has words of its own to say what is due. */
function isFree(
  { words, phrases, offset }: Sentence,
  date: FoundDate,
  facts: readonly TargetFact[],
): boolean {
  if (facts.some((fact) => fact.deadline === date.date)) return false
  const phrase = phrases.find(({ start, end }) => start <= date.start && date.start < end)
  if (phrase === undefined) return false
  const told = phrase.end - date.end >= LEAST_DUE || PUT_OFF.test(words.slice(phrase.start, date.start))
  if (!told) return false
  return !facts.some(({ range }) => range.start < offset + phrase.end && offset + phrase.start < range.end)
}

function targetsOfPhrase(sentence: Sentence, phrase: TextRange): TargetFact[] {
  const { words, dates, lead } = sentence
  const phraseWords = words.slice(phrase.start, phrase.end)
  const printed = findQuantities(phraseWords)
    .map((found) => ({ ...found, start: phrase.start + found.start, end: phrase.start + found.end }))
    .filter((found) => !dates.some((date) => date.start < found.end && found.start < date.end))
  const facts: TargetFact[] = []
  let list: { result: TargetRule['result']; from: number } = { result: null, from: 0 }
  printed.forEach((found, i) => {
    const previous = printed[i - 1]
    const listEnd = printed[i + sizeOfList(printed, i, words) - 1] ?? found
    const quantity = readQuantity(found, previous, { words, lead }, phrase, listEnd.end)
    if (quantity === null) return
    const inList =
      previous !== undefined &&
      list.result !== null &&
      LIST_GAP.test(words.slice(previous.end, found.start)) &&
      unitRow(previous.unit)?.unitClass === quantity.unitClass
    if (!inList) list = { result: TARGET_RULES.find((row) => row.test(quantity))?.result ?? null, from: i }
    if (list.result === null) return
    const position = { index: i - list.from, size: sizeOfList(printed, list.from, words), sentence, phrase }
    const fact = finishTarget(quantity, found, list.result, position)
    const each = datesEach(sentence, phrase, found.start)
    if (each.length < 2) facts.push(fact)
    else for (const { date } of each) facts.push({ ...fact, deadline: date })
  })
  return facts
}

function sizeOfList(printed: readonly PrintedQuantity[], from: number, words: string): number {
  let size = 1
  for (let i = from; i + 1 < printed.length; i++) {
    const [a, b] = [printed[i] as PrintedQuantity, printed[i + 1] as PrintedQuantity]
    if (!LIST_GAP.test(words.slice(a.end, b.start))) break
    size++
  }
  return size
}

function readQuantity(
  found: PrintedQuantity,
  previous: PrintedQuantity | undefined,
  { words, lead }: Pick<Sentence, 'words' | 'lead'>,
  phrase: TextRange,
  listEnd: number,
): Quantity | null {
  const row = unitRow(found.unit)
  if (row === null) return null
  return {
    unitClass: row.unitClass,
    unit: found.unit,
    value: found.value,
    max: found.max,
    baseline: found.baseline,
    han: found.han,
    printed: words.slice(found.start, found.end),
    before: words.slice(phrase.start, found.start),
    since: previous === undefined ? null : words.slice(previous.end, found.start),
    after: words.slice(found.end, phrase.end),
    behind: words.slice(listEnd, phrase.end),
    earlier: words.slice(0, phrase.start),
    later: words.slice(phrase.end),
    lead,
  }
}

/** Where a quantity stands: its sentence and phrase, and its place in a list of quantities. */
interface Position {
  readonly sentence: Sentence
  readonly phrase: TextRange
  readonly index: number
  readonly size: number
}

function finishTarget(
  q: Quantity,
  found: PrintedQuantity,
  result: NonNullable<TargetRule['result']>,
  position: Position,
): TargetFact {
  const row = unitRow(q.unit)
  const { sentence } = position
  const own = deadlineFor(position, found.start)
  const deadline = own ?? sentence.until ?? (result.kind === 'GOAL' ? sentence.heading : null)
  const granted = result.kind === 'REWARD' || result.kind === 'CAP'
  const subject = partOf(subjectsOf, q.before, position)
  // of a list of amounts the subjects are those who get them
  const grantee = granted
    ? (subject ?? partOf((before, size) => granteesOf(q.earlier, before, size), q.before, position))
    : null
  return {
    targetKind: result.kind,
    bound: result.bound,
    metric: result.metric ?? (granted ? null : subject) ?? metricOf(q, granted),
    value: q.value,
    valueMax: q.max === null ? null : round(q.max),
    unit: q.unit || null,
    amount: row === null ? null : round(q.value * row.factor),
    amountUnit: row?.base || null,
    baseline: baselineOf(q),
    condition: conditionOf(q) ?? grantee ?? (granted ? granteeOf(q) : null),
    deadline: deadline?.date ?? null,
    range: quoteRange(position, own),
    confidence: own === null && deadline !== null ? 0.8 : 0.9,
  }
}

function partOf(
  split: (before: string, size: number) => readonly string[] | null,
  before: string,
  { index, size }: Position,
): string | null {
  const parts = size > 1 ? split(before, size) : null
  return parts === null ? null : (shareBeginning(parts)[index] ?? null)
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** The date that stands before the quantity in the same sentence, nearest first; 到甲年和乙年分别: one for each. */
function deadlineFor({ sentence, index, size }: Position, start: number): FoundDate | null {
  const { words } = sentence
  const before = sentence.due.filter((date) => date.start < start)
  const listed = before.slice(-size)
  const isList =
    size > 1 &&
    listed.length === size &&
    /分别|各/.test(words.slice(listed.at(-1)?.end, start)) &&
    areListed(words, listed)
  return (isList ? listed[index] : before.at(-1)) ?? dueBehind(sentence, start)
}

/** 50万千瓦项目2024年底前并网, 首期2亿元于2026年底前到位: the date behind what the quantity measures. */
function dueBehind({ words, due }: Sentence, start: number): FoundDate | null {
  const next = due.find((date) => date.by && date.start > start)
  if (next === undefined) return null
  return /^[\d.]+[^，、\d]{1,12}(?:项目|[于在])$/.test(words.slice(start, next.start)) ? next : null
}

/** 2025年、2026年各改造2万亩: the same is due each time. */
function datesEach({ words, due }: Sentence, phrase: TextRange, start: number): readonly FoundDate[] {
  const before = due.filter((date) => date.start >= phrase.start && date.end <= start)
  return areListed(words, before) && /^(?:各|每年)/.test(words.slice(before.at(-1)?.end, start)) ? before : []
}

/** Whether nothing stands between the dates but what joins a list. */
function areListed(words: string, dates: readonly FoundDate[]): boolean {
  return dates.every((date, i) => i === 0 || LIST_GAP.test(words.slice(dates[i - 1]?.end, date.start)))
}

/** The phrase, widened to the deadline where that opens the phrase before. */
function quoteRange({ phrase, sentence }: Position, deadline: FoundDate | null): TextRange {
  const start =
    deadline !== null && deadline.start < phrase.start && phrase.start - deadline.end <= 1
      ? deadline.start
      : phrase.start
  return { start: sentence.offset + start, end: sentence.offset + phrase.end }
}

/** 到2025年底前建成…: a time without a quantity. */
function pureDeadlines({ words, phrases, offset }: Sentence, due: readonly FoundDate[]): TargetFact[] {
  const dates = due.filter((date) => date.by || /(?:到|至)$/.test(words.slice(0, date.start)))
  return dates.flatMap((date) => {
    // 有效期至2027年 says how long the document holds
    if (/(?:有效|试行|执行)期限?(?:延长|顺延)?(?:为)?(?:截?至|到)?$/.test(words.slice(0, date.start)))
      return []
    const from = phrases.find((phrase) => phrase.start <= date.start && date.start < phrase.end) ?? {
      start: 0,
      end: words.length,
    }
    // A phrase that is nothing but the date is completed by the next one.
    const bare = from.end - from.start <= date.end - date.start + 2
    const next = bare ? phrases.find((phrase) => phrase.start > from.start) : undefined
    const metric = words.slice(date.end, next?.end ?? from.end).replace(/^[，前]+/, '')
    // 2018年底前已成立的企业 says who is meant.
    if (/^已[^，]*的[^，]{0,12}$/.test(metric)) return []
    const range = { start: offset + from.start, end: offset + (next?.end ?? from.end) }
    return [deadlineTarget({ metric: metric || null, deadline: date.date, range, confidence: 0.8 })]
  })
}
