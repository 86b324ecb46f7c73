/**
 * What every adapter of the port `GraphStore` must do, as a suite to be run on each of them. It branches on `supports`
 * only, never on an adapter's name.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmbeddingKey, GraphStore } from '../../graph/port/graphStore.ts'
import type { DocumentBundle } from '../../src/domain/bundle.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import {
  agencyNode,
  bundle,
  citation,
  clauseNode,
  documentNode,
  placeNode,
  productTypeNode,
  randomVector,
  seededRandom,
  stubNode,
  syntheticBundle,
} from '../support/bundle.ts'
import { CITY, COUNTY, cityBundle, PROVINCE, REFERENCE, VECTOR_KEY, ZONE } from '../support/corpus.ts'
import { describeGraphStoreBundle } from './graphStoreBundle.ts'
import { describeGraphStoreLinks } from './graphStoreLinks.ts'
import { describeGraphStoreReads } from './graphStoreReads.ts'
import { describeGraphStoreRelations } from './graphStoreRelations.ts'
import { ALL, expectCode, fillStore, ids, readPages, type StoreFactory } from './storeFactory.ts'

/** Runs the whole suite. */
export function describeGraphStore(name: string, factory: StoreFactory): void {
  describe(`graph store: ${name}`, () => {
    let store: GraphStore
    beforeEach(async () => {
      store = await factory.open()
    })
    afterEach(() => factory.dispose())

    const fill = () => fillStore(store)

    it('exclusively runs tasks one after the other in the order of the calls, past one that fails', async () => {
      await store.putReference(REFERENCE)
      const seen: string[] = []
      const task = (name: string, fails = false) =>
        store.exclusively(async () => {
          seen.push(`${name} begins`)
          await store.statistics()
          seen.push(`${name} ends`)
          if (fails) throw new ZhengmaiError('BAD_INPUT', name)
          return name
        })
      const results = await Promise.allSettled([task('a'), task('b', true), task('c')])
      expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
      expect(results).toMatchObject([
        { status: 'fulfilled', value: 'a' },
        { status: 'rejected', reason: { code: 'BAD_INPUT' } },
        { status: 'fulfilled', value: 'c' },
      ])
    })

    describe('putDocument and deleteDocument', () => {
      it('gives back what was put', async () => {
        await fill()
        const given = cityBundle()
        const nodes = [
          given.document,
          ...given.annexes,
          ...given.sections,
          ...given.clauses,
          ...given.targets,
          ...given.ledger,
        ]
        expect(await store.nodes([...nodes.map(({ id }) => id), 'nothing'])).toEqual(
          new Map(nodes.map((node) => [node.id, node])),
        )
        const body = (await store.bodies([CITY])).get(CITY)!
        expect({ ...body, sourceBytes: Buffer.from(body.sourceBytes) }).toEqual({
          ...given.body,
          sourceBytes: Buffer.from(given.body.sourceBytes),
        })
        expect(
          (await store.responsibilities({ documentIds: [CITY] }, ALL)).items.map(({ node }) => node),
        ).toEqual(given.responsibilities)
        expect((await store.citations({ documentIds: [CITY] }, ALL)).items.map(({ node }) => node)).toEqual(
          given.citations,
        )
        expect(await store.termsOf(given.clauses.map(({ id }) => id))).toEqual(
          new Map(given.terms.map((entry) => [entry.clauseId, entry])),
        )
      })

      it('says whether the document was there', async () => {
        await store.putReference(REFERENCE)
        await store.setEmbeddingKey(VECTOR_KEY)
        expect(await store.putDocument(cityBundle())).toBe('created')
        expect(await store.putDocument(cityBundle())).toBe('replaced')
      })

      it('replaces without remains', async () => {
        await fill()
        await store.putDocument(bundle(documentNode({ id: CITY, title: '新版' })))
        await store.deleteDocument(COUNTY)
        const gone = cityBundle()
        const owned = [
          ...gone.annexes,
          ...gone.sections,
          ...gone.clauses,
          ...gone.targets,
          ...gone.ledger,
          ...gone.agencies,
        ]
        expect(await store.nodes([...owned.map(({ id }) => id), ZONE, PROVINCE])).toEqual(new Map())
        expect(await store.statistics()).toMatchObject({
          documents: 1,
          citedDocuments: 0,
          clauses: 0,
          agencies: 0,
          responsibilities: 0,
          citations: 0,
          targets: 0,
          embeddedClauses: 0,
        })
        expect(await store.keywordCandidates(['科技', '园区'], {}, 10)).toEqual([])
        expect(await store.termStatistics(['科技'])).toEqual({
          clauses: 0,
          averageLength: 0,
          documentFrequency: new Map([['科技', 0]]),
        })
        expect(await store.denseCandidates(Float32Array.of(1, 0, 0, 0), {}, 10)).toEqual([])
      })

      it('writes the same thing twice as once', async () => {
        await fill()
        const before = [
          await store.statistics(),
          await store.all('AGENCY'),
          await store.termStatistics(['科技', '园区']),
        ]
        await store.putDocument(cityBundle())
        expect([
          await store.statistics(),
          await store.all('AGENCY'),
          await store.termStatistics(['科技', '园区']),
        ]).toEqual(before)
      })

      it('deletes an uncited document with all that only it used, and keeps reference data', async () => {
        await fill()
        expect(await store.deleteDocument(COUNTY)).toBe(true)
        expect(await store.deleteDocument(COUNTY)).toBe(false)
        expect(await store.deleteDocument('nothing')).toBe(false)
        expect((await store.nodes([COUNTY, ZONE, 'agency/990101/乙县科技局'])).size).toBe(0)
        expect((await store.bodies([COUNTY])).size).toBe(0)
        expect((await store.nodes(REFERENCE.map(({ id }) => id))).size).toBe(REFERENCE.length)
        expect(ids(await store.documents({ ingested: true }, ALL))).toEqual([CITY])
        expect(await store.deleteDocument(CITY)).toBe(true)
        expect(await store.statistics()).toMatchObject({
          documents: 0,
          citedDocuments: 0,
          agencies: 0,
          clauses: 0,
          targets: 0,
          citations: 0,
        })
      })

      it('leaves a stub of a document that others cite', async () => {
        await fill()
        const sha256 = cityBundle().document.source!.sha256
        expect((await store.documentBySha256(sha256))?.id).toBe(CITY)
        await store.deleteDocument(CITY)
        const { title, number, documentKind, level, placeId } = cityBundle().document
        expect((await store.nodes([CITY])).get(CITY)).toMatchObject({
          title,
          number,
          documentKind,
          level,
          placeId,
          ingested: false,
          source: null,
          issuedOn: null,
          issuerIds: [],
        })
        expect(await store.documentBySha256(sha256)).toBeNull()
        expect(ids(await store.wantedDocuments(ALL))).toEqual([CITY])
        expect((await store.citations({ targetIds: [CITY] }, ALL)).totalCount).toBe(1)
        expect(await store.putDocument(cityBundle())).toBe('created')
        expect((await store.citations({ targetIds: [CITY] }, ALL)).totalCount).toBe(1)
      })

      it('writes all of a document or nothing', async () => {
        await fill()
        const before = [
          await store.statistics(),
          await store.nodes([CITY]),
          await store.keywordCandidates(['科技'], {}, 10),
        ]
        const whole = cityBundle({ title: '第二版' })
        const twice = { ...whole, clauses: [...whole.clauses, whole.clauses[0]!] }
        const dangling = {
          ...whole,
          citations: [
            ...whole.citations,
            citation({ id: `${CITY}/cite_9`, documentId: CITY, targetId: 'cn/unknown' }),
          ],
        }
        for (const broken of [twice, dangling]) {
          await expectCode(store.putDocument(broken), 'BAD_INPUT')
          expect([
            await store.statistics(),
            await store.nodes([CITY]),
            await store.keywordCandidates(['科技'], {}, 10),
          ]).toEqual(before)
        }
        expect(await store.putDocument(whole)).toBe('replaced')
      })

      it('shows readers whole documents only', async () => {
        const sizes = [3, 40]
        const versions = sizes.map((size) => syntheticBundle('cn/990100/甲/2024/7', size, seededRandom(size)))
        await store.putDocument(versions[0]!)
        const writes = [1, 0, 1, 0].map((version) => store.putDocument(versions[version]!))
        const reads = Array.from({ length: 20 }, () => store.clauses({}, ALL))
        for (const page of await Promise.all(reads)) expect(sizes).toContain(page.totalCount)
        await Promise.all(writes)
        expect((await store.clauses({}, ALL)).totalCount).toBe(sizes[0])
      })
    })

    describe('shared agencies and zones', () => {
      const named = (id: string, aliases: string[], more = {}): DocumentBundle =>
        bundle(documentNode({ id }), {
          agencies: [agencyNode({ id: 'agency/990100/甲市科技局', name: '甲市科技局', aliases, ...more })],
        })

      it('merges what several documents say, in any order of ingestion', async () => {
        const one = named('cn/1', ['市科技局'], { officialName: '甲市科学技术局' })
        const two = named('cn/2', ['科技局', '市科技局'], { function: '科技' })
        const orders = [
          [one, two],
          [two, one],
        ]
        for (const order of orders) {
          for (const each of order) await store.putDocument(each)
          expect(await store.all('AGENCY')).toEqual([
            { ...one.agencies[0], aliases: ['市科技局', '科技局'], function: '科技' },
          ])
          for (const each of order) await store.deleteDocument(each.document.id)
        }
      })

      it('forgets what a removed document said, and the agency with the last document', async () => {
        await store.putDocument(named('cn/1', ['市科技局']))
        await store.putDocument(named('cn/2', ['科技局']))
        await store.deleteDocument('cn/1')
        expect((await store.all('AGENCY')).map(({ aliases }) => aliases)).toEqual([['科技局']])
        await store.putDocument(named('cn/2', []))
        expect((await store.all('AGENCY')).map(({ aliases }) => aliases)).toEqual([[]])
        await store.deleteDocument('cn/2')
        expect(await store.all('AGENCY')).toEqual([])
      })

      it('keeps a parent as long as its department', async () => {
        const parent = agencyNode({ id: 'agency/990100/甲市药监局' })
        const department = agencyNode({
          id: 'agency/990100/甲市药监局注册处',
          agencyKind: 'DEPARTMENT',
          parentId: parent.id,
        })
        await store.putDocument(bundle(documentNode({ id: 'cn/1' }), { agencies: [parent, department] }))
        expect((await store.childrenOf([parent.id], 'DEPARTMENTS_OF_AGENCY')).get(parent.id)).toEqual([
          department,
        ])
        await store.deleteDocument('cn/1')
        expect(await store.all('AGENCY')).toEqual([])
      })

      it('removes zones with their last document, never divisions', async () => {
        await fill()
        await store.deleteDocument(COUNTY)
        expect((await store.all('JURISDICTION')).map(({ id }) => id)).toEqual([
          'place/990000',
          'place/990100',
          'place/990101',
        ])
      })
    })

    describe('stubs, taking over and aliases', () => {
      const citing = (id: string, stubId: string, title = '省方案') =>
        bundle(documentNode({ id }), {
          citations: [
            citation({ id: `${id}/cite_1`, documentId: id, targetId: stubId, relation: 'IMPLEMENTS' }),
          ],
          citedDocuments: [stubNode({ id: stubId, title })],
        })

      it('adds a stub once and drops it with its last citation', async () => {
        await store.putDocument(citing('cn/a', 'cn/s', '甲的说法'))
        await store.putDocument(citing('cn/b', 'cn/s', '乙的说法'))
        expect((await store.nodes(['cn/s'])).get('cn/s')).toMatchObject({
          title: '甲的说法',
          ingested: false,
        })
        await store.deleteDocument('cn/a')
        expect((await store.nodes(['cn/s'])).size).toBe(1)
        await store.putDocument(bundle(documentNode({ id: 'cn/b' })))
        expect((await store.nodes(['cn/s'])).size).toBe(0)
      })

      it('never overwrites an ingested document by a stub, nor drops it with its citations', async () => {
        await store.putDocument(bundle(documentNode({ id: 'cn/s', title: '入库的' })))
        await store.putDocument(citing('cn/a', 'cn/s'))
        expect((await store.nodes(['cn/s'])).get('cn/s')).toMatchObject({ title: '入库的', ingested: true })
        await store.deleteDocument('cn/a')
        expect((await store.nodes(['cn/s'])).get('cn/s')).toMatchObject({ ingested: true })
      })

      it('hands citations of the stub with the same id to the document', async () => {
        await store.putDocument(citing('cn/a', 'cn/s'))
        expect(await store.putDocument(bundle(documentNode({ id: 'cn/s' })))).toBe('created')
        expect((await store.citations({ targetIds: ['cn/s'] }, ALL)).totalCount).toBe(1)
        expect(await store.statistics()).toMatchObject({ documents: 2, citedDocuments: 0 })
      })

      it('takes over stubs with other ids, which keep resolving', async () => {
        await store.putDocument(citing('cn/a', 'cn/s'))
        await store.putDocument(bundle(documentNode({ id: 'cn/real' }), { takesOver: ['cn/s'] }))
        const found = await store.nodes(['cn/s', 'cn/real'])
        expect([found.get('cn/s')?.id, found.get('cn/real')?.id]).toEqual(['cn/real', 'cn/real'])
        expect((await store.citations({}, ALL)).items.map(({ node }) => node.targetId)).toEqual(['cn/real'])
        expect(await store.statistics()).toMatchObject({ documents: 2, citedDocuments: 0 })
        // the citing document comes again with the old id, and a new one too
        await store.putDocument(citing('cn/a', 'cn/s'))
        await store.putDocument(citing('cn/b', 'cn/s'))
        expect((await store.citations({ targetIds: ['cn/real'] }, ALL)).totalCount).toBe(2)
        expect(ids(await store.wantedDocuments(ALL))).toEqual([])
        // a later version does not say again what it took over
        await store.putDocument(bundle(documentNode({ id: 'cn/real' })))
        expect((await store.nodes(['cn/s'])).get('cn/s')?.id).toBe('cn/real')
      })

      it('chains aliases, keeps them for a stub and drops them with the last citation', async () => {
        await store.putDocument(citing('cn/a', 'cn/s'))
        await store.putDocument(bundle(documentNode({ id: 'cn/real' }), { takesOver: ['cn/s'] }))
        await store.putDocument(bundle(documentNode({ id: 'cn/corrected' }), { takesOver: ['cn/real'] }))
        expect(await store.statistics()).toMatchObject({ documents: 2, citedDocuments: 0 })
        expect((await store.nodes(['cn/s'])).get('cn/s')?.id).toBe('cn/corrected')
        expect(await store.deleteDocument('cn/s')).toBe(true)
        expect((await store.nodes(['cn/s'])).get('cn/s')).toMatchObject({
          id: 'cn/corrected',
          ingested: false,
        })
        await store.deleteDocument('cn/a')
        expect((await store.nodes(['cn/s', 'cn/real', 'cn/corrected'])).size).toBe(0)
      })

      it('lists wanted documents, most cited first', async () => {
        await store.putDocument(citing('cn/a', 'cn/y'))
        await store.putDocument(citing('cn/b', 'cn/x'))
        await store.putDocument(citing('cn/c', 'cn/y'))
        await store.putDocument(citing('cn/d', 'cn/w'))
        expect(ids(await store.wantedDocuments(ALL))).toEqual(['cn/y', 'cn/w', 'cn/x'])
        expect((await readPages((page) => store.wantedDocuments(page), 1)).map(({ id }) => id)).toEqual([
          'cn/y',
          'cn/w',
          'cn/x',
        ])
      })

      it.each([
        [{ numbers: ['甲政发[2024] １２号'] }, [CITY]],
        [{ titles: ['甲市 科技《创新》 条例'] }, [CITY]],
        // a notice is known by the title that it carries too
        [{ titles: ['科技园区若干措施'] }, [COUNTY]],
        [{ numbers: ['省政发〔2023〕1号'] }, [PROVINCE]],
        [{ numbers: ['甲政发〔2024〕12号'], titles: ['科技园区若干措施'] }, [COUNTY, CITY]],
        [{ numbers: ['没有'], titles: [''] }, []],
        [{}, []],
      ])('finds documents by key %j', async (keys, expected) => {
        await fill()
        expect((await store.documentsByKey(keys)).map(({ id }) => id).sort()).toEqual([...expected].sort())
      })
    })

    describe('reference data', () => {
      it('putReference updates', async () => {
        await store.putReference([productTypeNode({ id: 'product/药品' }), placeNode({ id: 'place/990100' })])
        await store.putReference([productTypeNode({ id: 'product/药品', aliases: ['药'] })])
        expect(await store.all('PRODUCT_TYPE')).toEqual([
          productTypeNode({ id: 'product/药品', aliases: ['药'] }),
        ])
        expect((await store.all('JURISDICTION')).length).toBe(1)
      })
    })

    describe('keywords', () => {
      it('finds clauses that hold any token, the likeliest first', async () => {
        await fill()
        expect(await store.keywordCandidates(['中药', '园区'], {}, 10)).toEqual([
          `${COUNTY}/sec_1__cl_1`,
          `${CITY}/sec_1__cl_1`,
        ])
        expect((await store.keywordCandidates(['科技'], {}, 1)).length).toBe(1)
        expect(await store.keywordCandidates(['没有'], {}, 10)).toEqual([])
        expect(await store.keywordCandidates([], {}, 10)).toEqual([])
        expect(await store.keywordCandidates(['科技'], {}, 0)).toEqual([])
      })

      it('filters before the limit', async () => {
        await fill()
        expect(await store.keywordCandidates(['科技', '园区'], { documentIds: [CITY] }, 1)).toEqual([
          `${CITY}/sec_1__cl_1`,
        ])
        expect(await store.keywordCandidates(['科技'], { documentIds: [] }, 10)).toEqual([])
      })

      it.each([
        '"',
        '科"技',
        "'",
        'AND',
        'OR',
        'NEAR(',
        '*',
        '2.5',
        'a-b',
        '^',
        ':',
        '𠮷',
        '\u0000',
        'GMP',
        'zx',
        '(',
        '甲 乙',
      ])('takes the token %j as it is', async (token) => {
        const id = 'cn/1/sec_1__cl_1'
        const other = 'cn/1/sec_1__cl_2'
        await store.putDocument(
          bundle(documentNode({ id: 'cn/1' }), {
            clauses: [
              clauseNode({ id, documentId: 'cn/1' }),
              clauseNode({ id: other, documentId: 'cn/1', ordinal: 2 }),
            ],
            terms: [
              { clauseId: id, tokens: [token, '其他'] },
              { clauseId: other, tokens: ['别的', 'a', '2', '甲'] },
            ],
          }),
        )
        expect(await store.keywordCandidates([token], {}, 10)).toEqual([id])
        expect((await store.termStatistics([token])).documentFrequency).toEqual(new Map([[token, 1]]))
      })

      it('counts tokens over all indexed clauses', async () => {
        await fill()
        expect(await store.termStatistics(['科技', '园区', '没有'])).toEqual({
          clauses: 3,
          averageLength: 3,
          documentFrequency: new Map([
            ['科技', 2],
            ['园区', 1],
            ['没有', 0],
          ]),
        })
      })
    })

    describe('vectors', () => {
      const CL1 = `${CITY}/sec_1__cl_1`
      const axis = (index: number) => Float32Array.from({ length: 4 }, (_, i) => Number(i === index))

      it('scores the whole clause and its best window', async () => {
        await fill()
        const [best, ...rest] = await store.denseCandidates(axis(0), {}, 10)
        expect(best).toMatchObject({ clauseId: CL1, window: { start: 80, end: 160 } })
        expect(best!.whole).toBeCloseTo(0.6, 6)
        expect(best!.bestWindow).toBeCloseTo(1, 6)
        expect(rest.map(({ clauseId }) => clauseId)).toEqual([
          `${COUNTY}/sec_1__cl_1`,
          `${CITY}/sec_1__sec_1__cl_2`,
        ])
        expect(rest[0]).toMatchObject({ window: null, whole: rest[0]!.bestWindow })
        expect((await store.denseCandidates(axis(0), {}, 1)).length).toBe(1)
        expect(await store.denseCandidates(axis(0), {}, 0)).toEqual([])
        expect(await store.denseScores(axis(0), [CL1, 'nothing'])).toEqual([best])
        const vectors = await store.vectorsOf([CL1, 'nothing'])
        expect([...vectors].map(([id, vector]) => [id, [...vector]])).toEqual([
          [CL1, [...Float32Array.of(0.6, 0.8, 0, 0)]],
        ])
      })

      it('filters before ranking', async () => {
        await fill()
        const hits = await store.denseCandidates(axis(0), { placeIds: [ZONE] }, 1)
        expect(hits.map(({ clauseId }) => clauseId)).toEqual([`${COUNTY}/sec_1__cl_1`])
        expect(await store.denseCandidates(axis(0), { documentIds: [] }, 5)).toEqual([])
      })

      it('follows writes', async () => {
        await fill()
        expect((await store.denseCandidates(axis(2), {}, 1))[0]?.clauseId).not.toBe(CL1)
        await store.putPassages(CITY, [{ clauseId: CL1, window: null, vector: axis(2) }])
        expect((await store.denseCandidates(axis(2), {}, 1))[0]).toMatchObject({
          clauseId: CL1,
          whole: 1,
          window: null,
        })
        expect(await store.documentsWithoutVectors()).toEqual([CITY])
        await store.deleteDocument(COUNTY)
        await store.deleteDocument(CITY)
        expect(await store.denseCandidates(axis(2), {}, 5)).toEqual([])
      })

      it('drops all vectors with another key, none with the same', async () => {
        await fill()
        expect(await store.embeddingKey()).toEqual(VECTOR_KEY)
        await store.setEmbeddingKey({ ...VECTOR_KEY })
        expect((await store.statistics()).embeddedClauses).toBe(3)
        const changes: Partial<EmbeddingKey>[] = [
          { preparation: 'other' },
          { sha256: 'other' },
          { modelId: 'other' },
          { dimensions: 8 },
        ]
        for (const change of changes) {
          await store.setEmbeddingKey(VECTOR_KEY)
          await store.putDocument(cityBundle())
          await store.setEmbeddingKey({ ...VECTOR_KEY, ...change })
          expect((await store.statistics()).embeddedClauses).toBe(0)
          expect(await store.embeddingKey()).toEqual({ ...VECTOR_KEY, ...change })
        }
        expect(await store.denseCandidates(new Float32Array(8).fill(1), {}, 5)).toEqual([])
        expect(await store.documentsWithoutVectors()).toEqual([CITY, COUNTY].sort())
      })

      it('refuses vectors that do not fit', async () => {
        expect(await store.embeddingKey()).toBeNull()
        expect(await store.denseCandidates(axis(0), {}, 5)).toEqual([])
        await expectCode(store.putDocument(cityBundle()), 'BAD_INPUT') // no key declared
        await fill()
        const whole = { clauseId: CL1, window: null, vector: axis(0) }
        const bad = [
          [{ ...whole, vector: new Float32Array(3) }],
          [{ ...whole, clauseId: 'nothing' }],
          [whole, whole],
          [{ ...whole, window: { start: 0, end: 1 } }],
        ]
        for (const passages of bad) await expectCode(store.putPassages(CITY, passages), 'BAD_INPUT')
        await expectCode(store.denseCandidates(new Float32Array(3), {}, 5), 'BAD_INPUT')
        expect((await store.statistics()).embeddedClauses).toBe(3)
      })

      it('finds what an exact search finds (recall@10 ≥ 0.99)', async () => {
        const random = seededRandom(7)
        const dimensions = 64
        await store.setEmbeddingKey({ ...VECTOR_KEY, dimensions })
        const corpus = ['cn/1', 'cn/2'].map((id) => syntheticBundle(id, 500, random, { dimensions }))
        for (const each of corpus) await store.putDocument(each)
        const all = corpus.flatMap(({ clauses }) => clauses.map(({ id }) => id))
        let found = 0
        for (let query = 0; query < 30; query++) {
          const vector = randomVector(random, dimensions)
          const exact = [...(await store.denseScores(vector, all))].sort(
            (a, b) => b.whole + b.bestWindow - a.whole - a.bestWindow,
          )
          const truth = new Set(exact.slice(0, 10).map(({ clauseId }) => clauseId))
          found += (await store.denseCandidates(vector, {}, 10)).filter(({ clauseId }) =>
            truth.has(clauseId),
          ).length
        }
        expect(found / 300).toBeGreaterThanOrEqual(0.99)
      })
    })

    it('closes once, then refuses', async () => {
      await store.close()
      await store.close()
      await expectCode(store.statistics(), 'STORE_FAILED')
    })

    it('keeps its data when closed', async ({ skip }) => {
      if (!store.supports.durable) skip('the store does not claim to be durable')
      await fill()
      const before = [
        await store.statistics(),
        await store.denseCandidates(Float32Array.of(1, 0, 0, 0), {}, 5),
      ]
      await store.close()
      store = await factory.reopen()
      expect([
        await store.statistics(),
        await store.denseCandidates(Float32Array.of(1, 0, 0, 0), {}, 5),
      ]).toEqual(before)
    })
  })

  describeGraphStoreReads(name, factory)
  describeGraphStoreRelations(name, factory)
  describeGraphStoreLinks(name, factory)
  describeGraphStoreBundle(name, factory)
}
