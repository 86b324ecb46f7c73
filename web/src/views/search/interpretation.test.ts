import { expect, it } from 'vitest'
import { withoutCondition } from './interpretation.ts'

const QUERY = '2024年以来济南市和青岛市的核药'
const DATE = { words: ['2024年以来'] }
const PLACES = { words: ['济南市', '青岛市'] }

it.each([
  ['quotes the words of one of several', QUERY, DATE, [DATE, PLACES], '“2024年以来”济南市和青岛市的核药'],
  ['quotes all its words', QUERY, PLACES, [DATE, PLACES], '2024年以来“济南市”和“青岛市”的核药'],
  ['cannot quote words that the question does not have', '核药', DATE, [DATE, PLACES], null],
  ['leaves the question alone where there is no other condition to keep', QUERY, DATE, [DATE], null],
])('%s', (_name, query, condition, all, expected) => {
  expect(withoutCondition(query, condition, all)).toBe(expected)
})
