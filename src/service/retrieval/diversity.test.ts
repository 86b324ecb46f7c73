import { expect, it } from 'vitest'
import { takeTurns } from './diversity.ts'

const item = (name: string, score: number, place: string | null = name.charAt(0)) => ({ name, score, place })
const names = (items: ReturnType<typeof item>[]) =>
  takeTurns(items, ({ place }) => place).map(({ name }) => name)

it.each([
  ['places take turns', [item('a1', 1), item('a2', 0.9), item('b1', 0.8), item('a3', 0.7)], 'a1 b1 a2 a3'],
  ['one place keeps its order', [item('a1', 1), item('a2', 0.9), item('a3', 0.1)], 'a1 a2 a3'],
  [
    'what is far from the best is not pulled up',
    [item('a1', 1), item('a2', 0.9), item('b1', 0.3), item('c1', 0.2)],
    'a1 a2 b1 c1',
  ],
  ['no place is a place of its own', [item('a1', 1), item('a2', 0.9), item('x', 0.8, null)], 'a1 x a2'],
])('%s', (_what, items, expected) => {
  expect(names(items).join(' ')).toBe(expected)
})

it('an empty list stays empty', () => {
  expect(names([])).toEqual([])
})
