import { expect, it } from 'vitest'
import { type AgencyFacts, byFunction, byPlace } from './arrange.ts'

const LEVELS = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL']
const agency = (id: string, place: string | null, level: string, charge: string | null, kind = 'BODY') =>
  ({
    ...{ id, kind, function: charge },
    jurisdiction: place === null ? null : { id: place, name: place, level },
  }) satisfies AgencyFacts

const AGENCIES = [
  agency('nowhere', null, '', '科技'),
  agency('市科技局', '济宁市', 'MUNICIPAL', '科技'),
  agency('市财政局', '济宁市', 'MUNICIPAL', '财政'),
  agency('省科技厅', '山东省', 'PROVINCIAL', '科技'),
  agency('各部门', '山东省', 'PROVINCIAL', '科技', 'CLASS'),
  agency('中心', '山东省', 'PROVINCIAL', null),
]

it('groups by place, the highest first and unknown ones last', () => {
  expect(byPlace(AGENCIES, LEVELS).map(({ place, agencies }) => [place?.name, agencies.length])).toEqual([
    ['山东省', 3],
    ['济宁市', 2],
    [undefined, 1],
  ])
})

it('sets the bodies of one function side by side, without classes', () => {
  const rows = byFunction(AGENCIES.slice(1))
  expect(rows.map((row) => [row.function, row.levels])).toEqual([
    ['科技', 2],
    ['财政', 1],
  ])
  expect(rows[0]?.agencies.get('PROVINCIAL')?.map(({ id }) => id)).toEqual(['省科技厅'])
})
