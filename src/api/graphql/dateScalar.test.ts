import { Kind } from 'graphql'
import { expect, it } from 'vitest'
import { dateScalar } from './dateScalar.ts'

it.each(['2024-07-18', '2024-02-29', '0999-01-01'])('%s is a date', (text) => {
  expect(dateScalar.parseValue(text)).toBe(text)
  expect(dateScalar.parseLiteral({ kind: Kind.STRING, value: text })).toBe(text)
})

it.each(['2023-02-29', '2024-13-01', '2024-7-18', '2024-07-18T00:00:00Z', '二〇二四年', '', 20240718, null])(
  '%j is none',
  (value) => {
    expect(() => dateScalar.parseValue(value)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_INPUT' } }),
    )
  },
)

it('a number in a query is none', () => {
  expect(() => dateScalar.parseLiteral({ kind: Kind.INT, value: '2024' })).toThrow('日期')
})
