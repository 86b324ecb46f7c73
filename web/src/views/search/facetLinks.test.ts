import { describe, expect, it } from 'vitest'
import { choicesOf, countCandidates, placesNamed } from './facetLinks.ts'
import { readAddress } from './searchAddress.ts'

const FACETS = [
  {
    field: 'PLACE',
    values: [
      { value: 'place/370100', label: '济南市', count: 3 },
      { value: 'place/370800', label: '济宁市', count: 2 },
    ],
  },
  {
    field: 'YEAR',
    values: [
      { value: '2022', label: '2022', count: 4 },
      { value: '2024', label: '2024', count: 1 },
    ],
  },
  {
    field: 'VALIDITY',
    values: [
      { value: 'UNKNOWN', label: '不详', count: 3 },
      { value: 'IN_FORCE', label: '现行有效', count: 2 },
    ],
  },
]
const address = (words: string) => readAddress(new URLSearchParams(words))

describe('choicesOf', () => {
  it('puts the chosen value first and lets it be taken away', () => {
    const choices = choicesOf(FACETS, 'PLACE', address('place=place/370800'))
    expect(choices.map(({ label, chosen, next }) => [label, chosen, next])).toEqual([
      ['济宁市', true, null],
      ['济南市', false, 'place/370100'],
    ])
  })
  it('knows a value by its name too', () => {
    expect(choicesOf(FACETS, 'PLACE', address('place=济南市'))[0]).toMatchObject({ chosen: true })
  })
  it('lists years from the newest on', () => {
    expect(choicesOf(FACETS, 'YEAR', address('')).map(({ value }) => value)).toEqual(['2024', '2022'])
  })
  it('offers of validity only what can be asked for', () => {
    expect(choicesOf(FACETS, 'VALIDITY', address(''))).toEqual([
      { value: 'IN_FORCE', label: '现行有效', count: 2, chosen: false, next: '1' },
    ])
  })
  it('is empty for a facet that no hit has', () => {
    expect(choicesOf(FACETS, 'AGENCY', address(''))).toEqual([])
  })
})

it('counts each candidate once', () => {
  expect(countCandidates(FACETS)).toBe(5)
  expect(countCandidates([])).toBe(0)
})

it('finds the places that the question names', () => {
  expect(placesNamed(['提到地区“济南市”：未作为筛选条件'], FACETS).map(({ label }) => label)).toEqual([
    '济南市',
  ])
  expect(placesNamed(['同义词：核药 → 放射性药品'], FACETS)).toEqual([])
})
