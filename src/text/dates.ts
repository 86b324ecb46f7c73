import type { IsoDate } from '../domain/nodes.ts'
import type { TextRange } from '../domain/span.ts'
import { parseNumeral } from './numerals.ts'

/** How exactly a phrase names a time: one day, or a period whose last day counts as the date. */
export type DatePrecision = 'DAY' | 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR' | 'PLAN'

/** A date in a text. */
export interface FoundDate extends TextRange {
  /** The day, or the last day of the period. */
  readonly date: IsoDate
  /** The day, or the first day of the period. */
  readonly from: IsoDate
  readonly precision: DatePrecision
  /** Whether the phrase says that something is due until then: 年底前, 到2025年. */
  readonly by: boolean
}

interface Period {
  readonly from: IsoDate
  readonly date: IsoDate
}

interface DateRule {
  readonly id: string
  readonly precision: DatePrecision
  readonly pattern: RegExp
  /** Null where the words name no day of the calendar. */
  readonly build: (groups: Readonly<Record<string, string>>) => Period | null
  readonly example: readonly [text: string, date: IsoDate]
}

const S = '[ \\u00a0\\u3000]*'
const YEAR = `(?<year>(?<![\\d.])(?:19|20)\\d{2}|[一二][〇零○Oo0一二三四五六七八九]{3})${S}`
const MONTH = `(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])${S}`
const DAY = '(?<day>\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])'
const BEFORE = '(?<by>[之以]?前)?'

/** The first rule that matches at a place wins; a match that is no day of the calendar still takes its place. */
export const DATE_RULES: readonly DateRule[] = [
  {
    id: 'date/day',
    precision: 'DAY',
    pattern: new RegExp(`${YEAR}年${S}${MONTH}月${S}${DAY}${S}[日号]${BEFORE}`, 'gu'),
    build: ({ year, month, day }) => dayPeriod(number(year), number(month), number(day)),
    example: ['二〇二四年七月十八日', '2024-07-18'],
  },
  {
    id: 'date/numeric',
    precision: 'DAY',
    pattern:
      /(?<![\d.-])(?<year>(?:19|20)\d{2})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?![\d.]*\d)(?<by>[之以]?前)?/gu,
    build: ({ year, month, day }) => dayPeriod(number(year), number(month), number(day)),
    example: ['2024.7.18', '2024-07-18'],
  },
  {
    id: 'date/end-of-month',
    precision: 'MONTH',
    pattern: new RegExp(`${YEAR}年${S}${MONTH}月份?[底末]${BEFORE}`, 'gu'),
    build: ({ year, month }) => months(number(year), number(month), number(month)),
    example: ['2025年6月底前', '2025-06-30'],
  },
  {
    id: 'date/end-of-year',
    precision: 'YEAR',
    pattern: new RegExp(`${YEAR}年?年${S}[底末]${BEFORE}`, 'gu'),
    build: ({ year }) => months(number(year), 1, 12),
    example: ['2026年年底前', '2026-12-31'],
  },
  {
    id: 'date/half-year',
    precision: 'HALF_YEAR',
    pattern: new RegExp(`${YEAR}年${S}(?<half>[上下])半年[底末]?${BEFORE}`, 'gu'),
    build: ({ year, half }) => (half === '上' ? months(number(year), 1, 6) : months(number(year), 7, 12)),
    example: ['2025年上半年', '2025-06-30'],
  },
  {
    id: 'date/quarter',
    precision: 'QUARTER',
    pattern: new RegExp(`${YEAR}年${S}第?${S}(?<quarter>[1-4一二三四])${S}季度[底末]?${BEFORE}`, 'gu'),
    build: ({ year, quarter }) => months(number(year), number(quarter) * 3 - 2, number(quarter) * 3),
    example: ['2025年第三季度', '2025-09-30'],
  },
  {
    id: 'date/years',
    precision: 'YEAR',
    pattern: new RegExp(
      `(?<first>(?<!\\d)(?:19|20)\\d{2})年?${S}[-—–~～至到]+${S}${YEAR}年度?${BEFORE}(?!${S}\\d{1,2}${S}月)`,
      'gu',
    ),
    build: ({ first, year }) => (number(first) < number(year) ? years(number(first), number(year)) : null),
    example: ['2023—2025年', '2025-12-31'],
  },
  {
    id: 'date/plan',
    precision: 'PLAN',
    pattern:
      /["“]?(?<plan>十[一二三四五六七八九]?|二十)五["”]?(?:规划)?(?:期?末|期间|时期)(?<by>[之以]?前)?/gu,
    // the first five-year plan began in 1953, the tenth and later ones in 1951 + 5n
    build: ({ plan }) => years(1951 + 5 * number(plan), 1955 + 5 * number(plan)),
    example: ['“十四五”末', '2025-12-31'],
  },
  {
    id: 'date/month',
    precision: 'MONTH',
    pattern: new RegExp(`${YEAR}年${S}${MONTH}月份?${BEFORE}`, 'gu'),
    build: ({ year, month }) => months(number(year), number(month), number(month)),
    example: ['2024年2月', '2024-02-29'],
  },
  {
    id: 'date/year',
    precision: 'YEAR',
    pattern: new RegExp(`${YEAR}年度?${BEFORE}`, 'gu'),
    build: ({ year }) => months(number(year), 1, 12),
    example: ['2024年', '2024-12-31'],
  },
]

const HINT = /年|五|\d{4}[-/.]\d/
const FULL_WIDTH_DIGIT = /[０-９]/g
const DUE = /(?:截至|截止|[到至])\s*$/

/** Dates in a text, in its order; offsets hold for the text as given, of any width. */
export function findDates(text: string): FoundDate[] {
  const folded = text.replace(FULL_WIDTH_DIGIT, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  if (!HINT.test(folded)) return []
  const taken: TextRange[] = []
  const found: FoundDate[] = []
  for (const rule of DATE_RULES) {
    for (const match of folded.matchAll(rule.pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (taken.some((range) => range.start < end && start < range.end)) continue
      taken.push({ start, end })
      const groups = (match.groups ?? {}) as Record<string, string>
      const period = rule.build(groups)
      if (period === null) continue
      const by = groups['by'] !== undefined || DUE.test(folded.slice(Math.max(0, start - 3), start))
      found.push({ ...period, precision: rule.precision, by, start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The date that a text as a whole names: 2024年7月18日 → 2024-07-18; null where it is something else or names no day. */
export function parseDate(text: string): IsoDate | null {
  const trimmed = text.trim()
  const [date] = findDates(trimmed)
  return date?.precision === 'DAY' && date.start === 0 && date.end === trimmed.length ? date.date : null
}

function number(text: string | undefined): number {
  return parseNumeral((text ?? '').trim().replace(/[Oo]/g, '〇')) ?? Number.NaN
}

function dayPeriod(year: number, month: number, day: number): Period | null {
  if (!(month >= 1 && month <= 12) || !(day >= 1 && day <= lastDay(year, month))) return null
  const date = iso(year, month, day)
  return { from: date, date }
}

function months(year: number, first: number, last: number): Period {
  return { from: iso(year, first, 1), date: iso(year, last, lastDay(year, last)) }
}

function years(first: number, last: number): Period {
  return { from: iso(first, 1, 1), date: iso(last, 12, 31) }
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function iso(year: number, month: number, day: number): IsoDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
