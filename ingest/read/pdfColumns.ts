import { linesOfPage, type PageSize, type PlacedText } from './geometry.ts'

/** A page whose words stand in one column. */
export interface Straightened {
  readonly size: PageSize
  readonly items: readonly PlacedText[]
}

/** The gutter of a gazette lies in this part of the width. */
const GUTTER_FROM = 0.38
const GUTTER_TO = 0.62
const STEP = 2
/** Least width of the gutter in em, and least number of lines on either side of it. */
const GUTTER_WIDTH = 1
const LEAST_LINES = 8
/** Share of the lines that are full: columns of prose, not of a table. */
const FULL_SHARE = 0.6
/** What a full line may leave free, in em. */
const FULL_SLACK = 2
/** Share of the pieces that may run across the gutter: titles, page numbers. */
const CROSSING_SHARE = 0.25

/** Puts the right column of a two-column page (政府公报) under the left one; other pages stay as they are. */
export function straightenColumns(items: readonly PlacedText[], size: PageSize): Straightened {
  const unchanged = { size, items }
  if (items.some(({ row }) => row)) return unchanged
  const gutter = findGutter(items, size.width)
  if (gutter === null) return unchanged
  const left = items.filter((item) => item.x + item.width <= gutter)
  const right = items.filter((item) => item.x >= gutter)
  if (!isProse(left) || !isProse(right)) return unchanged
  const straight = stack(items, gutter)
  return { size: { width: gutter, height: size.height + straight.added }, items: straight.items }
}

/** Middle of the widest strip in the middle of the page that few pieces run across. */
function findGutter(items: readonly PlacedText[], width: number): number | null {
  const em = median(items.map(({ size }) => size))
  const most = items.length * CROSSING_SHARE
  let best: readonly [number, number] | null = null
  let from: number | null = null
  for (let x = width * GUTTER_FROM; x <= width * GUTTER_TO + STEP; x += STEP) {
    const crossing = items.filter((item) => item.x < x && x < item.x + item.width).length
    const free = crossing <= most && x <= width * GUTTER_TO
    if (free) from ??= x
    else if (from !== null) {
      if (best === null || x - from > best[1] - best[0]) best = [from, x]
      from = null
    }
  }
  return best === null || best[1] - best[0] < GUTTER_WIDTH * em ? null : (best[0] + best[1]) / 2
}

function isProse(items: readonly PlacedText[]): boolean {
  const lines = linesOfPage(items)
  if (lines.length < LEAST_LINES) return false
  const right = Math.max(...lines.map(({ end }) => end))
  const full = lines.filter(({ end, size }) => end > right - FULL_SLACK * size)
  return full.length >= lines.length * FULL_SHARE
}

/** What runs across the gutter parts the page into bands; in each the right column goes below the left one. */
function stack(items: readonly PlacedText[], gutter: number) {
  const isLeft = (item: PlacedText) => item.x + item.width <= gutter
  const isRight = (item: PlacedText) => item.x >= gutter
  const borders = items.filter((item) => !isLeft(item) && !isRight(item)).map(({ y }) => y)
  const shift =
    Math.min(...items.filter(isRight).map(({ x }) => x)) - Math.min(...items.filter(isLeft).map(({ x }) => x))
  const stacked: PlacedText[] = []
  let added = 0
  let above = Number.NEGATIVE_INFINITY
  for (const border of [...borders.sort((a, b) => a - b), Number.POSITIVE_INFINITY]) {
    const band = items.filter(({ y }) => y > above && y <= border)
    const across = band.filter((item) => !isLeft(item) && !isRight(item))
    const left = band.filter(isLeft)
    const right = band.filter(isRight)
    stacked.push(...left.map((item) => ({ ...item, y: item.y + added })))
    if (left.length > 0 && right.length > 0) {
      const leading = 1.5 * median(left.map(({ size }) => size))
      added += Math.max(...left.map(({ y }) => y)) - Math.min(...right.map(({ y }) => y)) + leading
    }
    stacked.push(...right.map((item) => ({ ...item, x: item.x - shift, y: item.y + added })))
    stacked.push(...across.map((item) => ({ ...item, y: item.y + added })))
    above = border
  }
  return { items: stacked, added }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
