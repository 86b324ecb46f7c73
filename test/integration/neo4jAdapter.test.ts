/** What the contract suite cannot show of the Neo4j adapter: large corpora and bodies, several stores at once, names. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openNeo4jStore } from '../../graph/neo4j/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { RELATIONSHIPS } from '../../graph/schema/relationships.ts'
import { bundle, documentNode, randomVector, seededRandom, syntheticBundle } from '../support/bundle.ts'
import { CITY, cityBundle, REFERENCE, VECTOR_KEY } from '../support/corpus.ts'
import { describeWithNeo4j, findNeo4j } from '../support/neo4j.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

describeWithNeo4j('Neo4j adapter', await findNeo4j(), (database) => {
  let stores: GraphStore[] = []
  const open = async () => {
    const store = await openNeo4jStore(database())
    stores.push(store)
    return store
  }
  beforeEach(() => database().empty())
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()))
    stores = []
  })

  describe('a corpus that is too large to compare every passage', () => {
    const dimensions = 32
    const documents = Array.from({ length: 30 }, (_, i) => `cn/990100/甲/2024/${i + 1}`)
    const random = seededRandom(11)
    const clausesOf = (id: string) => Array.from({ length: 50 }, (_, i) => `${id}/sec_1__cl_${i + 1}`)
    let store: GraphStore
    // one load serves all: 1,500 clauses with 4,500 vectors
    it('is searched by the indexes nearly as well as by comparison', async () => {
      store = await open()
      await store.setEmbeddingKey({ ...VECTOR_KEY, dimensions })
      for (const id of documents) await store.putDocument(syntheticBundle(id, 50, random, { dimensions }))
      const all = documents.flatMap(clausesOf)
      let found = 0
      for (let query = 0; query < 20; query++) {
        const vector = randomVector(random, dimensions)
        const exact = (await store.denseScores(vector, all)).slice(0, 10)
        const hits = await store.denseCandidates(vector, {}, 10)
        const given = new Map(hits.map((hit) => [hit.clauseId, hit]))
        found += exact.filter(({ clauseId }) => given.has(clauseId)).length
        for (const hit of exact) expect(given.get(hit.clauseId) ?? hit).toEqual(hit)
      }
      expect(found / 200).toBeGreaterThanOrEqual(0.95)

      // a filter that leaves little, and one that leaves nearly all
      const vector = randomVector(random, dimensions)
      const exactOf = async (ids: readonly string[]) =>
        (await store.denseScores(vector, ids)).slice(0, 10).map(({ clauseId }) => clauseId)
      const few = documents.slice(3, 5)
      expect(
        (await store.denseCandidates(vector, { documentIds: few }, 10)).map(({ clauseId }) => clauseId),
      ).toEqual(await exactOf(few.flatMap(clausesOf)))
      const most = documents.slice(2)
      const kept = await store.denseCandidates(vector, { documentIds: most }, 10)
      expect(kept.every(({ clauseId }) => most.some((id) => clauseId.startsWith(`${id}/`)))).toBe(true)
      const truth = new Set(await exactOf(most.flatMap(clausesOf)))
      expect(kept.filter(({ clauseId }) => truth.has(clauseId)).length).toBeGreaterThanOrEqual(9)

      // more clauses than may be compared pairwise
      const own = clausesOf(documents[0]!)
      const nearest = await store.nearestClauses(own, 5)
      expect([...nearest.keys()].sort()).toEqual([...own].sort())
      for (const neighbours of nearest.values()) {
        expect(neighbours).toHaveLength(5)
        expect(neighbours.every(({ documentId }) => documentId !== documents[0])).toBe(true)
        const cosines = neighbours.map(({ cosine }) => cosine)
        expect(cosines).toEqual([...cosines].sort((a, b) => b - a))
      }

      // words: the filter takes nearly all hits away
      const common = await store.keywordCandidates(['词0', '词1'], { documentIds: [documents[7]!] }, 40)
      expect(common.length).toBeGreaterThan(10)
      expect(common.every((id) => id.startsWith(`${documents[7]}/`))).toBe(true)
    })
  })

  it('takes a vector of length 0 for one that is like none', async () => {
    const store = await open()
    await store.putReference(REFERENCE)
    await store.setEmbeddingKey(VECTOR_KEY)
    await store.putDocument(cityBundle())
    const [first, second] = [`${CITY}/sec_1__cl_1`, `${CITY}/sec_1__sec_1__cl_2`]
    await store.putPassages(CITY, [
      { clauseId: first, window: null, vector: new Float32Array(4) },
      { clauseId: second, window: null, vector: Float32Array.of(1, 0, 0, 0) },
    ])
    const scores = async (query: Float32Array) =>
      (await store.denseCandidates(query, {}, 5)).map(({ clauseId, whole }) => [clauseId, whole])
    expect(await scores(Float32Array.of(1, 0, 0, 0))).toEqual([
      [second, 1],
      [first, 0],
    ])
    expect(await scores(new Float32Array(4))).toEqual([
      [first, 0],
      [second, 0],
    ])
    expect([...(await store.vectorsOf([first])).values()]).toEqual([new Float32Array(4)])
    expect((await store.nearestClauses([first], 5)).get(first)).toEqual([])
  })

  it('keeps a body of 16 MB', async () => {
    const store = await open()
    const random = seededRandom(5)
    const sourceBytes = Uint8Array.from({ length: 16 * 1024 * 1024 }, () => Math.floor(256 * random()))
    const text = '政策'.repeat(1_000_000)
    await store.putDocument(
      bundle(documentNode({ id: CITY }), { body: { text, sourceText: text, sourceBytes } }),
    )
    const body = (await store.bodies([CITY])).get(CITY)!
    expect(body.text === text && body.sourceText === text).toBe(true)
    expect(Buffer.compare(body.sourceBytes, sourceBytes)).toBe(0)
  })

  it('is opened by several processes at once and written by them without doubles', async () => {
    const opened = await Promise.all([open(), open(), open()])
    await Promise.all(opened.map((store) => store.putReference(REFERENCE)))
    await Promise.all(opened.map((store) => store.setEmbeddingKey(VECTOR_KEY)))
    const version = (n: number) => cityBundle({ title: `第${n}版` })
    const outcomes = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => opened[n % 3]!.putDocument(version(n))))
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1)
    const whole = cityBundle()
    for (const store of opened) {
      expect(await store.statistics()).toMatchObject({
        documents: 1,
        citedDocuments: 1,
        agencies: whole.agencies.length,
        responsibilities: whole.responsibilities.length,
        citations: whole.citations.length,
      })
      expect((await store.termStatistics(['科技'])).documentFrequency).toEqual(new Map([['科技', 2]]))
    }
  })

  it('shows what another store has written, whole', async () => {
    const [writer, reader] = [await open(), await open()]
    const sizes = [3, 30]
    const versions = sizes.map((size) => syntheticBundle('cn/990100/甲/2024/7', size, seededRandom(size)))
    await writer.putDocument(versions[0]!)
    let writing = true
    const seen: string[] = []
    const read = async () => {
      while (writing) {
        const page = await reader.clauses({}, { first: 100, after: null })
        seen.push(`${page.totalCount} of ${page.items.length}`)
      }
    }
    const readers = [read(), read()]
    for (let i = 1; i <= 8; i++) await writer.putDocument(versions[i % 2]!)
    writing = false
    await Promise.all(readers)
    expect(new Set([...seen, '3 of 3', '30 of 30'])).toEqual(new Set(['3 of 3', '30 of 30']))
  })

  it('draws only relationships of the table, between the kinds that it names', async () => {
    const store = await open()
    await store.putReference(REFERENCE)
    await store.setEmbeddingKey(VECTOR_KEY)
    await store.putDocument(cityBundle())
    const labels = {
      JURISDICTION: 'Place',
      PRODUCT_TYPE: 'ProductType',
      LEDGER_ROW: 'LedgerRow',
      BODY: 'DocumentBody',
    }
    const labelOf = (kind: string) =>
      (labels as Record<string, string>)[kind] ?? kind.charAt(0) + kind.slice(1).toLowerCase()
    const rows = await database().run(
      'MATCH (a)-[r]->(b) RETURN DISTINCT type(r) AS type, labels(a) AS fromLabels, labels(b) AS toLabels',
    )
    expect(rows.length).toBeGreaterThan(15)
    for (const { type, fromLabels, toLabels } of rows) {
      const rule = RELATIONSHIPS[type as keyof typeof RELATIONSHIPS]
      expect(rule, `${String(type)} stands in the table`).toBeDefined()
      expect(rule.from.map(labelOf).some((label) => (fromLabels as string[]).includes(label))).toBe(true)
      expect(rule.to.map(labelOf).some((label) => (toLabels as string[]).includes(label))).toBe(true)
    }
  })
})
