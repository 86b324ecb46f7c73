import { describe, expect, it } from 'vitest'
import { highlightPassage } from './highlight.ts'
import { createSegmenter } from './segment.ts'

const segmenter = createSegmenter('')
const FILLER = '推进制度改革，优化服务流程，压缩办理时限。'
const highlight = (indexText: string, query: string, window: { start: number; end: number } | null = null) =>
  highlightPassage(segmenter, { indexText, window, queryTokens: new Set(segmenter.tokens(query)) }).html

describe('highlightPassage', () => {
  it.each([
    ['marks the words of the query', '加强疫苗检验。', '疫苗', '加强<mark>疫苗</mark>检验。'],
    ['joins words that touch', '加强疫苗检验。', '疫苗检验', '加强<mark>疫苗检验</mark>。'],
    ['ignores letter case', '符合GMP要求', 'gmp', '符合<mark>GMP</mark>要求'],
    ['marks parts of longer words', '医疗器械注册', '器械', '医疗<mark>器械</mark>注册'],
    [
      'escapes all else, inside and outside of marks',
      '<b>&"疫苗"\'</b>',
      '疫苗 b',
      '&lt;<mark>b</mark>&gt;&amp;&quot;<mark>疫苗</mark>&quot;&#39;&lt;/<mark>b</mark>&gt;',
    ],
    ['leaves a text without matches', '加强检验。', '化妆品', '加强检验。'],
    ['an empty text', '', '疫苗', ''],
  ])('%s', (_what, text, query, html) => {
    expect(highlight(text, query)).toBe(html)
  })

  it('shows the window that the vectors found', () => {
    const text = `${FILLER.repeat(6)}加强疫苗检验。`
    const html = highlight(text, '改革', { start: 0, end: FILLER.length })
    expect(html).toBe(`${FILLER.replace('改革', '<mark>改革</mark>')}…`)
  })

  it('else shows the window with the most words of the query', () => {
    const html = highlight(`${FILLER.repeat(6)}加强疫苗检验。${FILLER.repeat(6)}`, '疫苗检验')
    expect(html).toContain('<mark>疫苗检验</mark>')
    expect(html.startsWith('…')).toBe(true)
    expect(html.endsWith('…')).toBe(true)
  })
})
