/** The part of the contract suite about reading a whole document back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { DocumentBundle } from '../../src/domain/bundle.ts'
import { agencyNode, bundle, citation, documentNode, responsibility, stubNode } from '../support/bundle.ts'
import {
  CITY,
  COUNTY,
  cityBundle,
  countyBundle,
  PROVINCE,
  REFERENCE,
  VECTOR_KEY,
  ZONE,
} from '../support/corpus.ts'
import { fillStore, type StoreFactory } from './storeFactory.ts'

/** With plain bytes, so that a Buffer and an Uint8Array compare equal. */
function comparable(given: DocumentBundle | null) {
  return given === null
    ? null
    : { ...given, body: { ...given.body, sourceBytes: [...given.body.sourceBytes] } }
}

/** What the store is expected to add to the bundle as given. */
const place = (id: string) => REFERENCE.filter((node) => node.id === id)

const CITY_AS_STORED: DocumentBundle = {
  ...cityBundle(),
  // by id
  agencies: [...cityBundle().agencies].sort((a, b) => (a.id < b.id ? -1 : 1)),
  // the divisions that the document, its agencies and the documents it cites name
  places: [...place('place/990000'), ...place('place/990100')] as DocumentBundle['places'],
  // the whole clause first, then its windows
  passages: [2, 0, 1, 3].map((i) => cityBundle().passages[i]!),
}

export function describeGraphStoreBundle(name: string, factory: StoreFactory): void {
  describe(`graph store, whole documents: ${name}`, () => {
    let store: GraphStore
    beforeEach(async () => {
      store = await factory.open()
    })
    afterEach(() => factory.dispose())

    /** Puts the bundles into an empty store and gives them back as it then reads them. */
    async function again(given: readonly (DocumentBundle | null)[], reference: boolean) {
      await factory.dispose()
      store = await factory.open()
      if (reference) await store.putReference(REFERENCE)
      await store.setEmbeddingKey(VECTOR_KEY)
      for (const each of given) await store.putDocument(each!)
      return Promise.all(given.map((each) => store.bundle(each!.document.id)))
    }

    it('gives back what was put, in a fixed order', async () => {
      await fillStore(store)
      expect(comparable(await store.bundle(CITY))).toEqual(comparable(CITY_AS_STORED))
      const county = await store.bundle(COUNTY)
      const { title, number, documentKind, level, placeId } = cityBundle().document
      expect(comparable(county)).toEqual(
        comparable({
          ...countyBundle(),
          agencies: [...countyBundle().agencies].sort((a, b) => (a.id < b.id ? -1 : 1)),
          // by id: the zone, then divisions
          places: [
            ...place('place/990100'),
            ...countyBundle().places,
            ...place('place/990101'),
          ] as DocumentBundle['places'],
          // a stub of what it cites, though that is ingested
          citedDocuments: [stubNode({ id: CITY, title, number, documentKind, level, placeId })],
        }),
      )
    })

    it.each([true, false])(
      'round trip: an empty store answers alike (reference data first: %s)',
      async (reference) => {
        await fillStore(store)
        const before = await Promise.all([CITY, COUNTY].map((id) => store.bundle(id)))
        const answers = () =>
          Promise.all([
            store.statistics(),
            store.all('AGENCY'),
            store.nodes([CITY, COUNTY, PROVINCE, ZONE]),
            store.termStatistics(['科技', '园区']),
            store.denseCandidates(Float32Array.of(1, 0, 0, 0), {}, 5),
          ])
        const answered = await answers()
        expect((await again(before, reference)).map(comparable)).toEqual(before.map(comparable))
        expect(await answers()).toEqual(answered)
        // in the other order too
        expect((await again([...before].reverse(), reference)).reverse().map(comparable)).toEqual(
          before.map(comparable),
        )
        expect(await answers()).toEqual(answered)
      },
    )

    it('names the aliases that the document took over, and the ids that its citations have now', async () => {
      const citing = (id: string, targetId: string) =>
        bundle(documentNode({ id }), {
          citations: [citation({ id: `${id}/cite_1`, documentId: id, targetId })],
          citedDocuments: [stubNode({ id: targetId })],
        })
      await store.setEmbeddingKey(VECTOR_KEY)
      await store.putDocument(citing('cn/a', 'cn/t'))
      await store.putDocument(citing('cn/b', 'cn/s'))
      await store.putDocument(bundle(documentNode({ id: 'cn/real' }), { takesOver: ['cn/t', 'cn/s'] }))
      const real = await store.bundle('cn/real')
      expect(real?.takesOver).toEqual(['cn/s', 'cn/t'])
      expect(comparable(await store.bundle('cn/t'))).toEqual(comparable(real))
      const a = await store.bundle('cn/a')
      expect(a?.citations.map(({ targetId }) => targetId)).toEqual(['cn/real'])
      expect(a?.citedDocuments.map(({ id, ingested }) => [id, ingested])).toEqual([['cn/real', false]])
      const before = [a, await store.bundle('cn/b'), real]
      expect((await again(before, false)).map(comparable)).toEqual(before.map(comparable))
      expect((await store.nodes(['cn/s'])).get('cn/s')?.id).toBe('cn/real')
    })

    it('brings what the document itself said of a shared agency, and agencies that only others described', async () => {
      const science = agencyNode({ id: 'agency/1/甲局', aliases: ['甲'] })
      const finance = agencyNode({ id: 'agency/1/乙局', aliases: ['乙'] })
      const one = bundle(documentNode({ id: 'cn/1', placeId: null }), { agencies: [science, finance] })
      const clauseId = 'cn/2/sec_1__cl_1'
      const two = bundle(documentNode({ id: 'cn/2', placeId: null, issuerIds: [finance.id] }), {
        clauses: cityBundle()
          .clauses.slice(0, 1)
          .map((clause) => ({ ...clause, id: clauseId, documentId: 'cn/2', sectionId: null })),
        agencies: [{ ...science, aliases: ['甲厅'], function: '科技' }],
        responsibilities: [
          responsibility({ clauseId, agencyId: science.id }),
          responsibility({ clauseId, agencyId: finance.id, ordinal: 2 }),
        ],
      })
      await store.putDocument(one)
      await store.putDocument(two)
      const bundles = await Promise.all(['cn/1', 'cn/2'].map((id) => store.bundle(id)))
      expect(bundles[0]?.agencies).toEqual([finance, science])
      expect(bundles[1]?.agencies).toEqual([finance, two.agencies[0]])
      const agencies = await store.all('AGENCY')
      expect((await again(bundles, false)).map(comparable)).toEqual(bundles.map(comparable))
      expect(await store.all('AGENCY')).toEqual(agencies)
    })

    it('orders shared things by code units', async () => {
      const names = ['b', 'B', '（', '乙', '甲', 'ａ', '_', '~', '1']
      const stubs = names.map((each) => stubNode({ id: `cn/${each}`, placeId: null }))
      const agencies = names.map((each) => agencyNode({ id: `agency/1/${each}`, placeId: null }))
      await store.putDocument(
        bundle(documentNode({ id: 'cn/0', placeId: null }), {
          agencies,
          citations: stubs.map(({ id }, i) =>
            citation({ id: `cn/0/cite_${i + 1}`, documentId: 'cn/0', targetId: id, ordinal: i + 1 }),
          ),
          citedDocuments: stubs,
        }),
      )
      const read = await store.bundle('cn/0')
      const sorted = [...names].sort()
      expect(read?.citedDocuments.map(({ id }) => id)).toEqual(sorted.map((each) => `cn/${each}`))
      expect(read?.agencies.map(({ id }) => id)).toEqual(sorted.map((each) => `agency/1/${each}`))
      expect(read?.citations.map(({ targetId }) => targetId)).toEqual(stubs.map(({ id }) => id))
    })

    it.each(['nothing', PROVINCE])('is null for %s', async (id) => {
      await fillStore(store)
      expect(await store.bundle(id)).toBeNull()
    })

    it('holds a large file byte by byte', async () => {
      const sourceBytes = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 2_654_435_761) >>> 24)
      const text = '政策\u0000😀'.repeat(200_000)
      const given = bundle(documentNode({ id: 'cn/1' }), {
        body: { text, sourceText: `${text}。`, sourceBytes },
      })
      await store.putDocument(given)
      const body = (await store.bundle('cn/1'))?.body
      expect([body?.text === text, body?.sourceText === `${text}。`]).toEqual([true, true])
      expect(Buffer.from(body?.sourceBytes ?? []).equals(Buffer.from(sourceBytes))).toBe(true)
    })
  })
}
