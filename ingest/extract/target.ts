import type { TextRange } from '../../src/domain/span.ts'
import { type FoundDate, findDates } from '../../src/text/dates.ts'
import { parseNumeral } from '../../src/text/numerals.ts'
import type { TargetFact } from '../values.ts'
import { splitTopLevel } from './brackets.ts'
import { type Quantity, TARGET_RULES } from './targetRules.ts'
import { UNIT_PATTERN, unitRow } from './units.ts'

const QUANTITY = new RegExp(
  `(?<![\\d.+“第])(?:(\\d+(?:\\.\\d+)?)(?:[-—–~～至到](\\d+(?:\\.\\d+)?))?|([一二两三四五六七八九十百千]+))(?:余|多)?(${UNIT_PATTERN})(?!类|级)`,
  'gu',
)
/** A date that begins a period or names the past sets no deadline. */
const NO_DEADLINE_AFTER = /^(?:起|以来|度|版|修订|修正|全国)/
const NO_DEADLINE_BEFORE = /(?:自|从|于|截至|[（《])$/

/**
 * The quantified goals, limits, rewards and deadlines of a clause's body.
 * @param masked ranges that hold no targets: notes, cited titles, document numbers
 */
export function findTargets(text: string, body: TextRange, masked: readonly TextRange[]): TargetFact[] {
  const facts: TargetFact[] = []
  for (const sentence of splitTopLevel(
    mask(text, body, masked),
    { start: 0, end: body.end - body.start },
    '。；\n',
  )) {
    facts.push(
      ...targetsOfSentence(
        text,
        { start: body.start + sentence.start, end: body.start + sentence.end },
        masked,
      ),
    )
  }
  return facts
}

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

function targetsOfSentence(text: string, sentence: TextRange, masked: readonly TextRange[]): TargetFact[] {
  const words = mask(text, sentence, masked)
  const dates = findDates(words)
  const phrases = splitTopLevel(words, { start: 0, end: words.length }, '，')
  const facts: TargetFact[] = []
  let anyQuantity = false
  for (const phrase of phrases) {
    const phraseText = words.slice(phrase.start, phrase.end)
    for (const match of phraseText.matchAll(QUANTITY)) {
      const start = phrase.start + match.index
      const end = start + match[0].length
      if (dates.some((date) => date.start < end && start < date.end)) continue
      const quantity = readQuantity(match, words, phrase, start, end)
      const rule = quantity === null ? undefined : TARGET_RULES.find((row) => row.test(quantity))
      if (quantity === null || rule === undefined || rule.result === null) continue
      anyQuantity = true
      facts.push(finishTarget(quantity, rule.result, match, { words, phrase, sentence, start, dates }))
    }
  }
  if (!anyQuantity) facts.push(...pureDeadlines(words, phrases, sentence, dates))
  return facts
}

function readQuantity(
  match: RegExpMatchArray,
  words: string,
  phrase: TextRange,
  start: number,
  end: number,
): Quantity | null {
  const printed = match[1] ?? match[3]
  const unit = match[4]
  const row = unit === undefined ? null : unitRow(unit)
  const value =
    printed === undefined ? null : match[1] === undefined ? parseNumeral(printed) : Number(printed)
  if (row === null || unit === undefined || value === null) return null
  return {
    unitClass: row.unitClass,
    unit,
    value,
    han: match[1] === undefined,
    before: words.slice(phrase.start, start),
    after: words.slice(end, phrase.end),
    earlier: words.slice(0, phrase.start),
  }
}

interface Place {
  readonly words: string
  readonly phrase: TextRange
  readonly sentence: TextRange
  readonly start: number
  readonly dates: readonly FoundDate[]
}

function finishTarget(
  q: Quantity,
  result: { kind: TargetFact['targetKind']; bound: TargetFact['bound'] },
  match: RegExpMatchArray,
  place: Place,
): TargetFact {
  const row = unitRow(q.unit)
  const deadline = deadlineFor(place)
  const value = q.value
  return {
    targetKind: result.kind,
    bound: result.bound,
    metric: metricOf(q),
    value,
    valueMax: match[2] === undefined ? null : Number(match[2]),
    unit: q.unit,
    amount: row === null ? null : round(value * row.factor),
    amountUnit: row?.base ?? null,
    baseline: baselineOf(q),
    condition: conditionOf(q),
    deadline: deadline?.date ?? null,
    range: quoteRange(place, deadline),
    confidence: 0.9,
  }
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** The date that stands before the quantity in the same sentence, nearest first. */
function deadlineFor({ words, start, dates }: Place): FoundDate | null {
  return dates.findLast((date) => date.start < start && setsDeadline(words, date)) ?? null
}

function setsDeadline(words: string, date: FoundDate): boolean {
  if (NO_DEADLINE_AFTER.test(words.slice(date.end))) return false
  return !NO_DEADLINE_BEFORE.test(words.slice(0, date.start))
}

/** The phrase, widened to the deadline where that opens the phrase before. */
function quoteRange({ phrase, sentence }: Place, deadline: FoundDate | null): TextRange {
  const start =
    deadline !== null && deadline.start < phrase.start && phrase.start - deadline.end <= 1
      ? deadline.start
      : phrase.start
  return { start: sentence.start + start, end: sentence.start + phrase.end }
}

/** 到2025年底前建成…: a time without a quantity. */
function pureDeadlines(
  words: string,
  phrases: readonly TextRange[],
  sentence: TextRange,
  dates: readonly FoundDate[],
): TargetFact[] {
  const due = dates.filter(
    (date) => setsDeadline(words, date) && (date.by || /(?:到|至)$/.test(words.slice(0, date.start))),
  )
  return due.map((date) => {
    const from = phrases.find((phrase) => phrase.start <= date.start && date.start < phrase.end) ?? {
      start: 0,
      end: words.length,
    }
    // A phrase that is nothing but the date is completed by the next one.
    const bare = from.end - from.start <= date.end - date.start + 2
    const next = bare ? phrases.find((phrase) => phrase.start > from.start) : undefined
    return {
      targetKind: 'DEADLINE',
      bound: 'BY',
      metric: words.slice(date.end, next?.end ?? from.end).replace(/^[，前]+/, '') || null,
      value: null,
      valueMax: null,
      unit: null,
      amount: null,
      amountUnit: null,
      baseline: null,
      condition: null,
      deadline: date.date,
      range: { start: sentence.start + from.start, end: sentence.start + (next?.end ?? from.end) },
      confidence: 0.8,
    }
  })
}

const BASELINE = /(?:从|由)(?:原来的?|原|现行的?|目前的?|法定的?)?(\d+(?:\.\d+)?)/

function baselineOf({ before }: Quantity): number | null {
  const printed = BASELINE.exec(before)?.[1]
  return printed === undefined ? null : Number(printed)
}

const CONDITION =
  /同一年度(?:每家|每个|单个)?[^，、□]{0,8}?(?=累计|最高|可)|(?:每|单)(?:家|个|户|项|品种|年度)[^，、□]{0,10}?(?=累计|最高|可|奖励|给予|每年|分档|分别|补助|不超过)/

function conditionOf({ before }: Quantity): string | null {
  return CONDITION.exec(before)?.[0] ?? null
}

const METRIC_LEAD =
  /^(?:“)?(?:到|至)?(?:\d{4}年(?:年?底前?|末|前)?)?(?:将|对|使|力争|推动|确保|实现|争取|要|并|且|同步|全市|全省|进一步|持续|不断)*/
const METRIC_TAIL =
  /(?:(?:从|由)[^，]*)?(?:压缩|缩减|缩短|减少|压减|降低|控制|提高|提升|增长|增加|扩大)?(?:至|到|为|在|达到?|突破|超过|不少于|不低于|不超过|不得少于|不得超过|最高可获得奖励|累计最高可获得奖励|累计最高奖励|可获得奖励|最高奖励|奖励|给予|的|按|按照|累计|最高|用|约|近)*$/

/** What is measured: the words before the quantity without verbs of aim and bound, else the words after it. */
function metricOf(q: Quantity): string | null {
  const before = q.before.replace(METRIC_LEAD, '').replace(METRIC_TAIL, '').replace(/□+/g, '')
  const tail = q.after
    .replace(/^(?:以上|以内|之内|内|左右)/, '')
    .replace(/□+/g, '')
    .replace(/[”’]+$/, '')
  if (q.unitClass === 'count' && /^[\p{Script=Han}]{2,}/u.test(tail)) return tail
  return before.length >= 2 ? before : tail.length >= 2 ? tail : null
}
