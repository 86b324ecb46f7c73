import { describe, expect, it } from 'vitest'
import type { OutlineClause } from '../values.ts'
import { findInnerReferences } from './innerReferences.ts'

/** Articles, one a text; each text begins behind its label. */
function articles(texts: readonly string[]) {
  const text = texts.join('\n')
  let start = 0
  const clauses = texts.map((words, i): OutlineClause => {
    const content = { start, end: start + words.length }
    start = content.end + 1
    const label = `第${'一二三四五'[i]}条`
    const node = {
      scheme: 'article',
      label,
      number: i + 1,
      range: content,
      title: null,
      body: content,
      children: [],
    }
    return { node, section: null, annex: null, content, items: [] }
  })
  const read = (index: number) =>
    findInnerReferences(text, clauses, index).map(({ words, clause, paragraph }) => [
      words,
      clause,
      paragraph === null ? null : text.slice(paragraph.start, paragraph.end),
    ])
  return { read }
}

describe('findInnerReferences', () => {
  const { read } = articles([
    '禁止围垦湿地。\n违反前款规定的，处以罚款。',
    '有下列情形的，应当报告：\n（一）水位下降；\n（二）水质变差。\n前款第一项的情形，即时报告。\n前两款的报告，按照本条第一款办理。',
    '违反本办法第二条第二款、本办法第九条规定的，按照前条处理。',
  ])

  it.each([
    [0, [['前款', 0, '禁止围垦湿地。']]],
    [
      1,
      [
        ['前款', 1, '有下列情形的，应当报告：\n（一）水位下降；\n（二）水质变差。'],
        [
          '前两款',
          1,
          '有下列情形的，应当报告：\n（一）水位下降；\n（二）水质变差。\n前款第一项的情形，即时报告。',
        ],
        ['本条第一款', 1, '有下列情形的，应当报告：\n（一）水位下降；\n（二）水质变差。'],
      ],
    ],
    [
      2,
      [
        ['本办法第二条第二款', 1, '前款第一项的情形，即时报告。'],
        ['本办法第九条', null, null],
        ['前条', 1, null],
      ],
    ],
  ])('article %i', (index, expected) => {
    expect(read(index)).toEqual(expected)
  })
})
