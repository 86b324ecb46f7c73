import { describe, expect, it } from 'vitest'
import { findCitations, findNumbers } from './citation.ts'
import { CUES_AFTER, CUES_BEFORE } from './citationRules.ts'

const NOBODY = { number: null, titles: [] }
const read = (text: string, self = NOBODY as Parameters<typeof findCitations>[2]) =>
  findCitations(text, { start: 0, end: text.length }, self).map(
    ({ title, number, relation }) => `${title ?? '—'} ${number ?? '—'} ${relation}`,
  )

describe('rules', () => {
  it.each([...CUES_BEFORE, ...CUES_AFTER].map((rule) => [rule.id, rule] as const))(
    '%s',
    (_, { example, relation }) => {
      expect(read(example)).toMatchObject([expect.stringMatching(new RegExp(`${relation}$`))])
    },
  )
})

describe('findCitations', () => {
  it.each([
    // the issuer stands outside the marks, the number beside them
    [
      '为贯彻落实省政府办公厅《印发关于优化服务的若干措施的通知》（鲁政办字〔2024〕6号），经市政府同意',
      ['印发关于优化服务的若干措施的通知 鲁政办字〔2024〕6号 IMPLEMENTS'],
    ],
    // one verb governs a list without separators
    [
      '深入贯彻落实《甲法》《乙法》和《丙条例》等法律法规',
      ['甲法 — IMPLEMENTS', '乙法 — IMPLEMENTS', '丙条例 — IMPLEMENTS'],
    ],
    // two cues in one sentence
    [
      '根据《甲措施》（济政发〔2022〕18号）规定，按照《乙计划（2023-2025年）》部署要求',
      ['甲措施 济政发〔2022〕18号 BASED_ON', '乙计划（2023-2025年） — BASED_ON'],
    ],
    // a number alone, words before it are no part of it
    ['未尽事宜按济政发〔2022〕18号等文件执行。', ['— 济政发〔2022〕18号 BASED_ON']],
    // going on with a document is neither
    [
      '补助标准继续执行市政府《甲政策措施的通知》（济政发〔2022〕19号）。',
      ['甲政策措施的通知 济政发〔2022〕19号 CITES'],
    ],
    ['《甲办法》（甲政发〔2018〕3号）同时废止。', ['甲办法 甲政发〔2018〕3号 SUPERSEDES']],
    // titles inside titles are one citation
    ['根据《关于印发〈甲方案〉的通知》', ['关于印发〈甲方案〉的通知 — BASED_ON']],
    ['参加甲论坛，按规定办理。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('does not cite itself', () => {
    const self = { number: '济医保发〔2024〕8号', titles: ['甲若干措施'] }
    expect(read('现将《甲若干措施》印发给你们。济医保发〔2024〕8号', self)).toEqual([])
  })

  it('keeps the issuer beside the title and the article cited', () => {
    const text = '根据省政府办公厅《甲办法》第三十四条第二款规定'
    expect(findCitations(text, { start: 0, end: text.length }, NOBODY)).toMatchObject([
      { issuerHint: '省政府办公厅', locator: '第三十四条第二款', cue: '根据' },
    ])
  })
})

it.each([
  ['意见鲁政办字〔2025〕177号', '鲁政办字〔2025〕177号'],
  ['通知国办发〔2024〕1号', '国办发〔2024〕1号'],
  ['鲁文旅发〔2020〕3号', '鲁文旅发〔2020〕3号'],
  ['财会〔2020〕12号', '财会〔2020〕12号'],
])('finds the number in %s', (text, number) => {
  expect(findNumbers(text, { start: 0, end: text.length }).map((found) => found.number)).toEqual([number])
})
