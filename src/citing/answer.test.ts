import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { originalRange, readAnswer } from './answer.ts'
import { findLocators, STEP_RULES } from './locators.ts'
import { findMentions } from './mentions.ts'
import { findQuotations } from './quotations.ts'
import { findSentences } from './sentences.ts'

const mentionsOf = (text: string) => {
  const answer = readAnswer(text)
  return findMentions(answer.text, findQuotations(answer.text)).map(({ title, number }) => [
    title?.words ?? null,
    number?.words ?? null,
  ])
}

describe('numbers', () => {
  it.each([
    '济政办字〔2024〕23号',
    '济政办字[2024]23号',
    '济政办字(2024)23号',
    '济政办字（2024）23号',
    '济政办字【2024】23号',
    '济政办字〔２０２４〕２３号',
    '济政办字［2024］23号',
    '濟政辦字〔2024〕23號',
    '济政办字 〔2024〕 23 号',
    '**济政办字〔2024〕23号**',
  ])('%s', (number) => {
    expect(mentionsOf(number)).toEqual([[null, '济政办字〔2024〕23号']])
  })
})

describe('mentions', () => {
  it.each([
    [
      'a title and its number',
      '《甲市湿地办法》（甲政发〔2024〕1号）',
      [['甲市湿地办法', '甲政发〔2024〕1号']],
    ],
    ['the number first', '甲政发〔2024〕1号《甲市湿地办法》', [['甲市湿地办法', '甲政发〔2024〕1号']]],
    [
      'said to be its number',
      '《甲市湿地办法》，文号：甲政发〔2024〕1号',
      [['甲市湿地办法', '甲政发〔2024〕1号']],
    ],
    [
      'a title inside a title',
      '《关于印发《甲市湿地办法》的通知》',
      [['关于印发《甲市湿地办法》的通知', null]],
    ],
    [
      'titles side by side',
      '《甲法》《乙市湿地条例》',
      [
        ['甲法', null],
        ['乙市湿地条例', null],
      ],
    ],
    ['an order', '《甲市湿地办法》（甲市人民政府令第6号）', [['甲市湿地办法', '甲市人民政府令第6号']]],
    ['what is quoted names nothing here', '“根据《甲市湿地办法》（甲政发〔2024〕1号）制定”', []],
    [
      'a short name',
      '《甲市湿地保护规划》（以下简称《规划纲要》）提出，《规划纲要》要求',
      [
        ['甲市湿地保护规划', null],
        ['甲市湿地保护规划', null],
      ],
    ],
    ['no document', '《养殖许可证》和《意见》', []],
    ['a title that is never closed', '《甲市湿地办法', []],
  ])('%s', (_case, text, expected) => {
    expect(mentionsOf(text)).toEqual(expected)
  })
})

describe('quotations', () => {
  it.each([
    ['“甲乙丙”', ['甲乙丙']],
    ['「甲乙丙」', ['甲乙丙']],
    ['『甲乙丙』', ['甲乙丙']],
    ['"甲乙丙"', ['甲乙丙']],
    ['“甲“乙”丙”', ['甲“乙”丙']],
    ['他说：\n> 甲乙丙\n> 丁戊己\n\n完', ['甲乙丙\n> 丁戊己']],
    ['> “甲乙丙”', ['甲乙丙']],
    ['“甲乙', []],
    ['甲乙”', []],
    ['“甲乙\n\n丙丁”', []],
    ['””““', []],
  ])('%s', (text, expected) => {
    const answer = readAnswer(text)
    expect(findQuotations(answer.text).map(({ start, end }) => answer.text.slice(start, end))).toEqual(
      expected,
    )
  })
})

describe('locators', () => {
  const located = (text: string) => {
    const answer = readAnswer(text)
    const quotations = findQuotations(answer.text)
    const locators = findLocators(answer.text, findMentions(answer.text, quotations), quotations)
    return locators.map(({ steps }) => steps.map(({ kind, number }) => `${kind} ${number}`).join(', '))
  }
  it.each(STEP_RULES)('$example by $id', ({ pattern, example }) => {
    pattern.lastIndex = 0
    // 二、 counts only before a number in brackets
    expect(pattern.exec(`${example}（五）`)?.index).toBe(0)
  })
  it.each([
    ['第三章第五条', ['PART 3, ARTICLE 5']],
    ['第1条第2款', ['ARTICLE 1, PARAGRAPH 2']],
    ['第六条第（七）项', ['ARTICLE 6, ITEM 7']],
    ['见二、（五）', ['PART 2, CLAUSE 5']],
    ['第二部分第（五）项', ['PART 2, CLAUSE 5']],
    ['甲政发〔2024〕1号（五）', ['CLAUSE 5']],
    ['《甲市湿地办法》第二十一条', ['ARTICLE 21']],
    // the answer's own list, a quotation, and words that only look so
    ['（一）第一点', []],
    ['“依照本办法第五条”', []],
    ['共三条措施', []],
  ])('%s', (text, expected) => {
    expect(located(text)).toEqual(expected)
  })
})

it('sentences end outside quotation marks', () => {
  const text = '规定：“甲。乙。”见丙。丁；戊\n己'
  expect(findSentences(text).map(({ start, end, line }) => [text.slice(start, end), line])).toEqual([
    ['规定：“甲。乙。”见丙。', 0],
    ['丁；', 0],
    ['戊', 0],
    ['己', 1],
  ])
})

it('any text is read without fault, and every range leads back into it', () => {
  const pieces = fc.constantFrom(
    '“',
    '”',
    '《',
    '》',
    '（',
    '(',
    '[2024]',
    '１',
    '號',
    '第',
    '条',
    '\n',
    '> ',
    '**',
    '"',
    '济政',
    'é',
    '😀',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const answer = readAnswer(parts.join(''))
      const quotations = findQuotations(answer.text)
      const mentions = findMentions(answer.text, quotations)
      const found = [...quotations, ...mentions, ...findLocators(answer.text, mentions, quotations)]
      return [...found, ...findSentences(answer.text)].every((range) => {
        const { start, end } = originalRange(answer, range)
        return start >= 0 && start <= end && end <= answer.original.length
      })
    }),
    { numRuns: 500 },
  )
})
