import { describe, expect, it } from 'vitest'
import { readInterpretation, withoutCondition } from './interpretation.ts'

const SENTENCES = [
  '筛选部门：济南市科技局，牵头（取自检索词）',
  '筛选成文日期：2024-01-01 以来（取自检索词）',
  '给这些词加引号，或令 understand 为 false，就不按它们筛选',
  '提到地区“上海市”：库中没有该地区的文件，未作为筛选条件',
  '同义词：核药 → 放射性药品',
]
const { conditions, asides } = readInterpretation(SENTENCES)

describe('readInterpretation', () => {
  it('tells conditions from what else was understood, and keeps words for programs to itself', () => {
    expect(conditions.map(({ sentence }) => sentence)).toEqual([
      '部门：济南市科技局，牵头',
      '成文日期：2024-01-01 以来',
    ])
    expect(asides).toEqual(SENTENCES.slice(3))
  })

  it('has nothing to say where nothing was understood', () => {
    expect(readInterpretation([])).toEqual({ conditions: [], asides: [] })
  })
})

describe('withoutCondition', () => {
  it.each([
    [
      'quotes the words of one of several',
      '2024年以来济南市科技局牵头的核药',
      0,
      '2024年以来“济南市科技局”牵头的核药',
    ],
    ['cannot quote words that the question does not have', '2024年以来济南市科技局牵头的核药', 1, null],
  ] as const)('%s', (_name, query, index, expected) => {
    expect(withoutCondition(query, conditions[index]!, conditions)).toBe(expected)
  })

  it('leaves the question alone where there is no other condition to keep', () => {
    expect(withoutCondition('济南市科技局牵头的核药', conditions[0]!, [conditions[0]!])).toBeNull()
  })
})
