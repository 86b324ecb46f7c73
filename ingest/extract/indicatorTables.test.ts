import { describe, expect, it } from 'vitest'
import { INDICATOR_COLUMNS, readIndicatorTables } from './indicatorTables.ts'

const TIME = { issuedOn: '2024-03-01' as const, titleYear: null }

function read(lines: readonly string[]) {
  const text = lines.join('\n')
  return readIndicatorTables(text, { start: 0, end: text.length }, TIME).flatMap(({ targets }) =>
    targets.map(({ metric, bound, value, valueMax, unit, baseline, condition, deadline, range }) => {
      const row = text.slice(range.start, range.end)
      expect(row).toContain(String(value))
      return [metric, bound, value, valueMax, unit, baseline, condition, deadline]
        .map((part) => part ?? '·')
        .join(' ')
    }),
  )
}

it.each(INDICATOR_COLUMNS.map((row) => [row.example, row.holds] as const))(
  '%s is a column of %s',
  (words, holds) => {
    expect(INDICATOR_COLUMNS.find(({ pattern }) => pattern.test(words))?.holds).toBe(holds)
  },
)

describe('readIndicatorTables', () => {
  it.each([
    [
      'years, unit and nature in columns',
      [
        '序号\t指标\t单位\t2023年\t2025年目标值\t2030年\t属性',
        '1\t自然湿地保护率\t%\t58\t≥60\t65以上\t约束性',
        '2\t湿地面积\t万亩\t41.5\t42\t42—43\t预期性',
      ],
      [
        '自然湿地保护率 AT_LEAST 60 · % 58 约束性 2025-12-31',
        '自然湿地保护率 AT_LEAST 65 · % 58 约束性 2030-12-31',
        '湿地面积 EXACTLY 42 · 万亩 41.5 预期性 2025-12-31',
        '湿地面积 EXACTLY 42 43 万亩 41.5 预期性 2030-12-31',
      ],
    ],
    [
      'the unit behind the indicator or the value, a heading across the columns, a value in words',
      [
        '类别\t主要指标\t基期值\t“十五五”末目标',
        '一、生态保护',
        '水质\t1.优良断面比例（%）\t80\t85',
        '\t2.新增候鸟栖息地\t·\t12处',
        '\t3.资金投入\t·\t完成省下达任务',
      ],
      ['优良断面比例 EXACTLY 85 · % 80 · 2030-12-31', '新增候鸟栖息地 EXACTLY 12 · 处 · · 2030-12-31'],
    ],
    [
      'Markdown',
      ['| 指标 | 目标值 |', '| --- | --- |', '| 巡查次数 | 不少于24次 |'],
      ['巡查次数 AT_LEAST 24 · 次 · · ·'],
    ],
    ['a table of duties', ['序号\t任务\t责任单位', '1\t巡查\t县林业局'], []],
    ['a table of marks', ['一级指标\t指标说明', '巡查\t24'], []],
  ])('%s', (_, lines, expected) => {
    expect(read(lines)).toEqual(expected)
  })
})
