import { describe, expect, it } from 'vitest'
import type { PlacedText } from './geometry.ts'
import type { Rule } from './pdfDrawing.ts'
import { readTables } from './pdfTable.ts'

const across = (at: number, from: number, to: number): Rule => ({ direction: 'across', at, from, to })
const down = (at: number, from: number, to: number): Rule => ({ direction: 'down', at, from, to })
const text = (words: string, x: number, y: number): PlacedText => ({
  page: 0,
  x,
  y,
  size: 12,
  width: words.length * 12,
  text: words,
})

/** Three columns (0–50–200–300) and three rows (0–30–90–120). */
const OUTER = [across(0, 0, 300), across(120, 0, 300), down(0, 0, 120), down(300, 0, 120)]
const INNER = [across(30, 0, 300), across(90, 0, 300), down(50, 0, 120), down(200, 0, 120)]
const WORDS = [
  text('序号', 5, 20),
  text('任务', 60, 20),
  text('单位', 210, 20),
  // the cell in the middle is set lower than the first line of its neighbour
  text('1', 5, 64),
  text('深化审评审批', 60, 50),
  text('制度改革', 60, 70),
  text('市科技局', 210, 64),
  text('2', 5, 110),
  text('加大支持', 60, 110),
  text('市财政局', 210, 110),
]
const ROWS = ['序号\t任务\t单位', '1\t深化审评审批制度改革\t市科技局', '2\t加大支持\t市财政局']

function rows(items: readonly PlacedText[], rules: readonly Rule[]): string[] {
  return readTables(items, rules)
    .filter(({ row }) => row)
    .map((item) => item.text)
}

describe('readTables', () => {
  it.each([
    ['a ruled table', WORDS, [...OUTER, ...INNER], ROWS],
    ['a table open at the sides', WORDS, [...OUTER.slice(0, 2), ...INNER], ROWS],
    [
      'rules drawn cell by cell, twice',
      WORDS,
      [...OUTER, ...INNER].flatMap((rule) => {
        const middle = (rule.from + rule.to) / 2
        const shifted = { ...rule, at: rule.at + 1 }
        return [{ ...rule, to: middle }, { ...rule, from: middle + 0.5 }, shifted]
      }),
      ROWS,
    ],
    [
      'a cell over two columns, and one over two rows',
      [
        text('任务和单位', 60, 20),
        text('序号', 5, 20),
        text('一', 5, 75),
        ...WORDS.slice(4, 7),
        ...WORDS.slice(8),
      ],
      [...OUTER, across(30, 0, 300), across(90, 50, 300), down(50, 0, 120), down(200, 30, 120)],
      ['序号\t任务和单位\t', '一\t深化审评审批制度改革\t市科技局', '\t加大支持\t市财政局'],
    ],
    [
      'words under a line and beside a line',
      WORDS,
      [across(0, 0, 300), across(30, 0, 300), down(400, 0, 99)],
      [],
    ],
    ['a frame around a page', WORDS, OUTER, []],
  ])('%s', (_, items, rules, expected) => {
    expect(rows(items, rules)).toEqual(expected)
  })

  it('leaves the words outside where they are', () => {
    const outside = [text('附件', 0, -20), text('注：本表自印发之日起执行。', 0, 140)]
    const read = readTables([...outside, ...WORDS], [...OUTER, ...INNER])
    expect(read.filter(({ row }) => !row)).toEqual(outside)
  })
})
