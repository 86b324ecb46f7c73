/** The part of the contract suite that reads one filled store: children, filters, pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore, Page, PageRequest } from '../../graph/port/graphStore.ts'
import { CITY, COUNTY, cityBundle, PROVINCE, ZONE } from '../support/corpus.ts'
import { ALL, expectCode, fillStore, ids, readPages, type StoreFactory } from './storeFactory.ts'

export function describeGraphStoreReads(name: string, factory: StoreFactory): void {
  describe(`graph store, reads only: ${name}`, () => {
    let store: GraphStore
    beforeAll(async () => {
      store = await factory.open()
      await fillStore(store)
    })
    afterAll(() => factory.dispose())

    describe('reads', () => {
      it.each([
        ['SECTIONS_OF_DOCUMENT', CITY, [`${CITY}/sec_1`]],
        ['ANNEXES_OF_DOCUMENT', CITY, [`${CITY}/att_1`]],
        [
          'CLAUSES_OF_DOCUMENT',
          CITY,
          [`${CITY}/sec_1__cl_1`, `${CITY}/sec_1__sec_1__cl_2`, `${CITY}/att_1/sec_1__cl_3`],
        ],
        ['LEDGER_OF_DOCUMENT', CITY, [`${CITY}/ledger_1`, `${CITY}/ledger_2`]],
        ['LEDGER_OF_CLAUSE', `${CITY}/sec_1__cl_1`, [`${CITY}/ledger_2`]],
        ['LEDGER_OF_AGENCY', 'agency/990100/甲市科技局', [`${CITY}/ledger_1`, `${CITY}/ledger_2`]],
        ['SECTIONS_OF_SECTION', `${CITY}/sec_1`, [`${CITY}/sec_1__sec_1`]],
        ['SECTIONS_OF_ANNEX', `${CITY}/att_1`, [`${CITY}/att_1/sec_1`]],
        ['CLAUSES_OF_SECTION', `${CITY}/sec_1`, [`${CITY}/sec_1__cl_1`]],
        [
          'ITEMS_OF_CLAUSE',
          `${CITY}/sec_1__cl_1`,
          [`${CITY}/sec_1__cl_1__item_1`, `${CITY}/sec_1__cl_1__item_2`],
        ],
        [
          'TARGETS_OF_CLAUSE',
          `${CITY}/sec_1__cl_1`,
          [`${CITY}/sec_1__cl_1/target_1`, `${CITY}/sec_1__cl_1/target_2`],
        ],
        ['PLACES_OF_PLACE', 'place/990100', ['place/990100/甲高新区', 'place/990101']],
        ['DEPARTMENTS_OF_AGENCY', 'agency/990100/甲市科技局', ['agency/990100/甲市科技局规划处']],
        ['NARROWER_PRODUCT_TYPES', 'product/药品', ['product/中药', 'product/化学药']],
      ] as const)('childrenOf %s', async (relation, parent, expected) => {
        const children = await store.childrenOf([parent, 'nothing'], relation)
        expect([...children.keys()]).toEqual([parent])
        expect(children.get(parent)?.map(({ id }) => id)).toEqual(expected)
      })

      it('productsOf', async () => {
        const { about, productMentions } = cityBundle()
        expect(await store.productsOf([`${CITY}/sec_1__cl_1`, `${CITY}/att_1/sec_1__cl_3`])).toEqual(
          new Map([[`${CITY}/sec_1__cl_1`, { about, mentions: productMentions }]]),
        )
      })

      it('statistics', async () => {
        expect(await store.statistics()).toEqual({
          documents: 2,
          citedDocuments: 1,
          clauses: 4,
          agencies: 4,
          responsibilities: 5,
          citations: 3,
          targets: 3,
          placeIds: ['place/990100', ZONE].sort(),
          levels: ['MUNICIPAL', 'COUNTY'],
          issuedFrom: '2024-03-01',
          issuedUntil: '2024-03-01',
          undated: 1,
          embeddedClauses: 3,
          correspondences: 0,
        })
      })
    })

    describe('filters', () => {
      const CL1 = `${CITY}/sec_1__cl_1`
      const CL2 = `${CITY}/sec_1__sec_1__cl_2`
      const CL3 = `${CITY}/att_1/sec_1__cl_3`
      const COUNTY_CL = `${COUNTY}/sec_1__cl_1`

      it.each([
        [{}, [CITY, PROVINCE, COUNTY]],
        [{ ids: [COUNTY, 'nothing'] }, [COUNTY]],
        [{ ids: [] }, []],
        [{ numbers: ['甲政发(2024)12号'] }, [CITY]],
        [{ levels: ['COUNTY', 'PROVINCIAL'] }, [PROVINCE, COUNTY]],
        [{ placeIds: ['place/990100'] }, [CITY]],
        [{ issuerIds: ['agency/990100/甲市科技局'] }, [CITY]],
        [{ documentKinds: ['条例'] }, [CITY]],
        [{ legalForces: ['LOCAL_REGULATION'] }, [CITY]],
        [{ text: 'gmp' }, [COUNTY]],
        [{ text: '若干措施' }, [COUNTY]],
        [{ issuedFrom: '2024-03-01' }, [CITY]],
        [{ issuedFrom: '2024-03-02' }, []],
        [{ issuedUntil: '2024-02-28' }, []],
        [{ validOn: '2024-04-30' }, [PROVINCE, COUNTY]], // in force from 1 May
        [{ validOn: '2025-01-01' }, [CITY, COUNTY]], // the province's is repealed by the city's (in this made-up corpus)
        [{ validOn: '2030-01-01' }, [COUNTY]], // ended
        [{ ingested: true }, [CITY, COUNTY]],
        [{ ingested: false }, [PROVINCE]],
        [{ ingested: true, levels: ['COUNTY'] }, [COUNTY]],
      ] as const)('documents %j', async (filter, expected) => {
        expect(ids(await store.documents(filter, ALL))).toEqual(expected)
      })

      it.each([
        [{}, [CL1, CL2, CL3, COUNTY_CL]],
        [{ documentIds: [COUNTY] }, [COUNTY_CL]],
        [{ documentIds: [] }, []],
        [{ levels: ['MUNICIPAL'] }, [CL1, CL2, CL3]],
        [{ placeIds: [ZONE] }, [COUNTY_CL]],
        [{ agencyIds: ['agency/990100/甲市科技局'] }, [CL1, CL2, COUNTY_CL]],
        [{ agencyIds: ['agency/990100/甲市科技局'], role: 'LEAD' }, [CL1]],
        [
          { agencyIds: ['agency/990100/甲市科技局', 'agency/990101/乙县科技局'], role: 'LEAD' },
          [CL1, COUNTY_CL],
        ],
        [{ agencyIds: [], role: 'LEAD' }, []],
        [{ role: 'SUPPORT' }, [CL2, COUNTY_CL]],
        [{ productTypeIds: ['product/中药'] }, [CL1]],
        [{ issuedFrom: '2024-01-01' }, [CL1, CL2, CL3]],
        [{ issuedUntil: '2024-12-31' }, [CL1, CL2, CL3]],
        [{ validOn: '2030-01-01' }, [COUNTY_CL]],
      ] as const)('clauses %j', async (filter, expected) => {
        expect(ids(await store.clauses(filter, ALL))).toEqual(expected)
      })

      it.each([
        [{ ids: ['agency/990101/乙县科技局'] }, ['agency/990101/乙县科技局']],
        [{ name: '科学技术' }, ['agency/990100/甲市科技局']],
        [{ name: '市科委' }, ['agency/990100/甲市科技局']],
        [{ placeIds: ['place/990101'] }, ['agency/990101/乙县科技局']],
        [{ levels: ['COUNTY'] }, ['agency/990101/乙县科技局']],
        [{ functions: ['科技'] }, ['agency/990100/甲市科技局', 'agency/990101/乙县科技局']],
        [{ agencyKind: 'DEPARTMENT' }, ['agency/990100/甲市科技局规划处']],
        [{ functions: [] }, []],
      ] as const)('agencies %j', async (filter, expected) => {
        expect(ids(await store.agencies(filter, ALL))).toEqual(expected)
      })

      const T1 = `${CL1}/target_1`
      const T2 = `${CL1}/target_2`
      const T3 = `${CL2}/target_1`
      it.each([
        [{}, [T1, T2, T3]],
        [{ documentIds: [CITY] }, [T1, T2, T3]],
        [{ clauseIds: [CL2] }, [T3]],
        [{ placeIds: ['place/990101'] }, []],
        [{ targetKind: 'LIMIT' }, [T2]],
        [{ metric: '产值' }, [T1]],
        [{ unit: '亿元' }, [T1]],
        [{ amountUnit: '元' }, [T1]],
        [{ valueFrom: 100, valueUntil: 1e8 }, [T1]],
        [{ valueFrom: 5, valueUntil: 60 }, [T2]],
        [{ productTypeIds: ['product/中药'] }, [T1]],
        [{ agencyIds: ['agency/990100/甲市科技局'] }, [T1, T2, T3]],
        [{ agencyIds: ['agency/990100/甲市财政局'] }, [T1, T2]],
        [{ deadlineFrom: '2025-01-01', deadlineUntil: '2025-12-31' }, [T3]],
      ] as const)('targets %j', async (filter, expected) => {
        expect(ids(await store.targets(filter, ALL))).toEqual(expected)
      })

      it.each([
        [{ agencyIds: ['agency/990100/甲市财政局'] }, ['RESPONSIBLE']],
        [{ clauseIds: [CL1] }, ['LEAD', 'RESPONSIBLE']],
        [{ documentIds: [CITY], role: 'SUPPORT' }, ['SUPPORT']],
        [{ documentIds: [] }, []],
      ] as const)('responsibilities %j', async (filter, expected) => {
        expect((await store.responsibilities(filter, ALL)).items.map(({ node }) => node.role)).toEqual(
          expected,
        )
      })

      it.each([
        [{ documentIds: [CITY] }, [`${CITY}/cite_1`, `${CITY}/cite_2`]],
        [{ clauseIds: [CL1] }, [`${CITY}/cite_2`]],
        [{ targetIds: [CITY] }, [`${COUNTY}/cite_1`]],
        [{ relations: ['SUPERSEDES'] }, [`${CITY}/cite_2`]],
        [{ documentIds: [CITY], outsideClauses: true }, [`${CITY}/cite_1`]],
        [{ relations: [] }, []],
      ] as const)('citations %j', async (filter, expected) => {
        expect(ids(await store.citations(filter, ALL))).toEqual(expected)
      })
    })

    describe('pages', () => {
      const lists: Record<string, (page: PageRequest) => Promise<Page<unknown>>> = {
        documents: (page) => store.documents({}, page),
        clauses: (page) => store.clauses({}, page),
        agencies: (page) => store.agencies({}, page),
        targets: (page) => store.targets({}, page),
        responsibilities: (page) => store.responsibilities({}, page),
        citations: (page) => store.citations({}, page),
      }
      it.each(Object.keys(lists))('of %s make up the whole', async (list) => {
        const read = lists[list]!
        const whole = await read(ALL)
        expect(whole.items.length).toBeGreaterThan(1)
        expect(whole).toMatchObject({ hasNextPage: false, totalCount: whole.items.length })
        for (const first of [1, 2])
          expect(await readPages(read, first)).toEqual(whole.items.map(({ node }) => node))
        for (const first of [0, -1])
          expect(await read({ first, after: null })).toEqual({
            items: [],
            hasNextPage: true,
            totalCount: whole.items.length,
          })
        expect(await read({ first: 5, after: whole.items.at(-1)!.cursor })).toMatchObject({
          items: [],
          hasNextPage: false,
        })
      })

      it('refuse cursors that this list did not give', async () => {
        const foreign = (await store.agencies({}, { first: 1, after: null })).items[0]!.cursor
        const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
        for (const after of [
          '',
          'x',
          foreign,
          encode(['documents']),
          encode({}),
          encode(null),
          `${foreign}=`,
        ]) {
          await expectCode(store.documents({}, { first: 1, after }), 'BAD_INPUT')
        }
      })
    })
  })
}
