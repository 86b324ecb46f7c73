import { describe, expect, it } from 'vitest'
import type { OutlineClause } from '../values.ts'
import { readDuties } from './responsibility.ts'

/** Each text is one clause's content. */
function read(...texts: string[]) {
  const text = texts.join('\n')
  let at = 0
  const clauses = texts.map((content): OutlineClause => {
    const range = { start: at, end: at + content.length }
    at = range.end + 1
    const node = {
      scheme: 'hanBracket',
      label: '（一）',
      number: 1,
      range,
      title: null,
      body: range,
      children: [],
    }
    return { node, section: null, content: range, items: [] }
  })
  return readDuties(text, clauses, []).map(({ body, duties }) => ({
    body: text.slice(body.start, body.end),
    duties: duties.map(({ printed, role }) => `${printed} ${role}`),
  }))
}

describe('readDuties', () => {
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
})
