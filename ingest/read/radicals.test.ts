import { expect, it } from 'vitest'
import { foldRadicals } from './radicals.ts'

it.each([
  ['⾼⾯⼲⽀', '高面干支'],
  ['⻔⻛⻓⻋⻰⻅⻣⻬', '门风长车龙见骨齐'],
  ['⺠⻝⻘⻩', '民食青黄'],
  ['高质量发展，2024年', '高质量发展，2024年'],
])('%s → %s', (printed, read) => {
  expect(foldRadicals(printed)).toBe(read)
})

it('keeps the length and leaves no radical that is a character by itself', () => {
  const kangxi = Array.from({ length: 0xd6 }, (_, index) => String.fromCharCode(0x2f00 + index)).join('')
  const folded = foldRadicals(kangxi)
  expect(folded).toHaveLength(kangxi.length)
  expect(folded).not.toMatch(/[\u2f00-\u2fd5]/)
})
