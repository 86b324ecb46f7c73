import { describe, expect, it } from 'vitest'
import { layOut, type PlacedText } from './geometry.ts'
import { straightenColumns } from './pdfColumns.ts'

const SIZE = { width: 595, height: 842 }
const EM = 12

const piece = (text: string, x: number, y: number): PlacedText => ({
  page: 0,
  x,
  y,
  size: EM,
  width: text.length * EM,
  text,
})

/** Breaks a text into lines of 18 characters that stand below each other. */
function column(text: string, x: number, top: number): PlacedText[] {
  const lines = text.match(/.{1,18}/gu)!
  return lines.map((line, index) => piece(line, x, top + index * 20))
}

/** Its last line is full, so that the sentence goes on in the right column. */
const LEFT = '各级农业农村部门要围绕丘陵山地机械短板，会同有关部门制定年度计划，明确任务分工，'
  .repeat(5)
  .slice(0, 180)
const RIGHT = '按季度调度进展，及时协调解决困难和问题，推动各项措施落到实处，取得明显成效。'.repeat(5)
const GAZETTE = [
  piece('云汉市人民政府关于支持农机装备发展的措施', 180, 100),
  ...column(LEFT, 60, 140),
  ...column(RIGHT, 320, 140),
]

function text(items: readonly PlacedText[]): string {
  const straight = straightenColumns(items, SIZE)
  return layOut(straight.items, [straight.size]).text
}

describe('straightenColumns', () => {
  it('reads the left column before the right one, below the title over both', () => {
    expect(text(GAZETTE)).toBe(`${GAZETTE[0]!.text}\n${LEFT}${RIGHT}`)
  })

  it('reads each band by itself where a line runs across the page', () => {
    const second = [
      piece('云汉市人民政府办公室关于印发工作方案的通知', 180, 500),
      ...column(LEFT, 60, 540),
      ...column(RIGHT, 320, 540),
    ]
    expect(text([...GAZETTE, ...second]).replaceAll('\n', '')).toBe(
      [GAZETTE[0]!.text, LEFT, RIGHT, second[0]!.text, LEFT, RIGHT].join(''),
    )
  })

  it.each([
    ['prose over the whole width', column(LEFT, 60, 140).map((item) => ({ ...item, width: 460 }))],
    [
      'two columns of short words',
      Array.from({ length: 20 }, (_, row) => [
        piece('市科技局'.slice(0, 2 + (row % 3)), 60, 140 + row * 20),
        piece('市财政局和市农业农村局'.slice(0, 4 + (row % 5)), 320, 140 + row * 20),
      ]).flat(),
    ],
    ['a signature on the right', [...column(LEFT, 60, 140).slice(0, 3), piece('云汉市人民政府', 400, 400)]],
    ['a page without words', []],
  ])('leaves %s', (_, items) => {
    expect(straightenColumns(items, SIZE)).toEqual({ size: SIZE, items })
  })
})
