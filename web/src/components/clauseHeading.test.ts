import { expect, it } from 'vitest'
import { bodyOf } from './clauseHeading.ts'

it.each([
  { text: '（一）加快研究。支持平台。', label: '（一）', title: '加快研究', rest: '支持平台。' },
  { text: '（一）加快研究\n支持平台。', label: '（一）', title: '加快研究', rest: '支持平台。' },
  { text: '第五条　企业应当登记。', label: '第五条', title: null, rest: '企业应当登记。' },
  { text: '（一）支持加快研究。', label: '（一）', title: '加快研究', rest: '支持加快研究。' },
  { text: '支持平台。', label: '1', title: null, rest: '支持平台。' },
  { text: '（一）加快研究', label: '（一）', title: '加快研究', rest: '' },
])('parts $text', ({ text, label, title, rest }) => {
  const { heading, bodyStart } = bodyOf(text, { label, title })
  expect(text.slice(bodyStart)).toBe(rest)
  expect(heading).toBe(`${label}${title ?? ''}`)
})
