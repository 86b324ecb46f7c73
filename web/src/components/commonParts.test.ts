import { expect, it } from 'vitest'
import { findCommonParts } from './commonParts.ts'

function words(text: string, other: string, shortest?: number): readonly (readonly [string, string])[] {
  return findCommonParts(text, other, shortest).map((part) => [
    text.slice(part.start, part.end),
    other.slice(part.otherStart, part.otherEnd),
  ])
}

it.each([
  {
    title: 'finds what both say, in the order of the first',
    text: '支持创新药研发，对通过伦理审查互认的机构给予奖励。',
    other: '对通过伦理审查互认的单位，支持创新药研发。',
    expected: [
      ['支持创新药研发', '支持创新药研发'],
      ['对通过伦理审查互认的', '对通过伦理审查互认的'],
    ],
  },
  {
    title: 'reads over punctuation, width and case',
    text: '首台（套）产品，ＡＩ+医疗',
    other: '首台套产品 ai医疗',
    expected: [['首台（套）产品，ＡＩ+医疗', '首台套产品 ai医疗']],
  },
  {
    title: 'parts no number',
    text: '整体用时压缩至25周以内，奖励300万元以上',
    other: '整体用时压缩至28周以内，奖励1300万元以上',
    expected: [
      ['整体用时压缩至', '整体用时压缩至'],
      ['周以内，奖励', '周以内，奖励'],
    ],
  },
  { title: 'leaves short agreement alone', text: '支持企业发展', other: '支持企业创新', expected: [] },
  {
    title: 'uses no place twice',
    text: '优化审评审批服务，优化审评审批服务',
    other: '优化审评审批服务',
    expected: [['优化审评审批服务', '优化审评审批服务']],
  },
  {
    title: 'keeps the offsets of signs beyond the basic plane',
    text: '𠮷祥药业股份公司',
    other: '入驻𠮷祥药业股份',
    expected: [['𠮷祥药业股份', '𠮷祥药业股份']],
  },
  { title: 'takes nothing for nothing', text: '', other: '任何文字都可以', expected: [] },
])('$title', ({ text, other, expected }) => {
  expect(words(text, other)).toEqual(expected)
})

it('gives what a longer piece left of a shorter one', () => {
  const found = words('甲乙丙丁戊己庚辛', '甲乙丙丁戊己。零。丙丁戊己庚辛', 3)
  expect(found[0]).toEqual(['甲乙丙丁戊己', '甲乙丙丁戊己'])
  expect(found.length).toBe(1)
})

it('pieces never overlap, also in long repetitive text', () => {
  const text = '加强药品监管能力建设，'.repeat(900)
  const parts = findCommonParts(text, text.slice(7))
  expect(parts.length).toBeGreaterThan(0)
  for (const [index, part] of parts.slice(1).entries()) {
    expect(part.start).toBeGreaterThanOrEqual(parts[index]!.end)
  }
})
