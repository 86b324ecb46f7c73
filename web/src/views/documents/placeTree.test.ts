import { expect, it } from 'vitest'
import { growTree, type PlaceBranch, type PlaceStep } from './placeTree.ts'

const state: PlaceStep = { id: 'place/000000', name: '国家', code: '000000', level: 'NATIONAL' }
const province: PlaceStep = {
  ...{ id: 'place/370000', name: '山东省', code: '370000', level: 'PROVINCIAL' },
  parent: state,
}
const city = (code: string, name: string): PlaceStep => ({
  ...{ id: `place/${code}`, name, code, level: 'MUNICIPAL' },
  parent: province,
})

const named = ({ place, documents, below, count }: PlaceBranch<{ readonly title: string }>): unknown => [
  place.name,
  count,
  documents.map(({ title }) => title),
  below.map(named),
]

it('grows from the state to the city, with places above that have no document', () => {
  const tree = growTree([
    { title: 'c2', place: city('370800', '济宁市') },
    { title: 'law', place: state },
    { title: 'c1', place: city('370100', '济南市') },
    { title: 'c3', place: city('370800', '济宁市') },
    { title: 'lost', place: null },
  ])
  expect(tree.roots.map(named)).toEqual([
    ['国家', 1, ['law'], []],
    [
      '山东省',
      3,
      [],
      [
        ['济南市', 1, ['c1'], []],
        ['济宁市', 2, ['c2', 'c3'], []],
      ],
    ],
  ])
  expect(tree.elsewhere.map(({ title }) => title)).toEqual(['lost'])
})

it('is empty without documents', () => {
  expect(growTree([])).toEqual({ roots: [], elsewhere: [] })
})
