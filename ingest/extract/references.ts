import { overlaps, type TextRange } from '../../src/domain/span.ts'
import { findPairs } from '../../src/text/brackets.ts'
import { isBareKind, type ShortTitles } from '../../src/text/citedTitles.ts'
import { foldKey } from '../../src/text/fold.ts'
import { findLaws } from '../../src/text/lawNames.ts'
import type { CitationFact } from '../values.ts'
import { isSelf, locatorAt, type Self } from './citation.ts'
import { isListGap, readCue } from './citationCues.ts'

const KINDS =
  '通知|通告|公告|意见|办法|规定|方案|规划|计划|条例|决定|细则|措施|纲要|批复|文件|法|规范|标准|指南|目录|清单|章程|协议'

/** A word that refers back to a document named before; group `kind` is what it must be. */
export interface ReferenceRule {
  readonly id: string
  readonly pattern: RegExp
  /** How far back it may look, in characters. */
  readonly reach: number
  readonly example: { readonly text: string; readonly title: string }
}

/** What follows a kind where the word goes on: 该计划单列市, 该规定动作, 上述意见建议. */
const GOES_ON = '(?!单列|动作|建议|[书稿性化区员人院律官学机草]|如无|时间|征集)'

export const REFERENCE_RULES: readonly ReferenceRule[] = [
  {
    id: 'refer/that',
    pattern: new RegExp(`该(?:项|个|份)?(?<kind>${KINDS})${GOES_ON}`, 'gu'),
    reach: 900,
    example: { text: '省里印发了《甲湿地意见》。\n各地要认真执行该意见。', title: '甲湿地意见' },
  },
  {
    id: 'refer/above',
    pattern: new RegExp(
      `(?<many>上述|前述|以上)(?:[两二三四五]?[项个份部])?(?<kind>${KINDS})${GOES_ON}`,
      'gu',
    ),
    reach: 600,
    example: { text: '本市有《甲湿地办法》。\n按照上述办法补助。', title: '甲湿地办法' },
  },
  {
    // 《意见》 without a definition: the last document whose title ends so
    id: 'refer/bare',
    pattern: new RegExp(`《(?<kind>${KINDS})》`, 'gu'),
    reach: 2000,
    example: { text: '国务院印发《甲湿地纲要》。\n落实《纲要》要求。', title: '甲湿地纲要' },
  },
]

/** Between a cue and a demand a bare kind stands for the document that was called so: 按照规划要求. */
const DEMANDED = /^(?:的)?(?:有关|相关)?(?:要求|规定|精神|部署|安排|第[一二三四五六七八九十百\d]+条)/
const BY = /(?:按照|依照|依据|根据|遵照|落实|执行|违反|符合|对照)$/

/** What the search for references knows of the document. */
export interface Naming {
  readonly text: string
  readonly self: Self
  readonly shortTitles: ShortTitles
  /** All citations of the document that are printed as such, in the order of the text. */
  readonly named: readonly CitationFact[]
}

/**
 * Documents that a range means without naming them in 《》 or by number: laws by their short name, short names that the text
 * introduced, and words that refer back over sentences and paragraphs. What the range cites already is left out.
 */
export function findReferences(naming: Naming, range: TextRange): CitationFact[] {
  const { text } = naming
  const titles = findPairs(text, range, '《')
  const laws = findLaws(text, range, titles)
  const shorts = findShortNames(naming, range, [...titles, ...laws])
  const places = [...titles, ...laws, ...shorts].sort((a, b) => a.start - b.start)
  const cite = (
    place: TextRange,
    known: Pick<CitationFact, 'title' | 'number'>,
    how: Pick<CitationFact, 'naming'>,
  ) => ({
    title: known.title,
    number: known.number,
    range: { start: place.start, end: place.end },
    ...readCue(text, range, place, place.end, places),
    locator: locatorAt(text, place.end),
    ...how,
  })
  const found: CitationFact[] = []
  for (const law of laws) found.push(cite(law, { title: law.title, number: null }, { naming: 'NAME' }))
  for (const short of shorts) found.push(cite(short, short, { naming: 'NAME' }))
  const words = text.slice(range.start, range.end)
  const back = REFERENCE_RULES.flatMap((rule) =>
    [...words.matchAll(rule.pattern)].map((match) => ({ rule, match })),
  )
  if (found.length + back.length === 0) return []
  const earlier = [...naming.named, ...found].sort((a, b) => a.range.start - b.range.start)
  for (const { rule, match } of back) {
    const start = range.start + match.index
    const place = { start, end: start + match[0].length }
    const bare = rule.id === 'refer/bare'
    if (!bare && places.some((other) => overlaps(other, place))) continue
    if (bare && naming.shortTitles.has(foldKey(match.groups?.['kind'] ?? ''))) continue
    const meant = antecedents(text, earlier, place.start, match.groups ?? {}, rule.reach)
    for (const known of meant) found.push(cite(place, known, bare ? {} : { naming: 'REFERENCE' }))
  }
  return withoutKnown(found, naming, range).sort((a, b) => a.range.start - b.range.start)
}

/** The nearest document before a place that is of the kind, and for 上述 those that stand in one list with it. */
function antecedents(
  text: string,
  earlier: readonly CitationFact[],
  at: number,
  groups: Readonly<Record<string, string | undefined>>,
  reach: number,
): CitationFact[] {
  const kind = groups['kind'] as string
  const fits = ({ title }: CitationFact) =>
    kind === '文件' ||
    (title
      ?.replace(/(?:（[^（）]*）)+$/, '')
      .replace(/》$/, '')
      .endsWith(kind) ??
      false)
  const near = earlier.filter(({ range }) => range.end <= at && at - range.end <= reach)
  const nearest = near.findLast(fits)
  // of a title with several numbers the first one
  const last = near.find((each) => each.range.start === nearest?.range.start)
  if (last === undefined) return []
  const list = [last]
  if (groups['many'] === undefined) return list
  for (let i = near.indexOf(last) - 1; i >= 0; i--) {
    const each = near[i] as CitationFact
    if (!fits(each) || !isListGap(text.slice(each.range.end, (list[0] as CitationFact).range.start))) break
    list.unshift(each)
  }
  return list
}

interface ShortName extends TextRange {
  readonly title: string | null
  readonly number: string | null
}

/** Short names outside 《》, behind the place that introduces them. */
function findShortNames(
  { text, shortTitles }: Naming,
  range: TextRange,
  masked: readonly TextRange[],
): ShortName[] {
  const words = text.slice(range.start, range.end)
  const found: ShortName[] = []
  for (const { short, from, title, number, definition } of shortTitles.values()) {
    for (let at = words.indexOf(short); at !== -1; at = words.indexOf(short, at + short.length)) {
      const place = { start: range.start + at, end: range.start + at + short.length }
      if (place.start < from) continue
      const taken = [definition, ...masked, ...found].some((hole) => overlaps(hole, place))
      if (!taken && isShortName(text, place, short)) found.push({ ...place, title, number })
    }
  }
  return found
}

function isShortName(text: string, { start, end }: TextRange, short: string): boolean {
  const before = text.slice(Math.max(0, start - 4), start)
  const after = text.slice(end, end + 12)
  if (/[“‘]$/.test(before) && /^[”’]/.test(after)) return true
  if (/^[书稿性化区员人院律规]/.test(after)) return false
  return isBareKind(short) ? BY.test(before) && DEMANDED.test(after) : short.length >= 4
}

/** Without those of the document itself, and without what the range cites elsewhere when the place adds nothing to it. */
function withoutKnown(found: readonly CitationFact[], { self, named }: Naming, range: TextRange) {
  const kept: CitationFact[] = []
  const key = ({ title, number }: CitationFact) =>
    foldKey(number ?? title?.replace(/^中华人民共和国/, '') ?? '')
  const here = named.filter((fact) => fact.range.start >= range.start && fact.range.end <= range.end)
  for (const fact of found) {
    if (isSelf(fact, self)) continue
    if (here.some((other) => overlaps(other.range, fact.range))) continue
    const same = [...here, ...kept].filter((other) => key(other) === key(fact))
    const adds = same.every(({ locator }) => locator !== fact.locator) && fact.locator !== null
    if (same.length === 0 || adds || (fact.relation === 'SUPERSEDES' && same.every(isOther))) kept.push(fact)
  }
  return kept
}

function isOther({ relation }: CitationFact): boolean {
  return relation !== 'SUPERSEDES'
}
