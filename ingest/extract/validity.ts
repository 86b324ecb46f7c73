import type { IsoDate } from '../../src/domain/nodes.ts'
import type { TextRange } from '../../src/domain/span.ts'
import { findDates } from '../../src/text/dates.ts'
import { parseNumeral } from '../../src/text/numerals.ts'
import type { Outline } from '../values.ts'

interface ReadDate {
  readonly value: IsoDate
  readonly range: TextRange
}

/** A wording of entry into force or expiry; group `date` or `years` holds what it says. */
export interface ValidityRule {
  readonly id: string
  readonly pattern: RegExp
  readonly says: 'from-date' | 'from-issue' | 'until-date' | 'for-years'
  readonly example: string
}

/** Entry into force comes before expiry, because 有效期5年 counts from it. */
export const VALIDITY_RULES: readonly ValidityRule[] = [
  {
    id: 'validity/from-date',
    pattern: /自(?<date>\d{4}年\d{1,2}月\d{1,2}日)起(?:正式|开始)?(?:施行|实施|执行|生效|试行)/,
    says: 'from-date',
    example: '本办法自2024年8月1日起施行',
  },
  {
    id: 'validity/from-issue',
    pattern:
      /自(?<event>发布|印发|公布|颁布|发文|下发|签发)之日起(?:(?<days>\d{1,3}|[一二三四五六七八九十]{1,3})(?:日|天|个工作日)后)?(?:正式|开始)?(?:施行|实施|执行|生效|试行)/,
    says: 'from-issue',
    example: '本政策措施自发布之日起施行',
  },
  {
    id: 'validity/until-date',
    pattern:
      /(?:有效期限?|执行期限?|试行期限?|实施期限?)?(?:延长|顺延|延续)?(?:为)?(?:截?至|到)(?<date>\d{4}年\d{1,2}月\d{1,2}日)(?:止|为止|失效|废止)?(?=[。，；）]|$)/,
    says: 'until-date',
    example: '有效期至2029年7月31日',
  },
  {
    id: 'validity/for-years',
    pattern:
      /(?:有效期限?|执行期限?|试行期限?|实施期限?)(?:为|是|限|延长)?(?<years>\d{1,2}|[一二两三四五六七八九十]{1,2})年/,
    says: 'for-years',
    example: '有效期5年',
  },
]

/** Entry into force and end of a document, from its closing part and last clause, else from the portal's fields. */
export function readValidity(
  outline: Outline,
  issuedOn: ReadDate | null,
  printedOn: ReadDate | null,
  from: ReadDate | null,
  until: ReadDate | null,
) {
  const text = outline.normal.text
  const last = lastClauses(outline)
  const places: TextRange[] = [...outline.closing, ...outline.preamble, ...last]
  let effectiveFrom: ReadDate | null = null
  let effectiveUntil: ReadDate | null = null
  for (const rule of VALIDITY_RULES) {
    const found = firstMatch(text, places, rule.pattern)
    if (found === null) continue
    const date =
      found.groups['date'] === undefined ? null : (findDates(found.groups['date'])[0]?.date ?? null)
    if (rule.says === 'from-date' && date !== null) effectiveFrom ??= { value: date, range: found.range }
    // 印发 has a date of its own in the imprint
    const event = found.groups['event'] === '印发' ? (printedOn ?? issuedOn) : issuedOn
    if (rule.says === 'from-issue' && event !== null)
      effectiveFrom ??= {
        value: addDays(event.value, parseNumeral(found.groups['days'] ?? '') ?? 0),
        range: found.range,
      }
    if (rule.says === 'until-date' && date !== null && isOwnTerm(text, found)) {
      effectiveUntil ??= { value: date, range: found.range }
    }
    const years = parseNumeral(found.groups['years'] ?? '')
    const start = effectiveFrom ?? issuedOn
    if (rule.says === 'for-years' && years !== null && start !== null && isOwnTerm(text, found)) {
      effectiveUntil ??= { value: addYears(start.value, years), range: found.range }
    }
  }
  return { effectiveFrom: effectiveFrom ?? from, effectiveUntil: effectiveUntil ?? until }
}

/** Not 《某办法》需继续实施，有效期延长至…, which is the term of another document. */
function isOwnTerm(text: string, { text: words, range }: { text: string; range: TextRange }): boolean {
  if (!/^(?:有效|执行|试行|实施)/.test(words)) return false
  if (!/延长|顺延|延续/.test(words)) return true
  const before = text.slice(Math.max(0, range.start - LONGEST_SENTENCE), range.start)
  return !/《[^。\n]*》[^。\n]*$/.test(before)
}
/** In characters; a title and its number stand no further before its term. */
const LONGEST_SENTENCE = 200

/** The last clause of the body, then of each annex and carried document: 附则 stand there. */
function lastClauses({ clauses }: Outline): TextRange[] {
  const parts = [...new Set(clauses.map(({ annex }) => annex))]
  return parts.flatMap((part) => clauses.findLast(({ annex }) => annex === part)?.node.range ?? [])
}

function firstMatch(text: string, places: readonly TextRange[], pattern: RegExp) {
  for (const place of places) {
    const match = pattern.exec(text.slice(place.start, place.end))
    if (match === null) continue
    const start = place.start + match.index
    return { text: match[0], groups: match.groups ?? {}, range: { start, end: start + match[0].length } }
  }
  return null
}

function addDays(date: IsoDate, days: number): IsoDate {
  const end = new Date(`${date}T00:00:00Z`)
  end.setUTCDate(end.getUTCDate() + days)
  return end.toISOString().slice(0, 10)
}

/** The last day of a term: 5 years from 2024-08-01 end on 2029-07-31. */
function addYears(date: IsoDate, years: number): IsoDate {
  const end = new Date(`${date}T00:00:00Z`)
  end.setUTCFullYear(end.getUTCFullYear() + years)
  end.setUTCDate(end.getUTCDate() - 1)
  return end.toISOString().slice(0, 10)
}
