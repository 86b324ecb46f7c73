import { describe, expect, it } from 'vitest'
import { isAgencyName, splitAgencies } from './agencyNames.ts'
import { NOTE_LABELS, NOTE_VERBS } from './noteRules.ts'
import { findNotes } from './notes.ts'

function read(text: string): string[] {
  return findNotes(text, { start: 0, end: text.length }).flatMap((note) =>
    note.agencies.map(({ name, role }) => `${text.slice(name.start, name.end)} ${role}`),
  )
}

describe('rules', () => {
  it.each(NOTE_LABELS.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    expect(NOTE_LABELS.find(({ pattern }) => pattern.test(rule.example))).toBe(rule)
  })
  it.each(NOTE_VERBS.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    expect(NOTE_VERBS.find(({ pattern }) => pattern.test(rule.example))).toBe(rule)
  })
})

describe('findNotes', () => {
  it.each([
    ['（市科技局牵头）', ['市科技局 LEAD']],
    ['（市科技局、市财政局牵头，市医保局配合）', ['市科技局 LEAD', '市财政局 LEAD', '市医保局 SUPPORT']],
    ['（市科技局、市财政局分别牵头，市医保局配合）', ['市科技局 LEAD', '市财政局 LEAD', '市医保局 SUPPORT']],
    ['（市科技局负责）', ['市科技局 RESPONSIBLE']],
    ['（市科技局、市财政局按职责分工负责）', ['市科技局 RESPONSIBLE', '市财政局 RESPONSIBLE']],
    [
      '（市科技局牵头，市财政局、市医保局按职责分工负责）',
      ['市科技局 LEAD', '市财政局 RESPONSIBLE', '市医保局 RESPONSIBLE'],
    ],
    [
      '（科技处、法规处分别负责，各检查分局配合）',
      ['科技处 RESPONSIBLE', '法规处 RESPONSIBLE', '各检查分局 SUPPORT'],
    ],
    ['（责任单位：省科技厅、省药监局）', ['省科技厅 RESPONSIBLE', '省药监局 RESPONSIBLE']],
    ['（责任部门：法规处）', ['法规处 RESPONSIBLE']],
    [
      '（责任部门：法规处、督查处分别牵头，审评中心配合）',
      ['法规处 LEAD', '督查处 LEAD', '审评中心 SUPPORT'],
    ],
    [
      '（牵头单位：市科技局；配合单位：市财政局、市医保局）',
      ['市科技局 LEAD', '市财政局 SUPPORT', '市医保局 SUPPORT'],
    ],
    ['（牵头单位：市科技局，配合单位：市财政局）', ['市科技局 LEAD', '市财政局 SUPPORT']],
    // names that hold 和 stay whole, 和 between two names separates
    ['（市发展和改革委员会、市工业和信息化局牵头）', ['市发展和改革委员会 LEAD', '市工业和信息化局 LEAD']],
    ['（市发展改革委和市科技局牵头）', ['市发展改革委 LEAD', '市科技局 LEAD']],
    // 市市场监管局 keeps both 市; the name of a class keeps its bracket
    [
      '（市市场监管局牵头，各县（市、区）人民政府配合）',
      ['市市场监管局 LEAD', '各县（市、区）人民政府 SUPPORT'],
    ],
    ['（市科技局等部门按职责分工负责）', ['市科技局 RESPONSIBLE']],
    ['（由市科技局会同有关部门负责）', ['市科技局 RESPONSIBLE', '有关部门 SUPPORT']],
    // several notes in one clause
    [
      '支持研发。（市科技局牵头）支持生产。（市工业和信息化局负责）',
      ['市科技局 LEAD', '市工业和信息化局 RESPONSIBLE'],
    ],
    // on a line of its own, without brackets
    ['支持研发。\n责任单位：市科技局、市财政局。', ['市科技局 RESPONSIBLE', '市财政局 RESPONSIBLE']],
    // brackets that are no notes
    ['合同研发组织（CRO）、医药产业园（山东）、不良反应（不良事件）、行政审批（备案）', []],
    ['（联系电话：市市场监管局药品安监处，66603613）', []],
    // an unclosed bracket does not swallow what follows
    ['支持（研发。支持生产。（市科技局牵头）', ['市科技局 LEAD']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('reads the ranking rule and how far it reaches', () => {
    const text = '（责任单位：省科技厅，排名第一位的为牵头单位，下同）'
    expect(findNotes(text, { start: 0, end: text.length })).toMatchObject([{ ranks: true, fromHereOn: true }])
    expect(read(text)).toEqual(['省科技厅 RESPONSIBLE'])
  })

  it('keeps a scope or time limit apart from the agencies', () => {
    const text = '（市科技局负责，完成时限：2025年底）'
    expect(findNotes(text, { start: 0, end: text.length })).toMatchObject([{ scope: '完成时限：2025年底' }])
  })
})

it.each([
  ['市发展和改革委员会', true],
  ['各县（市、区）人民政府', true],
  ['济南国际医学中心管委会', true],
  ['加快推进', false],
  ['CRO', false],
])('isAgencyName(%s)', (name, expected) => {
  expect(isAgencyName(name)).toBe(expected)
})

it('splits lists outside brackets only', () => {
  const text = '各县（市、区）人民政府、市科技局和市财政局'
  expect(
    splitAgencies(text, { start: 0, end: text.length }).map((part) => text.slice(part.start, part.end)),
  ).toEqual(['各县（市、区）人民政府', '市科技局', '市财政局'])
})
