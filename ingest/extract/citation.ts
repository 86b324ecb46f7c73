import type { TextRange } from '../../src/domain/span.ts'
import type { Relation } from '../../src/domain/vocabulary.ts'
import { foldKey } from '../../src/text/fold.ts'
import type { CitationFact } from '../values.ts'
import { findPairs } from './brackets.ts'
import { CUES_AFTER, CUES_BEFORE } from './citationRules.ts'
import { isBareKind, isDocumentTitle, type ShortTitles } from './citedTitles.ts'
import { type FoundNumber, findNumbers, findOrders } from './documentNumbers.ts'

const ORDINAL = '(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十百千零〇\\d]+)'
const LOCATOR = new RegExp(
  `^第${ORDINAL}(?:条|款|项|章|节|目|部分)(?:之[一二三四五六七八九十])?(?:[、和及至]?第?${ORDINAL}(?:条|款|项|目)(?:之[一二三四五六七八九十])?){0,12}`,
)
/** A text that issues what it names: 《某规定》已经同意，现印发给你们. */
const ISSUES = /^[^。]{0,120}?现(?:予|将其)?以?(?:印发|发布|公布|颁布|下发)/
const FORWARDS = /^[^。]{0,120}?现(?:予|将其)?(?:转发|批转)/

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
  const facts: CitationFact[] = []
  const taken = new Set<FoundNumber>()
  titles.forEach((pair, i) => {
    const limit = titles[i + 1]?.start ?? range.end
    const beside = numbersBeside(text, pair, limit, numbers)
    for (const number of beside) taken.add(number)
    const named = nameOf(text, pair, beside[0]?.number ?? null, shortTitles, facts)
    if (named === null || isSelf(named, self)) return
    const last = beside.findLast((number) => number.start >= pair.end)
    const end = last === undefined ? pair.end : closeBracket(text, last.end)
    const cue = readCue(text, range, pair, end, titles)
    if (ISSUES.test(text.slice(end, Math.min(range.end, end + 160))) && cue.cue === null) return
    facts.push({ ...named, range: { start: pair.start, end }, ...cue, locator: locatorAt(text, end) })
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
  return /[简统]称为?：?[“‘]?$/.test(text.slice(Math.max(0, pair.start - 7), pair.start))
}

/** The document that a title in 《》 stands for; null where it is none. */
function nameOf(
  text: string,
  pair: TextRange,
  number: string | null,
  shortTitles: ShortTitles,
  earlier: readonly CitationFact[],
): { title: string; number: string | null } | null {
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

/** Between a title and its number stands nothing but a bracket: 》（鲁政办字〔2024〕6号）. */
function isBeside(text: string, from: number, to: number): boolean {
  return /^\s*（?(?:\d{4}年)?(?:以下简称[^（）]{0,20}，)?(?:中华人民共和国)?\s*$/.test(text.slice(from, to))
}

function closeBracket(text: string, at: number): number {
  return text[at] === '）' ? at + 1 : at
}

function locatorAt(text: string, at: number): string | null {
  return LOCATOR.exec(text.slice(at, at + 40))?.[0] ?? null
}

function isSelf(fact: { title: string | null; number: string | null }, self: Self): boolean {
  if (fact.number !== null && self.number !== null && foldKey(fact.number) === foldKey(self.number))
    return true
  if (fact.title === null) return false
  const key = foldKey(fact.title)
  return self.titles.some((title) => foldKey(title) === key)
}

/** Relation, wording and the issuer named beside the title, from the words around a citation. */
function readCue(
  text: string,
  range: TextRange,
  cited: TextRange,
  end: number,
  titles: readonly TextRange[],
) {
  const before = wordsBefore(text, range, cited, titles)
  const after = text.slice(endOfList(text, end, titles), range.end).slice(0, 60)
  for (const rule of CUES_AFTER) {
    const match = rule.pattern.exec(after)
    if (match !== null)
      return {
        relation: rule.relation as Relation,
        cue: match[1] ?? match[0],
        issuerHint: issuerBefore(before),
      }
  }
  if (FORWARDS.test(text.slice(end, Math.min(range.end, end + 160))))
    return { relation: 'CITES' as const, cue: '转发', issuerHint: issuerBefore(before) }
  // The cue that stands nearest to the title governs it.
  let best: { at: number; relation: Relation; cue: string } | null = null
  for (const rule of CUES_BEFORE) {
    for (const match of before.matchAll(rule.pattern)) {
      const at = match.index + match[0].length
      if (best === null || at > best.at) best = { at, relation: rule.relation, cue: match[0] }
    }
  }
  return {
    relation: best?.relation ?? ('CITES' as const),
    cue: best?.cue ?? null,
    issuerHint: issuerBefore(best === null ? before : before.slice(best.at)),
  }
}

/** What may stand between two titles of one list: a number, a locator, a joining word, the issuer of the next. */
const LIST_GAP = new RegExp(
  `^(?:（[^（）]{0,60}）)?(?:第${ORDINAL}条(?:第${ORDINAL}[款项]){0,2})?(?:及其实施条例|及其实施细则)?(?:[、，和及与]|以及)?(?:[\\p{Script=Han}]{0,14}(?:国务院|政府|办公[厅室]|中央|常委会|[部局厅委])(?:颁布的|发布的|印发的|印发|制定的|关于)?)?\\s*$`,
  'u',
)

/** The words of the same phrase before a citation; a list of titles counts as one: 落实《甲》《乙》和《丙》. */
function wordsBefore(text: string, range: TextRange, cited: TextRange, titles: readonly TextRange[]): string {
  let at = cited.start
  for (;;) {
    const previous = titles.findLast((pair) => pair.end <= at)
    if (previous === undefined || !isListGap(text.slice(previous.end, at))) break
    at = previous.start
  }
  const head = text.slice(range.start, at)
  const own = text.slice(at, cited.start)
  const cut =
    Math.max(head.lastIndexOf('。'), head.lastIndexOf('；'), head.lastIndexOf('，'), head.lastIndexOf('\n')) +
    1
  // the issuer named between two titles of a list belongs to the second
  return head.slice(cut) + (own === '' ? '' : (/[\p{Script=Han}]*$/u.exec(own)?.[0] ?? ''))
}

function isListGap(between: string): boolean {
  return between.length <= 90 && LIST_GAP.test(between)
}

/** Behind the last title of the list that a citation stands in: 《甲》《乙》《丙》同时废止. */
function endOfList(text: string, end: number, titles: readonly TextRange[]): number {
  let at = end
  for (;;) {
    const next = titles.find((pair) => pair.start >= at)
    if (next === undefined || !isListGap(text.slice(at, next.start))) return at
    at = next.end
  }
}

/** 省政府办公厅《…》: the body that is named right before the title. */
function issuerBefore(words: string): string | null {
  return (
    /((?:[\p{Script=Han}]{2,24}?)(?:政府|办公[厅室]|委员会|国务院|[委局厅部办署院]))(?:关于|印发)?(?:的)?$/u.exec(
      words,
    )?.[1] ?? null
  )
}
