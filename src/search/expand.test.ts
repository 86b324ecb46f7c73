import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expandQuery, type Synonym } from './expand.ts'

const row = (term: string, means: readonly string[], embed = false): Synonym => ({
  term,
  means,
  source: '测试',
  ...(embed && { embed }),
})
const TABLE = [
  row('核药', ['放射性药品'], true),
  row('医院', ['医疗机构']),
  row('医院制剂', ['医疗机构制剂']),
  row('AI', ['人工智能'], true),
  row('补贴', ['补助', '资金支持']),
]

describe('expandQuery', () => {
  it.each([
    [
      'an unknown word is embedded with its meaning',
      '核药怎么检验',
      '核药（放射性药品）怎么检验',
      ['放射性药品'],
    ],
    ['a word that the model knows is not', '医院的责任', '医院的责任', ['医疗机构']],
    ['the longest term wins', '医院制剂调剂', '医院制剂调剂', ['医疗机构制剂']],
    ['several meanings', '有补贴吗', '有补贴吗', ['补助', '资金支持']],
    [
      'several terms in the order of the query',
      '补贴AI',
      '补贴AI（人工智能）',
      ['补助', '资金支持', '人工智能'],
    ],
    ['Latin in any case', 'ai辅助诊断', 'ai（人工智能）辅助诊断', ['人工智能']],
    ['Latin only as a whole word', 'AIDS防治', 'AIDS防治', []],
    ['nothing to add where the official word is there', '核药即放射性药品', '核药即放射性药品', []],
    ['no term', '药品追溯', '药品追溯', []],
  ])('%s', (_what, query, text, added) => {
    expect(expandQuery(query, TABLE)).toMatchObject({ text, added })
  })

  it('names the rows that it used', () => {
    expect(expandQuery('核药和医院', TABLE).used.map(({ term }) => term)).toEqual(['核药', '医院'])
  })
})

describe('seeds/synonyms.json', () => {
  const table = JSON.parse(
    readFileSync(new URL('../../seeds/synonyms.json', import.meta.url), 'utf8'),
  ) as Synonym[]

  it('has each term once, with a source, and never means itself', () => {
    expect(new Set(table.map(({ term }) => term.toLowerCase())).size).toBe(table.length)
    const bad = table.filter(
      ({ term, means, source }) => means.length === 0 || source === '' || means.includes(term),
    )
    expect(bad).toEqual([])
  })

  it.each(table.map((synonym) => [synonym.term, synonym] as const))('%s takes effect', (term, synonym) => {
    expect(expandQuery(`请问${term} 的规定`, table).used).toContain(synonym)
  })
})
