import { describe, expect, it } from 'vitest'
import { span } from '../../test/support/bundle.ts'
import { locateInSource } from './correspondenceEvidence.ts'

/** The place of some words of the text in the source, as the words that stand there; null where it cannot be told. */
function locate(text: string, sourceText: string, words: string): string | null {
  const clause = { span: { ...span(0, text.length), source: { start: 0, end: sourceText.length } } }
  const start = text.indexOf(words)
  const found = locateInSource(clause, { text, sourceText }, { start, end: start + words.length })
  return found === null ? null : sourceText.slice(found.start, found.end)
}

describe('locateInSource', () => {
  it.each([
    // read without any change, also where words repeat
    ['建中心，再建中心', '建中心，再建中心', '中心', '中心'],
    // read with changes: the words stand in the source once
    ['建设维修中心站', '建 设\n维修中心站', '维修中心', '维修中心'],
    // … twice, so which of them is meant is not known
    ['建中心，再建中心', '建中心， 再建中心', '中心', null],
    // … not at all: broken by a line
    ['建设维修中心站', '建设维修中\n心站', '维修中心', null],
  ])('%j in %j: %s', (text, source, words, expected) => {
    expect(locate(text, source, words)).toBe(expected)
  })
  it('stays within the clause', () => {
    const clause = { span: { ...span(4, 8), source: { start: 4, end: 8 } } }
    const body = { text: '甲甲甲甲乙乙乙乙', sourceText: '甲甲甲甲乙乙乙乙' }
    expect(locateInSource(clause, body, { start: 2, end: 6 })).toBeNull()
    expect(locateInSource(clause, body, { start: 5, end: 7 })).toEqual({ start: 5, end: 7 })
  })
})
