import { describe, expect, it } from 'vitest'
import { applyEdits } from './edits.ts'
import { foldWidth, widthEdits } from './width.ts'

const ROWS = [
  ['digits and letters', '２０２２年ＧＭＰ', '2022年GMP'],
  ['Roman numerals', 'Ⅲ期、ⅱ类', 'III期、ii类'],
  ['signs', '５％，Ａ＋Ｂ，４０学时／年', '5%，A+B，40学时/年'],
  ['Chinese punctuation stays', '（一）、：；？！《》', '（一）、：；？！《》'],
  ['half-width Chinese punctuation', '完成｡药品､器械', '完成。药品、器械'],
  ['Kangxi radicals of fonts', '⽀持⾼⻔⻛⻓⻋', '支持高门风长车'],
  ['compatibility ideographs', '\uf90a\uf9dd', '金利'],
  ['what has no usual form stays', '①⒈㎡℃〇', '①⒈㎡℃〇'],
] as const

describe('foldWidth', () => {
  it.each(ROWS)('%s', (_, text, expected) => {
    expect(foldWidth(text)).toBe(expected)
    expect(applyEdits(text, widthEdits(text)).text).toBe(expected)
  })
})
