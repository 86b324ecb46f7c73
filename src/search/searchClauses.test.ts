import { beforeAll, describe, expect, it } from 'vitest'
import { clauseNode, createSearchStore } from '../../test/support/searchStore.ts'
import type { SearchMode } from '../domain/vocabulary.ts'
import { createHashingEmbedder } from '../embedding/hashing.ts'
import type { Embedder } from '../embedding/port.ts'
import { ZhengmaiError } from '../errors/error.ts'
import type { SearchStore } from './rankers.ts'
import { type SearchDeps, type SearchRequest, searchClauses } from './searchClauses.ts'
import { createSegmenter } from './segment.ts'
import { similarClauses } from './similarClauses.ts'

const A = 'cn/370000/鲁政发/2020/1'
const B = 'cn/370100/济政发/2021/2'
const CLAUSES = [
  clauseNode({ id: `${A}/cl_1`, title: '疫苗监管', text: '加强疫苗批签发和疫苗配送储存监管。' }),
  clauseNode({ id: `${A}/cl_2`, title: '放射性药品', text: '放射性药品检验由省级机构承担，缩短检验时限。' }),
  clauseNode({ id: `${A}/cl_3`, title: '农村公路', text: '加快农村公路建设，改善出行条件。' }),
  clauseNode({ id: `${B}/cl_1`, title: '疫苗储存', text: '加强疫苗储存和配送全过程监管，落实追溯。' }),
  clauseNode({ id: `${B}/cl_2`, title: null, text: '对新建养老机构给予补助。' }),
]
const SYNONYMS = [{ term: '核药', means: ['放射性药品'], embed: true, source: '测试' }]
const segmenter = createSegmenter('放射性药品 3000 n')
const embedder = createHashingEmbedder()
let indexed: SearchStore
let wordsOnly: SearchStore

beforeAll(async () => {
  indexed = await createSearchStore(CLAUSES, segmenter, embedder)
  wordsOnly = await createSearchStore(CLAUSES, segmenter, null)
})

const search = (request: Partial<SearchRequest>, deps: Partial<SearchDeps> = {}) =>
  searchClauses(
    { store: indexed, embedder, segmenter, synonyms: SYNONYMS, ...deps },
    { query: '疫苗配送', mode: 'HYBRID', filter: {}, offset: 0, first: 10, ...request },
  )
const idsOf = (result: { hits: readonly { clause: { id: string } }[] }) =>
  result.hits.map(({ clause }) => clause.id)

describe('searchClauses', () => {
  it.each<SearchMode>(['HYBRID', 'SEMANTIC', 'KEYWORD'])(
    '%s finds the clauses of the subject first',
    async (mode) => {
      const result = await search({ mode })
      expect(result.servedBy).toBe(mode)
      expect(idsOf(result).slice(0, 2).sort()).toEqual([`${A}/cl_1`, `${B}/cl_1`])
      const scores = result.hits.map(({ score }) => score)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
      for (const score of scores) expect(score >= 0 && score <= 1).toBe(true)
      expect(result.hits[0]?.highlight).toContain('<mark>疫苗')
    },
  )

  it.each<[SearchMode, readonly string[]]>([
    ['HYBRID', ['SEMANTIC', 'KEYWORD']],
    ['SEMANTIC', ['SEMANTIC']],
    ['KEYWORD', ['KEYWORD']],
  ])('%s explains its first hit by %o', async (mode, lists) => {
    const [hit] = (await search({ mode, query: '农村公路' })).hits
    expect(hit?.explanation.map(({ by, rank }) => [by, rank])).toEqual(lists.map((by) => [by, 1]))
  })

  it('KEYWORD finds only clauses that hold a word of the query', async () => {
    expect(idsOf(await search({ mode: 'KEYWORD', query: '公路' }))).toEqual([`${A}/cl_3`])
    expect(await search({ mode: 'KEYWORD', query: '渔业' })).toMatchObject({
      total: 0,
      hits: [],
      candidateIds: [],
    })
  })

  it.each<SearchMode>(['HYBRID', 'KEYWORD'])(
    '%s finds the official word for a synonym and says so',
    async (mode) => {
      const result = await search({ mode, query: '核药' })
      expect(idsOf(result)[0]).toBe(`${A}/cl_2`)
      expect(result.interpretation).toEqual(['同义词：核药 → 放射性药品'])
    },
  )

  it.each([
    ['traditional characters', '農村公路'],
    ['full width and spaces', ' 农村公路　'],
  ])('reads a query in %s', async (_what, query) => {
    expect(idsOf(await search({ query }))[0]).toBe(`${A}/cl_3`)
  })

  it('filters before ranking', async () => {
    const result = await search({ filter: { documentIds: [B] } })
    expect([...result.candidateIds].sort()).toEqual([`${B}/cl_1`, `${B}/cl_2`])
  })

  it('gives pages of one list', async () => {
    const all = await search({})
    const pages = await Promise.all([0, 2, 4].map((offset) => search({ offset, first: 2 })))
    expect(pages.flatMap(idsOf)).toEqual(idsOf(all))
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5])
    expect(all.candidateIds).toEqual(idsOf(all))
  })

  const otherModel: Embedder = { ...embedder, sha256: 'f'.repeat(64) }
  const lacking: readonly [string, () => Partial<SearchDeps>][] = [
    ['no model', () => ({ embedder: null })],
    ['no vectors', () => ({ store: wordsOnly })],
    ['vectors of another model', () => ({ embedder: otherModel })],
  ]
  it.each(lacking)('HYBRID with %s is served by KEYWORD', async (_what, deps) => {
    const result = await search({}, deps())
    expect(result.servedBy).toBe('KEYWORD')
    expect(result.interpretation).toHaveLength(1)
    expect(idsOf(result)).toEqual(idsOf(await search({ mode: 'KEYWORD' })))
  })
  it.each(lacking)('SEMANTIC with %s is an error', async (_what, deps) => {
    await expect(search({ mode: 'SEMANTIC' }, deps())).rejects.toMatchObject({ code: 'SEMANTIC_UNAVAILABLE' })
  })

  it.each<[string, Partial<SearchRequest>, string]>([
    ['an empty query', { query: '' }, 'BAD_INPUT'],
    ['a blank query', { query: ' 　\n' }, 'BAD_INPUT'],
    ['a query that is too long', { query: '药'.repeat(1_001) }, 'LIMIT'],
    ['a negative offset', { offset: -1 }, 'BAD_INPUT'],
    ['half a page', { first: 1.5 }, 'BAD_INPUT'],
  ])('refuses %s', async (_what, request, code) => {
    const error = await search(request).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ZhengmaiError)
    expect(error).toMatchObject({ code })
  })

  it('accepts a query of punctuation and of the greatest length', async () => {
    expect((await search({ query: '？！', mode: 'KEYWORD' })).hits).toEqual([])
    expect((await search({ query: '药'.repeat(1_000) })).hits).toHaveLength(5)
  })

  it('embeds a query once', async () => {
    let calls = 0
    const counting: Embedder = {
      ...embedder,
      embed: (texts) => {
        calls += 1
        return embedder.embed(texts)
      },
    }
    await search({}, { embedder: counting })
    await search({ offset: 2 }, { embedder: counting })
    expect(calls).toBe(1)
    await search({ query: '另一个问题' }, { embedder: counting })
    expect(calls).toBe(2)
  })
})

describe('similarClauses', () => {
  it.each([
    ['vectors', () => indexed, 'SEMANTIC'],
    ['keywords', () => wordsOnly, 'KEYWORD'],
  ] as const)('finds the nearest clause by %s, itself left out', async (_what, store, by) => {
    const hits = await similarClauses({ store: store(), segmenter }, `${A}/cl_1`, 3)
    expect(hits[0]?.clause.id).toBe(`${B}/cl_1`)
    expect(hits[0]?.explanation[0]).toMatchObject({ by, rank: 1 })
    expect(hits.map(({ clause }) => clause.id)).not.toContain(`${A}/cl_1`)
    expect(hits.length).toBeLessThanOrEqual(3)
  })

  it('refuses an unknown clause', async () => {
    await expect(similarClauses({ store: indexed, segmenter }, 'cn/x/cl_9', 3)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
