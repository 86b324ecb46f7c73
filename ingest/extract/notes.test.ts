import { describe, expect, it } from 'vitest'
import { isAgencyName, splitAgencies } from './agencyNames.ts'
import { LEADING_VERBS, NOTE_LABELS, NOTE_VERBS, RANKING_EXAMPLES, RANKING_RULE } from './noteRules.ts'
import { findDocumentNotes, findNotes } from './notes.ts'

const KNOWN = new Set(['市科技局', '市财政局', '市商务局', '县林业局', '县水务局', '市发展改革委'])
const knows = (name: string) => KNOWN.has(name)
const whole = (text: string) => ({ start: 0, end: text.length })

function read(text: string): string[] {
  return findNotes(text, whole(text), knows).flatMap((note) =>
    note.agencies.map(({ printed, role }) => `${printed} ${role}`),
  )
}

describe('rules', () => {
  it.each(NOTE_LABELS.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    expect(NOTE_LABELS.find(({ pattern }) => pattern.test(rule.example))).toBe(rule)
  })
  it.each(NOTE_VERBS.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    expect(NOTE_VERBS.find(({ pattern }) => pattern.test(rule.example))).toBe(rule)
  })
  it.each(LEADING_VERBS.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    expect(LEADING_VERBS.find(({ pattern }) => pattern.test(rule.example))).toBe(rule)
  })
  it.each(RANKING_EXAMPLES)('ranks by %s', (words) => {
    expect(RANKING_RULE.test(words)).toBe(true)
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
    // the ranking rule in brackets behind the list
    [
      '支持研发。\n责任单位：市科技局、市财政局（排名第一位的为牵头单位，下同）',
      ['市科技局 RESPONSIBLE', '市财政局 RESPONSIBLE'],
    ],
    // on a line of its own, without brackets
    ['支持研发。\n责任单位：市科技局、市财政局。', ['市科技局 RESPONSIBLE', '市财政局 RESPONSIBLE']],
    // 等和各, 及各: a class behind a list is a party of its own
    [
      '（县林业局、县水务局等和各有关乡镇人民政府负责）',
      ['县林业局 RESPONSIBLE', '县水务局 RESPONSIBLE', '各有关乡镇人民政府 RESPONSIBLE'],
    ],
    ['（县林业局及各乡镇负责）', ['县林业局 RESPONSIBLE', '各乡镇 RESPONSIBLE']],
    // what the names of a list share is written out where all of them are known
    [
      '（市科技、财政、商务局负责）',
      ['市科技局 RESPONSIBLE', '市财政局 RESPONSIBLE', '市商务局 RESPONSIBLE'],
    ],
    ['（市发展改革、财政局负责）', ['市发展改革委 RESPONSIBLE', '市财政局 RESPONSIBLE']],
    ['（市云海、财政局负责）', []],
    // levels of one class stay together
    [
      '（市科技局、各市、县（市、区）人民政府负责）',
      ['市科技局 RESPONSIBLE', '各市、县（市、区）人民政府 RESPONSIBLE'],
    ],
    ['（各市、县〔市、区〕政府负责）', ['各市、县〔市、区〕政府 RESPONSIBLE']],
    ['（各省、自治区、直辖市人民政府负责）', ['各省、自治区、直辖市人民政府 RESPONSIBLE']],
    ['（责任单位：各县（市、区）、市科技局）', ['各县（市、区） RESPONSIBLE', '市科技局 RESPONSIBLE']],
    // time and scope inside the note
    ['（6月底完成，牵头考核单位：市科技局）', ['市科技局 LEAD']],
    ['（市科技局牵头，市财政局负责，2024年底前完成）', ['市科技局 LEAD', '市财政局 RESPONSIBLE']],
    ['（市科技局负责；持续推进）', ['市科技局 RESPONSIBLE']],
    ['（市科技局牵头，长期坚持）', ['市科技局 LEAD']],
    ['（责任部门：法规处、科技处。时间节点：2025年3月）', ['法规处 RESPONSIBLE', '科技处 RESPONSIBLE']],
    // a blank between two labels that the text lost
    ['（牵头单位：市科技局配合单位：市财政局）', ['市科技局 LEAD', '市财政局 SUPPORT']],
    ['（责任单位：市教育局、市财政局完成时限：2024年底）', ['市教育局 RESPONSIBLE', '市财政局 RESPONSIBLE']],
    // labels beyond the usual ones
    [
      '（牵头单位：市科技局，支撑单位：市财政局、市商务局）',
      ['市科技局 LEAD', '市财政局 SUPPORT', '市商务局 SUPPORT'],
    ],
    [
      '（牵头单位：市科技局，把关单位：市财政局、市商务局）',
      ['市科技局 LEAD', '市财政局 RESPONSIBLE', '市商务局 RESPONSIBLE'],
    ],
    [
      '（主办单位：市科技局；协办单位：市财政局；会办单位：市商务局）',
      ['市科技局 LEAD', '市财政局 SUPPORT', '市商务局 SUPPORT'],
    ],
    ['（主管部门：市科技局；监督单位：市财政局）', ['市科技局 RESPONSIBLE', '市财政局 SUPPORT']],
    // persons are no agencies
    ['（责任领导：王某；牵头单位：县林业局）', ['县林业局 LEAD']],
    [
      '（牵头领导：副县长李某，责任单位：县林业局、县水务局）',
      ['县林业局 RESPONSIBLE', '县水务局 RESPONSIBLE'],
    ],
    // other brackets
    ['建成监测站。【责任单位：县林业局】', ['县林业局 RESPONSIBLE']],
    ['建成监测站。〔牵头单位：县林业局；配合单位：县水务局〕', ['县林业局 LEAD', '县水务局 SUPPORT']],
    ['建成监测站。[责任单位：县林业局]', ['县林业局 RESPONSIBLE']],
    // without brackets: two labels in one line, and behind the last sentence
    ['建成监测站。\n责任单位：县林业局完成时间：2024年12月', ['县林业局 RESPONSIBLE']],
    ['保护率提高到35%。责任单位：县林业局、县水务局', ['县林业局 RESPONSIBLE', '县水务局 RESPONSIBLE']],
    ['保护率提高到35%。责任单位：县林业局。完成时限：2024年。各地要总结经验。', ['县林业局 RESPONSIBLE']],
    // a bare list of agencies behind the last sentence
    [
      '建成监测站。（县林业局、县水务局，各乡镇）',
      ['县林业局 RESPONSIBLE', '县水务局 RESPONSIBLE', '各乡镇 RESPONSIBLE'],
    ],
    ['支持市级机构（县林业局、县水务局）参与', []],
    ['支持产业集聚。（青河市、白山区）', []],
    // wordings
    ['（县水务局指导，县林业局负责落实）', ['县水务局 SUPPORT', '县林业局 RESPONSIBLE']],
    [
      '（县水务局指导，县林业局负责落实。以下均需县林业局落实，不再列出）',
      ['县水务局 SUPPORT', '县林业局 RESPONSIBLE'],
    ],
    [
      '（分工：县林业局负责统筹协调；县水务局负责资金保障）',
      ['县林业局 RESPONSIBLE', '县水务局 RESPONSIBLE'],
    ],
    // the verb left out behind a sentence; amid one it is an aside
    [
      '每月巡查。（县林业局会同县水务局、市财政局）',
      ['县林业局 RESPONSIBLE', '县水务局 SUPPORT', '市财政局 SUPPORT'],
    ],
    ['每月巡查（县林业局会同县水务局）并通报。', []],
    ['（县林业局会同县水务局负责）', ['县林业局 RESPONSIBLE', '县水务局 SUPPORT']],
    ['（由县林业局负总责）', ['县林业局 RESPONSIBLE']],
    [
      '（县林业局牵头，县水务局、县财政局等按职责分工负责）',
      ['县林业局 LEAD', '县水务局 RESPONSIBLE', '县财政局 RESPONSIBLE'],
    ],
    ['（县林业局牵头组织实施，县水务局配合做好相关工作）', ['县林业局 LEAD', '县水务局 SUPPORT']],
    // brackets that are no notes
    ['（包括牵头单位自身）', []],
    ['（县林业局负责人、联络员参加）', []],
    ['（县林业局负责同志担任组长）', []],
    ['（由县林业局负责解释）', []],
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

  it.each([
    ['（市科技局负责，完成时限：2025年底）', '完成时限：2025年底'],
    ['（6月底完成，牵头考核单位：市科技局）', '6月底完成'],
    ['（市科技局负责；持续推进）', '持续推进'],
    ['（责任单位：市科技局。适用范围：试点区）', '适用范围：试点区'],
  ])('keeps a scope or time limit apart from the agencies: %s', (text, scope) => {
    expect(findNotes(text, whole(text))).toMatchObject([{ scope }])
  })

  it('marks a label whose role it does not know', () => {
    const text = '（牵头单位：市科技局，把关单位：市财政局）'
    expect(
      findNotes(text, whole(text)).flatMap((note) =>
        note.unknownLabels.map(({ start, end }) => text.slice(start, end)),
      ),
    ).toEqual(['把关单位：'])
  })

  it.each([
    ['以上任务由县林业局牵头负责，县水务局配合。', ['县林业局 LEAD', '县水务局 SUPPORT']],
    ['（以上各项工作均由县林业局负责）', ['县林业局 RESPONSIBLE']],
  ])('knows a note that speaks of what stands above: %s', (text, expected) => {
    const notes = findNotes(text, whole(text))
    expect(notes.map(({ above }) => above)).toEqual([true])
    expect(read(text)).toEqual(expected)
  })

  it.each([
    ['本方案由县林业局牵头组织实施。', ['县林业局 LEAD']],
    [
      '本办法由县林业局会同县水务局组织实施，自印发之日起施行。',
      ['县林业局 RESPONSIBLE', '县水务局 SUPPORT'],
    ],
    ['责任单位：县林业局', ['县林业局 RESPONSIBLE']],
    ['本方案由县林业局负责解释。', []],
    ['本办法由县林业局负责组织实施和解释。', []],
  ])('reads who answers for the whole document: %s', (text, expected) => {
    const found = findDocumentNotes(text, whole(text), knows).flatMap((note) => note.agencies)
    expect(found.map(({ printed, role }) => `${printed} ${role}`)).toEqual(expected)
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

it('reads any number of unclosed brackets and separators', () => {
  for (const words of ['（', '（责任单位：', '由', '和', '，', '（）']) {
    expect(read(`责任单位：${words.repeat(20_000)}`)).toEqual([])
  }
})

it('splits lists outside brackets only', () => {
  const text = '各县（市、区）人民政府、市科技局和市财政局'
  expect(
    splitAgencies(text, { start: 0, end: text.length }).map((part) => text.slice(part.start, part.end)),
  ).toEqual(['各县（市、区）人民政府', '市科技局', '市财政局'])
})
