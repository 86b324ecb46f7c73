import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumeral, parseNumeral } from './numerals.ts'

describe('parseNumeral', () => {
  it.each([
    ['二十五', 25],
    ['十', 10],
    ['十四', 14],
    ['一百零二', 102],
    ['一百二', 120],
    ['一千零五十', 1050],
    ['三千五', 3500],
    ['两万', 20000],
    ['一亿两千万', 120_000_000],
    ['一万亿', 1e12],
    ['廿三', 23],
    ['卅', 30],
    ['〇', 0],
    ['零', 0],
    ['二〇二四', 2024],
    ['二○二二', 2022],
    ['2024', 2024],
    ['２０２２', 2022],
    ['1,000', 1000],
    ['３.５亿', 350_000_000],
    ['1.1亿', 110_000_000],
    ['3万', 30_000],
    ['2千', 2000],
    ['1.5万亿', 1.5e12],
    ['一万零一十', 10_010],
    ['壹佰贰拾', 120],
  ])('%s is %d', (text, value) => {
    expect(parseNumeral(text)).toBe(value)
  })

  it.each(['', '甲', '第三', '三家', '万', '3.5.1', '一二十'])('%j is no numeral', (text) => {
    expect(parseNumeral(text)).toBeNull()
  })

  it('reads back what formatNumeral prints', () => {
    fc.assert(fc.property(fc.nat(999_999_999), (value) => parseNumeral(formatNumeral(value)) === value))
    for (let value = 0; value < 12_000; value++) expect(parseNumeral(formatNumeral(value))).toBe(value)
  })
})

describe('formatNumeral', () => {
  it.each([
    [0, '零'],
    [10, '十'],
    [25, '二十五'],
    [105, '一百零五'],
    [110, '一百一十'],
    [10_010, '一万零一十'],
    [100_000_000, '一亿'],
  ])('%d is %s', (value, text) => {
    expect(formatNumeral(value)).toBe(text)
  })

  it.each([-1, 1.5, 1e12])('refuses %d', (value) => {
    expect(() => formatNumeral(value)).toThrow(RangeError)
  })
})
