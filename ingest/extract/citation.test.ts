import { describe, expect, it } from 'vitest'
import { isDocumentTitle, NO_DOCUMENT_RULES, readShortTitles } from '../../src/text/citedTitles.ts'
import { findNumbers, findOrders } from '../../src/text/documentNumbers.ts'
import { findCitations } from './citation.ts'
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

  it.each([
    // a list shares its verb over locators, issuers and 及其实施条例
    [
      '依照《湿地法》第五十条、国务院《湿地条例》第三条和省人民政府《湿地办法》的规定处罚',
      ['湿地法 — BASED_ON', '湿地条例 — BASED_ON', '湿地办法 — BASED_ON'],
    ],
    // one verb behind a list
    [
      '《甲办法》《乙办法》和《丙办法》（某政发〔2018〕3号）同时废止。',
      ['甲办法 — SUPERSEDES', '乙办法 — SUPERSEDES', '丙办法 某政发〔2018〕3号 SUPERSEDES'],
    ],
    // the verb governs the title that follows it
    [
      '符合《渔业合作协议》的企业，不再执行《渔业企业管理规定》',
      ['渔业合作协议 — CITES', '渔业企业管理规定 — CITES'],
    ],
    // numbers of orders, beside the title or before it
    ['根据《湿地条例》（国务院令第739号）', ['湿地条例 国务院令第739号 BASED_ON']],
    ['某市人民政府令第6号公布的《某市湿地规定》同时废止', ['某市湿地规定 某市人民政府令第6号 SUPERSEDES']],
    [
      '按照《甲意见》（某发〔2018〕1号、某办发〔2018〕2号）',
      ['甲意见 某发〔2018〕1号 BASED_ON', '甲意见 某办发〔2018〕2号 BASED_ON'],
    ],
    ['按照《甲意见》（某发〔2018〕1号，某办发〔2018〕2号修订）', ['甲意见 某发〔2018〕1号 BASED_ON']],
    // what it issues is itself, what it forwards is another document
    ['《甲规定》和《乙规定》已经市政府同意，现印发给你们，请认真执行。', []],
    ['市林业局《关于湿地工作的报告》已经市政府同意，现转发给你们。', ['关于湿地工作的报告 — CITES']],
    ['根据《甲法》，市林业局制定了《甲细则》，现予公布。', ['甲法 — BASED_ON']],
    // papers and bare kinds are no documents
    ['填写《湿地登记表》，领取《养殖许可证》，见《青河日报》，按《方案》执行', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('reads a short title as the document that it was introduced for', () => {
    const text =
      '按照《青河县湿地规划》（青政发〔2024〕3号，以下简称《规划》）和《湿地标准》（以下简称“《标准》”）实施。落实《规划》第三条，对照《标准》。'
    const facts = findCitations(text, { start: 0, end: text.length }, NOBODY, readShortTitles(text))
    expect(facts.map(({ title, number, relation, locator }) => [title, number, relation, locator])).toEqual([
      ['青河县湿地规划', '青政发〔2024〕3号', 'BASED_ON', null],
      ['湿地标准', null, 'BASED_ON', null],
      ['青河县湿地规划', '青政发〔2024〕3号', 'IMPLEMENTS', '第三条'],
      ['湿地标准', null, 'CITES', null],
    ])
  })

  it('names the cue of what is forwarded', () => {
    const text = '市林业局《关于湿地工作的报告》已经市政府同意，现转发给你们。'
    expect(findCitations(text, { start: 0, end: text.length }, NOBODY)).toMatchObject([{ cue: '转发' }])
  })

  it('does not cite itself', () => {
    const self = { number: '济医保发〔2024〕8号', titles: ['甲若干措施'] }
    expect(read('现将《甲若干措施》印发给你们。济医保发〔2024〕8号', self)).toEqual([])
  })

  it('keeps the issuer beside the title and the article cited', () => {
    const text = '根据省政府办公厅《甲办法》第三十四条第二款第（三）项规定'
    expect(findCitations(text, { start: 0, end: text.length }, NOBODY)).toMatchObject([
      { issuerHint: '省政府办公厅', locator: '第三十四条第二款第（三）项', cue: '根据' },
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

it.each([
  ['根据国务院令第739号', ['国务院令第739号']],
  ['2005年12月19日中华人民共和国国务院令第452号', ['国务院令第452号']],
  ['中华人民共和国主席令第八十三号', ['主席令第83号']],
  ['由省政府第6号令公布', ['省政府令第6号']],
  ['第3号文件', []],
])('finds the order in %s', (text, numbers) => {
  expect(findOrders(text, { start: 0, end: text.length }).map((found) => found.number)).toEqual(numbers)
})

it.each(NO_DOCUMENT_RULES.map((rule) => [rule.id, rule.example] as const))('%s', (_, example) => {
  expect(isDocumentTitle(example)).toBe(false)
})
it.each(['湿地蓝皮书', '企业会计准则', '划拨用地目录', '政府工作报告'])('%s is a document', (title) => {
  expect(isDocumentTitle(title)).toBe(true)
})
