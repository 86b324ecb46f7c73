import { describe, expect, it } from 'vitest'
import { cutPassage } from './cut.ts'

const TEXT = '甲一二三。乙一二三，乙四五六。丙一二三。丁一二三。'
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const cut = (focus: { start: number; end: number }, most: number, text = TEXT) => {
  const { start, end } = cutPassage(text, focus, most)
  return text.slice(start, end)
}

describe('cutPassage', () => {
  it.each([
    ['a text that fits stays whole', '丙', 100, TEXT],
    ['just fits', '丙', TEXT.length, TEXT],
    ['whole sentences around the focus', '丙一', 5, '丙一二三。'],
    ['what follows before what goes before', '丙一', 12, '丙一二三。丁一二三。'],
    ['then what goes before', '丙一', 20, '乙一二三，乙四五六。丙一二三。丁一二三。'],
    ['a sentence that is too long is cut at its phrases', '乙四', 7, '乙四五六。'],
    ['a phrase that is too long is cut anywhere', '乙一二三', 3, '乙一二'],
    ['nothing', '丙', 0, ''],
  ])('%s', (_what, words, most, expected) => {
    const found = cut(at(words), most)
    expect(found).toBe(expected)
    expect(found.length).toBeLessThanOrEqual(most)
  })

  it('never cuts a character in two', () => {
    const text = '𠮷𠮷𠮷𠮷'
    for (let most = 1; most < text.length; most += 1) {
      expect(cut({ start: 0, end: 1 }, most, text).isWellFormed()).toBe(true)
    }
  })

  it('keeps every budget and always gives words of the text', () => {
    for (let most = 0; most <= TEXT.length; most += 1) {
      for (let start = 0; start < TEXT.length; start += 1) {
        const found = cut({ start, end: start + 1 }, most)
        expect(found.length).toBeLessThanOrEqual(most)
        expect(TEXT).toContain(found)
        if (most > 0) expect(found).not.toBe('')
      }
    }
  })

  it('leaves out the blanks at its ends', () => {
    expect(cut({ start: 0, end: 1 }, 8, '甲一二三。\n  乙一二三四五。')).toBe('甲一二三。')
  })
})
