import { describe, expect, it } from 'vitest'
import type { Outline } from '../values.ts'
import { readLedger } from './ledger.ts'

/** An outline that holds nothing but the text. */
function outline(text: string): Outline {
  const none = {
    metadata: [],
    redHeader: [],
    title: [],
    carriedTitle: [],
    preamble: [],
    sections: [],
    clauses: [],
  }
  const rest = {
    closing: [],
    signatories: [],
    annotations: [],
    copiedTo: [],
    annexes: [],
    notices: [],
    captions: [],
  }
  const fields = { number: null, recipients: null, signedOn: null, imprint: null }
  return { normal: { text, toSource: (range) => range, notices: [] }, ...none, ...rest, ...fields }
}

function read(lines: readonly string[]) {
  return readLedger(outline(lines.join('\n'))).rows.map(
    ({ measure, lead, responsible, support, deadline }) => ({
      measure,
      lead,
      responsible,
      support,
      deadline,
    }),
  )
}

const HEADER = '序号\t重点任务\t牵头单位\t配合单位\t完成时限'
const patrol = {
  measure: '加强湿地巡查',
  lead: ['县林业局'],
  responsible: [],
  support: ['县水务局'],
  deadline: '2024-12-31',
}

describe('readLedger', () => {
  it('reads a table with tabs, a heading across it and the header repeated', () => {
    const row = '1\t加强湿地巡查\t县林业局\t县水务局\t2024年底'
    expect(read(['分工表', HEADER, '一、保护方面', row, HEADER, row.replace('1', '2')])).toEqual([
      patrol,
      patrol,
    ])
  })

  it('joins the lines of cells that were too narrow for their words', () => {
    expect(
      read([
        HEADER,
        '1\t加强候鸟迁飞\t县林业局\t县水务局、县财政\t2024年',
        '\t通道巡查\t\t局\t10月底前',
        '2\t划定保护范围\t县生态环境\t各湿地乡镇人民政\t2024年底',
        '\t\t局\t府\t',
        // the tab behind the number was lost
        '3落实资金\t县财政局\t县林业局、\t2024年',
        '\t\t\t县水务局\t6月底前',
      ]),
    ).toEqual([
      {
        ...{ measure: '加强候鸟迁飞通道巡查', lead: ['县林业局'], responsible: [] },
        ...{ support: ['县水务局', '县财政局'], deadline: '2024-10-31' },
      },
      {
        ...{ measure: '划定保护范围', lead: ['县生态环境局'], responsible: [] },
        ...{ support: ['各湿地乡镇人民政府'], deadline: '2024-12-31' },
      },
      {
        ...{ measure: '落实资金', lead: ['县财政局'], responsible: [] },
        ...{ support: ['县林业局', '县水务局'], deadline: '2024-06-30' },
      },
    ])
  })

  it('takes a row without a number for one of merged cells where nothing was broken off', () => {
    const found = read([
      HEADER,
      '1\t加强湿地巡查\t县林业局\t县水务局\t2024年底',
      '\t设立警示牌\t县水务局\t县财政局\t2024年底',
    ])
    expect(found.map(({ measure, lead }) => [measure, lead])).toEqual([
      ['加强湿地巡查', ['县林业局']],
      ['设立警示牌', ['县水务局']],
    ])
  })

  it('reads a Markdown table', () => {
    expect(
      read([
        '| 序号 | 重点任务 | 牵头单位 | 配合单位 | 完成时限 |',
        '| --- | :-: | --- | --- | --- |',
        '| 1 | 加强湿地巡查 | 县林业局 | 县水务局 | 2024年底 |',
      ]),
    ).toEqual([patrol])
  })

  it.each([
    ['left empty', '2\t加强湿地修复\t\t\t'],
    ['given to the row above', '2\t加强湿地修复'],
  ])('gives cells merged down to each row: %s', (_, second) => {
    expect(read([HEADER, '1\t加强湿地巡查\t县林业局\t县水务局\t2024年底', second])).toEqual([
      patrol,
      { ...patrol, measure: '加强湿地修复' },
    ])
  })

  it('gives the lead merged over one task to a row with other support', () => {
    const rows = read([
      '序号\t任务\t措施\t牵头单位\t配合单位',
      '1\t保护\t每月巡查一次\t县林业局\t县水务局',
      '2\t\t每年普查一次\t\t县财政局',
    ])
    expect(rows.map(({ lead, support }) => [lead, support])).toEqual([
      [['县林业局'], ['县水务局']],
      [['县林业局'], ['县财政局']],
    ])
  })

  it('gives the lead merged over several tasks to each of them, not beyond a heading across the table', () => {
    const rows = read([
      '序号\t任务\t牵头单位\t配合单位',
      '一、保护\t\t\t',
      '1\t每月巡查一次\t县林业局\t县水务局',
      '2\t每年普查一次\t\t县财政局',
      '二、利用\t\t\t',
      '3\t开放步道\t\t县文旅局',
    ])
    expect(rows.map(({ lead, support }) => [lead, support])).toEqual([
      [['县林业局'], ['县水务局']],
      [['县林业局'], ['县财政局']],
      [[], ['县文旅局']],
    ])
  })

  it.each([['责任分工'], ['分工']])('reads the headings of two rows below %s', (above) => {
    expect(
      read([
        `序号\t重点任务\t${above}\t\t完成时限`,
        '\t\t牵头单位\t配合单位\t',
        '1\t加强湿地巡查\t县林业局\t县水务局\t2024年12月底',
      ]),
    ).toEqual([patrol])
  })

  it('takes 责任单位 beside 牵头单位 for those who take part, below a merged lead too', () => {
    expect(
      read([
        '序号\t重点任务\t牵头单位\t责任单位\t完成时限',
        '1\t加强湿地巡查\t县林业局\t县水务局\t2024年12月底',
        '2\t修复湿地二百亩\t\t县财政局\t2024年12月底',
      ]),
    ).toEqual([patrol, { ...patrol, measure: '修复湿地二百亩', support: ['县财政局'] }])
  })

  it('moves a row to the right where merged cells at its start were left out', () => {
    const rows = read([
      '类别\t工作任务\t工作措施\t牵头单位',
      '保护\t巡查\t每月巡查一次\t县林业局',
      '每年普查一次\t县水务局',
    ])
    expect(rows.map(({ measure, lead }) => [measure, lead])).toEqual([
      ['每月巡查一次', ['县林业局']],
      ['每年普查一次', ['县水务局']],
    ])
  })

  it.each([
    // nobody is said to lead
    ['县林业局、县水务局', ['县林业局', '县水务局'], ['县林业局', '县水务局'], []],
    ['县林业局牵头，县水务局配合', ['县林业局'], [], ['县水务局']],
    ['牵头单位：县林业局；配合单位：县水务局、县财政局', ['县林业局'], [], ['县水务局', '县财政局']],
  ])('reads 责任单位 %s', (cell, lead, responsible, support) => {
    expect(read(['序号\t任务\t责任单位', `1\t加强湿地巡查\t${cell}`])).toMatchObject([
      { lead, responsible, support },
    ])
  })

  it('ranks the bodies of 责任单位 by the rule of the document', () => {
    const rows = read(['序号\t任务\t责任单位（列首位的为牵头单位）', '1\t加强湿地巡查\t县林业局、县水务局'])
    expect(rows).toMatchObject([{ lead: ['县林业局'], responsible: [], support: ['县水务局'] }])
  })

  it.each([['每年'], ['持续推进'], ['']])('has no date for %j', (words) => {
    expect(read([HEADER, `1\t加强湿地巡查\t县林业局\t县水务局\t${words}`])).toMatchObject([
      { deadline: null },
    ])
  })

  it('reads no other table as a ledger', () => {
    expect(read(['序号\t指标\t2024年\t2025年\t责任单位', '1\t保护率\t50%\t60%\t县林业局'])).toEqual([])
    expect(
      read([
        HEADER,
        '1\t加强湿地巡查\t县林业局\t县水务局\t2024年底',
        '姓名\t单位\t职务',
        '王某\t县林业局\t局长',
      ]),
    ).toEqual([patrol])
  })
})
