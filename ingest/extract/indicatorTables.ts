import type { TextRange } from '../../src/domain/span.ts'
import type { Bound } from '../../src/domain/vocabulary.ts'
import { findDates } from '../../src/text/dates.ts'
import { unitRow } from '../../src/text/units.ts'
import type { TargetFact } from '../values.ts'
import { cellsOf, linesOf } from './ledgerTables.ts'
import type { TargetTime } from './targetDates.ts'

/** What a column of an indicator table holds; a value column has the year by which it is due, where its heading names one. */
type Column =
  | { readonly holds: 'metric' | 'unit' | 'nature' | 'other' }
  | { readonly holds: 'value' | 'baseline'; readonly year: number | null }

export interface IndicatorColumnRule {
  readonly holds: Column['holds']
  readonly pattern: RegExp
  readonly example: string
}

/** Headings of indicator tables (主要指标表); the first that matches wins. A bare year is a value unless it is past. */
export const INDICATOR_COLUMNS: readonly IndicatorColumnRule[] = [
  {
    holds: 'metric',
    pattern: /^(?:(?:[一二三]级|主要|具体|核心|重点|考核|发展|目标|任务|监测)*指标(?:名称|内容)?)$/,
    example: '主要指标',
  },
  { holds: 'unit', pattern: /^(?:计量)?单位$/, example: '计量单位' },
  { holds: 'nature', pattern: /^(?:指标)?(?:属性|性质|类型)$/, example: '指标属性' },
  {
    holds: 'baseline',
    pattern: /(?:基期|基数|基准|现状|实际|实绩|完成|预计).{0,4}$|^基期/,
    example: '2023年基期值',
  },
  {
    holds: 'value',
    pattern:
      /^(?:到)?(?:(?:19|20)\d{2}年?(?:年?[底末])?(?:目标|预期|规划|计划)?(?:目标)?值?|.{0,8}目标值?(?:（.{1,12}）)?|“?十[一二三四五六]五”?(?:期?末)?(?:目标|规划)?值?)$/u,
    example: '2025年目标值',
  },
]

/** The targets of an indicator table's rows, and where the table stands. */
export interface IndicatorTable {
  readonly range: TextRange
  readonly targets: readonly TargetFact[]
}

/** Lines between two rows of one table at most: a heading across all columns. */
const LONGEST_GAP = 1
const VALUE =
  /^(?:≥|≧|>=?|＞|不低于|不少于|达到?|超过|突破|至少|≤|≦|<=?|＜|不超过|不高于|控制在|约|累计|年均|增长|提高|下降)?\s*(?<from>\d[\d,]*(?:\.\d+)?)(?:[—～~–-]+(?<to>\d+(?:\.\d+)?))?\s*(?<unit>[%‰]|个百分点|(?!以[上下内])\p{Script=Han}{1,6}?)?(?:以[上下内]|左右)?$/u
const AT_LEAST = /^(?:≥|≧|>|＞|不低于|不少于|达|超过|突破|至少)|以上$/
const AT_MOST = /^(?:≤|≦|<|＜|不超过|不高于|控制在)|以[下内]$/
/** 自然湿地保护率（%）: the unit stands behind what is measured. */
const METRIC_UNIT = /（(?<unit>[%‰\p{Script=Han}A-Za-z/·]{1,10})）$/u

/** What stands in a cell that holds nothing. */
const BLANK = /^[\s—–/／·-]+$/

/** The indicator tables of a range: rows below a header that names an indicator and its value by some year. */
export function readIndicatorTables(text: string, range: TextRange, time: TargetTime): IndicatorTable[] {
  const tables: { range: { start: number; end: number }; targets: TargetFact[] }[] = []
  let columns: readonly Column[] | null = null
  let gap = 0
  for (const line of linesOf(text.slice(range.start, range.end))) {
    const place = { start: range.start + line.start, end: range.start + line.end }
    const cells = cellsOf(text.slice(place.start, place.end))
    if (cells === null) {
      gap += 1
      if (gap > LONGEST_GAP) columns = null
      continue
    }
    gap = 0
    const header = readHeader(cells, time)
    if (header !== null && columns === null) tables.push({ range: { ...place }, targets: [] })
    columns = header ?? columns
    const table = tables.at(-1)
    if (columns === null || table === undefined) continue
    table.range.end = place.end
    if (header === null) table.targets.push(...readRow(cells, columns, place))
  }
  return tables
}

function readHeader(printed: readonly string[], { issuedOn }: TargetTime): Column[] | null {
  const issued = issuedOn === null ? null : Number(issuedOn.slice(0, 4))
  const columns = printed.map((cell): Column => {
    const words = cell.replace(/\s/g, '')
    const holds = INDICATOR_COLUMNS.find(({ pattern }) => pattern.test(words))?.holds ?? 'other'
    if (holds !== 'value' && holds !== 'baseline') return { holds }
    const year = yearOf(words)
    const past = holds === 'value' && !/目标/.test(words) && year !== null && issued !== null && year < issued
    return { holds: past ? 'baseline' : holds, year }
  })
  const has = (wanted: Column['holds']) => columns.some(({ holds }) => holds === wanted)
  return has('metric') && has('value') ? columns : null
}

function yearOf(words: string): number | null {
  const year = /(?:19|20)\d{2}/.exec(words)?.[0]
  if (year !== undefined) return Number(year)
  const plan = findDates(`${words.replace(/(?:期?末)?(?:目标|规划)?值?$/, '')}期末`)[0]?.date
  return plan === undefined ? null : Number(plan.slice(0, 4))
}

function readRow(cells: readonly string[], columns: readonly Column[], range: TextRange): TargetFact[] {
  const cell = (wanted: Column['holds']) => {
    const at = columns.findLastIndex(({ holds }, i) => holds === wanted && (cells[i] ?? '').trim() !== '')
    return (cells[at] ?? '').trim()
  }
  const printed = cell('metric')
  if (printed === '') return []
  const unit = cell('unit').replace(BLANK, '') || METRIC_UNIT.exec(printed)?.groups?.['unit'] || null
  const metric = printed
    .replace(METRIC_UNIT, '')
    .replace(/^(?:[\d一二三四五六七八九十]{1,2}[.、．]|（[\d一二三四五六七八九十]{1,2}）)/, '')
  const baseline = numberOf(cell('baseline'))?.value ?? null
  const nature = cell('nature')
  return columns.flatMap((column, i) => {
    const read = column.holds === 'value' ? numberOf((cells[i] ?? '').trim()) : null
    if (read === null || column.holds !== 'value') return []
    const own = read.unit ?? unit
    const row = own === null ? null : unitRow(own)
    return [
      {
        targetKind: 'GOAL' as const,
        bound: read.bound,
        metric,
        value: read.value,
        valueMax: read.max,
        unit: own,
        amount: row === null ? null : Math.round(read.value * row.factor * 1e6) / 1e6,
        amountUnit: row?.base ?? null,
        baseline,
        condition: nature === '' ? null : nature,
        deadline: column.year === null ? null : (`${column.year}-12-31` as const),
        range,
        confidence: 0.9,
      },
    ]
  })
}

function numberOf(
  cell: string,
): { value: number; max: number | null; unit: string | null; bound: Bound } | null {
  const groups = VALUE.exec(cell)?.groups
  if (groups === undefined) return null
  const bound = AT_LEAST.test(cell) ? 'AT_LEAST' : AT_MOST.test(cell) ? 'AT_MOST' : 'EXACTLY'
  const to = groups['to']
  return {
    value: Number((groups['from'] as string).replace(/,/g, '')),
    max: to === undefined ? null : Number(to),
    unit: groups['unit'] ?? null,
    bound,
  }
}
