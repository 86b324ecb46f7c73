import { describe, expect, it } from 'vitest'
import { readLines } from './lines.ts'
import { RUN_IN_RULES, runInLength } from './runIn.ts'

describe('runInLength', () => {
  it.each(RUN_IN_RULES.map(({ id, pattern, example }) => [id, pattern, example] as const))(
    'parts the heading by %s',
    (_, pattern, { line, heading }) => {
      expect(pattern.test(line)).toBe(true)
      expect(line.slice(0, runInLength(line))).toBe(heading)
    },
  )

  it.each([
    ['an enumeration in one paragraph', '三、奖补标准。（一）甲类5万元；（二）乙类3万元。'],
    ['an enumeration that passes ten', '三、其他事项。（十九）登记造册。按户登记；（二十）张榜公布。'],
    ['an enumeration of numbers', '二、办理流程。1.提出申请；2.审核公示。'],
    ['a decimal', '二、投资规模。1.5亿元以内。'],
    ['a reference', '四、落实要点（一）项规定'],
    ['a reference within a heading', '第二章依照第三条第二款处理'],
    ['a heading alone', '一、总体要求。'],
  ])('leaves %s whole', (_, line) => {
    expect(runInLength(line)).toBe(0)
    expect(readLines(line)).toHaveLength(1)
  })
})

describe('readLines', () => {
  it('makes a line of the heading and one of its first clause', () => {
    const text = '前言。\n三、健全管护机制。（五）落实河长责任。逐段明确责任人。'
    expect(readLines(text).slice(1)).toMatchObject([
      { text: '三、健全管护机制。', start: 4, end: 13, form: 'labelled', label: { label: '三' } },
      {
        text: '（五）落实河长责任。逐段明确责任人。',
        start: 13,
        form: 'labelled',
        label: { label: '（五）' },
      },
    ])
  })
})
