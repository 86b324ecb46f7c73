import { describe, expect, it } from 'vitest'
import { comparisonsOf, groupTargets, printValue, sortTargets, type TargetFacts } from './arrange.ts'

const target = (
  id: string,
  facts: Partial<Omit<TargetFacts, 'clause'>> & { readonly place?: string; readonly like?: string } = {},
): TargetFacts => {
  const { place = '济宁市', like, ...rest } = facts
  const comparison = (other: string) => ({
    ...{ target: { id }, other: { id: other }, verdict: 'EQUAL' },
    ...{ deadlineVerdict: null, difference: 0, differenceUnit: '天' },
  })
  return {
    ...{ id, metric: null, value: null, valueMax: null, unit: null, amount: null, amountUnit: null },
    deadline: null,
    clause: {
      document: { id: `document of ${place}`, issuedOn: null, jurisdiction: { id: place, name: place } },
      correspondences: like === undefined ? [] : [{ targets: [comparison(like), comparison(like)] }],
    },
    ...rest,
  }
}
const ids = (targets: readonly TargetFacts[]): string[] => targets.map(({ id }) => id)

describe('sortTargets', () => {
  const targets = [
    target('money', { metric: '奖励', amount: 5, amountUnit: '元', deadline: '2026-12-31' }),
    target('none'),
    target('long', { metric: '用时', amount: 30, amountUnit: '天', deadline: '2025-12-31' }),
    target('short', { metric: '办理', amount: 2, amountUnit: '天', place: '阿坝州' }),
  ]
  it.each([
    ['text', 'up', ['money', 'none', 'long', 'short']],
    ['text', 'down', ['short', 'long', 'none', 'money']],
    // days before yuan either way, and what has no value last
    ['value', 'up', ['short', 'long', 'money', 'none']],
    ['value', 'down', ['long', 'short', 'money', 'none']],
    ['deadline', 'up', ['long', 'money', 'none', 'short']],
    ['deadline', 'down', ['money', 'long', 'none', 'short']],
    ['metric', 'up', ['short', 'money', 'long', 'none']],
    ['place', 'up', ['short', 'money', 'none', 'long']],
  ] as const)('by %s %s', (sort, direction, order) => {
    expect(ids(sortTargets(targets, sort, direction))).toEqual(order)
  })
})

describe('groupTargets', () => {
  it('joins what the service compared, and the same words in the same unit', () => {
    const groups = groupTargets([
      target('alone', { metric: '培训', amountUnit: '学时' }),
      target('a', { metric: '临床试验启动前用时', amountUnit: '天', amount: 9, like: 'b', place: '山东省' }),
      target('b', { metric: '临床试验用时', amountUnit: '天', amount: 3, like: 'a' }),
      target('c', { metric: '临床试验用时', amountUnit: '天', amount: 5 }),
      target('other unit', { metric: '临床试验用时', amountUnit: '个' }),
    ])
    expect(groups.map((group) => [group.metric, ids(group.targets), group.places, group.compared])).toEqual([
      ['临床试验用时', ['b', 'c', 'a'], 2, true],
      ['培训', ['alone'], 1, false],
      ['临床试验用时', ['other unit'], 1, false],
    ])
  })

  it('does not join targets without a metric, nor one that the filter left out', () => {
    const groups = groupTargets([target('a'), target('b', { like: 'absent' })])
    expect(groups.map(({ targets, compared }) => [ids(targets), compared])).toEqual([
      [['a'], false],
      [['b'], false],
    ])
  })
})

describe('comparisonsOf', () => {
  it('names each other target once', () => {
    expect(comparisonsOf(target('a', { like: 'b' })).map(({ other }) => other.id)).toEqual(['b'])
  })
})

describe('printValue', () => {
  it.each([
    [null, null, null],
    [25, null, '25'],
    [2000, null, '2000'],
    [1234567.5, null, '1,234,567.5'],
    [3, 5, '3–5'],
  ])('%s to %s', (value, valueMax, printed) => {
    expect(printValue({ value, valueMax })).toBe(printed)
  })
})
