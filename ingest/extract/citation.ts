import type { TextRange } from '../../src/domain/span.ts'
import { findPairs } from '../../src/text/brackets.ts'
import { isBareKind, isDocumentTitle, type ShortTitles } from '../../src/text/citedTitles.ts'
import {
  type FoundNumber,
  findNoticeNumbers,
  findNumbers,
  findOrders,
} from '../../src/text/documentNumbers.ts'
import { foldKey } from '../../src/text/fold.ts'
import type { CitationFact } from '../values.ts'
import { ORDINAL, readCue } from './citationCues.ts'

const LOCATOR = new RegExp(
  `^第${ORDINAL}(?:条|款|项|章|节|目|部分)(?:之[一二三四五六七八九十])?(?:[、和及至]?第?${ORDINAL}(?:条|款|项|目)(?:之[一二三四五六七八九十])?){0,12}`,
)
/** A text that issues what it names: 《某规定》已经同意，现印发给你们. */
const ISSUES = /^[^。]{0,120}?现(?:予|将其)?以?(?:印发|发布|公布|颁布|下发)/

/** What the citing document says of itself, so that it does not cite itself. */
export interface Self {
  readonly number: string | null
  /** Its own title, the titles that it issues and those of its annexes. */
  readonly titles: readonly string[]
}

const NO_SHORT_TITLES: ShortTitles = new Map()

/** The citations of a range: titles in 《》 with the number beside them, and numbers that stand alone. */
export function findCitations(
  text: string,
  range: TextRange,
  self: Self,
  shortTitles: ShortTitles = NO_SHORT_TITLES,
): CitationFact[] {
  const titles = findPairs(text, range, '《').filter((pair) => !introducesName(text, pair))
  const numbers = [...findNumbers(text, range), ...findOrders(text, range)]
  const besideOnly = [...numbers, ...findNoticeNumbers(text, range)]
  const facts: CitationFact[] = []
  const taken = new Set<FoundNumber>()
  titles.forEach((pair, i) => {
    const limit = titles[i + 1]?.start ?? range.end
    const beside = numbersBeside(text, pair, limit, besideOnly)
    for (const number of beside) taken.add(number)
    const named = nameOf(text, pair, beside[0]?.number ?? null, shortTitles, facts)
    if (named === null || isSelf(named, self)) return
    const last = beside.findLast((number) => number.start >= pair.end)
    const end = last === undefined ? pair.end : closeBracket(text, last.end)
    const cue = readCue(text, range, pair, end, titles)
    if (ISSUES.test(text.slice(end, Math.min(range.end, end + 160))) && cue.cue === null) return
    const fact = { ...named, range: { start: pair.start, end }, ...cue, locator: locatorAt(text, end) }
    facts.push(fact, ...furtherNumbers(text, beside, end).map((number) => ({ ...fact, number })))
  })
  for (const number of numbers) {
    // an order is cited with its title; alone it mostly says how a rule was changed
    if (taken.has(number) || number.isOrder) continue
    if (titles.some((pair) => pair.start < number.start && number.end <= pair.end)) continue
    const named = { title: null, number: number.number }
    if (isSelf(named, self)) continue
    const place = { start: number.start, end: number.end }
    const cue = readCue(text, range, number, number.end, titles)
    facts.push({ ...named, range: place, ...cue, locator: locatorAt(text, number.end) })
  }
  return facts.sort((a, b) => a.range.start - b.range.start)
}

/** 《规划》 in （以下简称《规划》）, which names no further document. */
function introducesName(text: string, pair: TextRange): boolean {
  return /(?:[简统]|下)称为?：?[“‘]?$/.test(text.slice(Math.max(0, pair.start - 7), pair.start))
}

/** The document that a title in 《》 stands for; null where it is none. */
function nameOf(
  text: string,
  pair: TextRange,
  number: string | null,
  shortTitles: ShortTitles,
  earlier: readonly CitationFact[],
): { title: string | null; number: string | null } | null {
  const title = text.slice(pair.start + 1, pair.end - 1).replace(/\s/g, '')
  if (number !== null) return { title, number }
  const named = shortTitles.get(foldKey(title))
  if (named !== undefined && named.from <= pair.start) return { title: named.title, number: named.number }
  if (isBareKind(title)) {
    const last = earlier.findLast((fact) => fact.title?.endsWith(title))
    return last?.title == null ? null : { title: last.title, number: last.number }
  }
  return isDocumentTitle(title) ? { title, number } : null
}

/** The numbers of a title: behind it in brackets, several joined by 、, or before it as 某令第6号公布的. */
function numbersBeside(
  text: string,
  pair: TextRange,
  limit: number,
  numbers: readonly FoundNumber[],
): FoundNumber[] {
  const beside: FoundNumber[] = []
  let from = pair.end
  for (const number of numbers.toSorted((a, b) => a.start - b.start)) {
    if (number.start < from || number.end > limit) continue
    const isNext = beside.length > 0 && /^[、，和]$/.test(text.slice(from, number.start))
    if (!isNext && !isBeside(text, from, number.start)) break
    beside.push(number)
    from = number.end
  }
  const before = numbers.find(
    (number) =>
      number.isOrder &&
      number.end <= pair.start &&
      /^(?:公布|发布|颁布)的$/.test(text.slice(number.end, pair.start)),
  )
  return before === undefined ? beside : [before, ...beside]
}

/** 《…的通知》（甲〔2020〕1号、乙〔2021〕2号）: two documents of one title; none where the second only says by what it was changed. */
function furtherNumbers(text: string, beside: readonly FoundNumber[], end: number): string[] {
  const own = beside.filter(({ isOrder }) => !isOrder)
  if (own.length < 2 || own.length < beside.length) return []
  if (/^.?(?:修订|修正|修改|公布|发布|废止|延期|延长)/.test(text.slice(own.at(-1)?.end, end + 8))) return []
  return own.slice(1).map(({ number }) => number)
}

/** Between a title and its number stands nothing but a bracket: 》（鲁政办字〔2024〕6号）. */
function isBeside(text: string, from: number, to: number): boolean {
  return /^\s*（?(?:\d{4}年)?(?:以下简称[^（）]{0,20}，)?(?:中华人民共和国)?\s*$/.test(text.slice(from, to))
}

function closeBracket(text: string, at: number): number {
  return text[at] === '）' ? at + 1 : at
}

/** The provision named right behind a citation: 第三十四条第二款. */
export function locatorAt(text: string, at: number): string | null {
  return LOCATOR.exec(text.slice(at, at + 40))?.[0] ?? null
}

/** Whether a document cites itself by that title or number. */
export function isSelf(fact: { title: string | null; number: string | null }, self: Self): boolean {
  if (fact.number !== null && self.number !== null && foldKey(fact.number) === foldKey(self.number))
    return true
  if (fact.title === null) return false
  const key = foldKey(fact.title)
  return self.titles.some((title) => foldKey(title) === key)
}
