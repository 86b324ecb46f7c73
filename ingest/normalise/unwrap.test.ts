import { describe, expect, it } from 'vitest'
import { sourceText } from '../../test/support/sourceText.ts'
import { normalise } from './normalise.ts'

const textOf = (text: string): string => normalise(sourceText(text)).text

/** A document of our own with places to put things. */
const BODY = [
  '某市人民政府关于支持生物医药产业发展的若干措施',
  '某政发〔2024〕5号',
  '各县（市、区）人民政府，市政府各部门：',
  '为支持生物医药产业发展，制定如下措施。',
  '一、支持创新',
  '（一）支持研发。对新获批的创新药给予奖励。（市科技局牵头）',
  '某市人民政府',
  '2024年3月5日',
]

describe('a hard-wrapped text', () => {
  // lines of 26 characters whatever their print width; more head and signature than body
  const SHORT = [
    '甲县人民政府关于同意湿地修复方案的批复',
    '甲政函〔2022〕67号',
    '县林业局：',
    '　　你局《关于审批湿地修复方案的请示》（甲林呈〔2',
    '022〕31号）收悉。根据《甲省湿地条例》第18条的规定，经',
    '研究，批复如下：',
    '　　一、同意投资4860万元，其中省级补助3200万元，其',
    '余自筹。',
    '　　二、由你局负责实施，须于2024年6月底前完成，确保',
    '质量。',
    '甲县人民政府',
    '2022年5月30日',
  ]

  it('joins the few wrapped lines of a short document', () => {
    const lines = textOf(SHORT.join('\n')).split('\n')
    expect(lines.slice(3)).toEqual([
      '你局《关于审批湿地修复方案的请示》（甲林呈〔2022〕31号）收悉。根据《甲省湿地条例》第18条的规定，经研究，批复如下：',
      '一、同意投资4860万元，其中省级补助3200万元，其余自筹。',
      '二、由你局负责实施，须于2024年6月底前完成，确保质量。',
      '甲县人民政府',
      '2022年5月30日',
    ])
  })

  it('joins the last field of a row of fields to its value on the next line', () => {
    const fields = [
      '牵头单位：县林业局；配合单位：县水务局；完成时限：',
      '2022年11月底前',
      '　　三、其他事项。',
    ]
    const lines = textOf([...SHORT.slice(0, 10), ...fields, ...SHORT.slice(10)].join('\n')).split('\n')
    expect(lines).toContain('牵头单位：县林业局；配合单位：县水务局；完成时限：2022年11月底前')
    expect(lines).toContain('三、其他事项。')
  })

  it('joins the beginning of the first sentence below an order', () => {
    const order = [
      '甲市人民政府令',
      '第28号',
      '　　《甲市湿地办法》已经2025年3月6日市人民政府',
      '第7次会议通过，现予公布，自2025年5月1日起施行',
      '。',
      '市长王某',
    ]
    expect(textOf([...order, ...SHORT.slice(3, 10), ...SHORT.slice(6, 10)].join('\n')).split('\n')[2]).toBe(
      '《甲市湿地办法》已经2025年3月6日市人民政府第7次会议通过，现予公布，自2025年5月1日起施行。',
    )
  })

  it.each([
    ['甲县人民政府办公室2022年5月\n31日印发', '甲县人民政府办公室2022年5月31日印发'],
    ['甲县人民政府办公室2022年5月31日印\n发', '甲县人民政府办公室2022年5月31日印发'],
    ['2022年5月31日\n印发', '2022年5月31日印发'],
  ])('joins a date that a line end cuts: %j', (imprint, expected) => {
    const lines = textOf([...BODY, '抄送：县委办公室，县人大常委会办公室。', imprint].join('\n')).split('\n')
    expect(lines.at(-1)).toBe(expected)
  })
})
