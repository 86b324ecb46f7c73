import { describe, expect, it } from 'vitest'
import { chooseOne, exactlyOne, readName } from './chooseOne.ts'

const describeIt = (name: string) => ({ id: `place/${name}`, name })

describe('chooseOne', () => {
  it('is null for nothing, the thing for one', () => {
    expect(chooseOne('x', [], describeIt)).toBeNull()
    expect(chooseOne('x', ['济南市'], describeIt)).toBe('济南市')
  })
  it('names the candidates', () => {
    const candidates = [describeIt('吉林省'), describeIt('吉林市')]
    expect(() => chooseOne('吉林', ['吉林省', '吉林市'], describeIt)).toThrow(
      expect.objectContaining({ code: 'AMBIGUOUS', details: { candidates } }),
    )
  })
})

const BAD_INPUT = expect.objectContaining({ code: 'BAD_INPUT' })
describe('readName', () => {
  it('trims', () => expect(readName('id', ' 济南 ')).toBe('济南'))
  it.each(['', '  ', 'a\u0000b', 'x'.repeat(401)])('%j is refused', (value) => {
    expect(() => readName('id', value)).toThrow(BAD_INPUT)
  })
})

describe('exactlyOne', () => {
  it('says which', () => {
    expect(exactlyOne(['id', null], ['number', '1号'])).toEqual({ by: 'number', value: '1号' })
    expect(exactlyOne(['id', 'cn/1'], ['number', undefined])).toEqual({ by: 'id', value: 'cn/1' })
  })
  it.each([
    [null, null],
    ['cn/1', '1号'],
  ])('refuses %s and %s', (id, number) => {
    expect(() => exactlyOne(['id', id], ['number', number])).toThrow(BAD_INPUT)
  })
})
