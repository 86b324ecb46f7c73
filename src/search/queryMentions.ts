import { overlaps, type TextRange } from '../domain/span.ts'
import type { Level, Role } from '../domain/vocabulary.ts'
import { findNumbers } from '../text/documentNumbers.ts'

/** What a query names besides its subject; `start` and `end` are the words that name it. */
export type Mention = TextRange & MentionContent
type MentionContent =
  | { readonly kind: 'LEVEL'; readonly level: Level }
  /** Days inclusive, `YYYY-MM-DD`; null where that side is open. */
  | { readonly kind: 'DATE'; readonly from: string | null; readonly until: string | null }
  | { readonly kind: 'NUMBER'; readonly number: string }
  /** Words before which an agency stands: 牵头, 的职责. The agency ends where they begin. */
  | { readonly kind: 'ROLE'; readonly role: Role | null }

/** A wording that names a condition. */
export interface MentionRule {
  readonly id: string
  readonly pattern: RegExp
  readonly build: (groups: Readonly<Record<string, string | undefined>>) => MentionContent | null
  readonly example: readonly [query: string, mention: string]
}

/** Words for documents: 2025年的文件, 省级政策. */
const PAPERS = '(?:文件|政策|规定|意见|措施|办法|条款|方案|条例|通知|要求|做法)'
const ISSUED = '(?:印发|发布|出台|下发|颁布|公布|制定|实施|施行)'
const YEAR = '(?<![\\d.])(?<year>(?:19|20)\\d{2})年'
const MONTH = '(?:(?<month>1[0-2]|0?[1-9])月份?)?'
/** A year that something is due in, no year of issue: 到2025年, 2027年底, 2025年目标. */
const NOT_DUE = '(?<![到至截争于前]|力争|计划)'
const DUE_AFTER = '(?!年?[底末前]|内|期间)'

/** Tried in order; the first that matches at a place takes it. */
export const MENTION_RULES: readonly MentionRule[] = [
  {
    id: 'date/since',
    pattern: new RegExp(`${YEAR}${MONTH}(?:以来|以后|之后|至今|起|后)`, 'gu'),
    build: ({ year, month }) => ({ kind: 'DATE', from: firstDay(year, month), until: null }),
    example: ['2024年以来的创新药政策', '2024年以来 2024-01-01..'],
  },
  {
    id: 'date/before-issue',
    pattern: new RegExp(`${YEAR}${MONTH}(?:以前|之前|前)的?(?=${ISSUED}|${PAPERS})`, 'gu'),
    build: ({ year, month }) => ({ kind: 'DATE', from: null, until: dayBefore(firstDay(year, month)) }),
    example: ['2024年以前发布的规定', '2024年以前 ..2023-12-31'],
  },
  {
    id: 'date/issued',
    pattern: new RegExp(`${NOT_DUE}${YEAR}${MONTH}${DUE_AFTER}的?(?=${ISSUED}|${PAPERS})`, 'gu'),
    build: ({ year, month }) => ({ kind: 'DATE', from: firstDay(year, month), until: lastDay(year, month) }),
    example: ['2025年12月印发的文件', '2025年12月 2025-12-01..2025-12-31'],
  },
  {
    // a year that stands apart; with words of a target it says when something is due
    id: 'date/apart',
    pattern: new RegExp(
      `(?<=^|[\\s，,、：])${YEAR}${MONTH}(?=的|$|[\\s，,、])(?!.*(?:目标|达到|实现|完成|建成|指标|任务|比例|覆盖率|期限|截止|多少))`,
      'gu',
    ),
    build: ({ year, month }) => ({ kind: 'DATE', from: firstDay(year, month), until: lastDay(year, month) }),
    example: ['2025年 临床试验', '2025年 2025-01-01..2025-12-31'],
  },
  ...levelRules([
    ['NATIONAL', '国家|中央', '国家层面有哪些规定', '国家层面 NATIONAL'],
    ['PROVINCIAL', '省', '省级文件怎么支持临床试验', '省级 PROVINCIAL'],
    ['MUNICIPAL', '市', '市级 药品检验', '市级 MUNICIPAL'],
    ['COUNTY', '县区?|区县|县（区）', '县级层面的措施', '县级层面的 COUNTY'],
  ]),
  {
    id: 'role/lead',
    pattern: /(?<=[\p{Script=Han}）])牵头(?:负责|的)?/gu,
    build: () => ({ kind: 'ROLE', role: 'LEAD' }),
    example: ['市科技局牵头的措施', '牵头的 LEAD'],
  },
  {
    id: 'role/support',
    pattern: /(?<=[\p{Script=Han}）])(?:配合|参与|协助)(?=的|$|[\s，,？?])的?/gu,
    build: () => ({ kind: 'ROLE', role: 'SUPPORT' }),
    example: ['市财政局配合的任务', '配合的 SUPPORT'],
  },
  {
    // who is in charge may lead as well
    id: 'role/any',
    pattern: /(?<=[\p{Script=Han}）])(?:的?(?:职责|分工|任务|责任)|负责(?=的|$|[\s，,？?]|哪些|什么)的?)/gu,
    build: () => ({ kind: 'ROLE', role: null }),
    example: ['省药监局的职责', '的职责 any role'],
  },
]

/** What is quoted is meant as it stands. Each group is one pair of marks. */
const QUOTED = /“[^”]*”|"[^"]*"|「[^」]*」|『[^』]*』|‘[^’]*’|《[^》]*》/gu

/** The query with what stands in quotation marks or title marks blanked out, position for position. */
export function hideQuotes(query: string): string {
  return query.replace(QUOTED, (quoted) => '\u0000'.repeat(quoted.length))
}

/** A number that something shall be done with, rather than searched in: 落实鲁政办字〔2025〕177号. */
const ABOUT_NUMBER = /(?:落实|贯彻|根据|依据|按照|依照|引用|执行|参照|配套|对照|比较|对比|与|和)\s*$/u
const AFTER_NUMBER = /^\s*(?:怎么|如何|怎样)?(?:的)?(?:落实|贯彻|配套|执行情况|对应|以外|之外)/u

/** What a query names, in order, none overlapping another. @param query without quotes, see `hideQuotes` */
export function findMentions(query: string): readonly Mention[] {
  const found: Mention[] = findQueryNumbers(query)
  for (const { pattern, build } of MENTION_RULES) {
    for (const match of query.matchAll(pattern)) {
      const range = { start: match.index, end: match.index + match[0].length }
      const content = build(match.groups ?? {})
      const isTaken = found.some((other) => overlaps(other, range))
      if (content !== null && !isTaken) found.push({ ...range, ...content })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Where a number names the document to search in. */
function findQueryNumbers(query: string): Mention[] {
  const narrow = query.replace(/[［[(（【]/g, '〔').replace(/[］\])）】]/g, '〕')
  return findNumbers(narrow, { start: 0, end: query.length }).flatMap(({ start, end, number }) => {
    const isAbout = ABOUT_NUMBER.test(query.slice(0, start)) || AFTER_NUMBER.test(query.slice(end))
    return isAbout ? [] : [{ start, end, kind: 'NUMBER' as const, number }]
  })
}

function levelRules(
  rows: readonly (readonly [level: Level, word: string, query: string, mention: string])[],
): readonly MentionRule[] {
  return rows.map(([level, word, query, mention]) => ({
    id: `level/${level.toLowerCase()}`,
    // 省级医院, 国家级新区 and 市级部门 are things of that level, not documents
    pattern: new RegExp(
      `(?<![\\p{Script=Han}])(?:${word})(?:级层面|层面|级)(?:的)?(?=${PAPERS}|$|[\\s，,、？?]|怎么|如何|有哪些|对)`,
      'gu',
    ),
    build: () => ({ kind: 'LEVEL' as const, level }),
    example: [query, mention] as const,
  }))
}

function firstDay(year: string | undefined, month: string | undefined): string {
  return `${year}-${(month ?? '1').padStart(2, '0')}-01`
}

function lastDay(year: string | undefined, month: string | undefined): string {
  if (month === undefined) return `${year}-12-31`
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
