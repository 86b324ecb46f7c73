import type { ShownGraph } from './fold.ts'
import type { Level } from './graphData.ts'
import { type LaneMembers, sortIntoLanes } from './laneMembers.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Lane {
  /** Null for what belongs to no level, such as product types. */
  readonly level: Level | null
  readonly top: number
  readonly bottom: number
}

export interface LaneLayout {
  /** y grows downward; 1 is a pixel at the size where all labels have room. */
  readonly positions: ReadonlyMap<string, Point>
  readonly lanes: readonly Lane[]
  /** A box round each document that has clauses in the picture. */
  readonly groups: ReadonlyMap<string, Box>
  readonly box: Box
}

export interface LaneShape {
  /** Width by height of the screen. */
  readonly aspect: number
  /** Least width, in the layout's own pixels. */
  readonly least: number
}

/** Room of a clause with its two lines, of a bare document and of an agency. */
export const CELL = { width: 104, height: 66 }
const BARE_WIDTH = 176
const HEAD_HEIGHT = 62
/** A document without a box, with its number of folded clauses. */
const BARE_HEIGHT = 84
export const AGENCY = { width: 116, height: 58 }
const GAP = 26
const PAD = 26
const NORMAL: LaneShape = { aspect: 1.6, least: 760 }
/** Columns for the clauses of a document, as a factor; the one that leaves most room on the screen is taken. */
const FACTORS = [0.35, 0.6, 1, 1.6, 2.4, 3.6, 6]
/** Widths of the whole picture, as a share of the one that its area asks for. */
const WIDTHS = [1, 1.2, 1.45]
/** For more nodes one factor and one width have to do. */
const TRIED_UNTIL = 1_000
const SWEEPS = 8

interface Group {
  readonly document: string
  readonly members: readonly string[]
  readonly columns: number
  readonly width: number
  readonly height: number
}

/**
 * Lanes by level; in each, documents with their clauses in the order of the text below them, then agencies and the rest.
 * Documents and agencies are ordered by what they are joined to (barycentres), so that edges cross less.
 */
export function layOutLanes(graph: ShownGraph, shape: LaneShape = NORMAL): LaneLayout {
  const sorted = sortIntoLanes(graph)
  const neighbours = neighboursOf(graph)
  const layOut = ({ factor, share }: Try, sweeps: number) => {
    const lanes = sorted.map((content) => contentOf(content, { ...shape, factor }))
    return layOutWith(lanes, widthFor(lanes, shape) * share, neighbours, sweeps)
  }
  const tries = FACTORS.flatMap((factor) => WIDTHS.map((share) => ({ factor, share })))
  if (graph.nodes.size > TRIED_UNTIL) return layOut({ factor: 1.6, share: 1 }, SWEEPS)
  const rooms = tries.map((each) => {
    const { box } = layOut(each, 1)
    return Math.max(box.right / shape.aspect, box.bottom)
  })
  return layOut(tries[rooms.indexOf(Math.min(...rooms))]!, SWEEPS)
}

interface Try {
  readonly factor: number
  readonly share: number
}

function layOutWith(
  byLevel: readonly LaneContent[],
  width: number,
  neighbours: ReadonlyMap<string, readonly string[]>,
  sweeps: number,
): LaneLayout {
  const xs = new Map<string, number>()
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const lane of sweep % 2 === 0 ? byLevel : [...byLevel].reverse()) {
      lane.groups = sortBy(lane.groups, (group) =>
        barycentre([group.document, ...group.members], neighbours, xs),
      )
      lane.loose = sortBy(lane.loose, (id) => barycentre([id], neighbours, xs))
      for (const [id, { x }] of placeLane(lane, width, 0, neighbours).positions) xs.set(id, x)
    }
  }
  const positions = new Map<string, Point>()
  const groups = new Map<string, Box>()
  const lanes: Lane[] = []
  let top = 0
  for (const lane of byLevel) {
    const placed = placeLane(lane, width, top, neighbours)
    for (const [id, point] of placed.positions) positions.set(id, point)
    for (const [id, box] of placed.groups) groups.set(id, box)
    lanes.push({ level: lane.level, top, bottom: placed.bottom })
    top = placed.bottom
  }
  return { positions, lanes, groups, box: { left: 0, top: 0, right: width, bottom: top } }
}

interface LaneContent {
  readonly level: Level | null
  groups: readonly Group[]
  loose: readonly string[]
}

function contentOf(
  { level, members, loose }: LaneMembers,
  shape: LaneShape & { readonly factor: number },
): LaneContent {
  const groups = [...members].map(([document, ids]) => groupOf(document, ids, shape))
  return { level, groups: sortBy(groups, (group) => -group.members.length), loose }
}

function groupOf(
  document: string,
  members: readonly string[],
  shape: LaneShape & { readonly factor: number },
): Group {
  const most = Math.max(2, Math.floor((shape.least * 2 - 2 * PAD) / CELL.width))
  const columns = Math.min(
    members.length,
    most,
    Math.max(3, Math.ceil(Math.sqrt(members.length * shape.factor))),
  )
  const rows = columns === 0 ? 0 : Math.ceil(members.length / columns)
  // rows of like length
  const even = rows === 0 ? 0 : Math.ceil(members.length / rows)
  return {
    ...{ document, members, columns: even },
    width: Math.max(BARE_WIDTH, even * CELL.width + (even > 0 ? 16 : 0)),
    height: rows === 0 ? BARE_HEIGHT : HEAD_HEIGHT + rows * CELL.height,
  }
}

function widthFor(lanes: readonly LaneContent[], { aspect, least }: LaneShape): number {
  let area = 0
  let widest = 0
  for (const lane of lanes) {
    for (const group of lane.groups) {
      area += (group.width + GAP) * (group.height + GAP)
      widest = Math.max(widest, group.width)
    }
    area += lane.loose.length * AGENCY.width * AGENCY.height
  }
  return Math.max(least, widest + 2 * PAD, Math.sqrt(area * aspect))
}

function placeLane(
  lane: LaneContent,
  width: number,
  top: number,
  neighbours: ReadonlyMap<string, readonly string[]>,
): { positions: Map<string, Point>; groups: Map<string, Box>; bottom: number } {
  const positions = new Map<string, Point>()
  const groups = new Map<string, Box>()
  let y = top + PAD
  for (const shelf of shelve(lane.groups, width - 2 * PAD)) {
    const used = shelf.reduce((sum, group) => sum + group.width, 0)
    const gap = (width - used) / (shelf.length + 1)
    let x = gap
    for (const group of shelf) {
      placeGroup(group, x, y, positions)
      if (group.members.length > 0) {
        groups.set(group.document, {
          left: x - 6,
          top: y - 6,
          right: x + group.width + 6,
          bottom: y + group.height - 4,
        })
      }
      x += group.width + gap
    }
    y += Math.max(...shelf.map((group) => group.height)) + GAP
  }
  y = placeLoose(lane.loose, width, y, neighbours, positions)
  return { positions, groups, bottom: y }
}

function shelve(groups: readonly Group[], width: number): readonly (readonly Group[])[] {
  const total = groups.reduce((sum, group) => sum + group.width + GAP, 0)
  // shelves of like width, not a full one and a short one
  const fair = total / Math.max(1, Math.ceil(total / width))
  const shelves: Group[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const group of groups) {
    if (used + group.width / 2 > fair || used + group.width > width) {
      shelves.push([])
      used = 0
    }
    shelves.at(-1)!.push(group)
    used += group.width + GAP
  }
  return shelves
}

function placeGroup(group: Group, left: number, top: number, positions: Map<string, Point>): void {
  positions.set(group.document, { x: left + group.width / 2, y: top + 14 })
  group.members.forEach((id, index) => {
    const row = Math.floor(index / group.columns)
    const inRow = Math.min(group.columns, group.members.length - row * group.columns)
    const start = left + (group.width - inRow * CELL.width) / 2
    const x = start + (index - row * group.columns + 0.5) * CELL.width
    positions.set(id, { x, y: top + HEAD_HEIGHT + row * CELL.height + 10 })
  })
}

/** Agencies and the rest, in rows: each near what it is joined to as far as there is room. */
function placeLoose(
  ids: readonly string[],
  width: number,
  top: number,
  neighbours: ReadonlyMap<string, readonly string[]>,
  positions: Map<string, Point>,
): number {
  const columns = Math.max(1, Math.floor((width - 2 * PAD) / AGENCY.width))
  const rows = Math.ceil(ids.length / columns)
  // neighbouring ones go to different rows, so that each can be nearer to its place
  for (let row = 0; row < rows; row += 1) {
    const own = ids.filter((_, index) => index % rows === row)
    const xs = own.map((id) => {
      const known = (neighbours.get(id) ?? []).flatMap((each) => positions.get(each)?.x ?? [])
      return known.length === 0 ? width / 2 : known.reduce((sum, x) => sum + x, 0) / known.length
    })
    const spread = spreadOut(xs, AGENCY.width, PAD + AGENCY.width / 2, width - PAD - AGENCY.width / 2)
    own.forEach((id, index) => {
      positions.set(id, { x: spread[index]!, y: top + 10 + row * AGENCY.height })
    })
  }
  return top + rows * AGENCY.height + (rows > 0 ? 6 : 0)
}

/** Places in the given order, at least `distance` apart and within the bounds, each as near to where it would be as that allows. */
export function spreadOut(
  wished: readonly number[],
  distance: number,
  least: number,
  most: number,
): number[] {
  const xs = [...wished].sort((a, b) => a - b)
  for (let i = 0; i < xs.length; i += 1) {
    xs[i] = Math.max(xs[i]!, i === 0 ? least : xs[i - 1]! + distance)
  }
  for (let i = xs.length - 1; i >= 0; i -= 1) {
    xs[i] = Math.min(xs[i]!, i === xs.length - 1 ? most : xs[i + 1]! - distance)
  }
  return xs
}

function neighboursOf(graph: ShownGraph): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>([...graph.nodes.keys()].map((id) => [id, []]))
  for (const edge of graph.edges.values()) {
    neighbours.get(edge.source)?.push(edge.target)
    neighbours.get(edge.target)?.push(edge.source)
  }
  return neighbours
}

function barycentre(
  ids: readonly string[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  xs: ReadonlyMap<string, number>,
): number {
  const own = new Set(ids)
  let sum = 0
  let count = 0
  for (const id of ids) {
    for (const other of neighbours.get(id) ?? []) {
      const x = own.has(other) ? undefined : xs.get(other)
      if (x === undefined) continue
      sum += x
      count += 1
    }
  }
  return count === 0 ? (xs.get(ids[0]!) ?? 0) : sum / count
}

/** A stable sort by a number computed once. */
function sortBy<T>(items: readonly T[], by: (item: T) => number): T[] {
  return items
    .map((item) => ({ item, value: by(item) }))
    .sort((a, b) => a.value - b.value)
    .map(({ item }) => item)
}
