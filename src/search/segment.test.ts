import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createSegmenter } from './segment.ts'

const WORDS = readFileSync(new URL('../../seeds/words.txt', import.meta.url), 'utf8')
const segmenter = createSegmenter(WORDS)

describe('segmenter', () => {
  it.each<[string, string, readonly string[]]>([
    ['punctuation is dropped', '药品，疫苗。', ['药品', '疫苗']],
    ['particles are dropped, negations kept', '企业的药品不合格', ['企业', '药品', '不', '合格']],
    ['Latin words in lower case', '符合GMP要求', ['符合', 'gmp', '要求']],
    ['full-width Latin and digits folded', 'ＧＣＰ要求１２', ['gcp', '要求', '12']],
    ['a long word also by its parts', '医疗器械', ['医疗', '器械', '医疗器械']],
    ['a percentage is one word', '增长2.5%', ['增长', '2.5%']],
    ['a blank text', ' 、。\n', []],
    ['a 发文字号 whole and without its code', '（济政办字〔2024〕23号）', ['济政办字202423号', '202423号']],
    [
      'its brackets, width and spaces do not matter',
      '济政办字［２０２４］ 23 号',
      ['济政办字202423号', '202423号'],
    ],
    ['words before its code stay outside', '根据国发〔2020〕5号', ['根据', '国发20205号', '20205号']],
    ['a number without a code', '〔2024〕6号', ['20246号']],
  ])('%s', (_what, text, tokens) => {
    expect(segmenter.tokens(text)).toEqual(tokens)
  })

  it.each(['支持医疗器械GMP认证，依据济政办字〔2024〕23号。', 'A😀药品审评审批2.5%'])(
    'says where each word of %s stands',
    (text) => {
      const words = segmenter.words(text)
      expect(words.length).toBeGreaterThan(3)
      for (const { token, start, end } of words) {
        const printed = text.slice(start, end).toLowerCase()
        expect(printed.replace(/[〔〕]/g, '')).toContain(token)
      }
    },
  )

  it('keeps every word of the dictionary together', () => {
    const terms = WORDS.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    const torn = terms
      .map((line) => line.split(' ')[0] ?? '')
      .filter((term) => !segmenter.tokens(`关于${term}的规定`).includes(term))
    expect(terms.length).toBeGreaterThan(100)
    expect(torn).toEqual([])
  })

  it('knows the words that it is given', () => {
    const text = '太白湖新区'
    expect(createSegmenter('').tokens(text)).not.toContain(text)
    expect(createSegmenter('# 地名\n太白湖新区 3000 ns').tokens(text)).toContain(text)
  })
})
