import { describe, expect, it } from 'vitest'
import { interpretQuery } from './interpret.ts'

const PLACES = ['国家', '山东省', '济南市', '济宁市', '吉县']

describe('interpretQuery', () => {
  it.each([
    ['a place by its short name', '济南的奖励', ['提到地区“济南市”：未作为筛选条件']],
    ['a place by its full name', '山东省药品检验', ['提到地区“山东省”：未作为筛选条件']],
    ['a one-character short name is no mention', '吉林的奖励', []],
    ['a 发文字号', '济政办字[2024]23号的条款', ['提到发文字号“济政办字[2024]23号”：未作为筛选条件']],
    ['nothing', '药品追溯', []],
  ])('%s', (_what, query, sentences) => {
    expect(interpretQuery({ query, synonyms: [], placeNames: PLACES })).toEqual(sentences)
  })

  it('lists synonyms first', () => {
    const synonyms = [{ term: '核药', means: ['放射性药品'], source: '测试' }]
    expect(interpretQuery({ query: '济宁核药', synonyms, placeNames: PLACES })).toEqual([
      '同义词：核药 → 放射性药品',
      '提到地区“济宁市”：未作为筛选条件',
    ])
  })
})
