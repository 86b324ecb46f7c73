import { describe, expect, it } from 'vitest'
import { COLUMN_RULES, readHeader } from './ledgerColumns.ts'
import { findMentions, MENTION_RULES } from './mentions.ts'
import { findRunningDuties } from './runningDuties.ts'
import { RUNNING_RULES } from './runningRules.ts'
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
  it.each(RUNNING_RULES.map(({ id, example }) => [id, example] as const))('%s', (_, { text, duties }) => {
    const found = findRunningDuties(text, { start: 0, end: text.length }, [])
    expect(found.map(({ printed, role }) => `${printed} ${role}`)).toEqual(duties)
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
    ['ordinal', 'measure', 'responsible', 'deadline'],
  ],
  [
    ['序号', '改革举措', '主 要 内 容', '指导部门', '推广范围'],
    ['ordinal', 'task', 'measure', 'responsible', 'other'],
  ],
  [
    ['序号', '任务', '责任领导', '牵头单位', '支撑单位'],
    ['ordinal', 'measure', 'person', 'lead', 'support'],
  ],
  [['序号', '指标名称', '2024年', '2025年', '责任单位'], null],
  [['指标', '计量单位', '目标值', '责任单位'], null],
  [['指标', '2024年', '2025年'], null],
])('reads the header %j', (cells, columns) => {
  expect(readHeader(cells)).toEqual(columns)
})
