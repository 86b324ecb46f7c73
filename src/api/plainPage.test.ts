import { expect, it } from 'vitest'
import { escapeHtml, renderPlainPage } from './plainPage.ts'

it.each([
  ['<script>alert("1")</script>', '&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;'],
  ["《a&b'》", '《a&#38;b&#39;》'],
])('%s cannot become markup', (text, escaped) => {
  expect(escapeHtml(text)).toBe(escaped)
  expect(renderPlainPage(text, '')).toContain(`<title>${escaped}</title>`)
})
