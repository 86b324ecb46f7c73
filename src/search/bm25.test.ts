import { describe, expect, it } from 'vitest'
import { type CorpusTerms, countTokens, inverseFrequency, scoreBm25 } from './bm25.ts'

const CORPUS = {
  clauses: 100,
  averageLength: 10,
  documentFrequency: new Map([
    ['药品', 90],
    ['疫苗', 2],
    ['检验', 20],
  ]),
}
const filler = (count: number) => Array.from({ length: count }, (_, index) => `词${index}`)
const score = (
  wanted: ReadonlyMap<string, number>,
  tokens: readonly string[],
  corpus: CorpusTerms = CORPUS,
) => scoreBm25(wanted, countTokens(wanted.keys(), tokens), corpus)
const query = (...tokens: string[]) => new Map(tokens.map((token) => [token, 1]))

describe('scoreBm25', () => {
  it('equals the formula worked by hand', () => {
    // idf = ln(1 + (100 − 2 + 0.5) / (2 + 0.5)); tf 2 in 10 of 10 tokens: 2 · 2.2 / (2 + 1.2)
    const expected = Math.log(1 + 98.5 / 2.5) * ((2 * 2.2) / 3.2)
    expect(score(query('疫苗'), ['疫苗', '疫苗', ...filler(8)])).toBeCloseTo(expected, 10)
  })

  it.each<[string, readonly string[], readonly string[], ReadonlyMap<string, number>]>([
    ['a rare word counts more', ['疫苗', ...filler(9)], ['药品', ...filler(9)], query('疫苗', '药品')],
    ['more occurrences count more', ['检验', '检验', ...filler(8)], ['检验', ...filler(9)], query('检验')],
    ['a short clause counts more', ['检验', ...filler(4)], ['检验', ...filler(40)], query('检验')],
    [
      'two words count more than one',
      ['检验', '疫苗', ...filler(8)],
      ['疫苗', ...filler(9)],
      query('检验', '疫苗'),
    ],
    [
      'a word of less weight counts less',
      ['检验', ...filler(9)],
      ['疫苗', ...filler(9)],
      new Map([
        ['检验', 1],
        ['疫苗', 0.1],
      ]),
    ],
  ])('%s', (_what, better, worse, wanted) => {
    expect(score(wanted, better)).toBeGreaterThan(score(wanted, worse))
  })

  it.each([
    ['no word in common', query('化妆品'), filler(10)],
    ['no query words', query(), ['疫苗']],
    ['no tokens', query('疫苗'), []],
  ])('is 0 for %s', (_what, wanted, tokens) => {
    expect(score(wanted, tokens)).toBe(0)
  })

  it('survives an empty corpus', () => {
    const empty = { clauses: 0, averageLength: 0, documentFrequency: new Map<string, number>() }
    expect(Number.isFinite(score(query('疫苗'), ['疫苗'], empty))).toBe(true)
  })

  it('never counts a common word against a clause', () => {
    const all = { ...CORPUS, documentFrequency: new Map([['药品', 100]]) }
    expect(inverseFrequency(all, '药品')).toBeGreaterThan(0)
  })
})
