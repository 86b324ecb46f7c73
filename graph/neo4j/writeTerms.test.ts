import { expect, it } from 'vitest'
import { clauseWord, termProperties, toTokens } from './writeTerms.ts'

it.each([
  [['科技', '园区', '科技'], '科技 园区 科技', false],
  [[], '', false],
  // spelt otherwise by the index, so that the tokens are kept beside
  [['2.5', '科技'], 'zx322e35 科技', true],
  [['甲 乙'], clauseWord('甲 乙'), true],
  [[''], 'zx', true],
])('keeps the tokens %j as %j', (tokens, words, kept) => {
  const properties = termProperties({ clauseId: 'c', tokens })
  expect(properties['words']).toBe(words)
  expect(properties['tokens'] !== null).toBe(kept)
  expect(toTokens(properties)).toEqual(tokens)
})

it('spells words that Lucene would cut by their digest', () => {
  const long = '长'.repeat(300)
  expect(clauseWord('长'.repeat(255))).toBe('长'.repeat(255))
  expect(clauseWord(long)).toMatch(/^zxh[0-9a-f]{64}$/)
  expect(clauseWord(long)).not.toBe(clauseWord(`${long}长`))
  expect(toTokens(termProperties({ clauseId: 'c', tokens: [long] }))).toEqual([long])
})
