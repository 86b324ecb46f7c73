/** The part of the contract suite about links between clauses and their reviews. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CorrespondenceFilter, CorrespondenceOrder, GraphStore } from '../../graph/port/graphStore.ts'
import type { CorrespondenceEdge } from '../../src/domain/correspondence.ts'
import { bundle, clauseNode, documentNode } from '../support/bundle.ts'
import { CITY, COUNTY, cityBundle, countyBundle } from '../support/corpus.ts'
import { correspondence, review } from '../support/correspondence.ts'
import { ALL, expectCode, fillStore, readPages, type StoreFactory } from './storeFactory.ts'

const CL1 = `${CITY}/sec_1__cl_1`
const CL2 = `${CITY}/sec_1__sec_1__cl_2`
const COUNTY_CL = `${COUNTY}/sec_1__cl_1`
/** A document of a province with two clauses, sorted before the corpus. */
const OTHER = 'cn/880000/0000/1'
const OTHER_CL1 = `${OTHER}/cl_1`
const OTHER_CL2 = `${OTHER}/cl_2`

const A = correspondence(CL1, COUNTY_CL, { score: 0.875, certainty: 0.25 })
const B = correspondence(CL2, COUNTY_CL, { score: 0.5, certainty: 0.75, degree: 'SAME_TOPIC' })
const C = correspondence(CL1, OTHER_CL1, { score: 0.75, certainty: 0.5 })
const D = correspondence(CL1, OTHER_CL2, { score: 0.5, certainty: 0.25, degree: 'SAME_TOPIC' })
const E = correspondence(COUNTY_CL, OTHER_CL1, { score: 0.25, certainty: 0.125 })
const NAMES = new Map([A, B, C, D, E].map((edge, i) => [edge.id, 'ABCDE'[i]!]))

const otherBundle = (level: 'PROVINCIAL' | 'MUNICIPAL' = 'PROVINCIAL') =>
  bundle(documentNode({ id: OTHER, level, placeId: 'place/880000' }), {
    clauses: [OTHER_CL1, OTHER_CL2].map((id, i) => clauseNode({ id, documentId: OTHER, ordinal: i + 1 })),
  })

/** Letters of the links that a list holds. */
async function letters(
  store: GraphStore,
  filter: CorrespondenceFilter = {},
  order: CorrespondenceOrder = 'BEST',
): Promise<string> {
  const { items } = await store.correspondences(filter, order, ALL)
  return items.map(({ node }) => NAMES.get(node.edge.id)).join('')
}

async function fillLinks(store: GraphStore): Promise<void> {
  await fillStore(store)
  await store.putDocument(otherBundle())
  await store.putCorrespondences(CITY, 'key', [A, B, C, D])
  await store.putCorrespondence(E)
}

export function describeGraphStoreLinks(name: string, factory: StoreFactory): void {
  describe(`graph store, links: ${name}`, () => {
    let store: GraphStore
    beforeEach(async () => {
      store = await factory.open()
      await fillLinks(store)
    })
    afterEach(() => factory.dispose())

    it('gives back what was put', async () => {
      const given = review(CL1, COUNTY_CL, { note: '一致', by: '甲' })
      await store.putReview(given)
      const page = await store.correspondences({ clauseIds: [CL1], documentIds: [COUNTY] }, 'BEST', ALL)
      expect(page.items.map(({ node }) => node)).toEqual([{ edge: A, review: given }])
      expect((await store.correspondences({ clauseIds: [CL2] }, 'BEST', ALL)).items[0]?.node).toEqual({
        edge: B,
        review: null,
      })
    })

    describe('lists', () => {
      beforeEach(async () => {
        await store.putReview(review(CL1, OTHER_CL1))
        await store.putReview(review(CL1, OTHER_CL2, { verdict: 'REJECTED' }))
      })

      // equal scores go by id: D is `cn/880000…`, B `cn/990100…`
      const FILTERS: readonly (readonly [CorrespondenceFilter, string])[] = [
        [{}, 'ACBE'],
        [{ review: 'ANY' }, 'ACDBE'],
        [{ review: 'NONE' }, 'ABE'],
        [{ review: 'CONFIRMED' }, 'C'],
        [{ review: 'REJECTED' }, 'D'],
        [{ clauseIds: [CL1] }, 'AC'],
        [{ clauseIds: [COUNTY_CL], review: 'ANY' }, 'ABE'],
        [{ clauseIds: [CL1, CL2], review: 'ANY' }, 'ACDB'],
        [{ clauseIds: [] }, ''],
        [{ documentIds: [OTHER] }, 'CE'],
        [{ documentIds: [OTHER, COUNTY] }, 'ACBE'],
        [{ documentIds: [] }, ''],
        [{ clauseIds: [CL1], documentIds: [OTHER], review: 'ANY' }, 'CD'],
        [{ clauseIds: [CL1], documentIds: [CITY] }, 'AC'],
        [{ clauseIds: [CL2], documentIds: [OTHER] }, ''],
        [{ clauseIds: [CL1], otherDocumentIds: [COUNTY] }, 'A'],
        [{ clauseIds: [CL1], otherDocumentIds: [CITY] }, ''],
        [{ clauseIds: [CL1, COUNTY_CL], otherDocumentIds: [CITY] }, 'AB'],
        [{ documentIds: [CITY], otherDocumentIds: [OTHER], review: 'ANY' }, 'CD'],
        [{ documentIds: [CITY], otherDocumentIds: [CITY] }, ''],
        [{ documentIds: [CITY], otherDocumentIds: [] }, ''],
        [{ otherDocumentIds: [OTHER] }, 'CE'],
        [{ clauseIds: [CL1], otherLevels: ['COUNTY'] }, 'A'],
        [{ documentIds: [COUNTY], otherLevels: ['MUNICIPAL', 'NATIONAL'] }, 'AB'],
        [{ documentIds: [COUNTY], otherLevels: ['COUNTY'] }, ''],
        [{ otherLevels: ['PROVINCIAL'] }, 'CE'],
        [{ degrees: ['SAME_TOPIC'], review: 'ANY' }, 'DB'],
        [{ degrees: [] }, ''],
        [{ minScore: 0.75 }, 'AC'],
        [{ minScore: 0.751 }, 'A'],
      ]
      it.each(FILTERS)('%j', async (filter, expected) => {
        expect(await letters(store, filter)).toBe(expected)
        const { totalCount } = await store.correspondences(filter, 'BEST', { first: 1, after: null })
        expect(totalCount).toBe(expected.length)
        const outlined = [A, B, C, D, E]
          .filter(({ id }) => expected.includes(NAMES.get(id)!))
          .sort((one, other) => (one.id < other.id ? -1 : 1))
          .map(({ clauseIds, documentIds, degree, score }) => ({ clauseIds, documentIds, degree, score }))
        expect(await store.linkOutlines(filter)).toEqual(outlined)
      })

      it.each([
        ['BEST', 'ACDBE'],
        ['LEAST_CERTAIN', 'EDACB'],
      ] as const)('order %s', async (order, expected) => {
        expect(await letters(store, { review: 'ANY' }, order)).toBe(expected)
        for (const first of [1, 2, 5]) {
          const nodes = await readPages(
            (page) => store.correspondences({ review: 'ANY' }, order, page),
            first,
          )
          expect(nodes.map(({ edge }) => NAMES.get(edge.id)).join('')).toBe(expected)
        }
      })

      it('refuses a cursor of the other order', async () => {
        const { items } = await store.correspondences({}, 'BEST', { first: 1, after: null })
        const after = items[0]!.cursor
        await expectCode(store.correspondences({}, 'LEAST_CERTAIN', { first: 1, after }), 'BAD_INPUT')
        await expectCode(store.reviews({ first: 1, after }), 'BAD_INPUT')
      })

      it('counts the links that nobody rejected', async () => {
        expect((await store.statistics()).correspondences).toBe(4)
        await store.deleteReview([OTHER_CL2, CL1])
        expect((await store.statistics()).correspondences).toBe(5)
      })
    })

    describe('putCorrespondences', () => {
      it('replaces all links of one document and no other', async () => {
        await store.putCorrespondences(CITY, 'key', [B])
        expect(await letters(store)).toBe('BE')
        await store.putCorrespondences(COUNTY, 'key', [A])
        expect(await letters(store)).toBe('A')
        await store.putCorrespondences(CITY, 'key', [])
        expect(await letters(store)).toBe('')
      })

      it('leaves links with documents alone that were not compared, where they are linked', async () => {
        await store.putCorrespondences(OTHER, 'key', [C, D, E])
        await store.putCorrespondences(CITY, 'key', [A, B], [COUNTY])
        expect(await letters(store)).toBe('ACDBE')
        await store.putCorrespondences(CITY, 'key', [B], [COUNTY])
        expect(await letters(store)).toBe('CDBE')
        await store.putCorrespondences(CITY, 'key', [{ ...C, score: 0.25 }, B], [COUNTY, OTHER])
        expect(await letters(store)).toBe('BCE')
        // under another key nothing that was found before holds
        await store.putCorrespondences(CITY, 'newer', [B], [COUNTY])
        expect(await letters(store)).toBe('BE')
        expect(await store.documentsWithoutLinks('newer')).not.toContain(CITY)
      })

      it('keeps what a person found of a link that is put again', async () => {
        await store.putReview(review(CL1, COUNTY_CL, { verdict: 'REJECTED' }))
        await store.putCorrespondences(CITY, 'key', [A, B, C])
        expect(await letters(store)).toBe('CBE')
        await store.putCorrespondences(CITY, 'key', [{ ...A, score: 0.625 }, B, C])
        expect(await letters(store, { review: 'REJECTED' })).toBe('A')
      })

      it('leaves out a link whose clause is not there', async () => {
        const gone = correspondence(CL1, `${COUNTY}/sec_1__cl_9`)
        const never = correspondence(CL1, 'cn/never/cl_1')
        const own = correspondence(`${CITY}/sec_1__cl_9`, COUNTY_CL)
        await store.putCorrespondences(CITY, 'key', [gone, A, never, own])
        expect(await letters(store, { documentIds: [CITY] })).toBe('A')
      })

      it('does nothing for a document that is not (or no longer) ingested', async () => {
        await store.deleteDocument(COUNTY)
        await store.putCorrespondences(COUNTY, 'key', [A])
        expect(await letters(store)).toBe('CD')
        await store.putCorrespondences('nothing', 'key', [])
      })

      const swapped = { ...A, clauseIds: [A.clauseIds[1], A.clauseIds[0]] } as CorrespondenceEdge
      it.each<[string, CorrespondenceEdge]>([
        ['sides out of order', swapped],
        ['another id', { ...A, id: 'correspondence/x~y' }],
        ['a clause with itself', correspondence(CL1, CL1)],
        ['one document', correspondence(CL1, CL2)],
        ['a document that is not the clause’s', { ...A, documentIds: [CITY, OTHER] }],
        ['clauses of other documents', E],
      ])('refuses %s, and writes nothing', async (_, edge) => {
        await expectCode(store.putCorrespondences(CITY, 'other', [B, edge]), 'BAD_INPUT')
        expect(await letters(store)).toBe('ACDBE')
        expect(await store.documentsWithoutLinks('key')).not.toContain(CITY)
      })

      it('refuses the same link twice', async () => {
        await expectCode(store.putCorrespondences(CITY, 'key', [A, A]), 'BAD_INPUT')
        expect(await letters(store)).toBe('ACDBE')
      })
    })

    describe('putCorrespondence', () => {
      it('adds or replaces one', async () => {
        await store.putCorrespondences(CITY, 'key', [])
        await store.putCorrespondence(B)
        expect(await letters(store)).toBe('BE')
        const better = { ...B, score: 0.625, degree: 'SAME_MEASURE' } as const
        await store.putCorrespondence(better)
        const { items } = await store.correspondences({ clauseIds: [CL2] }, 'BEST', ALL)
        expect(items.map(({ node }) => node.edge)).toEqual([better])
      })

      it('refuses a clause that is not there', async () => {
        await expectCode(store.putCorrespondence(correspondence(CL1, 'cn/never/cl_1')), 'BAD_INPUT')
      })
    })

    it('documentsWithoutLinks goes by the key, and names a document written anew', async () => {
      expect(await store.documentsWithoutLinks('key')).toEqual([OTHER, COUNTY].sort())
      expect(await store.documentsWithoutLinks('other')).toEqual([OTHER, CITY, COUNTY].sort())
      await store.putCorrespondences(OTHER, 'key', [])
      await store.putCorrespondences(COUNTY, 'key', [])
      expect(await store.documentsWithoutLinks('key')).toEqual([])
      await store.putDocument(cityBundle())
      expect(await store.documentsWithoutLinks('key')).toEqual([CITY])
      await store.putCorrespondences(CITY, 'other', [])
      expect(await store.documentsWithoutLinks('key')).toEqual([CITY])
      expect(await store.documentsWithoutLinks('other')).toEqual([OTHER, COUNTY].sort())
      await store.deleteDocument(CITY) // a stub now
      expect(await store.documentsWithoutLinks('key')).toEqual([])
    })

    it('keeps links when the embedding key changes', async () => {
      await store.setEmbeddingKey({ modelId: 'new', sha256: '11', dimensions: 8, preparation: 'v2' })
      expect(await letters(store)).toBe('ACDBE')
      expect(await store.documentsWithoutLinks('key')).toEqual([OTHER, COUNTY].sort())
    })

    describe('reviews', () => {
      const R1 = review(CL1, OTHER_CL1, { verdict: 'REJECTED', note: '不是' })
      const R2 = review(CL1, COUNTY_CL)
      const R3 = review(CL2, COUNTY_CL)
      const all = async () => (await store.reviews(ALL)).items.map(({ node }) => node)
      beforeEach(async () => {
        for (const each of [R3, R1, R2]) await store.putReview(each)
      })

      it('lists by clause ids', async () => {
        expect(await all()).toEqual([R1, R2, R3])
        expect(await readPages((page) => store.reviews(page), 1)).toEqual([R1, R2, R3])
      })

      it('replaces and deletes', async () => {
        const changed = { ...R1, verdict: 'CONFIRMED', note: null } as const
        await store.putReview(changed)
        expect(await all()).toEqual([changed, R2, R3])
        expect(await letters(store, { review: 'CONFIRMED' })).toBe('ACB')
        // in either order
        expect(await store.deleteReview([CL1, OTHER_CL1])).toBe(true)
        expect(await store.deleteReview([OTHER_CL1, CL1])).toBe(false)
        expect(await all()).toEqual([R2, R3])
        expect(await letters(store, { review: 'CONFIRMED' })).toBe('AB')
        expect(await letters(store, { review: 'NONE' })).toBe('CDE')
      })

      it('outlive their link and find it again', async () => {
        await store.putCorrespondences(CITY, 'key', [])
        expect(await all()).toEqual([R1, R2, R3])
        await store.putCorrespondences(CITY, 'key', [A, C])
        expect(await letters(store, { review: 'CONFIRMED' })).toBe('A')
        expect(await letters(store, { review: 'REJECTED' })).toBe('C')
        expect((await store.statistics()).correspondences).toBe(2) // A and E
      })

      it('stay when a document is written anew, also where the clause is gone', async () => {
        const { document, body } = cityBundle()
        await store.putDocument(bundle(document, { body }))
        expect(await letters(store)).toBe('E')
        expect(await all()).toEqual([R1, R2, R3])
        // a person may still change or add one, as an import does
        const former = review(`${CITY}/sec_9__cl_9`, COUNTY_CL)
        await store.putReview(former)
        expect(await all()).toEqual([R1, R2, R3, former])
        await store.putDocument(cityBundle())
        await store.putCorrespondences(CITY, 'key', [A])
        expect(await letters(store, { review: 'CONFIRMED' })).toBe('A')
      })

      it('go, like links, with either document', async () => {
        await store.deleteDocument(OTHER)
        expect(await all()).toEqual([R2, R3])
        expect(await letters(store)).toBe('AB')
        await store.deleteDocument(COUNTY)
        expect(await all()).toEqual([])
        expect(await letters(store)).toBe('')
        await store.putDocument(countyBundle())
        expect(await all()).toEqual([])
      })

      it('go over to the document that takes theirs over', async () => {
        const taker = 'cn/770000/0000/2'
        await store.putDocument(
          bundle(documentNode({ id: taker }), {
            clauses: [clauseNode({ id: `${taker}/cl_1`, documentId: taker })],
            takesOver: [OTHER],
          }),
        )
        const moved = review(CL1, `${taker}/cl_1`, { verdict: 'REJECTED', note: '不是' })
        expect(await all()).toEqual([moved, R2, R3])
        expect(await letters(store, { review: 'ANY' })).toBe('AB')
        expect(await store.documentsWithoutLinks('key')).toContain(taker)
        await store.deleteDocument(taker)
        expect(await all()).toEqual([R2, R3])
      })

      it.each([
        ['of no ingested document', review(CL1, 'cn/never/cl_1')],
        ['of one document', review(CL1, CL2)],
        ['out of order', { ...R1, clauseIds: [CL1, OTHER_CL1] as const }],
      ])('refuses clauses %s', async (_, given) => {
        await expectCode(store.putReview(given), 'BAD_INPUT')
        expect(await all()).toEqual([R1, R2, R3])
      })
    })
  })
}
