import { describe, expect, it } from 'vitest'
import { exportPath, readArrangement, readFilter } from './documentsAddress.ts'

const read = (words: string) => readFilter(new URLSearchParams(words), '2026-01-02')

describe('readFilter', () => {
  it.each([
    ['nothing', '', {}],
    ['words and a place', 'text=%20药品%20&within=济南市', { text: '药品', within: '济南市' }],
    ['a level', 'level=COUNTY', { level: 'COUNTY' }],
    ['no level', 'level=VILLAGE', {}],
    ['a day', 'issuedFrom=2024-01-01&issuedUntil=then', { issuedFrom: '2024-01-01' }],
    ['in force today', 'valid=1', { validOn: '2026-01-02' }],
    ['held', 'held=1', { ingested: true }],
    ['only cited', 'held=0', { ingested: false }],
    ['neither', 'held=x', {}],
  ])('%s', (_what, words, expected) => {
    expect(read(words)).toEqual(expected)
  })
})

it('knows its arrangements', () => {
  expect(readArrangement(new URLSearchParams('show=timeline'))).toBe('timeline')
  expect(readArrangement(new URLSearchParams('show=pie'))).toBe('places')
})

it('exports what is shown', () => {
  expect(exportPath('documents', 'csv', { level: 'COUNTY', ingested: false }, 'zh')).toBe(
    '/export/documents.csv?level=COUNTY&ingested=false&lang=zh',
  )
  expect(exportPath('wanted', 'xlsx', { level: 'COUNTY' }, 'en')).toBe('/export/wanted.xlsx?lang=en')
})
