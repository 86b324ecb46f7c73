/** The part of the contract suite about edges, degrees, shortest paths and chains of citations. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EdgeFilter, GraphStore } from '../../graph/port/graphStore.ts'
import type { GraphEdge } from '../../src/domain/graph.ts'
import type { CitationEdge } from '../../src/domain/nodes.ts'
import type { Relation } from '../../src/domain/vocabulary.ts'
import {
  agencyNode,
  bundle,
  citation,
  clauseNode,
  documentNode,
  placeNode,
  productTypeNode,
  seededRandom,
  stubNode,
} from '../support/bundle.ts'
import { CITY, COUNTY, cityBundle, PROVINCE, ZONE } from '../support/corpus.ts'
import { correspondence, review } from '../support/correspondence.ts'
import { ALL, fillStore, ids, readPages, type StoreFactory } from './storeFactory.ts'

const CL1 = `${CITY}/sec_1__cl_1`
const CL2 = `${CITY}/sec_1__sec_1__cl_2`
const CL3 = `${CITY}/att_1/sec_1__cl_3`
const COUNTY_CL = `${COUNTY}/sec_1__cl_1`
const SCIENCE = 'agency/990100/甲市科技局'
const FINANCE = 'agency/990100/甲市财政局'
const PLANNING = 'agency/990100/甲市科技局规划处'
const COUNTY_SCIENCE = 'agency/990101/乙县科技局'
const LINK = correspondence(CL1, COUNTY_CL, { score: 0.875 })
const REJECTED_LINK = correspondence(CL2, COUNTY_CL)

/** Each row of the tables names an edge as `KIND source target`. */
async function edgesAt(store: GraphStore, nodeIds: readonly string[], filter: EdgeFilter, limit = 100) {
  return (await store.edgesOf(nodeIds, filter, limit)).map(
    ({ kind, sourceId, targetId }) => `${kind} ${sourceId} ${targetId}`,
  )
}

function describeEdges(name: string, factory: StoreFactory): void {
  describe(`graph store, edges: ${name}`, () => {
    let store: GraphStore
    beforeAll(async () => {
      store = await factory.open()
      await fillStore(store)
      await store.putCorrespondences(CITY, 'key', [LINK, REJECTED_LINK])
      await store.putReview(review(CL1, COUNTY_CL))
      await store.putReview(review(CL2, COUNTY_CL, { verdict: 'REJECTED' }))
    })
    afterAll(() => factory.dispose())

    it.each<[readonly string[], EdgeFilter, readonly string[]]>([
      // an annex is no node of the graph: its sections hang below the document
      [
        [CITY],
        { kinds: ['CONTAINS'] },
        [`CONTAINS ${CITY} ${CITY}/att_1/sec_1`, `CONTAINS ${CITY} ${CITY}/sec_1`],
      ],
      [
        [`${CITY}/sec_1`],
        {},
        [
          `CONTAINS ${CITY}/sec_1 ${CITY}/sec_1__cl_1`,
          `CONTAINS ${CITY}/sec_1 ${CITY}/sec_1__sec_1`,
          `CONTAINS ${CITY} ${CITY}/sec_1`,
        ],
      ],
      [
        [CL1],
        { kinds: ['CONTAINS'] },
        [`CONTAINS ${CITY}/sec_1 ${CL1}`, `CONTAINS ${CL1} ${CL1}__item_1`, `CONTAINS ${CL1} ${CL1}__item_2`],
      ],
      [[`${CL1}__item_1`], {}, [`CONTAINS ${CL1} ${CL1}__item_1`]],
      [
        [CITY],
        { kinds: ['ISSUED_BY', 'APPLIES_TO'] },
        [`ISSUED_BY ${CITY} ${SCIENCE}`, `APPLIES_TO ${CITY} place/990100`],
      ],
      [[SCIENCE], { kinds: ['ISSUED_BY'] }, [`ISSUED_BY ${CITY} ${SCIENCE}`]],
      [['place/990000'], { kinds: ['APPLIES_TO'] }, [`APPLIES_TO ${PROVINCE} place/990000`]],
      [
        [CL1],
        { kinds: ['RESPONSIBILITY'] },
        [`RESPONSIBILITY ${CL1} ${SCIENCE}`, `RESPONSIBILITY ${CL1} ${FINANCE}`],
      ],
      [[SCIENCE], { kinds: ['RESPONSIBILITY'], roles: ['LEAD'] }, [`RESPONSIBILITY ${CL1} ${SCIENCE}`]],
      [
        [SCIENCE],
        { kinds: ['RESPONSIBILITY'], roles: ['LEAD', 'SUPPORT'], relations: ['CITES'] },
        [
          `RESPONSIBILITY ${CL1} ${SCIENCE}`,
          `RESPONSIBILITY ${CL2} ${SCIENCE}`,
          `RESPONSIBILITY ${COUNTY_CL} ${SCIENCE}`,
        ],
      ],
      [[PROVINCE], { kinds: ['CITATION'] }, [`CITATION ${CITY} ${PROVINCE}`, `CITATION ${CL1} ${PROVINCE}`]],
      [[PROVINCE], { relations: ['SUPERSEDES'], kinds: ['CITATION'] }, [`CITATION ${CL1} ${PROVINCE}`]],
      // a citation inside a clause begins at the clause, not at its document
      [[CITY], { kinds: ['CITATION'] }, [`CITATION ${CITY} ${PROVINCE}`, `CITATION ${COUNTY} ${CITY}`]],
      [['product/中药'], {}, [`ABOUT ${CL1} product/中药`, 'PART_OF product/中药 product/药品']],
      [[CL1], { kinds: ['SETS'] }, [`SETS ${CL1} ${CL1}/target_1`, `SETS ${CL1} ${CL1}/target_2`]],
      [[`${CL1}/target_1`], {}, [`SETS ${CL1} ${CL1}/target_1`]],
      [
        ['place/990100'],
        { kinds: ['PART_OF'] },
        [
          `PART_OF ${SCIENCE} place/990100`,
          `PART_OF ${FINANCE} place/990100`,
          `PART_OF ${ZONE} place/990100`,
          'PART_OF place/990100 place/990000',
          'PART_OF place/990101 place/990100',
        ],
      ],
      // a department is part of its body, not of a place
      [[PLANNING], {}, [`PART_OF ${PLANNING} ${SCIENCE}`]],
      [[COUNTY_SCIENCE], { kinds: ['COUNTERPART'] }, [`COUNTERPART ${SCIENCE} ${COUNTY_SCIENCE}`]],
      [[SCIENCE], { kinds: ['COUNTERPART'] }, [`COUNTERPART ${SCIENCE} ${COUNTY_SCIENCE}`]],
      [[FINANCE, PLANNING], { kinds: ['COUNTERPART'] }, []],
      // a rejected link is none
      [[COUNTY_CL], { kinds: ['CORRESPONDENCE'] }, [`CORRESPONDENCE ${CL1} ${COUNTY_CL}`]],
      [[CL2], { kinds: ['CORRESPONDENCE'] }, []],
      // an edge between two of the nodes comes once
      [
        [COUNTY, CITY],
        { kinds: ['CITATION'], relations: ['IMPLEMENTS'] },
        [`CITATION ${CITY} ${PROVINCE}`, `CITATION ${COUNTY} ${CITY}`],
      ],
      [[CL3], {}, [`CONTAINS ${CITY}/att_1/sec_1 ${CL3}`]],
      [
        [CITY, PROVINCE, CL1],
        { kinds: ['CITATION'], bothEnds: true },
        [`CITATION ${CITY} ${PROVINCE}`, `CITATION ${CL1} ${PROVINCE}`],
      ],
      [
        [CITY, CL1, SCIENCE, `${CITY}/sec_1`],
        { bothEnds: true, roles: ['LEAD'] },
        [
          `CONTAINS ${CITY} ${CITY}/sec_1`,
          `CONTAINS ${CITY}/sec_1 ${CL1}`,
          `ISSUED_BY ${CITY} ${SCIENCE}`,
          `RESPONSIBILITY ${CL1} ${SCIENCE}`,
        ],
      ],
      [[SCIENCE], { bothEnds: true }, []],
      [[CITY], { kinds: [] }, []],
      [[SCIENCE], { kinds: ['RESPONSIBILITY'], roles: [] }, []],
      [[], {}, []],
      [['nothing', `${CITY}/att_1`, `${CITY}/ledger_1`], {}, []],
    ])('edges of %j, %j', async (nodeIds, filter, expected) => {
      expect((await edgesAt(store, nodeIds, filter)).sort()).toEqual([...expected].sort())
    })

    it('says what each edge is', async () => {
      const leadSpan = cityBundle().responsibilities[0]?.span
      const plain = { label: null, role: null, relation: null, score: null, reviewed: false, span: null }
      const cited = cityBundle().citations[0]!
      const edges = new Map(
        (await store.edgesOf([CL1, CITY, PROVINCE], {}, 100)).map((edge) => [edge.id, edge]),
      )
      expect(edges.get(`responsibility/${CL1}~${SCIENCE}`)).toEqual({
        ...plain,
        id: `responsibility/${CL1}~${SCIENCE}`,
        kind: 'RESPONSIBILITY',
        sourceId: CL1,
        targetId: SCIENCE,
        label: '市某局',
        role: 'LEAD',
        span: leadSpan,
      })
      expect(edges.get(cited.id)).toEqual({
        ...plain,
        id: cited.id,
        kind: 'CITATION',
        sourceId: CITY,
        targetId: PROVINCE,
        label: cited.cue,
        relation: 'IMPLEMENTS',
        span: cited.span,
      })
      expect(edges.get(LINK.id)).toEqual({
        ...plain,
        id: LINK.id,
        kind: 'CORRESPONDENCE',
        sourceId: CL1,
        targetId: COUNTY_CL,
        score: 0.875,
        reviewed: true,
      })
      expect(edges.get(`applies_to/${PROVINCE}~place/990000`)).toEqual({
        ...plain,
        id: `applies_to/${PROVINCE}~place/990000`,
        kind: 'APPLIES_TO',
        sourceId: PROVINCE,
        targetId: 'place/990000',
      })
    })

    it('orders by kind, then by id, and cuts each kind', async () => {
      const all = await store.edgesOf([CITY, CL1, SCIENCE], {}, 100)
      const kinds = [...new Set(all.map(({ kind }) => kind))]
      expect(kinds).toEqual([
        'CONTAINS',
        'ISSUED_BY',
        'APPLIES_TO',
        'RESPONSIBILITY',
        'CITATION',
        'ABOUT',
        'SETS',
        'PART_OF',
        'COUNTERPART',
        'CORRESPONDENCE',
      ])
      const sorted = kinds.flatMap((kind) =>
        all
          .filter((edge) => edge.kind === kind)
          .map(({ id }) => id)
          .sort(),
      )
      expect(all.map(({ id }) => id)).toEqual(sorted)
      for (const limit of [0, 1, 2]) {
        const cut = await store.edgesOf([CITY, CL1, SCIENCE], {}, limit)
        expect(cut).toEqual(kinds.flatMap((kind) => all.filter((edge) => edge.kind === kind).slice(0, limit)))
      }
    })

    it('counts the edges of a node, but no counterparts', async () => {
      const nodeIds = [
        CITY,
        CL1,
        CL2,
        SCIENCE,
        PLANNING,
        'place/990100',
        'product/药品',
        `${CL1}/target_1`,
        COUNTY_CL,
      ]
      const degrees = await store.degreesOf([...nodeIds, 'nothing', `${CITY}/att_1`, 'product/化学药'])
      for (const id of nodeIds) {
        const edges = (await store.edgesOf([id], {}, 100)).filter(({ kind }) => kind !== 'COUNTERPART')
        expect([id, degrees.get(id)]).toEqual([id, edges.length])
      }
      expect(degrees.size).toBe(nodeIds.length + 1)
      expect(degrees.get(CL1)).toBe(10)
    })
  })
}

function describeChanges(name: string, factory: StoreFactory): void {
  describe(`graph store, edges after changes: ${name}`, () => {
    let store: GraphStore
    beforeAll(async () => {
      store = await factory.open()
    })
    afterAll(() => factory.dispose())

    it('leaves out an edge whose other end is not stored, until it is', async () => {
      const clauseId = 'cn/1/cl_1'
      await store.putDocument(
        bundle(documentNode({ id: 'cn/1', placeId: 'place/7', issuerIds: ['agency/7/甲局'] }), {
          clauses: [clauseNode({ id: clauseId, documentId: 'cn/1' })],
          agencies: [agencyNode({ id: 'agency/7/乙局', placeId: 'place/7' })],
          about: [{ clauseId, productTypeId: 'product/药品', ordinal: 1 }],
        }),
      )
      const nodeIds = ['cn/1', clauseId, 'agency/7/乙局']
      expect(await edgesAt(store, nodeIds, {})).toEqual([`CONTAINS cn/1 ${clauseId}`])
      expect([...(await store.degreesOf(nodeIds)).values()].sort()).toEqual([0, 1, 1])
      await store.putReference([
        placeNode({ id: 'place/7', code: '7' }),
        productTypeNode({ id: 'product/药品' }),
      ])
      expect(await edgesAt(store, nodeIds, {})).toEqual([
        `CONTAINS cn/1 ${clauseId}`,
        'APPLIES_TO cn/1 place/7',
        `ABOUT ${clauseId} product/药品`,
        'PART_OF agency/7/乙局 place/7',
      ])
    })

    it('follows aliases, writing anew and deleting', async () => {
      const citing = bundle(documentNode({ id: 'cn/a', placeId: null }), {
        citations: [citation({ id: 'cn/a/cite_1', documentId: 'cn/a', targetId: 'cn/s' })],
        citedDocuments: [stubNode({ id: 'cn/s', placeId: null })],
      })
      await store.putDocument(citing)
      await store.putDocument(bundle(documentNode({ id: 'cn/real', placeId: null }), { takesOver: ['cn/s'] }))
      const expected = ['CITATION cn/a cn/real']
      expect(await edgesAt(store, ['cn/s'], {})).toEqual(expected)
      expect(await store.degreesOf(['cn/s', 'cn/real'])).toEqual(
        new Map([
          ['cn/s', 1],
          ['cn/real', 1],
        ]),
      )
      expect(await store.shortestPaths('cn/s', 'cn/a', { maxLength: 3, limit: 3, filter: {} })).toEqual([
        ['cn/real', 'cn/a'],
      ])
      await store.putDocument(bundle(documentNode({ id: 'cn/a', placeId: null })))
      expect(await edgesAt(store, ['cn/real', 'cn/a'], {})).toEqual([])
    })
  })
}

function describePaths(name: string, factory: StoreFactory): void {
  describe(`graph store, shortest paths: ${name}`, () => {
    let store: GraphStore
    beforeAll(async () => {
      store = await factory.open()
      await fillStore(store)
      await store.putCorrespondences(CITY, 'key', [LINK, REJECTED_LINK])
      await store.putReview(review(CL2, COUNTY_CL, { verdict: 'REJECTED' }))
    })
    afterAll(() => factory.dispose())

    it.each<[string, string, EdgeFilter, number, number, readonly (readonly string[])[]]>([
      [COUNTY, CITY, {}, 6, 5, [[COUNTY, CITY]]],
      [CITY, COUNTY, {}, 6, 5, [[CITY, COUNTY]]],
      [CL1, COUNTY_CL, {}, 6, 5, [[CL1, COUNTY_CL]]],
      [CL1, COUNTY_CL, { kinds: ['RESPONSIBILITY'] }, 6, 5, [[CL1, SCIENCE, COUNTY_CL]]],
      [CL2, COUNTY_CL, { kinds: ['CORRESPONDENCE'] }, 6, 5, []],
      [CL2, FINANCE, { kinds: ['RESPONSIBILITY'] }, 6, 5, [[CL2, SCIENCE, CL1, FINANCE]]],
      [CL2, FINANCE, { kinds: ['RESPONSIBILITY'] }, 2, 5, []],
      [CL2, FINANCE, { kinds: ['RESPONSIBILITY'], roles: ['LEAD'] }, 6, 5, []],
      [COUNTY, PROVINCE, { kinds: ['CITATION'] }, 6, 5, [[COUNTY, CITY, PROVINCE]]],
      [COUNTY, PROVINCE, { relations: ['SUPERSEDES'], kinds: ['CITATION'] }, 6, 5, []],
      // several shortest ones, in the order of their ids
      [
        CITY,
        'place/990100',
        { kinds: ['CONTAINS', 'RESPONSIBILITY', 'PART_OF', 'ISSUED_BY'] },
        6,
        5,
        [[CITY, SCIENCE, 'place/990100']],
      ],
      [
        CL1,
        'place/990100',
        { kinds: ['RESPONSIBILITY', 'PART_OF'] },
        6,
        5,
        [
          [CL1, SCIENCE, 'place/990100'],
          [CL1, FINANCE, 'place/990100'],
        ],
      ],
      [CL1, 'place/990100', { kinds: ['RESPONSIBILITY', 'PART_OF'] }, 6, 1, [[CL1, SCIENCE, 'place/990100']]],
      [CITY, CITY, {}, 6, 5, [[CITY]]],
      [CITY, 'nothing', {}, 6, 5, []],
      ['nothing', 'nothing', {}, 6, 5, []],
      [`${CITY}/att_1`, CITY, {}, 6, 5, []],
      // counterparts are no way
      [SCIENCE, COUNTY_SCIENCE, { kinds: ['COUNTERPART'] }, 6, 5, []],
      [COUNTY, CITY, {}, 6, 0, []],
      [COUNTY, CITY, {}, 0, 5, []],
    ])('%s – %s, %j, at most %i long, %i of them', async (from, to, filter, maxLength, limit, expected) => {
      expect(await store.shortestPaths(from, to, { maxLength, limit, filter })).toEqual(expected)
    })

    it('lists the first of many in the order of the ids', async () => {
      // cn/x cites four documents, each of which cites four, each of which cites cn/z: 16 ways of length 3
      const names = ['d', 'a', 'c', 'b']
      const cites = (id: string, targets: readonly string[]) =>
        store.putDocument(
          bundle(documentNode({ id, placeId: null }), {
            citations: targets.flatMap((targetId, i) => [
              citation({ id: `${id}/cite_${i}`, documentId: id, targetId, ordinal: i + 1 }),
              // twice the same edge is one way
              citation({ id: `${id}/again_${i}`, documentId: id, targetId, ordinal: i + 9 }),
            ]),
            citedDocuments: targets.map((targetId) => stubNode({ id: targetId, placeId: null })),
          }),
        )
      const first = names.map((each) => `cn/x${each}`)
      const second = names.map((each) => `cn/y${each}`)
      await cites('cn/x', first)
      for (const id of first) await cites(id, second)
      for (const id of second) await cites(id, ['cn/z'])
      const every = [...first].sort().flatMap((x) => [...second].sort().map((y) => ['cn/x', x, y, 'cn/z']))
      for (const limit of [1, 5, 16, 50]) {
        expect(
          await store.shortestPaths('cn/x', 'cn/z', { maxLength: 6, limit, filter: { kinds: ['CITATION'] } }),
        ).toEqual(every.slice(0, limit))
      }
    })
  })
}

/** All shortest ways between two nodes by a plain search, in the order of their ids. */
function plainWays(edges: readonly GraphEdge[], from: string, to: string, maxLength: number): string[][] {
  const next = new Map<string, Set<string>>()
  for (const { sourceId, targetId } of edges) {
    next.set(sourceId, (next.get(sourceId) ?? new Set()).add(targetId))
    next.set(targetId, (next.get(targetId) ?? new Set()).add(sourceId))
  }
  let ways = [[from]]
  const seen = new Set([from])
  for (let length = 0; length <= maxLength && ways.length > 0; length++) {
    const found = ways.filter((way) => way.at(-1) === to)
    if (found.length > 0) return found.sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1))
    ways = ways.flatMap((way) =>
      [...(next.get(way.at(-1)!) ?? [])].filter((id) => !seen.has(id)).map((id) => [...way, id]),
    )
    for (const way of ways) seen.add(way.at(-1)!)
  }
  return []
}

function describeRandomPaths(name: string, factory: StoreFactory): void {
  describe(`graph store, paths of a random corpus: ${name}`, () => {
    let store: GraphStore
    const random = seededRandom(11)
    const documents = Array.from({ length: 40 }, (_, i) => `cn/${i + 10}`)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
    beforeAll(async () => {
      store = await factory.open()
      await store.putReference([
        placeNode({ id: 'place/1' }),
        placeNode({ id: 'place/2', parentId: 'place/1' }),
      ])
      for (const id of documents) {
        const cited = [...new Set([pick(documents), pick(documents)])].filter(
          (each) => each !== id && random() < 0.9,
        )
        const document = documentNode({ id, placeId: random() < 0.1 ? pick(['place/1', 'place/2']) : null })
        await store.putDocument({
          ...citing(
            id,
            cited.map((each) => [each, pick(['CITES', 'BASED_ON'] as const)]),
          ),
          document,
        })
      }
    })
    afterAll(() => factory.dispose())

    it('agrees with a plain search', async () => {
      const filters: readonly EdgeFilter[] = [
        {},
        { kinds: ['CITATION'] },
        { kinds: ['CITATION'], relations: ['CITES'] },
      ]
      let found = 0
      for (const filter of filters) {
        const edges = await store.edgesOf([...documents, 'place/1', 'place/2'], filter, 1_000)
        for (let i = 0; i < 25; i++) {
          const [from, to, maxLength, limit] = [
            pick(documents),
            pick(documents),
            pick([2, 4, 8]),
            pick([1, 3, 100]),
          ]
          const expected = plainWays(edges, from, to, maxLength).slice(0, limit)
          found += expected.length
          expect([from, to, await store.shortestPaths(from, to, { maxLength, limit, filter })]).toEqual([
            from,
            to,
            expected,
          ])
        }
      }
      expect(found).toBeGreaterThan(50)
    })
  })
}

/** A document that cites others outside its clauses. */
function citing(
  id: string,
  cited: readonly (readonly [string, Relation])[],
  extra: readonly CitationEdge[] = [],
) {
  return bundle(documentNode({ id }), {
    clauses: [clauseNode({ id: `${id}/cl_1`, documentId: id })],
    citations: [
      ...cited.map(([targetId, relation], i) =>
        citation({ id: `${id}/cite_${i + 1}`, documentId: id, targetId, relation, ordinal: i + 1 }),
      ),
      ...extra,
    ],
    citedDocuments: [
      ...new Set([...cited.map(([targetId]) => targetId), ...extra.map(({ targetId }) => targetId)]),
    ].map((targetId) => stubNode({ id: targetId })),
  })
}

function describeChains(name: string, factory: StoreFactory): void {
  describe(`graph store, chains: ${name}`, () => {
    let store: GraphStore
    beforeAll(async () => {
      store = await factory.open()
      // county → city → province → law (never ingested); county → province too; a circle between ring1 and ring2
      await store.putDocument(
        citing('cn/county', [
          ['cn/city', 'IMPLEMENTS'],
          ['cn/other', 'CITES'],
          ['cn/province', 'BASED_ON'],
          ['cn/province', 'IMPLEMENTS'],
        ]),
      )
      await store.putDocument(
        citing(
          'cn/city',
          [
            ['cn/old', 'SUPERSEDES'],
            ['cn/province', 'IMPLEMENTS'],
            ['cn/plan', 'BASED_ON'],
          ],
          [
            // a law named inside a clause makes no chain
            citation({
              id: 'cn/city/cite_9',
              documentId: 'cn/city',
              clauseId: 'cn/city/cl_1',
              targetId: 'cn/law2',
              relation: 'BASED_ON',
              ordinal: 9,
            }),
          ],
        ),
      )
      await store.putDocument(
        citing('cn/province', [
          ['cn/law', 'BASED_ON'],
          ['cn/plan', 'IMPLEMENTS'],
        ]),
      )
      await store.putDocument(
        citing('cn/ring1', [
          ['cn/ring2', 'IMPLEMENTS'],
          ['cn/ring1', 'BASED_ON'],
        ]),
      )
      await store.putDocument(citing('cn/ring2', [['cn/ring1', 'IMPLEMENTS']]))
    })
    afterAll(() => factory.dispose())

    it.each<[readonly string[], 'UP' | 'DOWN', Record<string, readonly string[]>]>([
      [
        ['cn/county'],
        'UP',
        {
          'cn/county': [
            '1 cn/city from cn/county by cn/county/cite_1',
            // of two citations at the same distance the first in the text
            '1 cn/province from cn/county by cn/county/cite_3',
            '2 cn/law from cn/province by cn/province/cite_1',
            // reached from the city and the province: the smaller id
            '2 cn/plan from cn/city by cn/city/cite_3',
          ],
        },
      ],
      [
        ['cn/law', 'cn/plan', 'nothing', 'cn/county'],
        'DOWN',
        {
          'cn/law': [
            '1 cn/province from cn/law by cn/province/cite_1',
            '2 cn/city from cn/province by cn/city/cite_2',
            '2 cn/county from cn/province by cn/county/cite_3',
          ],
          'cn/plan': [
            '1 cn/city from cn/plan by cn/city/cite_3',
            '1 cn/province from cn/plan by cn/province/cite_2',
            '2 cn/county from cn/city by cn/county/cite_1',
          ],
        },
      ],
      [['cn/law2', 'cn/old', 'cn/other'], 'DOWN', {}],
      [['cn/ring1'], 'UP', { 'cn/ring1': ['1 cn/ring2 from cn/ring1 by cn/ring1/cite_1'] }],
      [
        ['cn/ring1', 'cn/ring2'],
        'DOWN',
        {
          'cn/ring1': ['1 cn/ring2 from cn/ring1 by cn/ring2/cite_1'],
          'cn/ring2': ['1 cn/ring1 from cn/ring2 by cn/ring1/cite_1'],
        },
      ],
      [[], 'UP', {}],
    ])('%j %s', async (documentIds, direction, expected) => {
      const chains = await store.chains(documentIds, direction)
      const found = [...chains].map(([id, steps]) => [
        id,
        steps.map(
          ({ distance, documentId, fromId, citation: { id: by } }) =>
            `${distance} ${documentId} from ${fromId} by ${by}`,
        ),
      ])
      expect(Object.fromEntries(found)).toEqual(expected)
    })

    it('keys by the id asked for', async () => {
      await store.putDocument(bundle(documentNode({ id: 'cn/real-law' }), { takesOver: ['cn/law'] }))
      const chains = await store.chains(['cn/law', 'cn/real-law'], 'DOWN')
      expect([...chains.keys()].sort()).toEqual(['cn/law', 'cn/real-law'])
      expect(chains.get('cn/law')).toEqual(chains.get('cn/real-law'))
      expect(chains.get('cn/law')?.[0]).toMatchObject({ documentId: 'cn/province', fromId: 'cn/real-law' })
    })
  })
}

function describeMostCited(name: string, factory: StoreFactory): void {
  describe(`graph store, most cited documents: ${name}`, () => {
    let store: GraphStore
    beforeAll(async () => {
      store = await factory.open()
      await store.putDocument(
        citing('cn/c', [
          ['cn/x', 'CITES'],
          ['cn/a', 'CITES'],
        ]),
      )
      await store.putDocument(
        citing('cn/b', [
          ['cn/x', 'CITES'],
          ['cn/x', 'BASED_ON'],
          ['cn/y', 'CITES'],
        ]),
      )
      await store.putDocument(citing('cn/a', []))
    })
    afterAll(() => factory.dispose())

    it('lists by incoming citations, then by id', async () => {
      const expected = ['cn/x', 'cn/a', 'cn/y', 'cn/b', 'cn/c']
      expect(ids(await store.documents({}, ALL, 'MOST_CITED'))).toEqual(expected)
      const paged = await readPages((page) => store.documents({}, page, 'MOST_CITED'), 2)
      expect(paged.map(({ id }) => id)).toEqual(expected)
      expect(ids(await store.documents({ ingested: true }, ALL, 'MOST_CITED'))).toEqual([
        'cn/a',
        'cn/b',
        'cn/c',
      ])
      expect(
        (await store.documents({ ingested: true }, { first: 1, after: null }, 'MOST_CITED')).totalCount,
      ).toBe(3)
    })

    it('refuses a cursor of the other order', async () => {
      const { items } = await store.documents({}, { first: 1, after: null }, 'MOST_CITED')
      await expect(store.documents({}, { first: 1, after: items[0]!.cursor })).rejects.toMatchObject({
        code: 'BAD_INPUT',
      })
    })
  })
}

export function describeGraphStoreRelations(name: string, factory: StoreFactory): void {
  describeEdges(name, factory)
  describeChanges(name, factory)
  describePaths(name, factory)
  describeRandomPaths(name, factory)
  describeChains(name, factory)
  describeMostCited(name, factory)
}
