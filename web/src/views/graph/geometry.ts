import type { ShownEdge } from './fold.ts'
import type { Point } from './lanes.ts'

/** A curve of the second degree from a node to another. */
export interface Curve {
  readonly start: Point
  readonly bend: Point
  readonly end: Point
}

/** How far the middle of a curve leaves the straight line, as a share of its length. */
const BULGE = 0.11
/** What further edges between the same two nodes leave it by in addition. */
const BESIDE = 0.09

/** Of several edges between the same two nodes, which one each is: 0, 1, 2 … */
export function parallelIndexes(edges: Iterable<ShownEdge>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const indexes = new Map<string, number>()
  for (const edge of edges) {
    const pair =
      edge.source < edge.target ? `${edge.source}\n${edge.target}` : `${edge.target}\n${edge.source}`
    const index = counts.get(pair) ?? 0
    counts.set(pair, index + 1)
    indexes.set(edge.id, index)
  }
  return indexes
}

/**
 * @param endGap how much before the end it stops, for the node and the head of an arrow
 */
export function curveBetween(a: Point, b: Point, index: number, startGap: number, endGap: number): Curve {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const length = Math.hypot(dx, dy) || 1
  // always to the same side, whichever end comes first, and alternating for parallel edges
  const side = (a.y < b.y || (a.y === b.y && a.x < b.x) ? 1 : -1) * (index % 2 === 0 ? 1 : -1)
  const bulge = side * (BULGE + Math.floor((index + 1) / 2) * BESIDE) * length
  const bend = { x: (a.x + b.x) / 2 - (dy / length) * bulge, y: (a.y + b.y) / 2 + (dx / length) * bulge }
  return { start: toward(a, bend, startGap), bend, end: toward(b, bend, endGap) }
}

function toward(from: Point, to: Point, gap: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length <= gap * 1.5) return from
  return { x: from.x + ((to.x - from.x) / length) * gap, y: from.y + ((to.y - from.y) / length) * gap }
}

export function pointOn({ start, bend, end }: Curve, t: number): Point {
  const u = 1 - t
  return {
    x: u * u * start.x + 2 * u * t * bend.x + t * t * end.x,
    y: u * u * start.y + 2 * u * t * bend.y + t * t * end.y,
  }
}

/** The three corners of an arrow head at the end of a curve, its tip first. */
export function arrowHead({ bend, end }: Curve, size: number): readonly [Point, Point, Point] {
  const angle = Math.atan2(end.y - bend.y, end.x - bend.x)
  const corner = (turn: number) => ({
    x: end.x - size * Math.cos(angle + turn),
    y: end.y - size * Math.sin(angle + turn),
  })
  return [end, corner(0.42), corner(-0.42)]
}

const STEPS = 20

/** Least distance of a point from a curve, by short straight pieces. */
export function distanceTo(curve: Curve, point: Point): number {
  // the curve lies within the triangle of its three points: most are far off and need no closer look
  const { start, bend, end } = curve
  const outside = Math.max(
    Math.min(start.x, bend.x, end.x) - point.x,
    point.x - Math.max(start.x, bend.x, end.x),
    Math.min(start.y, bend.y, end.y) - point.y,
    point.y - Math.max(start.y, bend.y, end.y),
  )
  if (outside > 20) return outside
  let least = Number.POSITIVE_INFINITY
  let before = start
  for (let step = 1; step <= STEPS; step += 1) {
    const next = pointOn(curve, step / STEPS)
    least = Math.min(least, distanceToPiece(before, next, point))
    before = next
  }
  return least
}

function distanceToPiece(a: Point, b: Point, point: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const share = dx === 0 && dy === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy)
  const t = Math.max(0, Math.min(1, share))
  return Math.hypot(a.x + t * dx - point.x, a.y + t * dy - point.y)
}
