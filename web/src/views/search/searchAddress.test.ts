import { describe, expect, it } from 'vitest'
import {
  changed,
  cleared,
  filterOf,
  nextTrail,
  previousTrail,
  readAddress,
  searchTo,
} from './searchAddress.ts'

const read = (words: string) => readAddress(new URLSearchParams(words))

describe('readAddress', () => {
  it.each([
    ['a question', 'q=%20药品%20', { query: '药品' }],
    ['the mode', 'q=a&mode=KEYWORD', { mode: 'KEYWORD' }],
    ['an unknown mode', 'mode=GUESS', { mode: 'HYBRID' }],
    ['a level', 'level=MUNICIPAL', { level: 'MUNICIPAL' }],
    ['an unknown level', 'level=toString', { level: '' }],
    ['a role', 'role=LEAD', { role: 'LEAD' }],
    ['a year', 'year=2024', { year: '2024' }],
    ['no year', 'year=24', { year: '' }],
    ['in force', 'valid=1', { valid: '1' }],
    ['word by word', 'literal=1', { literal: true }],
    ['a trail', 'after=aGl0OjIw.aGl0OjQw', { trail: ['aGl0OjIw', 'aGl0OjQw'] }],
    ['no trail', '', { trail: [] }],
  ])('%s', (_what, words, expected) => {
    expect(read(words)).toMatchObject(expected)
  })
})

describe('filterOf', () => {
  const only = (words: string) =>
    Object.fromEntries(
      Object.entries(filterOf(read(words), '2026-01-02')).filter(([, value]) => value !== null),
    )
  it.each([
    ['nothing', '', {}],
    ['a place', 'place=place/370100', { jurisdiction: 'place/370100' }],
    ['a place and what is below', 'place=place/370000&below=1', { within: 'place/370000' }],
    ['below without a place', 'below=1', {}],
    ['a year', 'year=2024', { issuedFrom: '2024-01-01', issuedUntil: '2024-12-31' }],
    ['in force today', 'valid=1', { validOn: '2026-01-02' }],
    ['who, in which role', 'agency=a&role=LEAD', { agency: 'a', role: 'LEAD' }],
    ['about a product', 'product=product/创新药', { productType: 'product/创新药' }],
    ['in a document', 'document=d&implementing=u', { document: 'd', implementing: 'u' }],
  ])('%s', (_what, words, expected) => {
    expect(only(words)).toEqual(expected)
  })
})

describe('changing the address', () => {
  it('goes back to the first page', () => {
    const next = changed(new URLSearchParams('q=a&after=x&why=c'), { level: 'COUNTY' })
    expect(next.toString()).toBe('q=a&level=COUNTY')
  })
  it('clears conditions but not the question', () => {
    const next = cleared(new URLSearchParams('q=a&mode=KEYWORD&place=p&below=1&year=2024'))
    expect(next.toString()).toBe('q=a&mode=KEYWORD')
  })
  it('leads to the view itself', () => {
    expect(searchTo(new URLSearchParams('q=a'))).toEqual({ pathname: '/', search: '?q=a' })
    expect(searchTo(new URLSearchParams())).toEqual({ pathname: '/', search: '' })
  })
})

describe('the trail of pages', () => {
  it('grows by the last cursor and shrinks by one', () => {
    expect(nextTrail([], 'b')).toBe('b')
    expect(nextTrail(['b'], 'c')).toBe('b.c')
    expect(nextTrail(['b'], null)).toBeNull()
    expect(previousTrail(['b', 'c'])).toBe('b')
    expect(previousTrail(['b'])).toBe('')
    expect(previousTrail([])).toBeNull()
  })
})
