import { describe, expect, it } from 'vitest'
import type { SearchMode } from '../domain/vocabulary.ts'
import { isRelevant, RELEVANCE } from './relevance.ts'

const MODEL = 'Xenova/bge-small-zh-v1.5#q8'
const { meaning, words, wordsAlone } = RELEVANCE
const LESS = 0.001

describe('isRelevant', () => {
  it.each<[string, SearchMode, number, number, string | null, boolean]>([
    ['enough meaning', 'HYBRID', meaning, 0, MODEL, true],
    ['too little of both', 'HYBRID', meaning - LESS, words - LESS, MODEL, false],
    ['the very words', 'HYBRID', 0, words, MODEL, true],
    ['meaning alone', 'SEMANTIC', meaning, 0, MODEL, true],
    ['too little meaning alone', 'SEMANTIC', meaning - LESS, 0, MODEL, false],
    ['a word', 'KEYWORD', 0, wordsAlone, null, true],
    ['hardly a word', 'KEYWORD', 0, wordsAlone - LESS, null, false],
    ['another model: it cannot be told', 'HYBRID', 0.1, 0, 'hashing', true],
    ['another model without any hit', 'HYBRID', 0, 0, 'hashing', false],
  ])('%s', (_what, mode, likeness, share, model, expected) => {
    expect(isRelevant(mode, { meaning: likeness, words: share }, model)).toBe(expected)
  })
})
