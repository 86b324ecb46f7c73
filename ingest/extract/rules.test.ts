import { describe, expect, it } from 'vitest'
import { COLUMN_RULES, readHeader } from './ledgerColumns.ts'
import { findMentions, MENTION_RULES } from './mentions.ts'
import { findRunningDuties, RUNNING_RULES } from './runningDuties.ts'
import { VALIDITY_RULES } from './validity.ts'

describe('each rule holds for its example', () => {
  it.each(COLUMN_RULES.map((rule) => [rule.column, rule] as const))('column %s', (_, rule) => {
    expect(COLUMN_RULES.find(({ pattern }) => pattern.test(rule.example))).toBe(rule)
  })
  it.each(MENTION_RULES.map((rule) => [rule.id, rule.example] as const))('%s', (_, { text, words }) => {
    expect(findMentions(text, { start: 0, end: text.length }, []).map((found) => found.words)).toEqual([
      words,
    ])
  })
  it.each(RUNNING_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, { example, role }) => {
    expect(findRunningDuties(example.text, { start: 0, end: example.text.length }, [])).toMatchObject([
      { printed: example.who, role },
    ])
  })
  it.each(VALIDITY_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, { pattern, example }) => {
    expect(pattern.test(example)).toBe(true)
  })
})

it.each([
  [
    ['目标任务', '', '工作措施', '牵头单位', '配合单位'],
    ['section', 'task', 'measure', 'lead', 'support'],
  ],
  [
    ['序号', '重点任务', '责任单位', '完成时限'],
    ['ordinal', 'measure', 'lead', 'deadline'],
  ],
  [['指标', '2024年', '2025年'], null],
])('reads the header %j', (cells, columns) => {
  expect(readHeader(cells)).toEqual(columns)
})
