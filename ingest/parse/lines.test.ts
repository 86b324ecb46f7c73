import { describe, expect, it } from 'vitest'
import { LINE_FORMS, readLines } from './lines.ts'

describe('readLines', () => {
  it.each(
    LINE_FORMS.filter((rule) => rule.form !== 'labelled').map((rule) => [rule.form, rule.example] as const),
  )('tells the form %s', (form, example) => {
    expect(readLines(example)).toMatchObject([{ form, start: 0, end: example.length }])
  })

  it('counts offsets over line ends and leaves empty lines out', () => {
    expect(readLines('甲。\n\n一、乙')).toMatchObject([
      { text: '甲。', start: 0, end: 2 },
      { text: '一、乙', start: 4, end: 7, form: 'labelled' },
    ])
  })
})
