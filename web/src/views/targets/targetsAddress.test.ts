import { describe, expect, it } from 'vitest'
import { exportPath, orderBy, readFilter, readOrder } from './targetsAddress.ts'

describe('readFilter', () => {
  it.each([
    ['metric=用时&kind=LIMIT&within=济宁市', { metric: '用时', kind: 'LIMIT', within: '济宁市' }],
    ['kind=NONSENSE&deadlineFrom=tomorrow&metric=+', {}],
    ['deadlineUntil=2026-12-31&sort=value', { deadlineUntil: '2026-12-31' }],
  ])('%s', (words, filter) => {
    expect(readFilter(new URLSearchParams(words))).toEqual(filter)
  })
})

describe('orderBy', () => {
  it('turns round what is sorted by already', () => {
    const start = readOrder(new URLSearchParams())
    expect(orderBy('value', start)).toEqual({ sort: 'value', dir: null })
    expect(orderBy('value', readOrder(new URLSearchParams('sort=value')))).toEqual({
      sort: 'value',
      dir: 'down',
    })
    expect(orderBy('value', readOrder(new URLSearchParams('sort=value&dir=down')))).toEqual({
      sort: 'value',
      dir: null,
    })
    expect(orderBy('text', start)).toEqual({ sort: null, dir: 'down' })
  })
})

describe('exportPath', () => {
  it('takes the filters along', () => {
    const url = new URL(exportPath('csv', { metric: '用时', kind: 'LIMIT' }, 'en'), 'http://127.0.0.1')
    expect(Object.fromEntries(url.searchParams)).toEqual({ metric: '用时', kind: 'LIMIT', lang: 'en' })
  })
})
