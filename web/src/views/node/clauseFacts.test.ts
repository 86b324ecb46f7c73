import { expect, it } from 'vitest'
import { factsOf, targetWords } from './clauseFacts.ts'
import type { ReadClause } from './documentQuery.ts'

const TARGET: ReadClause['targets'][number] = {
  id: 'c1/target_1',
  kind: 'LIMIT',
  bound: 'AT_MOST',
  metric: '临床试验启动整体用时',
  value: 28,
  valueMax: null,
  unit: '周',
  deadline: null,
  condition: null,
  lead: [],
  span: { start: 30, end: 45 },
}

const CLAUSE: ReadClause = {
  id: 'c1',
  label: '（一）',
  title: '甲',
  reference: '《甲》',
  url: '/id/c1',
  span: { start: 10, end: 90 },
  correspondences: [],
  productMentions: [
    { productType: { id: 'product/药品', name: '药品' }, span: { start: 12, end: 14 } },
    { productType: { id: 'product/药品', name: '药品' }, span: { start: 20, end: 22 } },
  ],
  responsibilities: [
    {
      role: 'SUPPORT',
      origin: 'NOTE',
      printed: '市财政局',
      agency: { id: 'agency/370800/市财政局', name: '济宁市财政局' },
      mentions: [{ scope: '资金', deadline: '2025-12-31', span: { start: 80, end: 84 } }],
    },
    {
      role: 'LEAD',
      origin: 'NOTE',
      printed: '市科技局',
      agency: { id: 'agency/370800/市科技局', name: '济宁市科技局' },
      mentions: [{ scope: null, deadline: null, span: { start: 70, end: 74 } }],
    },
  ],
  citations: [
    {
      relation: 'CITES',
      title: '药品管理法',
      number: null,
      locator: '第五条',
      document: { id: 'cn/000000/x', title: '中华人民共和国药品管理法', ingested: false },
      cited: null,
      span: { start: 50, end: 60 },
    },
  ],
  targets: [TARGET],
}

it('gives facts by role and kind, leads first', () => {
  const { groups } = factsOf(CLAUSE, 0)
  expect(groups.map(({ title, facts }) => [title, facts.map(({ label, note }) => [label, note])])).toEqual([
    ['牵头', [['济宁市科技局', undefined]]],
    ['配合', [['济宁市财政局', '资金；2025-12-31 前']]],
    ['目标', [['临床试验启动整体用时 不超过 28 周', undefined]]],
    ['产品', [['药品', undefined]]],
    ['引用', [['药品管理法 第五条', '引用 · 未收录']]],
  ])
})

it('every mark belongs to a fact and every fact to a mark', () => {
  const { groups, marks } = factsOf(CLAUSE, 1)
  const facts = groups.flatMap((group) => group.facts.map(({ id }) => id))
  expect(new Set(marks.map(({ id }) => id))).toEqual(new Set(facts))
  expect(marks.filter(({ id }) => id === 'product/药品')).toHaveLength(2)
})

it.each([
  { change: {}, expected: '临床试验启动整体用时 不超过 28 周' },
  { change: { valueMax: 30 }, expected: '临床试验启动整体用时 不超过 28–30 周' },
  {
    change: { value: null, bound: 'BY', deadline: '2027-12-31' },
    expected: '临床试验启动整体用时 2027-12-31 前',
  },
  { change: { metric: null, value: 2000, unit: '万元' }, expected: '不超过 2,000 万元' },
] as const)('says a target in words: $expected', ({ change, expected }) => {
  expect(targetWords({ ...TARGET, ...change }, 0)).toBe(expected)
})
