import { describe, expect, it } from 'vitest'
import type { PlacedText } from './geometry.ts'
import { joinSplitRows } from './pdfBreaks.ts'
import type { TableRow } from './pdfTable.ts'

/** A row; a cell that ends in `>` ends in the middle of a sentence at the end of a full line. */
function row(y: number, ...printed: string[]): TableRow {
  const cells = printed.map((cell) => cell.replace('>', ''))
  const open = printed.map((cell) => cell.endsWith('>'))
  return { page: 0, x: 73, y, size: 12, width: 400, text: cells.join('\t'), row: true, cells, open }
}

const words = (y: number, text: string): PlacedText => ({ page: 0, x: 73, y, size: 16, width: 99, text })
const HEADING = row(100, '序号', '任务', '单位')

describe('joinSplitRows', () => {
  it.each([
    [
      'a row that goes on overleaf',
      [
        [HEADING, row(130, '1', '深化审评>', '市科技局')],
        [row(100, '', '审批改革。', ''), row(150, '2', '加大支持', '市财政局')],
      ],
      [['序号\t任务\t单位', '1\t深化审评审批改革。\t市科技局'], ['2\t加大支持\t市财政局']],
    ],
    [
      'a row over three pages',
      [[row(100, '1', '深化>', '市科>')], [row(100, '', '审评>', '技局')], [row(100, '', '审批', '')]],
      [['1\t深化审评审批\t市科技局'], [], []],
    ],
    [
      'what goes on below a heading printed again',
      [
        [HEADING, row(130, '1', '深化审评>', '市科技局')],
        [HEADING, row(130, '', '审批改革。', '')],
      ],
      [['序号\t任务\t单位', '1\t深化审评审批改革。\t市科技局'], ['序号\t任务\t单位']],
    ],
    [
      'a row of its own under a merged cell',
      [[row(100, '一', '深化改革。', '市科技局')], [row(100, '', '加大支持。', '市财政局')]],
      [['一\t深化改革。\t市科技局'], ['\t加大支持。\t市财政局']],
    ],
    [
      'a new row with its number',
      [[row(100, '1', '深化改革>', '市科技局')], [row(100, '2', '加大支持', '市财政局')]],
      [['1\t深化改革\t市科技局'], ['2\t加大支持\t市财政局']],
    ],
    [
      'a row with a word where there was none',
      [[row(100, '1', '深化改革>', '')], [row(100, '', '加大支持', '市财政局')]],
      [['1\t深化改革\t'], ['\t加大支持\t市财政局']],
    ],
    [
      'another table',
      [[row(100, '1', '深化改革>', '市科技局')], [row(100, '', '加大支持')]],
      [['1\t深化改革\t市科技局'], ['\t加大支持']],
    ],
    [
      'a page without a table between',
      [[row(100, '1', '深化改革>', '市科技局')], [words(100, '附件2')], [row(100, '', '加大支持', '')]],
      [['1\t深化改革\t市科技局'], ['附件2'], ['\t加大支持\t']],
    ],
  ])('%s', (_, pages, expected) => {
    expect(joinSplitRows(pages).map((page) => page.map(({ text }) => text))).toEqual(expected)
  })
})
