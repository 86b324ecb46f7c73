import { expect, it } from 'vitest'
import { indexWord } from './indexWord.ts'

it.each([
  ['科技', '科技'],
  ['gmp', 'gmp'],
  ['GMP', 'gmp'],
  ['2025', '2025'],
  ['2.5', 'zx322e35'],
  ['"', 'zx22'],
  ['zx22', 'zx7a783232'], // not the same as "
  ['𠮷', 'zxf0a0aeb7'], // outside the blocks that the tokenizer knows
])('%j is indexed as %j', (token, word) => {
  expect(indexWord(token)).toBe(word)
})
