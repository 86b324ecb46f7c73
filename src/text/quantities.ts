import type { TextRange } from '../domain/span.ts'
import { parseNumeral } from './numerals.ts'
import { NO_UNIT, UNIT_PATTERN, unitRow } from './units.ts'

/** A number with its unit as printed; a range has its upper end in `max`, in the same unit. */
export interface PrintedQuantity extends TextRange {
  readonly value: number
  readonly max: number | null
  readonly unit: string
  /** Printed in Chinese numerals. */
  readonly han: boolean
  /** What the value was before: 200 in 从200日至60日. */
  readonly baseline: number | null
}

const HAN_DIGITS = '[一二两三四五六七八九十百千零〇]+'
const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|${HAN_DIGITS}(?:[万亿点]${HAN_DIGITS})?)`
const BETWEEN = '(?:以上(?:至|到)?|[-—–~～]{1,2}|至|到)'
/** No number begins inside another one (a blank in it is a misprint), an ordinal or a date. */
const START = '(?<!\\d )(?<![\\d.,+“第一二两三四五六七八九十百千])(?<![\\d一二三四五六七八九十次]月)'
/** In this order at one place: 百分之几, 几成, 翻几番, 千亿级, a share without unit (郁闭度0.4), a range, a single quantity. */
const QUANTITY = new RegExp(
  [
    `百分之(?<percent>${NUMBER})(?:${BETWEEN}百分之(?<percentTo>${NUMBER}))?`,
    `千分之(?<mille>${NUMBER})`,
    '(?<=(?:达到?|低于|少于|超过|[至到占约近]|提高|提升|下降|降低|减少|增长))(?<tenths>[一二三四五六七八九])成(?=以[上下内]|左右|[，。；、）]|$)',
    '翻(?:了)?(?<doubled>[一二两三四]|\\d)番',
    '(?<![\\d一二三四五六七八九十])(?<scale>[百千万])亿元?级',
    '(?<=(?:达到?|在|为|于|至|到|超过))(?<share>0\\.\\d{1,3})(?=以[上下内]|左右|[，。；、）]|$)',
    `${START}(?<from>${NUMBER})(?<fromUnit>${UNIT_PATTERN}|[万亿千])?(?<between>${BETWEEN})(?<to>${NUMBER})(?<toUnit>${UNIT_PATTERN})(?!类|级)(?:以下|之间)?`,
    `${START}(?<single>${NUMBER})(?:余|多)?(?<unit>${UNIT_PATTERN})(?!类|级)`,
  ].join('|'),
  'gu',
)
const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 1e8 }

/** All quantities of a text, in order. */
export function findQuantities(words: string): PrintedQuantity[] {
  const found: PrintedQuantity[] = []
  for (const match of words.matchAll(QUANTITY)) {
    const groups = (match.groups ?? {}) as Readonly<Record<string, string | undefined>>
    const place = { start: match.index, end: match.index + match[0].length }
    const quantity = readFixed(groups, place) ?? readRange(groups, place, words) ?? readSingle(groups, place)
    if (quantity !== null) found.push(withUnitBefore(quantity, found.at(-1), words))
  }
  return found
}

/** 由30个工作日压减至10个: the second number has the unit of the first. */
function withUnitBefore(
  quantity: PrintedQuantity,
  previous: PrintedQuantity | undefined,
  words: string,
): PrintedQuantity {
  if (previous === undefined || quantity.unit !== '个' || !/^个./.test(previous.unit)) return quantity
  const isChange = /^[\p{Script=Han}]{1,4}[至到为]$/u.test(words.slice(previous.end, quantity.start))
  return isChange ? { ...quantity, unit: previous.unit } : quantity
}

type Groups = Readonly<Record<string, string | undefined>>

function numberOf(printed: string | undefined): number | null {
  // 统一三项: two digits side by side are no numeral of a quantity
  if (printed === undefined || /^[一二三四五六七八九]{2,}$/.test(printed)) return null
  // 一点二: parseNumeral reads whole numbers
  const [whole, part] = printed.split('点')
  if (part === undefined) return parseNumeral(printed)
  const digits = [...part].map((digit) => parseNumeral(digit))
  const units = parseNumeral(whole ?? '')
  return units === null || digits.includes(null) ? null : Number(`${units}.${digits.join('')}`)
}

function isHan(printed: string | undefined): boolean {
  return printed !== undefined && !/\d/.test(printed)
}

function readFixed(groups: Groups, place: TextRange): PrintedQuantity | null {
  const plain = { ...place, max: null, han: false, baseline: null }
  const percent = numberOf(groups['percent'])
  // a share in Chinese numerals is as exact as one in digits
  if (percent !== null) return { ...plain, value: percent, max: numberOf(groups['percentTo']), unit: '%' }
  const mille = numberOf(groups['mille'])
  if (mille !== null) return { ...plain, value: mille, unit: '‰' }
  const tenths = numberOf(groups['tenths'])
  if (tenths !== null) return { ...plain, value: tenths * 10, unit: '%' }
  const doubled = numberOf(groups['doubled'])
  if (doubled !== null) return { ...plain, value: 2 ** doubled, unit: '倍' }
  if (groups['share'] !== undefined) return { ...plain, value: Number(groups['share']), unit: NO_UNIT }
  if (groups['scale'] !== undefined)
    return { ...plain, value: SCALES[groups['scale']] as number, unit: '亿元' }
  return null
}

/** 3万—5万元, 1000元以上5000元以下, 60%—65%, 2-3年; 从30天到10天 is a value with its baseline. */
function readRange(groups: Groups, place: TextRange, words: string): PrintedQuantity | null {
  const [from, to] = [numberOf(groups['from']), numberOf(groups['to'])]
  const { fromUnit, toUnit } = groups
  const row = toUnit === undefined ? null : unitRow(toUnit)
  if (from === null || to === null || toUnit === undefined || row === null) return null
  const han = isHan(groups['from']) && isHan(groups['to'])
  const rest = { ...place, han, baseline: null }
  const isChange = /[至到]$/.test(groups['between'] ?? '') && /[从由]$/.test(words.slice(0, place.start))
  if (isChange && (fromUnit === undefined || fromUnit === toUnit))
    return { ...rest, value: to, max: null, unit: toUnit, baseline: from }
  if (fromUnit === undefined || fromUnit === toUnit || toUnit.startsWith(fromUnit))
    return { ...rest, value: from, max: to, unit: toUnit }
  const lower = unitRow(fromUnit)
  if (lower !== null)
    return lower.base === row.base
      ? { ...rest, value: from, max: (to * row.factor) / lower.factor, unit: fromUnit }
      : null
  return { ...rest, value: (from * (SCALES[fromUnit] ?? 1)) / row.factor, max: to, unit: toUnit }
}

function readSingle(groups: Groups, place: TextRange): PrintedQuantity | null {
  const value = numberOf(groups['single'])
  const unit = groups['unit']
  if (value === null || unit === undefined) return null
  // 千吨万人水厂, 千家万户: an order of magnitude; 千亿元 is an amount
  if (/^[百千]+$/.test(groups['single'] ?? '') && unitRow(unit)?.unitClass !== 'money') return null
  return { ...place, value, max: null, unit, han: isHan(groups['single']), baseline: null }
}
