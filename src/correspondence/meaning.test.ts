import { describe, expect, it } from 'vitest'
import { clauseNode, passage } from '../../test/support/bundle.ts'
import type { ClauseFeatures } from './features.ts'
import { at, createMatrix, gapToBest } from './matrix.ts'
import { compareFields, compareMeaning, nearestWindows } from './meaning.ts'

/** A clause with a whole and windows, each one direction of four. */
function features(id: string, whole: number, ...windows: number[]): ClauseFeatures {
  const direction = (index: number) => Float32Array.from({ length: 4 }, (_, i) => (i === index ? 1 : 0))
  return {
    clause: clauseNode({ id, documentId: 'd' }),
    passages: [
      passage(id, direction(whole)),
      ...windows.map((index, i) => passage(id, direction(index), { start: i * 80, end: i * 80 + 80 })),
    ],
    tokens: [],
    products: [],
    leads: [],
    targets: [],
  }
}

describe('compareMeaning', () => {
  it.each<[string, ClauseFeatures, ClauseFeatures, number, number]>([
    ['all windows meet', features('a', 3, 0, 1), features('b', 3, 1, 0), 1, 1],
    ['one of two on either side', features('a', 3, 0, 1), features('b', 3, 1, 2), 0.5, 1],
    ['a short clause inside a long one', features('a', 0), features('b', 3, 0, 1, 2), (1 + 1 / 3) / 2, 1],
    ['none', features('a', 3, 0), features('b', 3, 1, 2), 0, 0],
    ['wholes where there are no windows', features('a', 3), features('b', 3), 1, 1],
  ])('%s', (_what, one, other, aligned, best) => {
    const meaning = compareMeaning([one], [other])
    expect(at(meaning.aligned, 0, 0)).toBeCloseTo(aligned)
    expect(at(meaning.best, 0, 0)).toBeCloseTo(best)
    const back = compareMeaning([other], [one])
    expect(at(back.aligned, 0, 0)).toBeCloseTo(aligned)
  })
})

it('finds the windows that are nearest', () => {
  const nearest = nearestWindows(features('a', 3, 0, 1), features('b', 3, 2, 1))
  expect(nearest).toMatchObject({
    one: { window: { start: 80 } },
    other: { window: { start: 80 } },
    cosine: 1,
  })
  expect(nearestWindows({ ...features('a', 0), passages: [] }, features('b', 0))).toBeNull()
})

it('compares fields by the directions of whole documents', () => {
  expect(
    compareFields([features('a', 0), features('b', 1)], [features('c', 1), features('d', 0)]),
  ).toBeCloseTo(1)
  expect(compareFields([features('a', 0), features('b', 1)], [features('c', 1)])).toBeCloseTo(Math.SQRT1_2)
  expect(compareFields([features('a', 0)], [features('c', 1)])).toBe(0)
})

it('measures how far a figure stands below the best of its row and of its column', () => {
  const figures = [
    [5, 2],
    [4, 3],
  ]
  const gaps = gapToBest(createMatrix(2, 2, (row, column) => figures[row]![column]!))
  expect([...gaps.values]).toEqual([0, -4, -1, -1])
})
