import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clauseIndexText, passageTexts, windowsOf } from './indexing.ts'

const SENTENCE = '推进药品审评审批制度改革，优化服务流程，压缩办理时限。'

describe('clauseIndexText', () => {
  it.each([
    [{ title: '加强监管', text: '各部门负责。' }, '加强监管。各部门负责。'],
    [{ title: null, text: '各部门负责。' }, '各部门负责。'],
    [{ title: '加强监管', text: '' }, '加强监管'],
    [{ title: '', text: '各部门负责。' }, '各部门负责。'],
  ])('%o', (clause, text) => {
    expect(clauseIndexText(clause)).toBe(text)
  })
})

describe('passageTexts', () => {
  it.each([
    ['a short clause has no windows', SENTENCE, 1],
    ['nor has one with a short rest', SENTENCE.repeat(4), 1],
    ['a long one has the whole and its windows', SENTENCE.repeat(8), 4],
    ['text without any border is cut', '药'.repeat(400), 4],
    ['an empty text is one passage', '', 1],
  ])('%s', (_what, text, count) => {
    const passages = passageTexts(text)
    expect(passages).toHaveLength(count)
    expect(passages[0]).toEqual({ window: null, text })
  })

  it('cuts at sentences and commas', () => {
    for (const { text } of passageTexts(SENTENCE.repeat(12))) expect(text).toMatch(/[，。]$/)
  })

  it('covers any text without gaps, overlaps or torn characters', () => {
    const text = fc
      .array(
        fc.constantFrom('药品', '审评审批制度改革', '，', '。', '；', '\n', '𠮷', 'GMP ', '𠮷'.repeat(120)),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (sample) => {
        const windows = windowsOf(sample)
        expect(windows.map(({ start, end }) => sample.slice(start, end)).join('')).toBe(sample)
        for (const { start, end } of windows) {
          expect(end).toBeGreaterThan(start)
          expect(sample.slice(start, end)).not.toMatch(/\p{Surrogate}/u)
        }
      }),
    )
  })
})
