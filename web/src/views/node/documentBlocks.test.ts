import { expect, it } from 'vitest'
import type { Mark } from '../../components/markText.ts'
import { cutIntoBlocks, type Headed, shapeOf } from './documentBlocks.ts'

const TEXT = '标题\n前言。\n一、总体要求\n（一）甲。乙。\n（二）丙。\n落款\n附件\n台账\n行一\n行二'

function place(words: string): { readonly start: number; readonly end: number } {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length }
}

const SECTION: Headed = {
  id: 's1',
  label: '一',
  title: '总体要求',
  span: place('一、总体要求\n（一）甲。乙。\n（二）丙。'),
}
const ANNEX: Headed = { id: 'a1', label: '附件', title: '台账', span: place('附件\n台账\n行一\n行二') }
const CLAUSES = [
  { id: 'c1', span: place('（一）甲。乙。') },
  { id: 'c2', span: place('（二）丙。') },
]
const PARTS = {
  sections: [SECTION],
  annexes: [ANNEX],
  clauses: CLAUSES,
  ledger: [{ id: 'l1', span: place('行一') }],
}

it('cuts a document at its headings and clauses', () => {
  const blocks = cutIntoBlocks(TEXT, PARTS)
  expect(blocks.map(({ kind, start, end }) => [kind, TEXT.slice(start, end).trim()])).toEqual([
    ['prose', '标题\n前言。'],
    ['section', '一、总体要求'],
    ['clause', '（一）甲。乙。'],
    ['clause', '（二）丙。'],
    ['prose', '落款'],
    ['annex', '附件\n台账'],
    ['ledger', '行一\n行二'],
  ])
})

it('loses nothing but white space between blocks', () => {
  const shown = cutIntoBlocks(TEXT, PARTS).map(({ start, end }) => TEXT.slice(start, end))
  expect(shown.join('').replace(/\s/g, '')).toBe(TEXT.replace(/\s/g, ''))
})

it('keeps the line of a section that begins with prose', () => {
  const text = '一、总则。本市行政区域内的一切活动都要遵守这些措施。'
  const section: Headed = { id: 's', label: '一', title: '总则', span: { start: 0, end: text.length } }
  const blocks = cutIntoBlocks(text, { sections: [section], annexes: [], clauses: [], ledger: [] })
  expect(blocks).toMatchObject([
    { kind: 'section', words: '一 总则', start: 0, end: 0 },
    { kind: 'prose', start: 0, end: text.length },
  ])
})

it('counts how deep a section stands', () => {
  const inner: Headed = { ...SECTION, id: 's2', parent: { id: 's1' } }
  const blocks = cutIntoBlocks(TEXT, { ...PARTS, sections: [SECTION, inner] })
  expect(blocks.filter(({ kind }) => kind === 'section')).toMatchObject([{ depth: 0 }, { depth: 1 }])
})

it('is one piece of prose where nothing was read', () => {
  expect(cutIntoBlocks('甲\n乙', { sections: [], annexes: [], clauses: [], ledger: [] })).toEqual([
    { kind: 'prose', start: 0, end: 3 },
  ])
})

it.each([
  { id: 'field title 0', line: [0, 10], field: [0, 10], expected: 'title' },
  { id: 'field issuedOn 3', line: [0, 10], field: [0, 10], expected: 'signature' },
  { id: 'field issuedOn 3', line: [0, 100], field: [40, 50], expected: undefined },
  { id: 'field recipients 1', line: [0, 100], field: [0, 5], expected: 'recipients' },
  { id: 'field printedOn 1', line: [0, 10], field: [0, 10], expected: undefined },
])('sets a line by what was read in it: $id $line', ({ id, line, field, expected }) => {
  const mark: Mark = { id, kind: 'field', start: field[0]!, end: field[1]!, label: id }
  expect(shapeOf([mark], line[0]!, line[1]!)).toBe(expected)
})
