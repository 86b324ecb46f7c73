import { describe, expect, it } from 'vitest'
import { layOut, type PlacedText } from './geometry.ts'

const A4 = { width: 210, height: 297 }
const SIZE = 5
const LEFT = 30
/** Characters of a full line. */
const FULL = 28

/** A piece of text on line `line` of the text area, `indent` characters from its left edge. */
function piece(line: number, text: string, over: Partial<PlacedText> & { indent?: number } = {}): PlacedText {
  const { indent = 0, ...rest } = over
  const width = text.length * SIZE
  return { page: 0, x: LEFT + indent * SIZE, y: 40 + line * 10, size: SIZE, width, text, ...rest }
}
const fill = (text: string): string => text.padEnd(FULL, '文')
const pagesOf = (items: readonly PlacedText[]) =>
  Array.from({ length: Math.max(...items.map(({ page }) => page)) + 1 }, () => A4)
const layout = (items: readonly PlacedText[]) => layOut(items, pagesOf(items))
const lines = (items: readonly PlacedText[]): string[] => layout(items).text.split('\n')
/** Enough full lines that the text area is known. */
const PROSE = [
  piece(0, '首'.padEnd(FULL - 2, '文'), { indent: 2 }),
  ...[1, 2, 3].map((line) => piece(line, fill('续'))),
  piece(4, '完。'),
]
const PARAGRAPH = PROSE.map(({ text }) => text).join('')

describe('lines', () => {
  it.each([
    [
      'pieces out of order',
      [piece(1, '丁'), piece(0, '乙', { indent: 1 }), piece(0, '甲'), piece(1, '戊', { indent: 9 })],
      ['甲乙', '丁 戊'],
    ],
    ['raised letters', [piece(0, '甲'), piece(0, '乙', { indent: 1, y: 38.5, size: 3 })], ['甲乙']],
    ['a gap', [piece(0, '甲'), piece(0, '乙', { indent: 2 })], ['甲 乙']],
  ])('%s', (_, items, expected) => {
    expect(lines(items)).toEqual(expected)
  })
})

describe('paragraphs', () => {
  it('joins full lines', () => {
    expect(lines(PROSE)).toEqual([PARAGRAPH])
  })

  it.each([
    ['after a line that is not full', piece(5, '新的一段。', { indent: 2 })],
    ['of centred or right-hand lines', piece(5, '某市人民政府', { indent: 15 })],
    ['at the left edge', piece(5, '附件')],
  ])('begins one %s', (_, next) => {
    expect(lines([...PROSE, next])).toEqual([PARAGRAPH, next.text])
  })

  it('begins one at a label behind a full line that ends a sentence', () => {
    const items = [...PROSE.slice(0, 4), piece(4, `${fill('续').slice(0, -1)}。`), piece(5, '（二）新的一款')]
    expect(lines(items)).toHaveLength(2)
  })

  it('keeps a reference at the left edge in its sentence', () => {
    const items = [...PROSE.slice(0, 4), piece(4, '第三条的规定执行。')]
    expect(lines(items)).toHaveLength(1)
  })

  it('joins over pages and says where each begins', () => {
    const items = [...PROSE.slice(0, 4), piece(0, '下一页。', { page: 1 })]
    const { text, pageStarts } = layout(items)
    expect(text).not.toContain('\n')
    expect(pageStarts).toEqual([0, text.indexOf('下一页')])
  })

  it('keeps letters of Latin words apart', () => {
    const items = [...PROSE.slice(0, 4), piece(4, `${fill('乙').slice(0, -3)}and`), piece(5, 'more')]
    expect(layout(items).text).toContain('and more')
  })
})

describe('page numbers and heads', () => {
  const page = (at: number): PlacedText[] => [
    piece(0, `正文${'甲乙丙丁'[at]}。`, { page: at }),
    piece(0, `某市公报 2024年第${at + 1}期`, { page: at, y: 15 }),
    piece(0, `— ${at + 1} —`, { page: at, y: 285, indent: 12 }),
  ]
  it('are taken out and told', () => {
    const { text, removed } = layout([0, 1, 2].flatMap(page))
    expect(text).toBe('正文甲。\n正文乙。\n正文丙。')
    expect(removed).toHaveLength(6)
  })

  it('stay where they are no such thing', () => {
    const items = [piece(3, '12'), piece(4, '正文。'), piece(0, '某市公报', { y: 15 })]
    expect(lines(items)).toEqual(['某市公报', '12', '正文。'])
  })
})

describe('tables', () => {
  const row = (line: number, ...cells: string[]): PlacedText[] =>
    cells.flatMap((text, column) => (text === '' ? [] : [piece(line, text, { indent: column * 8 })]))
  it('become rows, cells over several lines joined', () => {
    const items = [
      ...PROSE,
      ...row(6, '序号', '任务', '单位'),
      ...row(7, '1', '推进改', '市科技局'),
      ...row(8, '', '革', ''),
      ...row(9, '2', '优化', '市财政局'),
    ]
    expect(lines(items).slice(1)).toEqual(['序号\t任务\t单位', '1\t推进改革\t市科技局', '2\t优化\t市财政局'])
  })

  it('end where prose begins', () => {
    const prose = PROSE.map((item) => ({ ...item, y: item.y + 100 }))
    const items = [...row(0, '序号', '任务', '单位'), ...row(1, '1', '推进', '市科技局'), ...prose]
    expect(lines(items)).toEqual(['序号\t任务\t单位', '1\t推进\t市科技局', PARAGRAPH])
  })
})
