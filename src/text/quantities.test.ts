import { describe, expect, it } from 'vitest'
import { findQuantities } from './quantities.ts'

describe('tenths', () => {
  it.each([
    ['就业率达到六成', [[60, '%']]],
    ['不低于二成。', [[20, '%']]],
    ['提高到三成以上', [[30, '%']]],
    ['减少一成左右', [[10, '%']]],
    // 成 of another word
    ['达到一成员国标准', []],
    ['提高八成就业', []],
    ['第三成长阶段', []],
  ])('%s', (words, expected) => {
    expect(findQuantities(words).map(({ value, unit }) => [value, unit])).toEqual(expected)
  })
})
