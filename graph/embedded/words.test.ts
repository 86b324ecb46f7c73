import { expect, it } from 'vitest'
import { countWord } from './words.ts'

it.each([
  ['科技 园区 科技', '科技', 2],
  ['科技局 科技', '科技', 1], // not as a part of another word
  ['新科技 科技', '科技', 1],
  ['aa aaa aa aa', 'aa', 3],
  ['科技', '园区', 0],
  ['科技', '', 0],
  ['', '科技', 0],
])('%j holds %j %i times', (text, word, count) => {
  expect(countWord(text, word)).toBe(count)
})
