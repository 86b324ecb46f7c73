import { describe, expect, it } from 'vitest'
import type { OutlineClause } from '../values.ts'
import { readDuties } from './responsibility.ts'

interface Parts {
  /** Prose of the one section that all clauses stand in. */
  readonly section?: string
  /** The closing part. */
  readonly closing?: string
}

/** Each text is one clause's content. */
function readParts(texts: readonly string[], { section, closing }: Parts) {
  let text = ''
  const add = (words: string) => {
    const start = text.length
    text += `${words}\n`
    return { start, end: start + words.length }
  }
  const prose = section === undefined ? null : add(section)
  const clauses = texts.map((content): OutlineClause => {
    const range = add(content)
    return {
      node: node('（一）', range),
      section: prose === null ? null : 0,
      annex: null,
      content: range,
      items: [],
    }
  })
  const sections = prose === null ? [] : [{ node: node('一', prose), parent: null, annex: null, prose }]
  const general = closing === undefined ? [] : [add(closing)]
  return readDuties({ text, clauses, sections, general }).map(({ body, duties }) => ({
    body: text.slice(body.start, body.end),
    duties: duties.map(({ printed, role }) => `${printed} ${role}`),
    origins: [...new Set(duties.map(({ origin }) => origin))],
  }))
}

function node(label: string, range: { start: number; end: number }) {
  return { scheme: 'hanBracket', label, number: 1, range, title: null, body: range, children: [] }
}

function read(...texts: string[]) {
  return readParts(texts, {}).map(({ body, duties }) => ({ body, duties }))
}

describe('readDuties', () => {
  it('ranks the body that acts together with others', () => {
    expect(
      read(
        '甲。（省科技厅会同省财政厅负责，排名第一的为牵头部门，下同）',
        '乙。（省药监局牵头，省医保局负责）',
      ),
    ).toMatchObject([
      { duties: ['省科技厅 LEAD', '省财政厅 SUPPORT'] },
      { duties: ['省药监局 LEAD', '省医保局 RESPONSIBLE'] },
    ])
  })

  it('ranks from the clause that states the rule on', () => {
    expect(
      read(
        '甲。（责任单位：省科技厅、省财政厅）',
        '乙。（责任单位：省科技厅、省财政厅，排名第一位的为牵头单位，下同）',
        '丙。（责任单位：省药监局、省医保局）',
      ),
    ).toMatchObject([
      { duties: ['省科技厅 RESPONSIBLE', '省财政厅 RESPONSIBLE'] },
      { duties: ['省科技厅 LEAD', '省财政厅 SUPPORT'] },
      { duties: ['省药监局 LEAD', '省医保局 SUPPORT'] },
    ])
  })

  it('takes the strongest role of several notes, in order of first appearance', () => {
    expect(
      read('甲。（市财政局牵头，市科技局配合）乙。（市科技局牵头）丙。（市财政局、市医保局按职责分工负责）'),
    ).toEqual([
      {
        body: '甲。（市财政局牵头，市科技局配合）乙。（市科技局牵头）丙。',
        duties: ['市财政局 LEAD', '市科技局 LEAD', '市医保局 RESPONSIBLE'],
      },
    ])
  })

  it.each([
    // the closing note goes, inner notes and other brackets stay
    ['甲（CRO）。（市科技局牵头）', '甲（CRO）。'],
    ['按《办法》（甲政发〔2022〕1号）执行。（市科技局牵头）', '按《办法》（甲政发〔2022〕1号）执行。'],
    ['甲。（市科技局牵头）。', '甲。'],
    ['甲。', '甲。'],
  ])('cuts the closing note off %s', (text, body) => {
    expect(read(text)[0]?.body).toBe(body)
  })

  it.each<[string, string[], Parts, string[], string[]]>([
    [
      'its section',
      ['甲。', '乙。（县水务局负责）'],
      { section: '责任单位：县林业局' },
      ['SECTION_NOTE'],
      ['县林业局 RESPONSIBLE'],
    ],
    [
      'a paragraph below the clauses',
      ['甲。', '乙。（县水务局负责）\n以上任务由县林业局牵头。'],
      { section: '现提出任务。' },
      ['SECTION_NOTE'],
      ['县林业局 LEAD'],
    ],
    [
      'the end of the document',
      ['甲。', '乙。（县水务局负责）'],
      { closing: '本方案由县林业局牵头组织实施。' },
      ['DOCUMENT_NOTE'],
      ['县林业局 LEAD'],
    ],
    [
      'the section before the document',
      ['甲。', '乙。（县水务局负责）'],
      { section: '（县林业局负责）', closing: '本方案由县财政局牵头组织实施。' },
      ['SECTION_NOTE'],
      ['县林业局 RESPONSIBLE'],
    ],
    [
      'nobody where it is only said who interprets',
      ['甲。', '乙。（县水务局负责）'],
      { closing: '本方案由县林业局负责解释。' },
      [],
      [],
    ],
  ])('takes from %s what a clause has no note for', (_, texts, parts, origins, duties) => {
    expect(readParts(texts, parts)).toMatchObject([
      { origins, duties },
      { origins: ['NOTE'], duties: ['县水务局 RESPONSIBLE'], body: '乙。' },
    ])
  })

  it('ranks by a rule that stands outside all notes', () => {
    const closing = '各项任务中，列首位的为牵头单位。'
    expect(readParts(['甲。（责任单位：县林业局、县水务局）'], { closing })).toMatchObject([
      { duties: ['县林业局 LEAD', '县水务局 SUPPORT'] },
    ])
  })

  it.each([
    // no other clause has a note: the line below the last one is the section's
    [
      ['建立名录。', '每月巡查。\n责任单位：县林业局'],
      [['SECTION_NOTE'], ['SECTION_NOTE']],
    ],
    // each has its own, or the note closes the last clause's sentence
    [
      ['建立名录。\n责任单位：县水务局', '每月巡查。\n责任单位：县林业局'],
      [['NOTE'], ['NOTE']],
    ],
    [
      ['建立名录。', '每月巡查。（县林业局负责）'],
      [[], ['NOTE']],
    ],
  ])('a note below the last clause of a section: %j', (texts, origins) => {
    expect(readParts(texts, { section: '做好以下工作。' }).map((clause) => clause.origins)).toEqual(origins)
  })
})
