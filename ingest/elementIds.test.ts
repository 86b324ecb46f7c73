import { describe, expect, it } from 'vitest'
import { giveIds } from './elementIds.ts'
import { parseOutline } from './parse/parse.ts'

const idsOf = (lines: readonly string[]) => {
  const outline = parseOutline({ text: lines.join('\n'), toSource: (range) => range, notices: [] })
  return giveIds('d', outline)
}

describe('giveIds', () => {
  it('puts what stands in an annex below it and leaves the body as it is', () => {
    const { sections, clauses } = idsOf([
      '甲市林业局关于湿地管护的通知',
      '各区林业局：',
      '现将有关事项通知如下。',
      '一、管护',
      '（一）加强巡查。每月巡查一次。',
      '二、考评',
      '（一）开展考评。每年考评一次。',
      '甲市林业局',
      '2024年3月5日',
      '附件1',
      '湿地考评细则',
      '一、考评内容',
      '（一）巡查情况。占五十分。',
      '（二）台账情况。占五十分。',
      '附件2',
      '湿地名录编制办法',
      '第一条为编制名录，制定本办法。',
      '第一条之一名录每年公布。',
    ])
    expect(sections).toEqual(['d/sec_1', 'd/sec_2', 'd/att_1/sec_1'])
    expect(clauses).toEqual([
      'd/sec_1__cl_1',
      'd/sec_2__cl_1',
      'd/att_1/sec_1__cl_1',
      'd/att_1/sec_1__cl_2',
      'd/att_2/art_1',
      'd/att_2/art_1-2',
    ])
  })
})
