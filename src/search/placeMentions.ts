import type { PlaceNode } from '../domain/nodes.ts'
import { overlaps, type TextRange } from '../domain/span.ts'
import type { Gazetteer } from '../text/gazetteer.ts'
import { shortPlaceName } from '../text/placeNames.ts'

/** A place that a query names. */
export interface PlaceMention extends TextRange {
  readonly place: PlaceNode
  /** It is part of another name, excluded, or where something goes to or comes from. */
  readonly aside: boolean
}

/** Begins a name that the place is only part of: 济南大学, 北京协和医院. */
const NAME_AFTER =
  /^(?:大学|学院|医学院|协和|银行|证券|交易所|公司|集团|机场|海关|港|路|药业|制药|国际医学|造)/u
/** 除济南外, 从国外引进到济南: no condition, or its contrary. */
const ASIDE_BEFORE = /(?:除|除了|非|不是|不含|不包括|排除|从|向|往|赴|去|到|对接)$/u
const ASIDE_AFTER = /^(?:以外|之外|除外|外)/u

/**
 * Places of the corpus by full or short name, and others by their full name, in order; of a path (山东省济南市) the last.
 * @param query without quotes
 * @param covered places that documents apply to, and those above them, without 国家
 */
export function findPlaceMentions(
  query: string,
  covered: readonly PlaceNode[],
  gazetteer: Gazetteer,
): readonly PlaceMention[] {
  const found: (TextRange & { place: PlaceNode })[] = []
  const isFree = (range: TextRange) => !found.some((other) => overlaps(other, range))
  const names = covered
    .flatMap((place) => [place.name, shortPlaceName(place.name)].map((name) => ({ name, place })))
    .filter((row): row is { name: string; place: PlaceNode } => row.name !== null)
    .sort((a, b) => b.name.length - a.name.length)
  for (const { name, place } of names) {
    for (let at = query.indexOf(name); at >= 0; at = query.indexOf(name, at + name.length)) {
      const range = { start: at, end: at + name.length }
      if (isFree(range)) found.push({ ...range, place })
    }
  }
  for (const { start, end, place, form } of gazetteer.find(query)) {
    if (form === 'full' && place.parentId !== null && isFree({ start, end }))
      found.push({ start, end, place })
  }
  found.sort((a, b) => a.start - b.start)
  const isAbove = (place: PlaceNode, below: PlaceNode) =>
    gazetteer.ancestors(below).some(({ id }) => id === place.id)
  return found
    .filter(({ end, place }, index) => {
      const next = found[index + 1]
      return next === undefined || next.start !== end || !isAbove(place, next.place)
    })
    .map((mention) => ({ ...mention, aside: isAside(query, mention) }))
}

function isAside(query: string, { start, end }: TextRange): boolean {
  const [before, after] = [query.slice(0, start), query.slice(end)]
  return NAME_AFTER.test(after) || ASIDE_AFTER.test(after) || ASIDE_BEFORE.test(before)
}
