import type { TextRange } from '../../src/domain/span.ts'
import { type FoundDate, findDates } from '../../src/text/dates.ts'
import { parseNumeral } from '../../src/text/numerals.ts'
import type { TargetFact } from '../values.ts'
import { splitTopLevel } from './brackets.ts'
import { baselineOf, conditionOf, metricOf } from './targetMetric.ts'
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
    metric: metricOf(q, result.kind === 'REWARD' || result.kind === 'CAP'),
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
