import { parseNumeral } from '../../src/text/numerals.ts'

/** A numbering that official documents use. */
export interface LabelRule {
  readonly scheme: string
  /** Depth: a label of a greater rank stands below one of a smaller rank. */
  readonly rank: number
  /** At the start of a line; group 1 is the label to print, group 2 its numeral. */
  readonly pattern: RegExp
  readonly example: { readonly line: string; readonly label: string; readonly number: number }
}

const HAN = '[一二三四五六七八九十百零〇]{1,5}'

/**
 * GB/T 9704—2012, 7.3.3: 一、 → （一） → 1. → （1）. 《行政法规制定程序条例》 and 《规章制定程序条例》: 编 章 节 条.
 * The order is the rank; the first rule that matches wins.
 */
export const LABEL_RULES: readonly LabelRule[] = [
  {
    scheme: 'part',
    rank: 0,
    pattern: new RegExp(`^(第(${HAN})编)`),
    example: { line: '第二编 物权', label: '第二编', number: 2 },
  },
  {
    scheme: 'chapter',
    rank: 1,
    pattern: new RegExp(`^(第(${HAN}|\\d{1,3})章)`),
    example: { line: '第三章监督管理', label: '第三章', number: 3 },
  },
  {
    scheme: 'division',
    rank: 2,
    pattern: new RegExp(`^(第(${HAN}|\\d{1,3})节)`),
    example: { line: '第一节一般规定', label: '第一节', number: 1 },
  },
  {
    scheme: 'article',
    rank: 3,
    pattern: new RegExp(
      `^(第(${HAN}|\\d{1,4})条(?:之[一二三四五六七八九十])?)(?![第款项的]|规定|[、和及与至]第)`,
    ),
    example: { line: '第十二条县级以上人民政府应当加强领导。', label: '第十二条', number: 12 },
  },
  {
    scheme: 'han',
    rank: 4,
    pattern: new RegExp(`^((${HAN}))、`),
    example: { line: '十二、保障措施', label: '十二', number: 12 },
  },
  {
    scheme: 'hanBracket',
    rank: 5,
    pattern: new RegExp(`^(（(${HAN})）)`),
    example: { line: '（二十一）建立长效机制。', label: '（二十一）', number: 21 },
  },
  {
    scheme: 'arabic',
    rank: 6,
    // 3. 5个工作日内办结: a blank parts the label from a number
    pattern: /^((\d{1,3})[.．、])(?:\s(?=\d)|(?!\d))/,
    example: { line: '3.加大财政投入。', label: '3.', number: 3 },
  },
  {
    scheme: 'arabicBracket',
    rank: 7,
    pattern: /^(（(\d{1,3})）)/,
    example: { line: '（4）培训费用。', label: '（4）', number: 4 },
  },
  {
    scheme: 'arabicHalf',
    rank: 8,
    pattern: /^((\d{1,2})）)/,
    example: { line: '2）购置设备。', label: '2）', number: 2 },
  },
  {
    scheme: 'circled',
    rank: 9,
    pattern: /^(([①-⑳]))/,
    example: { line: '②购置设备。', label: '②', number: 2 },
  },
]

export interface Label {
  readonly scheme: string
  readonly rank: number
  readonly label: string
  readonly number: number | null
  /** Length of the whole mark in the line, separator included. */
  readonly length: number
}

const CIRCLED_ONE = '①'.charCodeAt(0)

/** The label at the start of a line, or null. */
export function readLabel(line: string): Label | null {
  for (const rule of LABEL_RULES) {
    const match = rule.pattern.exec(line)
    const label = match?.[1]
    const numeral = match?.[2]
    if (match === null || label === undefined || numeral === undefined) continue
    const number = rule.scheme === 'circled' ? numeral.charCodeAt(0) - CIRCLED_ONE + 1 : parseNumeral(numeral)
    return { scheme: rule.scheme, rank: rule.rank, label, number, length: match[0].length }
  }
  return null
}
