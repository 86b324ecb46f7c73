import type { TextRange } from '../../src/domain/span.ts'
import type { Relation } from '../../src/domain/vocabulary.ts'
import { foldKey } from '../../src/text/fold.ts'
import type { CitationFact } from '../values.ts'
import { findPairs } from './brackets.ts'
import { CUES_AFTER, CUES_BEFORE } from './citationRules.ts'

/** 机关代字 〔年〕 序号: 鲁政办字〔2024〕6号. The 代字 is taken as long as it can be and cut to what it may be below. */
const NUMBER = /([\p{Script=Han}]{2,20}?)〔(\d{4})〕(?:第)?(\d{1,5})号/gu
/** Words that end right before a 机关代字 and are no part of it: 意见鲁政办字, 按济政发, 通知国办发. */
const BEFORE_CODE =
  /^.*(?:意见|通知|办法|规定|方案|措施|文件|文号|决定|批复|精神|要求|发布|印发|[见按照据和与的以即如由及])(?=[\p{Script=Han}]{2,})/u
/** Longest 机关代字 in use has about 9 characters. */
const MAX_CODE = 10
const LOCATOR =
  /^(?:第[一二三四五六七八九十百零〇\d]+(?:条|款|项|章|节|目)(?:之[一二三四五六七八九十])?(?:[、和及至]?第[一二三四五六七八九十百零〇\d]+(?:条|款|项|目))*)/

/** What the citing document says of itself, so that it does not cite itself. */
export interface Self {
  readonly number: string | null
  /** Its title and the titles that it issues. */
  readonly titles: readonly string[]
}

/** A 发文字号 in a text. */
export interface FoundNumber extends TextRange {
  /** Canonical: 鲁政办字〔2024〕6号. */
  readonly number: string
}

/** All 发文字号 of a range. */
export function findNumbers(text: string, range: TextRange): FoundNumber[] {
  const found: FoundNumber[] = []
  for (const match of text.slice(range.start, range.end).matchAll(NUMBER)) {
    const words = match[1] as string
    const code = words.replace(BEFORE_CODE, '').slice(-MAX_CODE)
    const end = range.start + match.index + match[0].length
    const start = range.start + match.index + words.length - code.length
    found.push({ start, end, number: `${code}〔${match[2]}〕${match[3]}号` })
  }
  return found
}

/** The citations of a range: titles in 《》 with the number beside them, and numbers that stand alone. */
export function findCitations(text: string, range: TextRange, self: Self): CitationFact[] {
  const titles = findPairs(text, range, '《')
  const numbers = findNumbers(text, range)
  const facts: CitationFact[] = []
  const taken = new Set<FoundNumber>()
  titles.forEach((pair, i) => {
    const title = text.slice(pair.start + 1, pair.end - 1).replace(/\s/g, '')
    const limit = titles[i + 1]?.start ?? range.end
    const number = numbers.find(
      (n) => !taken.has(n) && n.start >= pair.end && n.start < limit && isBeside(text, pair.end, n.start),
    )
    if (number !== undefined) taken.add(number)
    const end = number === undefined ? pair.end : closeBracket(text, number.end)
    const fact = { title, number: number?.number ?? null, range: { start: pair.start, end } }
    if (!isSelf(fact, self))
      facts.push({ ...fact, ...readCue(text, range, pair, end, titles), locator: locatorAt(text, end) })
  })
  for (const number of numbers) {
    if (taken.has(number) || titles.some((pair) => pair.start < number.start && number.end <= pair.end))
      continue
    const fact = { title: null, number: number.number, range: { start: number.start, end: number.end } }
    if (!isSelf(fact, self))
      facts.push({
        ...fact,
        ...readCue(text, range, number, number.end, titles),
        locator: locatorAt(text, number.end),
      })
  }
  return facts.sort((a, b) => a.range.start - b.range.start)
}

/** Between a title and its number stands nothing but a bracket: 》（鲁政办字〔2024〕6号）. */
function isBeside(text: string, from: number, to: number): boolean {
  return /^\s*（?(?:以下简称[^（）]{0,20}，)?\s*$/.test(text.slice(from, to))
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
  const after = text.slice(end, Math.min(range.end, end + 40))
  for (const rule of CUES_AFTER) {
    const match = rule.pattern.exec(after)
    if (match !== null)
      return {
        relation: rule.relation as Relation,
        cue: match[1] ?? match[0],
        issuerHint: issuerBefore(before),
      }
  }
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

/** The words of the same phrase before a citation; a list of titles counts as one: 落实《甲》《乙》和《丙》. */
function wordsBefore(text: string, range: TextRange, cited: TextRange, titles: readonly TextRange[]): string {
  let at = cited.start
  for (;;) {
    const previous = titles.findLast((pair) => pair.end <= at)
    if (
      previous === undefined ||
      !/^(?:（[^（）]*）)?(?:[、，和及与]|以及)?\s*$/.test(text.slice(previous.end, at))
    )
      break
    at = previous.start
  }
  const head = text.slice(range.start, at)
  return head.slice(
    Math.max(head.lastIndexOf('。'), head.lastIndexOf('；'), head.lastIndexOf('，'), head.lastIndexOf('\n')) +
      1,
  )
}

/** 省政府办公厅《…》: the body that is named right before the title. */
function issuerBefore(words: string): string | null {
  return (
    /((?:[\p{Script=Han}]{2,24}?)(?:政府|办公[厅室]|委员会|国务院|[委局厅部办署院]))(?:关于|印发)?(?:的)?$/u.exec(
      words,
    )?.[1] ?? null
  )
}
