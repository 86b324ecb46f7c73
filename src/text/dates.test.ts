import { describe, expect, it } from 'vitest'
import { DATE_RULES, findDates, parseDate } from './dates.ts'

describe('findDates', () => {
  it.each(DATE_RULES.map((rule) => [rule.id, rule] as const))('%s finds its example', (_, rule) => {
    const [text, date] = rule.example
    expect(findDates(text)).toMatchObject([{ date, precision: rule.precision, start: 0, end: text.length }])
  })

  it.each([
    ['２０２４年 ７月 １８日', '2024-07-18', 'DAY', false],
    ['2024年7月', '2024-07-31', 'MONTH', false],
    ['二○二二年十二月', '2022-12-31', 'MONTH', false],
    ['2024年2月底前', '2024-02-29', 'MONTH', true],
    ['2024年底', '2024-12-31', 'YEAR', false],
    ['2024年末', '2024-12-31', 'YEAR', false],
    ['2025年下半年', '2025-12-31', 'HALF_YEAR', false],
    ['2025年二季度', '2025-06-30', 'QUARTER', false],
    ['2024/7/18', '2024-07-18', 'DAY', false],
    ['2024年12月31日前', '2024-12-31', 'DAY', true],
    ['到2027年', '2027-12-31', 'YEAR', true],
    ['“十五五”期间', '2030-12-31', 'PLAN', false],
    ['2024—2026年', '2026-12-31', 'YEAR', false],
  ])('%s', (text, date, precision, by) => {
    expect(findDates(text)).toMatchObject([{ date, precision, by }])
  })

  it.each([
    '2023年2月30日',
    '2024年13月1日',
    '2024-02-31',
    '1978.5',
    '90个工作日',
    '三年行动',
    '每年7月',
    '20245年',
    '“十四五”规划',
  ])('%s names no date', (text) => {
    expect(findDates(text).filter(({ precision }) => precision === 'DAY' || precision === 'PLAN')).toEqual([])
  })

  it('does not make a month of a day that is not', () => {
    expect(findDates('2023年2月30日')).toEqual([])
  })

  it('gives the places in the order of the text', () => {
    const text = '2024年力争新增4个，2026年年底前新增10个'
    expect(findDates(text).map(({ start, end, date }) => [text.slice(start, end), date])).toEqual([
      ['2024年', '2024-12-31'],
      ['2026年年底前', '2026-12-31'],
    ])
  })
})

describe('parseDate', () => {
  it.each([
    ['2024年7月18日', '2024-07-18'],
    [' 2024-07-18 ', '2024-07-18'],
    ['2024年7月', null],
    ['发布于2024年7月18日', null],
    ['', null],
  ])('%j', (text, date) => {
    expect(parseDate(text)).toBe(date)
  })
})
