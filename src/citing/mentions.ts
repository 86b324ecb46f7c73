import { overlaps, type TextRange } from '../domain/span.ts'
import { findPairs } from '../text/brackets.ts'
import { isBareKind, isDocumentTitle, readShortTitles } from '../text/citedTitles.ts'
import { type FoundNumber, findNumbers, findOrders } from '../text/documentNumbers.ts'
import { foldKey } from '../text/fold.ts'
import type { Quotation } from './quotations.ts'

/** A document that an answer names by title, by number or by both. */
export interface Mention extends TextRange {
  readonly title: (TextRange & { readonly words: string }) | null
  readonly number: (TextRange & { readonly words: string }) | null
}

/** What may stand between a title and its number: （, 文号为, ，文号：; between a number and its title: 号文件, 号印发的. */
const TITLE_TO_NUMBER =
  /^(?:[，,]?(?:[^，。；！？\n《》“”]{0,6}?)?(?:文号|发文字号|编号|字号)(?:为|是|：|:)?|[\s（]{0,3}(?:文号|发文字号)?[：:]?)$/u
const NUMBER_TO_TITLE = /^(?:文件|文|号文)?[）]?(?:即|是|为|印发的?|公布的?|发布的?|：|，)?[\s（]{0,2}$/u

/** All mentions of documents in an answer, in order. What stands in a quotation belongs to the document quoted. */
export function findMentions(text: string, quotations: readonly Quotation[]): Mention[] {
  const all = { start: 0, end: text.length }
  const isQuoted = (range: TextRange) => quotations.some((quotation) => overlaps(quotation, range))
  const titles = findPairs(text, all, '《').filter(
    (pair) => !isQuoted(pair) || spansQuotation(pair, quotations),
  )
  const numbers = withoutOverlaps([...findNumbers(text, all), ...findOrders(text, all)]).filter(
    (number) => !isQuoted(number) && !titles.some((title) => overlaps(title, number)),
  )
  const shortTitles = readShortTitles(text)
  const taken = new Set<FoundNumber>()
  const mentions: Mention[] = []
  for (const pair of titles) {
    const words = text.slice(pair.start + 1, pair.end - 1).trim()
    if (!isDocumentTitle(words) || isBareKind(words) || words === '') continue
    const short = shortTitles.get(foldKey(words))
    if (short !== undefined && overlaps(short.definition, pair)) continue
    // a short name stands for the title that it was introduced with
    const isShort = short !== undefined && short.from <= pair.start
    if (isShort && short.title === null) continue
    const title = { ...pair, words: (isShort ? short.title : null) ?? words }
    const number = besideTitle(text, pair, numbers, taken)
    if (number !== null) taken.add(number)
    mentions.push(mention(title, number))
  }
  for (const number of numbers) if (!taken.has(number)) mentions.push(mention(null, number))
  return mentions.sort((a, b) => a.start - b.start)
}

function mention(title: Mention['title'], found: FoundNumber | null): Mention {
  const number = found === null ? null : { start: found.start, end: found.end, words: found.number }
  const parts = [title, number].filter((part) => part !== null)
  return {
    start: Math.min(...parts.map(({ start }) => start)),
    end: Math.max(...parts.map(({ end }) => end)),
    title,
    number,
  }
}

/** A title that holds quotation marks is no quoted one. */
function spansQuotation(pair: TextRange, quotations: readonly Quotation[]): boolean {
  return quotations
    .filter((quotation) => overlaps(quotation, pair))
    .every((quotation) => pair.start < quotation.start && quotation.end < pair.end)
}

/** The number behind a title, else the one right before it. */
function besideTitle(
  text: string,
  pair: TextRange,
  numbers: readonly FoundNumber[],
  taken: ReadonlySet<FoundNumber>,
): FoundNumber | null {
  const free = numbers.filter((number) => !taken.has(number))
  const behind = free.find((number) => number.start >= pair.end)
  if (behind !== undefined && TITLE_TO_NUMBER.test(text.slice(pair.end, behind.start))) return behind
  const before = free.findLast((number) => number.end <= pair.start)
  if (before !== undefined && NUMBER_TO_TITLE.test(text.slice(before.end, pair.start))) return before
  return null
}

/** An order and a 发文字号 never share characters; of two that do the longer one stays. */
function withoutOverlaps(numbers: readonly FoundNumber[]): FoundNumber[] {
  const kept: FoundNumber[] = []
  for (const number of [...numbers].sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some((other) => overlaps(other, number))) kept.push(number)
  return kept.sort((a, b) => a.start - b.start)
}
