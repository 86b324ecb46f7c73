import { describe, expect, it } from 'vitest'
import { targetNode } from '../../test/support/bundle.ts'
import type { TargetNode } from '../domain/nodes.ts'
import { compareTargets } from './targetComparison.ts'
import { judgeTargets, type Territory } from './targetVerdict.ts'

/** Printed value and unit → base unit, as reading stores them. */
const UNITS: Readonly<Record<string, readonly [base: string, factor: number]>> = {
  周: ['天', 7],
  日: ['天', 1],
  天: ['天', 1],
  个月: ['天', 30],
  年: ['天', 365],
  个工作日: ['工作日', 1],
  工作日: ['工作日', 1],
  元: ['元', 1],
  万元: ['元', 1e4],
  亿元: ['元', 1e8],
}

let serial = 0
function target(printed: string, overrides: Partial<TargetNode> = {}): TargetNode {
  const [, low, high, unit] = /^([\d.]+)(?:-([\d.]+))?(.*)$/.exec(printed) ?? []
  const [amountUnit, factor] = UNITS[unit ?? ''] ?? [unit ?? '', 1]
  serial += 1
  return targetNode({
    id: `cn/1/sec_1__cl_1/target_${serial}`,
    clauseId: 'cn/1/sec_1__cl_1',
    ordinal: serial,
    metric: '办理时限',
    value: Number(low),
    valueMax: high === undefined ? null : Number(high),
    unit: unit ?? null,
    amount: Number(low) * factor,
    amountUnit,
    ...overrides,
  })
}
const limit = (printed: string, overrides: Partial<TargetNode> = {}) =>
  target(printed, { targetKind: 'LIMIT', bound: 'AT_MOST', ...overrides })
const goal = (printed: string, overrides: Partial<TargetNode> = {}) =>
  target(printed, { metric: '示范基地', ...overrides })
const reward = (printed: string, overrides: Partial<TargetNode> = {}) =>
  target(printed, { targetKind: 'REWARD', bound: 'EXACTLY', metric: '奖励', ...overrides })

describe('the verdict on two targets of one metric', () => {
  it.each<[string, TargetNode, TargetNode, string, number | null, string | null]>([
    ['a shorter limit is stricter', limit('25周'), limit('28周'), 'STRICTER', -3, '周'],
    ['a longer one looser', limit('60日'), limit('1个月'), 'LOOSER', 30, '天'],
    ['equal in other units', limit('14天'), limit('2周'), 'EQUAL', 0, '天'],
    ['a week has five working days', limit('2周'), limit('15个工作日'), 'STRICTER', -5, '工作日'],
    ['days against working days', limit('15日'), limit('15个工作日'), 'INCOMPARABLE', null, null],
    ['months against working days', limit('1个月'), limit('15个工作日'), 'INCOMPARABLE', null, null],
    ['working days', limit('10个工作日'), limit('15工作日'), 'STRICTER', -5, '工作日'],
    ['a higher goal is stricter', goal('12家'), goal('10个'), 'STRICTER', 2, '家'],
    ['a lower one looser', goal('5家'), goal('10家'), 'LOOSER', -5, '家'],
    ['things that are counted otherwise', goal('5家'), goal('10项'), 'INCOMPARABLE', null, null],
    ['percent against points', goal('5%'), goal('5个百分点'), 'INCOMPARABLE', null, null],
    ['percent', goal('85%'), goal('80%'), 'STRICTER', 5, '%'],
    ['at least against at most', goal('5家'), goal('5家', { bound: 'AT_MOST' }), 'INCOMPARABLE', null, null],
    [
      'a figure that should be small',
      goal('3%', { metric: '城镇失业率', bound: 'EXACTLY' }),
      goal('4%', { metric: '城镇失业率', bound: 'EXACTLY' }),
      'STRICTER',
      -1,
      '%',
    ],
    [
      'a reduction that should be great',
      goal('3%', { metric: '能耗下降', bound: 'EXACTLY' }),
      goal('4%', { metric: '能耗下降', bound: 'EXACTLY' }),
      'LOOSER',
      -1,
      '%',
    ],
    ['rewards in other units', reward('200万元'), reward('0.01亿元'), 'HIGHER', 1_000_000, '元'],
    ['a lower reward', reward('100万元'), reward('200万元'), 'LOWER', -100, '万元'],
    ['equal rewards', reward('100万元'), reward('1000000元'), 'EQUAL', 0, '元'],
    [
      'rewards on other terms',
      reward('100万元', { condition: '每个项目' }),
      reward('200万元', { condition: '同一年度每家单位' }),
      'INCOMPARABLE',
      null,
      null,
    ],
    [
      'rewards on the same terms in other words',
      reward('100万元', { condition: '每家企业' }),
      reward('200万元', { condition: '单个企业' }),
      'LOWER',
      -100,
      '万元',
    ],
    [
      'what the condition repeats of the reward',
      reward('100万元', { condition: '单个奖补' }),
      reward('200万元', { condition: '每个' }),
      'LOWER',
      -100,
      '万元',
    ],
    ['a range above', reward('10-20万元'), reward('5-20万元'), 'HIGHER', null, null],
    ['a range around', reward('5-30万元'), reward('10-20万元'), 'INCOMPARABLE', null, null],
    [
      'counts of a province and of a city',
      goal('30个', { metric: '全市示范基地' }),
      goal('300个', { metric: '全省示范基地' }),
      'INCOMPARABLE',
      null,
      null,
    ],
    [
      'rates of a province and of a city',
      goal('85%', { metric: '全市入户率' }),
      goal('80%', { metric: '全省入户率' }),
      'STRICTER',
      5,
      '%',
    ],
    [
      'new ones against all',
      goal('30个', { metric: '新增示范基地' }),
      goal('30个', { metric: '累计示范基地' }),
      'INCOMPARABLE',
      null,
      null,
    ],
    ['no value', goal('5家', { value: null, amount: null }), goal('5家'), 'INCOMPARABLE', null, null],
  ])('%s', (_name, own, other, verdict, difference, differenceUnit) => {
    expect(judgeTargets(own, other)).toMatchObject({
      verdict,
      difference,
      differenceUnit,
      deadlineVerdict: null,
    })
  })

  const homes = (printed: string, overrides: Partial<TargetNode> = {}) =>
    goal(printed, { metric: '适老化改造', ...overrides })
  it.each<[string, TargetNode, TargetNode, Territory, string]>([
    [
      'a smaller place’s smaller total may be its share',
      homes('3500户'),
      homes('60000户'),
      'BELOW',
      'INCOMPARABLE',
    ],
    ['the same from above', homes('60000户'), homes('3500户'), 'ABOVE', 'INCOMPARABLE'],
    ['a smaller place’s greater total is none', homes('12户'), homes('10户'), 'BELOW', 'STRICTER'],
    ['the same greater total from above', homes('10户'), homes('12户'), 'ABOVE', 'LOOSER'],
    ['equal totals', homes('10户'), homes('10户'), 'BELOW', 'EQUAL'],
    ['two cities', homes('3500户'), homes('60000户'), 'BESIDE', 'LOOSER'],
    [
      'for each of something',
      homes('2个', { condition: '每个县' }),
      homes('3个', { condition: '每个县' }),
      'BELOW',
      'LOOSER',
    ],
    ['a rate', homes('80%'), homes('85%'), 'BELOW', 'LOOSER'],
    ['hours of a course', homes('30学时/年'), homes('40学时/年'), 'BELOW', 'LOOSER'],
    ['a limit of time', limit('20日'), limit('30日'), 'BELOW', 'STRICTER'],
    ['a reward', reward('100万元'), reward('200万元'), 'BELOW', 'LOWER'],
  ])('minds whose place lies within the other’s: %s', (_name, own, other, territory, verdict) => {
    expect(judgeTargets(own, other, territory)).toMatchObject({ verdict })
  })

  it.each([
    ['2025-12-31', '2026-12-31', 'EARLIER'],
    ['2026-12-31', '2026-12-31', 'SAME'],
    ['2027-06-30', '2026-12-31', 'LATER'],
    ['2027-06-30', null, 'INCOMPARABLE'],
    [null, '2027-06-30', 'INCOMPARABLE'],
  ])('keeps deadlines apart: %s, %s: %s', (deadline, other, deadlineVerdict) => {
    expect(judgeTargets(goal('5家', { deadline }), goal('5家', { deadline: other }))).toMatchObject({
      verdict: 'EQUAL',
      deadlineVerdict,
    })
  })

  it('compares pure deadlines by their days', () => {
    const by = (deadline: string) =>
      targetNode({ id: deadline, clauseId: 'c', targetKind: 'DEADLINE', bound: 'BY', deadline })
    expect(judgeTargets(by('2025-06-30'), by('2025-12-31'))).toMatchObject({
      verdict: 'STRICTER',
      deadlineVerdict: 'EARLIER',
      difference: -184,
      differenceUnit: '天',
    })
  })
})

/** What was set beside what, as `25周~28周`. */
function pairs(own: readonly TargetNode[], others: readonly TargetNode[], sameMeasure = true): string[] {
  const print = ({ value, unit }: TargetNode) => `${value}${unit}`
  return compareTargets(own, others, sameMeasure).map(({ target: a, other: b }) => `${print(a)}~${print(b)}`)
}

describe('which targets are set beside each other', () => {
  it('those on one metric, whatever their order', () => {
    const own = [limit('15日', { metric: '注册审评时限' }), goal('3家', { metric: '中试平台' })]
    const others = [goal('5家', { metric: '中试平台数量' }), limit('20日', { metric: '注册技术审评用时' })]
    expect(pairs(own, others)).toEqual(['15日~20日', '3家~5家'])
  })
  it('none on other metrics', () => {
    expect(pairs([goal('3家', { metric: '中试平台' })], [goal('5家', { metric: '孵化器' })])).toEqual([])
  })
  it('each at most once, that with the same deadline first', () => {
    const rate = (printed: string, deadline: string) => goal(printed, { metric: '机械化率', deadline })
    const own = [rate('60%', '2026-12-31'), rate('80%', '2027-12-31')]
    const others = [rate('70%', '2027-12-31'), rate('50%', '2026-12-31'), rate('90%', '2030-12-31')]
    expect(pairs(own, others)).toEqual(['60%~50%', '80%~70%'])
  })
  it('steps of a reward one by one, where both have equally many', () => {
    const own = [reward('200万元'), reward('300万元')]
    expect(pairs(own, [reward('100万元'), reward('150万元')])).toEqual(['200万元~100万元', '300万元~150万元'])
    expect(pairs(own, [reward('100万元'), reward('150万元'), reward('200万元')])).toEqual([])
  })
  it('never a reward and a cap', () => {
    expect(pairs([reward('200万元')], [reward('300万元', { targetKind: 'CAP' })])).toEqual([])
  })
  it('those that are akin and could be nothing else, in one measure only', () => {
    const own = [goal('2个', { metric: '专区' }), goal('1次', { metric: '功能初筛' })]
    const others = [goal('3个', { metric: '失智照护专区' })]
    expect(pairs(own, others)).toEqual(['2个~3个'])
    expect(pairs(own, others, false)).toEqual([])
    expect(pairs(own, [...others, goal('4个', { metric: '医养康复专区' })])).toEqual([])
  })
  it('the only reward of either side, in one measure only', () => {
    const own = [reward('200万元', { metric: '示范合作社奖励' })]
    expect(pairs(own, [reward('100万元')])).toEqual(['200万元~100万元'])
    expect(pairs(own, [reward('100万元')], false)).toEqual([])
    expect(pairs(own, [reward('100万元', { metric: '家庭农场奖励' })])).toEqual([])
  })
})
