import { describe, expect, it } from 'vitest'
import { exportPath, readFilter } from './agenciesAddress.ts'

describe('readFilter', () => {
  it.each([
    [
      'level=MUNICIPAL&function=科技&within=济宁市',
      { level: 'MUNICIPAL', function: '科技', within: '济宁市' },
    ],
    ['level=HIGH&kind=THING&name=+', {}],
    ['kind=CLASS&view=function', { kind: 'CLASS' }],
  ])('%s', (words, filter) => {
    expect(readFilter(new URLSearchParams(words))).toEqual(filter)
  })
})

it('exports what is filtered', () => {
  const url = new URL(exportPath('csv', { level: 'MUNICIPAL' }, 'zh'), 'http://127.0.0.1')
  expect(url.pathname).toBe('/export/agencies.csv')
  expect(Object.fromEntries(url.searchParams)).toEqual({ level: 'MUNICIPAL', lang: 'zh' })
})
