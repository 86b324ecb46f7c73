import OpenAI from 'openai'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vectorStoreError, vectorStoreReply } from '../../src/api/retrieval/vectorStore.ts'
import { type Faces, openFaces } from '../support/faces.ts'
import { serveHeld } from '../support/httpService.ts'
import { JINAN, JINING, OPINION } from '../support/policyCorpus.ts'

/** The faces on a real port, and the published client. */
interface Served extends AsyncDisposable {
  readonly faces: Faces
  readonly url: string
  client(apiKey?: string): OpenAI
}
async function serveFaces(apiKey: string | null = null): Promise<Served> {
  const faces = await openFaces({ apiKey })
  const server = await serveHeld(faces)
  return {
    ...{ faces, url: server.url },
    client: (key = 'unused') => new OpenAI({ apiKey: key, baseURL: `${server.url}/v1`, maxRetries: 0 }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

type Filters = OpenAI.VectorStores.VectorStoreSearchParams['filters']

describe('the openai client', () => {
  let served: Served
  beforeAll(async () => {
    served = await serveFaces()
  })
  afterAll(() => served[Symbol.asyncDispose]())
  const search = (given: Partial<OpenAI.VectorStores.VectorStoreSearchParams> = {}, store = 'zhengmai') =>
    served
      .client()
      .vectorStores.search(store, { query: '临床试验 医疗器械 药品', max_num_results: 30, ...given })
  const documents = async (filters: Filters) => {
    const page = await search(filters === undefined ? {} : { filters })
    return [...new Set(page.data.map(({ file_id }) => file_id))].sort()
  }

  it('reads results with their attributes', async () => {
    const { data } = await search({ query: '优化临床试验审批', max_num_results: 1 })
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({
      file_id: JINAN,
      filename: '关于支持医药创新的若干措施',
      score: 1,
      attributes: {
        clause_id: `${JINAN}/sec_1__cl_1`,
        number: '济政办字〔2024〕23号',
        year: 2024,
        lead_agencies: '济南市卫生健康委',
      },
      content: [{ type: 'text', text: expect.stringContaining('启动整体用时压缩至20周') }],
    })
    const attributes = data[0]?.attributes ?? {}
    expect(Object.keys(attributes).length).toBeLessThanOrEqual(16)
    for (const value of Object.values(attributes)) expect(String(value).length).toBeLessThanOrEqual(512)
  })

  it.each<[string, Filters, string[]]>([
    ['eq', { type: 'eq', key: 'level', value: 'PROVINCIAL' }, [OPINION]],
    ['ne', { type: 'ne', key: 'place', value: '济南市' }, [OPINION, JINING]],
    ['gt', { type: 'gt', key: 'issued_on', value: '2024-07-18' }, [JINING]],
    ['gte', { type: 'gte', key: 'issued_on', value: '2024-07-18' }, [JINAN, JINING]],
    ['lt', { type: 'lt', key: 'year', value: 2024 }, []],
    ['lte', { type: 'lte', key: 'year', value: 2024 }, [OPINION, JINAN, JINING]],
    ['in', { type: 'in', key: 'place', value: ['济宁市', '山东省'] }, [OPINION, JINING]],
    ['nin', { type: 'nin', key: 'place', value: ['济宁市', '山东省'] }, [JINAN]],
    [
      'and',
      {
        type: 'and',
        filters: [
          { type: 'eq', key: 'level', value: 'MUNICIPAL' },
          { type: 'ne', key: 'place', value: '济南市' },
        ],
      },
      [JINING],
    ],
    [
      'or within and',
      {
        type: 'and',
        filters: [
          { type: 'eq', key: 'year', value: 2024 },
          {
            type: 'or',
            filters: [
              { type: 'eq', key: 'place', value: '济宁市' },
              { type: 'eq', key: 'level', value: 'PROVINCIAL' },
            ],
          },
        ],
      } as Filters,
      [OPINION, JINING],
    ],
  ])('filters by %s', async (_what, filters, expected) => {
    expect(await documents(filters)).toEqual(expected)
  })

  it('leaves out what scores below the threshold', async () => {
    const { data } = await search({ ranking_options: { ranker: 'auto', score_threshold: 0.6 } })
    expect(data.length).toBeGreaterThan(0)
    expect(data.every(({ score }) => score >= 0.6)).toBe(true)
  })

  it('asks several questions at once', async () => {
    const { data } = await search({ query: ['药品研发', '临床试验绿色通道'], max_num_results: 4 })
    const ids = data.map(({ attributes }) => attributes?.['clause_id'])
    expect(ids).toContain(`${JINING}/art_3`)
    expect(ids).toContain(`${OPINION}/sec_1__cl_1`)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('tells what is wrong in the classes of the client', async () => {
    await expect(search({}, 'vs_other')).rejects.toBeInstanceOf(OpenAI.NotFoundError)
    const tooMany = search({ max_num_results: 500 })
    await expect(tooMany).rejects.toBeInstanceOf(OpenAI.BadRequestError)
    await expect(tooMany).rejects.toMatchObject({ param: 'max_num_results', type: 'invalid_request_error' })
    const unknown = search({ filters: { type: 'eq', key: 'author', value: 'x' } })
    await expect(unknown).rejects.toMatchObject({ status: 400, param: 'filters' })
  })
})

describe('plain requests', () => {
  let served: Served
  beforeAll(async () => {
    served = await serveFaces()
  })
  afterAll(() => served[Symbol.asyncDispose]())
  const post = (given: unknown) =>
    fetch(`${served.url}/v1/vector_stores/zhengmai/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof given === 'string' ? given : JSON.stringify(given),
    })

  it('answers in the published shape and gives the next page', async () => {
    const page = async (given: object) => vectorStoreReply.strict().parse(await (await post(given)).json())
    const query = '医疗器械项目'
    const whole = await page({ query, max_num_results: 8 })
    const first = await page({ query, max_num_results: 4 })
    expect(first).toMatchObject({ search_query: [query], has_more: true })
    const second = await page({ query, max_num_results: 4, next_page: first.next_page })
    expect([...first.data, ...second.data]).toEqual(whole.data)
  })

  let deep: object = { type: 'eq', key: 'level', value: 'x' }
  for (let depth = 0; depth < 200; depth += 1) deep = { type: 'and', filters: [deep] }
  it.each<[string, unknown, number, string | null]>([
    ['no JSON', '{', 400, null],
    ['no question', {}, 400, 'query'],
    ['no question in the list', { query: [] }, 400, 'query'],
    ['an empty question', { query: '' }, 400, null],
    ['filters in filters without end', { query: '药', filters: deep }, 400, 'filters'],
    ['a broken filter', { query: '药', filters: { type: 'eq' } }, 400, 'filters'],
    ['a list for eq', { query: '药', filters: { type: 'eq', key: 'year', value: [1] } }, 400, 'filters'],
    ['a foreign page', { query: '药', next_page: 'xyz' }, 400, null],
    ['a page of several questions', { query: ['药', '械'], next_page: 'xyz' }, 400, 'next_page'],
    ['a megabyte', { query: '药'.repeat(400_000) }, 413, null],
  ])('refuses %s', async (_what, given, status, param) => {
    const response = await post(given)
    expect(response.status).toBe(status)
    const { error } = vectorStoreError.strict().parse(await response.json())
    expect(error).toMatchObject({ type: 'invalid_request_error', param })
  })
})

describe('with a key', () => {
  it('wants it, in the shape that the client knows', async () => {
    await using served = await serveFaces('key-of-the-service')
    const search = (key: string) => served.client(key).vectorStores.search('zhengmai', { query: '药品' })
    await expect(search('wrong')).rejects.toBeInstanceOf(OpenAI.AuthenticationError)
    await expect(search('wrong')).rejects.toMatchObject({ code: 'invalid_api_key' })
    expect((await search('key-of-the-service')).data.length).toBeGreaterThan(0)
    const bare = await fetch(`${served.url}/v1/vector_stores/zhengmai/search`, { method: 'POST' })
    expect(bare.status).toBe(401)
    expect(bare.headers.get('www-authenticate')).toContain('Bearer')
  })
})
