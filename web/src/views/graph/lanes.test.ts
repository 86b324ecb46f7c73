import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'
import { mergePieces, VIEW_BUDGET } from './graphData.ts'
import { layOutLanes, spreadOut } from './lanes.ts'
import { AGENCY, clauseOf, LOWER, nodeOf, samplePiece, UPPER } from './sample.ts'

const graphOf = (clauses: number) =>
  fold(mergePieces([samplePiece(clauses)], VIEW_BUDGET), new Set(), new Set())

describe('layOutLanes', () => {
  it('puts higher levels above lower ones, and each node into its lane', () => {
    const { lanes, positions } = layOutLanes(graphOf(12))
    expect(lanes.map((lane) => lane.level)).toEqual(['PROVINCIAL', 'MUNICIPAL'])
    expect(lanes[0]!.bottom).toBe(lanes[1]!.top)
    for (const [id, lane] of [
      [UPPER, 0],
      [AGENCY, 0],
      [clauseOf(UPPER, 12), 0],
      [LOWER, 1],
      [clauseOf(LOWER, 1), 1],
    ] as const) {
      const { y } = positions.get(id)!
      expect(y).toBeGreaterThan(lanes[lane]!.top)
      expect(y).toBeLessThan(lanes[lane]!.bottom)
    }
  })

  it('keeps clauses in the order of the text within the box of their document', () => {
    const { groups, positions } = layOutLanes(graphOf(12))
    const box = groups.get(UPPER)!
    let before = { x: -Infinity, y: -Infinity }
    for (let index = 1; index <= 12; index += 1) {
      const at = positions.get(clauseOf(UPPER, index))!
      expect(at.x).toBeGreaterThan(box.left)
      expect(at.x).toBeLessThan(box.right)
      expect(at.y).toBeLessThan(box.bottom)
      expect(at.y > before.y || (at.y === before.y && at.x > before.x)).toBe(true)
      before = at
    }
  })

  it.each([4, 7, 29])('stands %i clauses in rows of like length', (clauses) => {
    const { positions } = layOutLanes(graphOf(clauses))
    const rows = new Map<number, number>()
    for (let index = 1; index <= clauses; index += 1) {
      const { y } = positions.get(clauseOf(UPPER, index))!
      rows.set(y, (rows.get(y) ?? 0) + 1)
    }
    const lengths = [...rows.values()]
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(rows.size)
    expect(lengths.length === 1 || Math.min(...lengths) > 1).toBe(true)
  })

  it.each([1, 3, 29, 120])('puts no two nodes of %i clauses on one another', (clauses) => {
    const points = [...layOutLanes(graphOf(clauses)).positions.values()]
    expect(points).toHaveLength(graphOf(clauses).nodes.size)
    for (const [index, a] of points.entries()) {
      for (const b of points.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(20)
    }
  })

  it('is the same every time', () => {
    expect(layOutLanes(graphOf(20))).toEqual(layOutLanes(graphOf(20)))
  })

  it('has a lane for what has no level, and lays out a lone node', () => {
    const piece = { nodes: [nodeOf('product/中药', 'PRODUCT_TYPE', null)], edges: [], truncated: false }
    const layout = layOutLanes(fold(mergePieces([piece], VIEW_BUDGET), new Set(), new Set()))
    expect(layout.lanes.map((lane) => lane.level)).toEqual([null])
    expect(layout.positions.size).toBe(1)
  })

  it('is narrow for a narrow screen', () => {
    const narrow = layOutLanes(graphOf(12), { aspect: 0.6, least: 430 }).box
    expect(narrow.bottom).toBeGreaterThan(narrow.right)
  })
})

describe('spreadOut', () => {
  it.each([
    [
      [50, 50, 50],
      [40, 50, 60],
    ],
    [
      [0, 100],
      [5, 95],
    ],
    [
      [20, 22, 80],
      [20, 30, 80],
    ],
  ])('%j', (wished, places) => {
    const spread = spreadOut(wished, 10, 5, 95)
    expect(spread).toHaveLength(places.length)
    for (let index = 1; index < spread.length; index += 1) {
      expect(spread[index]! - spread[index - 1]!).toBeGreaterThanOrEqual(10)
    }
    expect(spread[0]!).toBeGreaterThanOrEqual(5)
    expect(spread.at(-1)!).toBeLessThanOrEqual(95)
  })
})
