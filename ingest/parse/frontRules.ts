import type { TextRange } from '../../src/domain/span.ts'
import type { Line } from './lines.ts'

const DAY =
  '(?:\\d{4}|[一二][〇○零O一二三四五六七八九]{3})年(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})日'
const PASSED = '(?:通过|批准|公布|发布|颁布|修订|修正|修改|施行|制定|印发|批复|备案|废止|审议)'

/** 题注 below a title, each with an example; group `date` where the caption is nothing but a date. */
export const CAPTION_RULES = [
  { id: 'date', pattern: new RegExp(`^（(?<date>${DAY})）$`), example: '（2023年5月6日）' },
  {
    id: 'bracketed',
    pattern: new RegExp(`^（(?:根据)?${DAY}[\\s\\S]{0,1500}${PASSED}`),
    example: '（2023年5月6日某市人民代表大会常务委员会第3次会议通过　自2023年7月1日起施行）',
  },
  {
    id: 'bare',
    pattern: new RegExp(`^${DAY}(?!前|起|至|止|，|、)[^；]{2,400}${PASSED}`),
    example: '2003年5月29日某省第十届人民代表大会常务委员会第三次会议通过',
  },
  {
    id: 'amended',
    pattern: new RegExp(`^根据${DAY}[^；]{2,400}(?:修订|修正|修改)`),
    example: '根据2012年11月29日某省人民代表大会常务委员会《关于修改部分法规的决定》修正',
  },
] as const

/** 题注: when and by whom a document was passed, amended, made known; null for another line. */
export function captionOf(line: Line): { date: TextRange | null } | null {
  if (line.label !== null || line.form === 'row' || line.text.length > 1600) return null
  for (const { pattern } of CAPTION_RULES) {
    const match = pattern.exec(line.text)
    if (match === null) continue
    const date = match.groups?.['date']
    return { date: date === undefined ? null : { start: line.start + 1, end: line.start + 1 + date.length } }
  }
  return null
}

/** 份号, 密级 with its term, 紧急程度: GB/T 9704—2012, 7.2.1 to 7.2.3; alone or beside each other. */
const MARKS =
  /^(?<copy>\d{6})?(?<secrecy>(?:绝密|机密|秘密)(?:★(?:\d{1,2}(?:年|个月)|长期)?)?)?(?<urgency>特急|特提|加急|平急)?$/
const MARK_NAMES = { copy: '份号', secrecy: '密级', urgency: '紧急程度' } as const
export const MARK_EXAMPLES: readonly { readonly line: string; readonly names: readonly string[] }[] = [
  { line: '000001', names: ['份号'] },
  { line: '机密★1年', names: ['密级'] },
  { line: '特急', names: ['紧急程度'] },
  { line: '秘密★6个月加急', names: ['密级', '紧急程度'] },
]

/** The marks of a line that holds nothing else. */
export function readMarks(line: Line): { name: string; value: TextRange }[] {
  const match = line.text === '' ? null : MARKS.exec(line.text)
  if (match === null) return []
  let start = line.start
  return Object.entries(MARK_NAMES).flatMap(([group, name]) => {
    const words = match.groups?.[group]
    if (words === undefined) return []
    const value = { start, end: start + words.length }
    start = value.end
    return [{ name, value }]
  })
}
