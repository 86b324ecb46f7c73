import type { Synonym } from './expand.ts'

/** A 发文字号 as users type it. */
const NUMBER = /[\p{Script=Han}]{2,10}\s*[〔［[(（【]\s*(?:19|20)\d{2}\s*[〕］\])）】]\s*第?\s*\d{1,5}\s*号/gu

/** What a query seems to name besides its subject. */
export interface QueryContext {
  readonly query: string
  readonly synonyms: readonly Synonym[]
  /** Names of places that the corpus covers. */
  readonly placeNames: readonly string[]
}

/**
 * What was understood of a query, one sentence each, in Chinese. A place or a number is only reported: a filter that
 * nobody asked for would hide clauses without a word.
 */
export function interpretQuery({ query, synonyms, placeNames }: QueryContext): readonly string[] {
  const folded = query.normalize('NFKC')
  const places = placeNames.filter((name) => mentions(folded, name))
  return [
    ...synonyms.map(({ term, means }) => `同义词：${term} → ${means.join('、')}`),
    ...places.map((name) => `提到地区“${name}”：未作为筛选条件`),
    ...(folded.match(NUMBER) ?? []).map((number) => `提到发文字号“${number}”：未作为筛选条件`),
  ]
}

/** A short name counts from two characters on: 济南 for 济南市, but not 吉 for 吉县. */
function mentions(query: string, name: string): boolean {
  const short = name.replace(/(?:特别行政区|自治区|自治州|省|市|区|县)$/u, '')
  return query.includes(name) || (short.length >= 2 && query.includes(short))
}
