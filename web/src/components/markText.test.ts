import { expect, it } from 'vitest'
import { type Mark, paragraphsOf, segmentText } from './markText.ts'

function mark(id: string, start: number, end: number): Mark {
  return { id, kind: 'target', start, end, label: id }
}

it.each([
  { title: 'no mark', marks: [], expected: [['甲乙丙丁戊', '']] },
  {
    title: 'one within another: the inner one last',
    marks: [mark('inner', 2, 3), mark('outer', 1, 4)],
    expected: [
      ['甲', ''],
      ['乙', 'outer'],
      ['丙', 'outer inner'],
      ['丁', 'outer'],
      ['戊', ''],
    ],
  },
  {
    title: 'marks that cross',
    marks: [mark('a', 0, 3), mark('b', 2, 5)],
    expected: [
      ['甲乙', 'a'],
      ['丙', 'a b'],
      ['丁戊', 'b'],
    ],
  },
  {
    title: 'marks beyond the text are cut, empty ones left out',
    marks: [mark('a', -4, 1), mark('b', 4, 99), mark('c', 2, 2), mark('d', 50, 60)],
    expected: [
      ['甲', 'a'],
      ['乙丙丁', ''],
      ['戊', 'b'],
    ],
  },
])('cuts a text at its marks: $title', ({ marks, expected }) => {
  const segments = segmentText('甲乙丙丁戊', marks)
  expect(segments.map(({ text, marks: on }) => [text, on.map(({ id }) => id).join(' ')])).toEqual(expected)
})

it('knows offsets of the whole document', () => {
  const [, second] = segmentText('甲乙', [mark('a', 101, 102)], 100)
  expect(second).toMatchObject({ start: 101, end: 102, text: '乙' })
})

it('keeps markup as text', () => {
  expect(segmentText('<b>甲</b>', []).map(({ text }) => text)).toEqual(['<b>甲</b>'])
})

it('gives paragraphs their place and leaves empty lines out', () => {
  expect(paragraphsOf('甲\n\n 乙\n', 10)).toEqual([
    { start: 10, text: '甲' },
    { start: 13, text: ' 乙' },
  ])
})
