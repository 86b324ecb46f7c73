import type { TextRange } from '../../src/domain/span.ts'
import type { Relation } from '../../src/domain/vocabulary.ts'
import { CUES_AFTER, CUES_BEFORE } from './citationRules.ts'

/** Of a provision: （三）, 五十, 12. */
export const ORDINAL = '(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十百千零〇\\d]+)'
const FORWARDS = /^[^。]{0,120}?现(?:予|将其)?(?:转发|批转)/

/** What the words around a citation say of it. */
export interface Cue {
  readonly relation: Relation
  readonly cue: string | null
  readonly issuerHint: string | null
}

/** Relation, wording and the issuer named beside the title, from the words around a citation. */
export function readCue(
  text: string,
  range: TextRange,
  cited: TextRange,
  end: number,
  titles: readonly TextRange[],
): Cue {
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
  `^(?:（[^（）]{0,60}）)?(?:第${ORDINAL}条(?:第${ORDINAL}[款项]){0,2})?(?:及其实施条例|及其实施细则)?(?:[、，和及与]|以及)?(?:[\\p{Script=Han}、]{0,28}(?:国务院|政府|办公[厅室]|中央|常委会|[部局厅委])(?:颁布的|发布的|印发的|印发|制定的|关于)?)?\\s*$`,
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

/** Whether two titles with these words between them stand in one list. */
export function isListGap(between: string): boolean {
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
