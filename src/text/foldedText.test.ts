import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldText, unfoldRange } from './foldedText.ts'

it.each([
  ['width and case', 'ＧＭＰ２０２４', 'gmp2024'],
  ['script', '濟南市藥品監督', '济南市药品监督'],
  ['white space and punctuation', '（一） 甲，\n乙。“丙”', '一甲乙丙'],
  ['the point of a figure stays, others go', '1.5万、3．5％. 1.甲', '1.5万3.5%1甲'],
  ['signs of figures stay', '≥30%', '≥30%'],
])('folds %s', (_case, text, expected) => {
  expect(foldText(text).text).toBe(expected)
})

it('every folded character leads back to the one that it comes from', () => {
  const characters = fc.constantFrom('甲', '藥', '１', '2', '.', '，', ' ', '\n', '㎡', '😀', 'Ⅲ', '%', 'Ａ')
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      const folded = foldText(text)
      return [...folded.text].every((_, index) => {
        const place = unfoldRange(folded, { start: index, end: index + 1 })
        return (
          foldText(text.slice(place.start, place.end)).text.includes(folded.text[index]!) ||
          folded.text[index] === '.'
        )
      })
    }),
  )
})
