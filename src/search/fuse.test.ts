import { describe, expect, it } from 'vitest'
import { fuse, minMax } from './fuse.ts'

describe('minMax', () => {
  it.each<[readonly (number | null)[], readonly number[]]>([
    [
      [2, 4, 3],
      [0, 1, 0.5],
    ],
    [
      [2, null, 4],
      [0, 0, 1],
    ],
    [
      [3, 3],
      [1, 1],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [[null], [0]],
    [[], []],
    [
      [-1, 1],
      [0, 1],
    ],
  ])('%o', (values, scaled) => {
    expect(minMax(values)).toEqual(scaled)
  })
})

describe('fuse', () => {
  it('weighs the scaled scores 0.8 to 0.2', () => {
    const fused = fuse([
      { clauseId: 'both', dense: 0.9, keyword: 10 },
      { clauseId: 'dense', dense: 0.8, keyword: 0 },
      { clauseId: 'keyword', dense: 0.4, keyword: 5 },
    ])
    expect(fused.map(({ clauseId }) => clauseId)).toEqual(['both', 'dense', 'keyword'])
    const expected = [1, 0.64, 0.1]
    for (const [index, { score }] of fused.entries())
      expect(score).toBeCloseTo(expected[index] ?? Number.NaN, 10)
  })

  it('orders equal scores by id', () => {
    const fused = fuse(['b', 'c', 'a'].map((clauseId) => ({ clauseId, dense: 0.5, keyword: null })))
    expect(fused.map(({ clauseId }) => clauseId)).toEqual(['a', 'b', 'c'])
  })
})
