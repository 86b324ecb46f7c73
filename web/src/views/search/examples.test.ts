import { expect, it } from 'vitest'
import { exampleQuestions } from './examples.ts'

it('asks about what is there', () => {
  const questions = exampleQuestions({
    places: ['甲省', '乙市'],
    products: ['疫苗', '中药', '化妆品'],
    leaders: ['乙市科技局'],
  })
  expect(questions).toEqual([
    '对疫苗有哪些支持措施？',
    '乙市科技局牵头哪些工作？',
    '甲省怎样促进中药发展？',
    '化妆品审批要多长时间？',
    '乙市的奖励和补助有多少？',
  ])
})

it('leaves out what it knows nothing of', () => {
  expect(exampleQuestions({ places: ['甲省'], products: ['疫苗'], leaders: [] })).toEqual([
    '对疫苗有哪些支持措施？',
  ])
  expect(exampleQuestions({ places: [], products: [], leaders: [] })).toEqual([])
})
