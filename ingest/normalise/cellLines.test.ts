import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/text/edits.ts'
import { cellLines } from './cellLines.ts'

const run = (lines: readonly string[]) => {
  const text = lines.join('\n')
  return applyEdits(text, cellLines.run(text).edits).text.split('\n')
}
const HEADER = ['序号', '重点任务', '牵头单位', '完成时限']

describe('cellLines', () => {
  it('joins the cells of each row of a table printed one cell a line', () => {
    const rows = ['1', '加强湿地巡查', '', '县林业局', '2024年底', '2', '修复湿地。', '县水务局', '持续推进']
    expect(run(['分工表', ...HEADER, ...rows, '备注：以上任务每季度调度。'])).toEqual([
      '分工表',
      HEADER.join('\t'),
      '1\t加强湿地巡查\t县林业局\t2024年底',
      '2\t修复湿地。\t县水务局\t持续推进',
      '备注：以上任务每季度调度。',
    ])
  })

  it.each([
    ['marks that continue it', ['县林业局、', '县水务局']],
    ['bodies below each other in the only column of bodies', ['县林业局', '县水务局']],
  ])('joins a list over several lines by %s', (_, bodies) => {
    const rows = ['1', '巡查', ...bodies, '年底', '2', '修复', '县水务局', '年底']
    expect(run([...HEADER, ...rows])).toEqual([
      HEADER.join('\t'),
      '1\t巡查\t县林业局、县水务局\t年底',
      '2\t修复\t县水务局\t年底',
    ])
  })

  it.each([
    ['a page number and the headings', ['— 3 —', ...HEADER]],
    ['the headings', HEADER],
    ['a page number', ['第 3 页']],
    ['a page number with the number of pages', ['第 3 页（共 12 页）']],
  ])('goes on after %s between two rows', (_, page) => {
    const rows = ['1', '巡查', '县林业局', '年底', ...page, '2', '修复', '县水务局', '年底']
    const read = run([...HEADER, ...rows])
    expect(read.filter((line) => /^\d\t/.test(line))).toEqual([
      '1\t巡查\t县林业局\t年底',
      '2\t修复\t县水务局\t年底',
    ])
    expect(read.filter((line) => line === HEADER.join('\t'))).toHaveLength(page.includes('序号') ? 2 : 1)
  })

  it.each([
    [
      'a row with a line too many',
      [...HEADER, '1', '巡查', '加强', '县林业局', '年底', '2', '修', '县水务局', '年底'],
    ],
    ['a row with a line too few', [...HEADER, '1', '巡查', '县林业局', '2', '修复', '县水务局', '年底']],
    ['a single row', [...HEADER, '1', '巡查', '县林业局', '年底']],
    ['a list under a heading', ['编号', '本办法所称编号，是指湿地的代码。', '1', '2', '3']],
  ])('leaves %s as it is', (_, lines) => {
    expect(run(lines)).toEqual(lines)
  })
})
