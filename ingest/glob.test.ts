import { expect, it } from 'vitest'
import { isGlob, matchesSegment, splitGlob } from './glob.ts'

it.each([
  ['*.txt', 'a.txt', true],
  ['*.txt', 'a.txtx', false],
  ['*.txt', '.a.txt', false],
  ['.*.txt', '.a.txt', true],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['?.txt', '𠮷.txt', true],
  ['*a*b', 'xaybzab', true],
  ['*a*b', 'xaybza', false],
  ['**', 'anything', true],
  ['', '', true],
  ['a[1].txt', 'a[1].txt', true],
  ['a[1].txt', 'a1.txt', false],
])('matchesSegment(%s, %s) is %s', (segment, name, expected) => {
  expect(matchesSegment(segment, name)).toBe(expected)
})

it('matches without blowing up', () => {
  expect(matchesSegment(`${'*a'.repeat(200)}b`, 'a'.repeat(2000))).toBe(false)
})

it.each([
  ['docs/2024/*.txt', 'docs/2024', ['*.txt']],
  ['*.txt', '.', ['*.txt']],
  ['/*/x', '/', ['*', 'x']],
  ['/a/**/b.txt', '/a', ['**', 'b.txt']],
])('splitGlob(%s)', (pattern, folder, rest) => {
  expect(splitGlob(pattern)).toEqual({ folder, rest })
})

it.each([
  ['公告[2024]{1}.txt', false],
  ['a*', true],
  ['a?', true],
])('isGlob(%s) is %s', (path, expected) => {
  expect(isGlob(path)).toBe(expected)
})
