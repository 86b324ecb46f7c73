import { describe, expect, it } from 'vitest'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { agencyNode, placeNode, productTypeNode } from '../../test/support/bundle.ts'
import { agenciesNamed } from './findAgencies.ts'
import { placesNamed } from './findPlaces.ts'
import { productTypesNamed } from './findProductTypes.ts'
import { createNameIndexCache, looseAgencyKey } from './nameIndex.ts'

const NODES = {
  JURISDICTION: [
    placeNode({ id: 'place/000000', code: '000000', name: '国家', level: 'NATIONAL' }),
    placeNode({
      id: 'place/220000',
      code: '220000',
      name: '吉林省',
      level: 'PROVINCIAL',
      parentId: 'place/000000',
    }),
    placeNode({ id: 'place/220200', code: '220200', name: '吉林市', parentId: 'place/220000' }),
    placeNode({
      id: 'place/370000',
      code: '370000',
      name: '山东省',
      level: 'PROVINCIAL',
      parentId: 'place/000000',
    }),
    placeNode({ id: 'place/370100', code: '370100', name: '济南市', parentId: 'place/370000' }),
    placeNode({
      id: 'place/370100/济南高新区',
      code: null,
      name: '济南高新区',
      parentId: 'place/370100',
    }),
  ],
  AGENCY: [
    agencyNode({
      id: 'agency/370100/济南市卫生健康委',
      officialName: '济南市卫生健康委员会',
      aliases: ['市卫生健康委'],
    }),
    agencyNode({ id: 'agency/370100/济南市政府' }),
    agencyNode({ id: 'agency/220200/吉林市卫生健康委', aliases: ['市卫生健康委'] }),
  ],
  PRODUCT_TYPE: [
    productTypeNode({ id: 'product/药品', aliases: ['药物'] }),
    productTypeNode({ id: 'product/中药', broaderId: 'product/药品' }),
    productTypeNode({ id: 'product/中药饮片', broaderId: 'product/中药' }),
  ],
}

/** The two methods that an index reads, with the number of its readings. */
function namesOnly() {
  const read = { times: 0 }
  const store: Pick<GraphStore, 'all' | 'statistics'> = {
    all: async (kind) => {
      if (kind === 'AGENCY') read.times += 1
      return NODES[kind] as never
    },
    statistics: async () => ({ placeIds: ['place/370100'] }) as never,
  }
  return { store: store as GraphStore, read }
}
const index = await createNameIndexCache(namesOnly().store, [
  { name: '齐州', placeId: 'place/370100', until: 1116 },
]).current()
const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id)

describe('places', () => {
  it.each([
    ['济南', ['place/370100']],
    ['济南市', ['place/370100']],
    ['山东省济南市', ['place/370100']],
    ['山东 济南市', ['place/370100']],
    ['370100', ['place/370100']],
    ['３７０１００', ['place/370100']],
    ['place/370100', ['place/370100']],
    ['齐州', ['place/370100']],
    ['济南高新区', ['place/370100/济南高新区']],
    // a province and its city
    ['吉林', ['place/220000', 'place/220200']],
    ['吉林市', ['place/220200']],
    ['火星', []],
  ])('%s', (name, expected) => {
    expect(ids(placesNamed(index, name))).toEqual(expected)
  })
  it('have those below them, zones too', () => {
    expect(index.placesWithin('place/370000')).toEqual([
      'place/370000',
      'place/370100',
      'place/370100/济南高新区',
    ])
  })
  it('are known as covered', () => {
    expect(ids(index.coveredPlaces)).toEqual(['place/370100'])
  })
})

it.each([
  ['济南市卫生健康委', ['agency/370100/济南市卫生健康委']],
  ['济南市 卫生健康委员会', ['agency/370100/济南市卫生健康委']],
  // no name of it, but for the abbreviation
  ['吉林市卫生健康委员会', ['agency/220200/吉林市卫生健康委']],
  ['济南市人民政府', ['agency/370100/济南市政府']],
  ['市卫生健康委', ['agency/370100/济南市卫生健康委', 'agency/220200/吉林市卫生健康委']],
  ['市火星局', []],
])('agency %s', (name, expected) => {
  expect(ids(agenciesNamed(index, name))).toEqual(expected)
})

it('evens out what names usually shorten', () => {
  expect(looseAgencyKey('济南市人民政府办公厅')).toBe(looseAgencyKey('济南市政府办'))
})

it.each([
  ['药品', ['product/药品']],
  ['药物', ['product/药品']],
  ['product/中药', ['product/中药']],
  ['食品', []],
])('product type %s', (name, expected) => {
  expect(ids(productTypesNamed(index, name))).toEqual(expected)
})
it('product types have all narrower ones', () => {
  expect(index.productTypesWithin('product/药品')).toEqual([
    'product/药品',
    'product/中药',
    'product/中药饮片',
  ])
})

it('an index is read again when it is old or a write made it stale', async () => {
  const { store, read } = namesOnly()
  let now = 0
  const cache = createNameIndexCache(store, [], () => now, 1000)
  await Promise.all([cache.current(), cache.current()])
  now = 1000
  await cache.current()
  expect(read.times).toBe(1)
  now = 1001
  await cache.current()
  expect(read.times).toBe(2)
  cache.invalidate()
  await cache.current()
  expect(read.times).toBe(3)
})

it('a failed reading is not kept', async () => {
  const { store, read } = namesOnly()
  let isBroken = true
  const all: GraphStore['all'] = (kind) => (isBroken ? Promise.reject(new Error('gone')) : store.all(kind))
  const cache = createNameIndexCache({ ...store, all })
  await expect(cache.current()).rejects.toThrow('gone')
  isBroken = false
  await cache.current()
  expect(read.times).toBe(1)
})
