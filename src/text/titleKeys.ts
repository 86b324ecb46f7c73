import { foldKey } from './fold.ts'

/** Words of any title, and how many further characters make it one document's: 公司法, but not 关于印发实施方案的通知. */
const COMMON =
  /关于|印发|发布|公布|转发|批转|进一步|的|通知|通告|公告|实施|工作|意见|方案|措施|若干|政策|行动|计划|规划|办法|规定|细则|（.*?）/gu
const LEAST_CONTENT = 3
/** A notice that issues or forwards another document: 关于印发《…》的通知, 印发…的通知. */
const WRAPPER = /(?:印发|发布|公布|转发|批转)《?(.+?)》?的(?:通知|通告|公告|函)$/u
/** The issuer before 关于 or 印发: 山东省人民政府办公厅关于…. */
const ISSUER = /^[^关于印发《]{2,30}?(?=关于|印发|转发|批转)/u
const STATE = /^中华人民共和国/u
const OUTER_MARKS = /^《(.+)》$/u

/**
 * The folded forms under which two prints of one title meet: as printed, without 中华人民共和国, without the issuer before
 * 关于 or 印发, and what a wrapper (印发…的通知) carries. The first is always the whole title.
 */
export function titleKeys(title: string): string[] {
  const whole = title.replace(OUTER_MARKS, '$1')
  const forms = new Set([whole])
  const carried = carriedTitleOf(whole)
  for (const form of carried === null ? [whole] : [whole, carried]) {
    forms.add(form)
    forms.add(form.replace(STATE, ''))
    forms.add(form.replace(ISSUER, ''))
    if (form.endsWith('法')) forms.add(`中华人民共和国${form.replace(STATE, '')}`)
  }
  const specific = [...forms].filter((form, index) => index === 0 || isSpecific(form))
  return [...new Set(specific.map(foldKey))]
}

/** The title of the document that a notice issues: 印发《…若干措施》的通知 → …若干措施; null for other titles. */
export function carriedTitleOf(title: string): string | null {
  return WRAPPER.exec(title)?.[1] ?? null
}

/** Whether two titles share a form and so mean the same document. */
export function isSameTitle(a: string, b: string): boolean {
  const keys = titleKeys(a)
  return titleKeys(b).some((key) => keys.includes(key))
}

/** Whether one title stands inside the other, as 若干措施 stands inside the notice that issues them. */
export function isContainedTitle(a: string, b: string): boolean {
  const [one, other] = [foldKey(a), foldKey(b)]
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return isSpecific(short) && long.includes(short)
}

function isSpecific(title: string): boolean {
  return title.replace(COMMON, '').length >= LEAST_CONTENT
}
