import { describe, expect, it } from 'vitest'
import { denialBefore, differencesBetween } from './differences.ts'

describe('differencesBetween', () => {
  it.each([
    // a negation dropped, added, or put in other words
    ['数据得授权运营', '数据不得授权运营', 'NEGATION', '', '不'],
    ['可以擅自改变用途', '不得擅自改变用途', 'NEGATION', '可以', '不得'],
    ['费用不计入总额', '费用计入总额', 'NEGATION', '不', ''],
    ['超过500万元', '不超过500万元', 'NEGATION', '', '不'],
    // a figure is told whole, also where one digit differs
    ['每个奖励5000万元', '每个奖励3000万元', 'FIGURE', '5000万', '3000万'],
    ['自投入之日起三十日内', '自投入之日起十五日内', 'FIGURE', '三十', '十五'],
    ['不低于15%', '不低于1.5%', 'FIGURE', '15%', '1.5%'],
    // another body
    ['由市财政局牵头', '由市科技局牵头', 'AGENCY', '财政', '科技'],
    // other words; 不断 denies nothing
    ['摆在重要位置', '摆在突出位置', 'WORDING', '重要', '突出'],
    ['不断提升水平', '持续提升水平', 'WORDING', '不断', '持续'],
  ])('%s for %s is %s', (left, right, kind, found, expected) => {
    const [first, ...rest] = differencesBetween(left, right, 6)
    expect(rest).toEqual([])
    expect(first?.kind).toBe(kind)
    expect(left.slice(first?.left.start, first?.left.end)).toBe(found)
    expect(right.slice(first?.right.start, first?.right.end)).toBe(expected)
  })
  it('a bound in other words is not turned', () => {
    const kinds = differencesBetween('岗位5000个以上吸引', '岗位不少于5000个吸引', 8).map(({ kind }) => kind)
    expect(kinds).not.toContain('NEGATION')
  })
  it('the same figure in another print is no other figure', () => {
    expect(differencesBetween('达到80%以上', '达到百分之八十以上', 8).map(({ kind }) => kind)).not.toContain(
      'FIGURE',
    )
  })
})

it.each([
  ['各单位不得', '不得'],
  ['的，未', '未'],
  ['严禁', '严禁'],
  ['应当', null],
])('the words before a quotation deny it: %s', (before, denial) => {
  expect(denialBefore(before)).toBe(denial)
})
