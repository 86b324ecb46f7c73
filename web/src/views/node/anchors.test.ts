import { expect, it } from 'vitest'
import { clauseOfAnchor, isWithin } from './anchors.ts'

const CLAUSES = ['d/sec_1__cl_1', 'd/sec_1__cl_10', 'd/sec_1__cl_1-2'].map((id) => ({ id }))

it.each([
  { anchor: 'd/sec_1__cl_1', expected: 'd/sec_1__cl_1' },
  { anchor: 'd/sec_1__cl_10', expected: 'd/sec_1__cl_10' },
  { anchor: 'd/sec_1__cl_1-2__item_3', expected: 'd/sec_1__cl_1-2' },
  { anchor: 'd/sec_1__cl_10/target_2', expected: 'd/sec_1__cl_10' },
  { anchor: 'd/sec_1', expected: null },
  { anchor: 'd', expected: null },
])('$anchor stands in $expected', ({ anchor, expected }) => {
  expect(clauseOfAnchor(CLAUSES, anchor)).toBe(expected)
})

it.each([
  { id: 'cn/370800/济政办字/2024/23', expected: true },
  { id: 'cn/370800/济政办字/2024/23/sec_1', expected: true },
  { id: 'cn/370800/济政办字/2024/235', expected: false },
])('$id is within 23: $expected', ({ id, expected }) => {
  expect(isWithin(id, 'cn/370800/济政办字/2024/23')).toBe(expected)
})
