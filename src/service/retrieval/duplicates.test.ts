import { describe, expect, it } from 'vitest'
import { groupAlike, likenessOf, wordingOf } from './duplicates.ts'

const BASE =
  '对首次取得药品注册证书并在本市生产的创新药，给予最高500万元奖励，由市科技局会同市财政局组织实施。'
const likeness = (one: string, other: string) => likenessOf(wordingOf(one), wordingOf(other))

describe('likenessOf', () => {
  it.each([
    ['the same words', BASE],
    ['other punctuation and widths', BASE.replaceAll('，', ',').replace('500', '５００')],
  ])('%s are the same', (_what, other) => {
    expect(likeness(BASE, other)).toBe(1)
  })

  it('one word more is nearly the same', () => {
    const other = BASE.replace('组织实施', '组织实施落实')
    expect(likeness(BASE, other)).toBeGreaterThanOrEqual(0.9)
    expect(likeness(BASE, other)).toBeLessThan(1)
  })

  it.each([
    ['another figure', BASE.replace('500', '300')],
    ['a negation', BASE.replace('给予', '不予')],
    [
      'other words',
      '对首次取得医疗器械注册证书的企业，给予最高500万元奖励，由市卫生健康委组织实施，按年度兑现。',
    ],
  ])('%s is something else', (_what, other) => {
    expect(likeness(BASE, other)).toBeNull()
  })

  it('short texts only count as the same where they are equal', () => {
    expect(likeness('加强组织领导，压实工作责任', '加强组织领导，压实各方责任')).toBeNull()
    expect(likeness('加强组织领导。', '加强组织领导')).toBe(1)
  })

  it('two empty texts say nothing', () => {
    expect(likeness('', '。')).toBeNull()
  })
})

describe('groupAlike', () => {
  it('puts texts under the best ranked one that says the same', () => {
    const texts = new Map([
      ['a', BASE],
      ['b', BASE.replace('500', '300')],
      ['c', BASE.replaceAll('，', '')],
      ['d', BASE.replace('500', '300').replace('组织', '共同组织')],
    ])
    const groups = groupAlike(texts)
    expect(groups.map(({ id, others }) => [id, others.map((other) => other.id)])).toEqual([
      ['a', ['c']],
      ['b', ['d']],
    ])
  })
})
