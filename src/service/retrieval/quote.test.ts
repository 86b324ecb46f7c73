import { describe, expect, test } from 'vitest'
import { quoteWithin } from './quote.ts'

function clauseOf(title: string | null, text: string) {
  const start = title?.length ?? 0
  const end = start + text.length
  return { title, text, span: { start: 0, end }, bodySpan: { start, end } }
}

describe('quoteWithin', () => {
  test('gives each clause its share, a clause without a body its heading', () => {
    const long = '建立联席会议制度。'.repeat(20)
    const quoted = quoteWithin([clauseOf('标题。', long), clauseOf('加强组织领导。', '')], 100)
    expect(quoted.map(({ text, complete }) => [text, complete])).toEqual([
      ['建立联席会议制度。'.repeat(10), false],
      ['加强组织领导。', true],
    ])
    expect(quoted.map(({ span }) => span)).toEqual([
      { start: 3, end: 93 },
      { start: 0, end: 7 },
    ])
  })
})
