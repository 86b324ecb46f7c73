import { describe, expect, it } from 'vitest'
import { clauseNode } from '../../test/support/bundle.ts'
import type { ClauseFeatures } from './features.ts'
import { at } from './matrix.ts'
import { characterPairs, compareWording, countHolders, rarityOf, readRuns, sharedShare } from './wording.ts'

function features(text: string, index: number): ClauseFeatures {
  const clause = clauseNode({ id: `d/cl_${index}`, documentId: 'd', text })
  return { clause, passages: [], tokens: [], products: [], leads: [], targets: [] }
}

describe('characterPairs', () => {
  it.each<[string, string, Record<string, number>]>([
    ['counts', '养老养老', { 养老: 2, 老养: 1 }],
    ['stops at punctuation', '养老，助餐', { 养老: 1, 助餐: 1 }],
    ['folds width and case', 'ＧＭＰ', { gm: 1, mp: 1 }],
    ['a single character', '药', {}],
    ['nothing', '', {}],
  ])('%s', (_what, text, expected) => {
    expect(Object.fromEntries(characterPairs(text))).toEqual(expected)
  })
})

it('weighs what few hold above what all hold', () => {
  const holders = countHolders([['支持', '经典名方'], ['支持'], ['支持', '支持']])
  const weigh = (term: string) => rarityOf(holders.get(term) ?? 0, 3)
  expect(weigh('支持')).toBeCloseTo(Math.log(4 / 3))
  expect(weigh('经典名方')).toBeCloseTo(Math.log(4))
  expect(weigh('挂网')).toBe(0)
})

describe('compareWording', () => {
  const ones = ['支持企业开展中药新药研究', '支持企业建设直播基地'].map(features)
  const others = ['支持医疗机构制剂向中药新药转化', '支持企业建设直播基地', '。'].map(features)
  const wording = compareWording(ones, others)
  it('is greatest for the same words and passes over what is common', () => {
    expect(at(wording, 1, 1)).toBeCloseTo(1)
    expect(at(wording, 0, 0)).toBeGreaterThan(at(wording, 0, 1))
    expect(at(wording, 1, 0)).toBeLessThan(0.2)
  })
  it('is 0 for a clause without words', () => {
    expect([at(wording, 0, 2), at(wording, 1, 2)]).toEqual([0, 0])
  })
  it('is the same the other way round', () => {
    const back = compareWording(others, ones)
    for (const row of [0, 1])
      for (const column of [0, 1, 2]) expect(at(back, column, row)).toBeCloseTo(at(wording, row, column))
  })
})

describe('sharedShare', () => {
  it.each<[string, string, string, number]>([
    ['taken over whole', '每户补助标准不低于五千元', '对每户补助标准，不低于五千元。', 1],
    ['half', '每户补助标准不低于，由市里另行决定', '每户补助标准不低于五千元', 9 / 16],
    [
      'runs that overlap count once',
      '每户补助标准不低于五千元',
      '每户补助标准不低于；户补助标准不低于五千元',
      1,
    ],
    ['seven characters are a set phrase', '促进高质量发展', '促进高质量发展', 0],
    ['nothing', '', '每户补助标准不低于五千元', 0],
  ])('%s', (_what, text, other, expected) => {
    expect(sharedShare(readRuns(text), readRuns(other))).toBeCloseTo(expected)
  })
})
