import { describe, expect, it } from 'vitest'
import { LEAST_SHARE, shareBudget } from './budget.ts'

describe('shareBudget', () => {
  it.each([
    ['all fit', [100, 50, 20], 200, [100, 50, 20]],
    ['equal shares', [100, 100], 120, [60, 60]],
    ['what a short one leaves goes to the others', [200, 20, 200], 220, [100, 20, 100]],
    ['the last ones get none where shares become too small', [100, 100, 100], 100, [50, 50, 0]],
    ['the first one gets something in any case', [100, 100], 30, [30, 0]],
    ['nothing to share', [], 100, []],
    ['an empty text', [0, 100], 60, [0, 60]],
  ])('%s', (_what, lengths, budget, shares) => {
    expect(shareBudget(lengths, budget)).toEqual(shares)
  })

  it('never gives more than there is', () => {
    for (let budget = 1; budget < 400; budget += 7) {
      const shares = shareBudget([300, 10, 45, 120, 80], budget)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(budget)
      expect(shares.filter((share) => share > 0 && share < Math.min(LEAST_SHARE, budget, 10))).toEqual([])
    }
  })
})
