import type { TextRange } from '../../src/domain/span.ts'
import { parseNumeral } from '../../src/text/numerals.ts'

/** 机关代字 〔年〕 序号: 鲁政办字〔2024〕6号. The 代字 is taken as long as it can be and cut to what it may be below. */
const NUMBER = /([\p{Script=Han}]{2,20}?)〔(\d{4})〕(?:第)?(\d{1,5})号/gu
/** Words that end right before a 机关代字 and are no part of it: 意见鲁政办字, 按济政发, 通知国办发. */
const BEFORE_CODE =
  /^.*(?:意见|通知|办法|规定|方案|措施|文件|文号|决定|批复|精神|要求|发布|印发|落实|执行|贯彻|参照|对照|符合|废止|[见按照据和与的以即如由及])(?=[\p{Script=Han}]{2,})/u
/** Longest 机关代字 in use has about 9 characters. */
const MAX_CODE = 10
const SERIAL = '(?:\\d{1,5}|[一二三四五六七八九十百〇零]{1,6})'
/** 国务院令第739号, 某市人民政府令第6号, 省政府第6号令; 主席令 is that of the state. */
const ORDER = new RegExp(
  `(?<body>[\\p{Script=Han}]{0,20}?(?:国务院|主席|部|局|署|委员会|委|政府))(?:令[\\s（]{0,3}第(?<serial>${SERIAL})号|第(?<turned>${SERIAL})号令)`,
  'gu',
)
const BEFORE_BODY = /^.*(?:[据由经与和以按照日月]|根据|依据|执行|废止|公布|发布)(?=[\p{Script=Han}]{2,})/u

/** A number of a document in a text. */
export interface FoundNumber extends TextRange {
  /** Canonical: 鲁政办字〔2024〕6号, 国务院令第739号. */
  readonly number: string
  readonly isOrder: boolean
}

/** All 发文字号 of a range. */
export function findNumbers(text: string, range: TextRange): FoundNumber[] {
  const found: FoundNumber[] = []
  for (const match of text.slice(range.start, range.end).matchAll(NUMBER)) {
    const words = match[1] as string
    const code = words.replace(BEFORE_CODE, '').slice(-MAX_CODE)
    const end = range.start + match.index + match[0].length
    const start = range.start + match.index + words.length - code.length
    found.push({ start, end, number: `${code}〔${match[2]}〕${match[3]}号`, isOrder: false })
  }
  return found
}

/** All numbers of 令 in a range; the body that gave the order is part of the number. */
export function findOrders(text: string, range: TextRange): FoundNumber[] {
  return [...text.slice(range.start, range.end).matchAll(ORDER)].flatMap((match) => {
    const printed = match.groups?.['body'] as string
    const body = printed.replace(/^.*中华人民共和国/u, '').replace(BEFORE_BODY, '')
    const serial = parseNumeral(match.groups?.['serial'] ?? match.groups?.['turned'] ?? '')
    if (serial === null) return []
    const end = range.start + match.index + match[0].length
    const start = range.start + match.index + printed.length - body.length
    return [{ start, end, number: `${body}令第${serial}号`, isOrder: true }]
  })
}
