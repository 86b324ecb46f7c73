import { describe, expect, it } from 'vitest'
import { LABEL_RULES, readLabel } from './labels.ts'

describe('readLabel', () => {
  it.each(LABEL_RULES.map((rule) => [rule.scheme, rule.example] as const))('%s', (scheme, example) => {
    expect(readLabel(example.line)).toMatchObject({ scheme, label: example.label, number: example.number })
  })

  it('keeps the rules in the order of depth', () => {
    expect(LABEL_RULES.map((rule) => rule.rank)).toEqual(LABEL_RULES.map((_, i) => i))
  })

  it.each([
    // a decimal, a year, a bracketed remark and a citation of an article are no labels
    '3.5亿元资金到位。',
    '2024年力争新增4个产品。',
    '（此件公开发布）',
    '第三条第二款规定的情形除外。',
    '一二三产业融合发展。',
  ])('finds none in %s', (line) => {
    expect(readLabel(line)).toBeNull()
  })
})
