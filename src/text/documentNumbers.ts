import type { TextRange } from '../domain/span.ts'
import { parseNumeral } from './numerals.ts'

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
const BODY_STARTS =
  '(?:国务院|中央|国家|[省市区州]|自治|县(?:人民)?政府|原|本|该|[\\p{Script=Han}]{2,12}(?:部|总局|署|委员会|委)令)'
/**
 * Words before the body of an order that are no part of its name, each with an example; 呼和浩特市, 日照市 and 住房和城乡建设部
 * hold such words, so that a single one counts only where it cannot stand inside a name.
 */
export const BEFORE_BODY: readonly {
  readonly pattern: RegExp
  readonly example: readonly [string, string]
}[] = [
  {
    pattern: /^.*(?:根据|依据|依照|按照|遵照|参照|执行|废止|公布|发布|[由据按以])(?=\p{Script=Han}{2,})/u,
    example: ['根据国务院令第5号', '国务院令第5号'],
  },
  {
    pattern: /^.*(?<!荥)经(?![县济营贸信])(?=\p{Script=Han}{2,})/u,
    example: ['已经市政府令第5号', '市政府令第5号'],
  },
  {
    pattern: /^(?:.*[年月〇零一二三四五六七八九十])?[月日](?!照市|喀则|土县|湖区)(?=\p{Script=Han}{2,})/u,
    example: ['二〇〇六年三月五日省政府令第5号', '省政府令第5号'],
  },
  {
    pattern: new RegExp(`^(?:.*[省市县区州盟旗府会委院局部厅署]|)(?:和(?!县)|[与及])(?=${BODY_STARTS})`, 'u'),
    example: ['国务院和建设部令第5号', '建设部令第5号'],
  },
]

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

/** 财政部公告2019年第12号, 2019年第12号: a 公告 is counted by year. */
const NOTICE = /(?<=（)(?:[\p{Script=Han}、\s]{2,40}(?:公告|通告))?(?:19|20)\d{2}年第\d{1,4}号/gu

/** The numbers of 公告 in a range that open a bracket; they count for what stands before it, alone they name nothing. */
export function findNoticeNumbers(text: string, range: TextRange): FoundNumber[] {
  return [...text.slice(range.start, range.end).matchAll(NOTICE)].map((match) => {
    const start = range.start + match.index
    const number = match[0].replace(/\s/g, '')
    return { start, end: start + match[0].length, number, isOrder: false }
  })
}

/** All numbers of 令 in a range; the body that gave the order is part of the number. */
export function findOrders(text: string, range: TextRange): FoundNumber[] {
  return [...text.slice(range.start, range.end).matchAll(ORDER)].flatMap((match) => {
    const printed = match.groups?.['body'] as string
    const body = withoutLead(printed.replace(/^.*中华人民共和国/u, ''), match[0].slice(printed.length))
    const serial = parseNumeral(match.groups?.['serial'] ?? match.groups?.['turned'] ?? '')
    if (serial === null) return []
    const end = range.start + match.index + match[0].length
    const start = range.start + match.index + printed.length - body.length
    return [{ start, end, number: `${body}令第${serial}号`, isOrder: true }]
  })
}

/** @param behind what follows the words, for a body is told by its 令 */
function withoutLead(words: string, behind: string): string {
  let body = words
  for (const { pattern } of BEFORE_BODY) {
    const lead = pattern.exec(body + behind)?.[0].length ?? 0
    if (lead > 0 && lead <= body.length - 2) body = body.slice(lead)
  }
  return body
}
