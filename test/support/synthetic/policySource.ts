import type { PlannedDocument } from './policyPlan.ts'
import { SECTION_TITLES } from './wording.ts'

/** Where a clause stands in the text. */
export interface ClausePlace {
  /** 1 for the first section. */
  readonly section: number
  /** 1 for the first clause of the document. */
  readonly ordinal: number
  /** The whole line, its body, and the note of who is responsible. */
  readonly start: number
  readonly end: number
  readonly bodyStart: number
  readonly bodyEnd: number
}
export interface PolicySource {
  readonly text: string
  readonly title: string
  readonly clauses: readonly ClausePlace[]
  /** Where the number of the document that it implements stands; null for none. */
  readonly citation: { readonly start: number; readonly end: number } | null
  readonly sections: readonly { readonly start: number; readonly end: number; readonly title: string }[]
}

const DIGITS = '零一二三四五六七八九'

/** 1 to 999 as they are written in 一、二、…. */
export function chineseNumber(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const hundred = hundreds === 0 ? '' : `${DIGITS[hundreds]}百`
  if (tens === 0) return hundred + (hundreds > 0 && ones > 0 ? '零' : '') + (ones > 0 ? DIGITS[ones] : '')
  const ten = tens === 1 && hundreds === 0 ? '十' : `${DIGITS[tens]}十`
  return hundred + ten + (ones > 0 ? DIGITS[ones] : '')
}

/** The document as its office would publish it, in the form of GB/T 9704—2012: for the reading pipeline. */
export function writePolicy(plan: PlannedDocument): PolicySource {
  const { place, clauses, year, month, office, title, upper } = plan
  const lines: string[] = []
  let length = 0
  const write = (line: string): { start: number; end: number } => {
    const start = length
    lines.push(line)
    length += line.length + 1
    return { start, end: start + line.length }
  }
  write(`${office}文件`)
  write(plan.number)
  write('')
  write(title)
  write('')
  write(place.level === 'COUNTY' ? '各镇人民政府，各有关单位：' : '各市、县（市、区）人民政府，各有关部门：')
  const basis = upper === null ? '' : `为贯彻落实《${upper.title}》（${upper.number}）精神，`
  const preamble = write(`${basis}结合实际，经同意，提出如下意见。`)
  const at = upper === null ? -1 : basis.indexOf(upper.number)
  const places: ClausePlace[] = []
  const sections: { start: number; end: number; title: string }[] = []
  const perSection = Math.ceil(clauses.length / SECTION_TITLES.length)
  clauses.forEach((clause, index) => {
    const section = Math.floor(index / perSection)
    if (index % perSection === 0)
      sections.push({
        ...write(`${chineseNumber(section + 1)}、${SECTION_TITLES[section]}`),
        title: SECTION_TITLES[section]!,
      })
    const label = `（${chineseNumber(index + 1)}）`
    const [lead, ...others] = clause.agencies.map(({ name }) => name)
    const note = `（牵头单位：${lead}${others.length === 0 ? '' : `；配合单位：${others.join('、')}`}）`
    const before = `${label}${clause.heading}。`
    const line = write(`${before}${clause.text}${note}`)
    const bodyStart = line.start + before.length
    places.push({
      section: section + 1,
      ordinal: index + 1,
      ...line,
      bodyStart,
      bodyEnd: bodyStart + clause.text.length,
    })
  })
  write('')
  write(office)
  write(`${year}年${month}月15日`)
  return {
    text: `${lines.join('\n')}\n`,
    title,
    clauses: places,
    citation:
      upper === null ? null : { start: preamble.start + at, end: preamble.start + at + upper.number.length },
    sections,
  }
}
