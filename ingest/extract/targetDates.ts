import type { IsoDate } from '../../src/domain/nodes.ts'
import type { TextRange } from '../../src/domain/span.ts'
import { type FoundDate, findDates } from '../../src/text/dates.ts'
import type { TargetFact } from '../values.ts'

/** What a document says of its own time; both null where it is not known. */
export interface TargetTime {
  /** 成文日期: nothing is due before it. */
  readonly issuedOn: IsoDate | null
  /** The year that the title names: 2024年度…方案. */
  readonly titleYear: number | null
}

/** A date that begins a period, names a version or the past, or is what another year is compared with sets no deadline. */
const NO_DEADLINE_AFTER =
  /^(?:起|以来|度|版|修订|修正|全国|止|(?:年底|末)?的?(?:基础上|水平|相比|同期|实绩|基数)|为(?:基期|基数|基准)|相比|(?:以|之)?后(?!续))/
const NO_DEADLINE_BEFORE = /(?:自|从|截至|[比较与同以]|相比|相较于?|[（《])$/
const TERM_BETWEEN = /^\s*(?:日|零时|起)?\s*[至到—–\-~～]+\s*$/

/** 12月底前, 11月30日前, 年底前: the year is told by the document. */
const YEARLESS =
  /(?<![年\d次每个])(?:(?<word>今年|本年|当年|明年)(?:的)?)?(?:(?<month>1[0-2]|[1-9])月(?:(?<day>\d{1,2})日|份?[底末]|份)?[之以]?前|年?年底[之以]?前|(?<![一二三四五六七八九十两几半数多])年内(?!容)|(?<half>上半年)[之以]?前)/gu

/** The dates of a sentence; those without a year take it from the date before them, the title or the date of issue. */
export function datesOf(words: string, time: TargetTime): FoundDate[] {
  const dates = findDates(words)
  const found = [...dates]
  for (const match of words.matchAll(YEARLESS)) {
    const start = match.index
    const end = start + match[0].length
    if (dates.some((date) => date.start < end && start < date.end)) continue
    const last = dates.findLast((date) => date.end <= start)
    const date = yearless(match.groups ?? {}, last, time)
    if (date !== null) found.push({ start, end, date, from: date, precision: 'MONTH', by: true })
  }
  return found.sort((a, b) => a.start - b.start)
}

function yearless(
  groups: Readonly<Record<string, string | undefined>>,
  last: FoundDate | undefined,
  { issuedOn, titleYear }: TargetTime,
): IsoDate | null {
  const known = last === undefined ? (titleYear ?? null) : Number(last.date.slice(0, 4))
  const issued = issuedOn === null ? null : Number(issuedOn.slice(0, 4))
  const base = groups['word'] === undefined ? (known ?? issued) : issued
  if (base === null) return null
  const year = groups['word'] === '明年' ? base + 1 : base
  const month =
    groups['month'] === undefined ? (groups['half'] === undefined ? 12 : 6) : Number(groups['month'])
  const iso = (of: number): IsoDate | null => {
    const lastDay = new Date(Date.UTC(of, month, 0)).getUTCDate()
    const day = groups['day'] === undefined ? lastDay : Number(groups['day'])
    if (day < 1 || day > lastDay) return null
    return `${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  }
  // A month that was over when the document was issued is the next year's.
  const isPast = known === null && issuedOn !== null && (iso(year) ?? issuedOn) < issuedOn
  return iso(isPast ? year + 1 : year)
}

/** Whether a date of a sentence can be the time until which something is due. */
export function setsDeadline(
  words: string,
  date: FoundDate,
  dates: readonly FoundDate[],
  time: TargetTime,
): boolean {
  if (time.issuedOn !== null && date.date < time.issuedOn) return false
  if (isPeriod(date) && !date.by && !SUMMED.test(words.slice(date.end, date.end + 16))) return false
  if (NO_DEADLINE_AFTER.test(words.slice(date.end, date.end + 12))) return false
  const before = words.slice(Math.max(0, date.start - 4), date.start)
  if (NO_DEADLINE_BEFORE.test(before) || (/于$/.test(before) && !date.by)) return false
  return !isTerm(words, date, dates)
}

/** 2025—2027年累计完成; 2021年至2023年，全市完成600台: a sum over a period is due at its end, unlike what is done each year. */
const SUMMED =
  /^(?:期间)?[，,]?[^，。；对给每均逐]{0,8}(?:累计|合计|总计|共(?!同|享|建)|完成|新增|新建|新改建|建成|改造|培训)(?!的|后)/

/** 2024—2026年 says how long something is done, not by when. */
function isPeriod({ precision, from, date }: FoundDate): boolean {
  return precision === 'YEAR' && from.slice(0, 4) !== date.slice(0, 4)
}

/** 政策执行至2025年12月31日 at the end of a sentence: what the sentence grants holds until then. */
const HOLDS_UNTIL = /(?:执行|实施|有效|延续|延长|实行)(?:期限?)?(?:截?至|到)$/

/** The date until which the whole of a sentence holds. */
export function holdsUntil(words: string, due: readonly FoundDate[]): FoundDate | null {
  const last = due.at(-1)
  if (last === undefined || !/^(?:止|为止)?$/.test(words.slice(last.end))) return null
  return HOLDS_UNTIL.test(words.slice(0, last.start)) ? last : null
}

/** 2019年1月1日至2020年12月31日 says how long something lasts. */
function isTerm(words: string, date: FoundDate, dates: readonly FoundDate[]): boolean {
  const at = dates.indexOf(date)
  const [previous, next] = [dates[at - 1], dates[at + 1]]
  const joins = (a: FoundDate | undefined, b: FoundDate | undefined) =>
    a !== undefined && b !== undefined && TERM_BETWEEN.test(words.slice(a.end, b.start))
  return joins(previous, date) || joins(date, next)
}

/** 2020年库容达到620万立方米 in a document of 2022, 截至2021年底，建成站点50个: what was reached says nothing of what is due. */
export function isReport(
  words: string,
  phrase: TextRange,
  dates: readonly FoundDate[],
  issuedOn: IsoDate | null,
): boolean {
  if (issuedOn === null) return false
  const isOver = (date: FoundDate, from: number) =>
    date.date < issuedOn && /^(?:其中|截至|截止到?)?$/.test(words.slice(from, date.start))
  const first = dates[0]
  if (first !== undefined && /^截[至止]/.test(words)) return isOver(first, 0)
  return dates.some(
    (date) => date.start >= phrase.start && date.start < phrase.end && isOver(date, phrase.start),
  )
}

/** A target that sets a time and no quantity. */
export function deadlineTarget(
  told: Pick<TargetFact, 'metric' | 'deadline' | 'range' | 'confidence'>,
): TargetFact {
  return {
    targetKind: 'DEADLINE',
    bound: 'BY',
    value: null,
    valueMax: null,
    unit: null,
    amount: null,
    amountUnit: null,
    baseline: null,
    condition: null,
    ...told,
  }
}
