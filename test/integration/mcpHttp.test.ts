import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccess } from '../../src/access/access.ts'
import { createHttpApp } from '../../src/api/http.ts'
import { type Listening, listen } from '../../src/app/listen.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { readStatus } from '../../src/service/status.ts'
import { type Faces, openFaces } from '../support/faces.ts'
import {
  answerOf,
  CLIENT_KINDS,
  type ClientKind,
  connectClient,
  faultOf,
  type McpClient,
} from '../support/mcpClients.ts'
import { JINAN, JINAN_CLAUSES, JINING, OLD, OPINION, PLAN } from '../support/policyCorpus.ts'

let faces: Faces
let broken: Error | null = null
let server: Listening
let url: string
const clients = new Map<ClientKind, McpClient>()
beforeAll(async () => {
  faces = await openFaces({ broken: () => broken })
  server = await listen(faces.app.fetch, { host: '127.0.0.1', port: 0 })
  url = `http://127.0.0.1:${server.port}`
  for (const kind of CLIENT_KINDS) clients.set(kind, await connectClient(kind, { url: `${url}/mcp` }))
}, 60_000)
afterAll(async () => {
  for (const client of clients.values()) await client.close()
  await server.close()
  await faces[Symbol.asyncDispose]()
})

const FIRST = `${JINAN}/sec_1__cl_1`
const clientOf = (kind: ClientKind) => clients.get(kind) as McpClient
const anyClient = () => clientOf('auto')
const call = (name: string, args: Record<string, unknown>, kind: ClientKind = 'auto') =>
  clientOf(kind).callTool({ name, arguments: args })

describe.each(CLIENT_KINDS)('client %s', (kind) => {
  it('is told who answers and how to ask', () => {
    const client = clientOf(kind)
    expect(client.getServerVersion()).toMatchObject({ name: 'zhengmai' })
    expect(client.getInstructions()).toContain('不执行')
  })
  it('lists the eight tools as they were agreed on', async () => {
    const { tools } = await clientOf(kind).listTools()
    const shown = tools.map((tool: Record<string, unknown>) => ({
      ...{ name: tool['name'], title: tool['title'], description: tool['description'] },
      ...{ annotations: tool['annotations'], inputSchema: tool['inputSchema'] },
      outputSchema: tool['outputSchema'],
    }))
    await expect(`${JSON.stringify(sorted(shown), null, 1)}\n`).toMatchFileSnapshot(
      '../contract/mcpTools.snap',
    )
    expect(tools.every((tool: { annotations: object }) => 'readOnlyHint' in tool.annotations)).toBe(true)
  })
  it('finds clauses, with addresses that it can open', async () => {
    const { results, coverage } = answerOf(await call('search', { query: '临床试验审批' }, kind))
    expect(results[0]).toMatchObject({ id: FIRST, quoted: true, label: '（1）' })
    expect(results[0].document).toMatchObject({
      number: '济政办字〔2024〕23号',
      place: '济南市',
      issued_on: '2024-07-18',
    })
    expect(coverage).toMatchObject({ documents: 4, semantic: true, place_count: 3 })
    const page = await fetch(results[0].url)
    expect([results[0].url.startsWith(`${url}/id/cn/370100/`), page.status]).toEqual([true, 200])
  })
  it('fetches what it found', async () => {
    const found = answerOf(await call('fetch', { id: FIRST }, kind))
    expect(found).toMatchObject({ id: FIRST, quoted: true, next_cursor: null })
    expect(found.text).toContain('启动整体用时压缩至20周')
    expect(found.metadata).toMatchObject({
      number: '济政办字〔2024〕23号',
      lead: '济南市卫生健康委',
      label: '（1）',
    })
  })
  it('is told what is wrong, by codes', async () => {
    expect(faultOf(await call('fetch', { id: 'cn/000000/无/2024/1' }, kind))).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(faultOf(await call('search', {}, kind))).toMatchObject({ code: 'BAD_INPUT', arguments: ['query'] })
  })
  it('is refused a tool that does not exist', async () => {
    await expect(call('drop_everything', {}, kind)).rejects.toMatchObject({ code: -32602 })
  })
  it('reads resources, percent-encoded or not', async () => {
    const client = clientOf(kind)
    const { resources } = await client.listResources()
    expect(resources.map(({ name }: { name: string }) => name)).toContain(JINAN)
    const listed = resources.find(({ name }: { name: string }) => name === JINAN)
    for (const uri of [listed.uri, `policy://document/${JINAN}`]) {
      const { contents } = await client.readResource({ uri })
      expect(contents).toHaveLength(1)
      expect(contents[0].text).toMatch(/^《关于支持医药创新的若干措施》（济政办字〔2024〕23号）\n/)
      expect(contents[0].text).toContain('一、主要任务')
    }
    const { contents } = await client.readResource({ uri: `policy://clause/${FIRST}` })
    expect(contents[0].text).toContain('启动整体用时压缩至20周')
    const { resourceTemplates } = await client.listResourceTemplates()
    expect(resourceTemplates.map(({ uriTemplate }: { uriTemplate: string }) => uriTemplate)).toEqual([
      'policy://document/{+id}',
      'policy://clause/{+id}',
    ])
  })
  it('is told of a resource that is not there', async () => {
    const missing = clientOf(kind).readResource({ uri: 'policy://document/cn/000000/无/2024/1' })
    await expect(missing).rejects.toMatchObject({ code: -32602 })
    const stub = clientOf(kind).readResource({ uri: `policy://document/${PLAN}` })
    await expect(stub).rejects.toThrow('尚未收录')
  })
  it('gets prompts with its words in them', async () => {
    const client = clientOf(kind)
    const { prompts } = await client.listPrompts()
    expect(prompts.map(({ name }: { name: string }) => name)).toEqual([
      'compare_places',
      'agency_brief',
      'check_answer',
    ])
    const { messages } = await client.getPrompt({
      name: 'compare_places',
      arguments: { place_a: '济南市', place_b: '济宁市', topic: '临床试验' },
    })
    expect(messages[0].content.text).toContain('请比较济南市与济宁市在“临床试验”上的政策')
    expect(messages[0].content.text).toContain('Compare 济南市 and 济宁市')
  })
  it.each([
    ['the beginning of an id', { uri: 'policy://document/{+id}' }, 'id', 'cn/3708', [JINING]],
    ['a number', { uri: 'policy://document/{+id}' }, 'id', '济政办字[2024]23号', [JINAN, JINING]],
    ['a title', { uri: 'policy://document/{+id}' }, 'id', '药品研发', [JINING]],
    ['a clause', { uri: 'policy://clause/{+id}' }, 'id', `${OPINION}/`, [`${OPINION}/sec_1__cl_1`]],
  ])('completes %s', async (_what, { uri }, name, value, expected) => {
    const { completion } = await clientOf(kind).complete({
      ref: { type: 'ref/resource', uri },
      argument: { name, value },
    })
    expect(completion.values.toSorted()).toEqual(expected)
  })
  it('completes names in prompts', async () => {
    const { completion } = await clientOf(kind).complete({
      ref: { type: 'ref/prompt', name: 'agency_brief' },
      argument: { name: 'agency', value: '科技' },
    })
    expect(completion.values).toContain('济南市科技局')
  })
})

describe('every tool', () => {
  it('list_documents filters by place, agency, role and product type', async () => {
    const ids = async (args: Record<string, unknown>) =>
      answerOf(await call('list_documents', args)).documents.map(({ id }: { id: string }) => id)
    expect(await ids({})).toEqual([JINING, JINAN, OPINION, OLD])
    expect(await ids({ place: '济南市' })).toEqual([JINAN, OLD])
    expect(await ids({ level: '省级' })).toEqual([OPINION])
    expect(await ids({ agency: '济宁市科技局' })).toEqual([JINING])
    expect(await ids({ agency: '济南市人民政府办公厅' })).toEqual([JINAN])
    expect(await ids({ agency: '济南市科技局', role: 'SUPPORT' })).toEqual([JINAN])
    expect(await ids({ product_type: '创新药' })).toEqual([JINAN])
    expect(await ids({ issued_from: '2024-07-01', issued_until: '2024-07-31' })).toEqual([JINAN])
    expect(await ids({ place: '没有的地方' })).toEqual([])
    const { notes } = answerOf(await call('list_documents', { place: '没有的地方', agency: '科技' }))
    expect(notes).toEqual([expect.stringContaining('没有的地方'), expect.stringContaining('济南市科技局')])
    const { documents } = answerOf(await call('list_documents', { place: '济南', limit: 1 }))
    expect(documents[0]).toMatchObject({ clause_count: JINAN_CLAUSES, issuers: ['济南市人民政府办公厅'] })
  })
  it('pages come to an end and together hold everything once', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = answerOf(
        await call('agency_duties', {
          agency: '济南市科技局',
          limit: 7,
          ...(cursor === null ? {} : { cursor }),
        }),
      )
      expect(page.total).toBe(JINAN_CLAUSES)
      seen.push(...page.duties.map(({ id, role }: { id: string; role: string }) => `${role} ${id}`))
      cursor = page.next_cursor
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(JINAN_CLAUSES)
    // stronger roles first
    expect(seen.at(-1)).toBe(`SUPPORT ${FIRST}`)
  })
  it('agency_duties names counterparts of other levels and places', async () => {
    const { agency, counts, counterparts } = answerOf(await call('agency_duties', { agency: '济南市科技局' }))
    expect(agency).toMatchObject({ id: 'agency/370100/济南市科技局', place: '济南市', level: 'MUNICIPAL' })
    expect(counts).toEqual({ lead: 0, responsible: JINAN_CLAUSES - 1, support: 1 })
    expect(counterparts.map(({ name }: { name: string }) => name)).toEqual(['山东省科技厅', '济宁市科技局'])
  })
  it('an agency that several places have is asked back', async () => {
    const fault = faultOf(await call('agency_duties', { agency: '市科技局' }))
    expect(fault).toMatchObject({ code: 'AMBIGUOUS' })
    expect(fault['candidates']).toHaveLength(2)
  })
  it('trace_implementation shows gaps and additions beside each other', async () => {
    const { upper, lower } = answerOf(await call('trace_implementation', { id: '鲁政办字[2024]6号' }))
    expect(upper.id).toBe(OPINION)
    const jinan = lower.find(({ document }: { document: { id: string } }) => document.id === JINAN)
    expect(jinan).toMatchObject({ kind: 'IMPLEMENTS', covered: 0, clause_count: 1, lag_days: 190 })
    expect(jinan.gaps.map(({ id }: { id: string }) => id)).toEqual([`${OPINION}/sec_1__cl_1`])
    expect(jinan.additions).toHaveLength(JINAN_CLAUSES)
  })
  it('trace_implementation of one place says which places have nothing', async () => {
    const asked = { id: OPINION, places: ['济宁市', '吉林省'] }
    const { lower, places_without } = answerOf(await call('trace_implementation', asked))
    expect(lower.map(({ document }: { document: { id: string } }) => document.id)).toEqual([JINING])
    expect(places_without).toEqual(['吉林省'])
  })
  it('trace_implementation of the lowest document says what it implements', async () => {
    const { note, total } = answerOf(await call('trace_implementation', { id: JINING }))
    expect([total, note]).toEqual([0, expect.stringContaining(JINAN)])
  })
  it('compare_targets shows figures of a document', async () => {
    const { rows } = answerOf(await call('compare_targets', { id: JINAN }))
    expect(rows.map(({ target }: { target: { words: string } }) => target.words)).toEqual(['20周', '500万元'])
    expect(rows[0].target.clause.document.number).toBe('济政办字〔2024〕23号')
    const both = faultOf(await call('compare_targets', { id: JINAN, query: '用时' }))
    expect(both.code).toBe('BAD_INPUT')
  })
  it('explore_graph walks from a node', async () => {
    const { nodes, edges, truncated } = answerOf(
      await call('explore_graph', { id: OPINION, depth: 2, kinds: ['DOCUMENT'] }),
    )
    expect(nodes.map(({ id }: { id: string }) => id)).toContain(PLAN)
    expect(edges.some(({ kind }: { kind: string }) => kind === 'CITATION')).toBe(true)
    expect(truncated).toBe(false)
  })
  it.each([
    ['the id percent-encoded', JINAN.split('/').map(encodeURIComponent).join('/')],
    [
      'the address of its page',
      `http://example.org/id/${JINAN.split('/').map(encodeURIComponent).join('/')}`,
    ],
    ['the uri of its resource', `policy://document/${JINAN}`],
  ])('fetch takes %s', async (_what, id) => {
    expect(answerOf(await call('fetch', { id })).id).toBe(JINAN)
  })
  it('fetch pages through a document within max_chars and loses nothing', async () => {
    const whole = answerOf(await call('fetch', { id: JINAN })).text
    let text = ''
    let cursor: string | null = null
    do {
      const page = answerOf(
        await call('fetch', { id: JINAN, max_chars: 100, ...(cursor === null ? {} : { cursor }) }),
      )
      expect(page.text.length).toBeLessThanOrEqual(100)
      text += page.text
      cursor = page.next_cursor
    } while (cursor !== null)
    expect(text.replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''))
  })
  it('keeps max_chars over all texts of a reply', async () => {
    for (const [name, args] of [
      ['search', { query: '医疗器械' }],
      ['agency_duties', { agency: '济南市科技局' }],
      ['trace_implementation', { id: `${OPINION}/sec_1__cl_1` }],
    ] as const)
      expect([name, charsOf(answerOf(await call(name, { ...args, max_chars: 120 }))) <= 120]).toEqual([
        name,
        true,
      ])
  })
})

/** With the keys of objects in one order: the two generations of the protocol write them differently. */
function sorted(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(sorted)
  if (typeof part !== 'object' || part === null) return part
  const entries = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, value]) => [key, sorted(value)]))
}

/** Characters of everything that is called `text`. */
function charsOf(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0
  return Object.entries(part).reduce(
    (sum, [key, value]) =>
      sum + (key === 'text' && typeof value === 'string' ? value.length : charsOf(value)),
    0,
  )
}

describe('bad input', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a query of a megabyte', { query: '药'.repeat(350_000) }, 'LIMIT'],
    ['control characters', { query: 'a\u0000b' }, 'BAD_INPUT'],
    ['an unknown argument', { query: '药', plase: '济南' }, 'BAD_INPUT'],
    ['a limit beyond the limit', { query: '药', limit: 1000 }, 'BAD_INPUT'],
    ['a cursor of another list', { query: '药', cursor: 'nonsense' }, 'BAD_INPUT'],
    ['a level that is none', { query: '药', level: '乡' }, 'BAD_INPUT'],
    ['a day that is none', { query: '药', issued_from: '2024-02-31' }, 'BAD_INPUT'],
    [
      'a period that ends before it begins',
      { query: '药', issued_from: '2025-01-01', issued_until: '2024-01-01' },
      'BAD_INPUT',
    ],
  ])('%s is %s', async (_what, args, code) => {
    expect(faultOf(await call('search', args))).toMatchObject({ code, message: expect.any(String) })
  })
  it('tells nothing of the store: no path, no stack', async () => {
    broken = new ZhengmaiError('STORE_FAILED', '/srv/secret/zhengmai.sqlite: disk I/O error')
    const [store, search] = [await call('fetch', { id: JINAN }), await call('search', { query: '药' })]
    broken = new Error('at /srv/secret/worker.ts:12')
    const own = await call('fetch', { id: JINAN })
    broken = null
    expect([faultOf(store).code, faultOf(search).code, faultOf(own).code]).toEqual([
      'UNAVAILABLE',
      'UNAVAILABLE',
      'INTERNAL',
    ])
    expect(JSON.stringify([store, search, own])).not.toMatch(/secret|\.ts|at /)
    expect(faces.logged.length).toBeGreaterThanOrEqual(3)
  })
  it('of a resource and a completion tells nothing either', async () => {
    broken = new Error('at /srv/secret/worker.ts:12')
    const failed = await Promise.allSettled([
      anyClient().readResource({ uri: `policy://document/${JINAN}` }),
      anyClient().listResources(),
      anyClient().complete({
        ref: { type: 'ref/resource', uri: 'policy://document/{+id}' },
        argument: { name: 'id', value: 'cn/' },
      }),
    ])
    broken = null
    for (const each of failed) {
      expect(each.status).toBe('rejected')
      expect(String((each as PromiseRejectedResult).reason)).not.toMatch(/secret/)
    }
  })
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/mcp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...headers,
      },
      body,
    })
  it.each<[string, string, Record<string, string>, number]>([
    ['no JSON', '{', {}, 400],
    ['no JSON-RPC', '{"hello":1}', {}, 400],
    ['text', '{}', { 'content-type': 'text/plain' }, 415],
    [
      'a page of another site',
      '{"jsonrpc":"2.0","id":1,"method":"ping"}',
      { origin: 'https://evil.example' },
      403,
    ],
    [
      'five megabytes',
      JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping', params: { x: 'x'.repeat(5_000_000) } }),
      {},
      413,
    ],
  ])('%s is refused as JSON', async (_what, body, headers, status) => {
    const response = await post(body, headers)
    expect(response.status).toBe(status)
    expect(await response.json()).toHaveProperty('error')
  })
  it('a client that hangs up in the middle leaves the service standing', async () => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'search', arguments: { query: '药' } },
    })
    for (let i = 0; i < 10; i += 1) {
      const socket = connect(server.port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.write(
        `POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\n` +
          `Accept: application/json, text/event-stream\r\nContent-Length: ${Buffer.byteLength(body) + (i % 2)}\r\n\r\n${body}`,
      )
      await new Promise((resolve) => setTimeout(resolve, i))
      socket.destroy()
    }
    expect(answerOf(await call('search', { query: '临床试验' })).results.length).toBeGreaterThan(0)
  })
})

it('clients at once get their own answers', async () => {
  const words = Array.from({ length: 40 }, (_, i) => `第${(i % (JINAN_CLAUSES - 1)) + 2}类项目`)
  const alone = new Map<string, unknown>()
  for (const query of new Set(words))
    alone.set(query, answerOf(await call('search', { query, limit: 1 })).results[0].id)
  const answers = await Promise.all(
    words.map((query, i) =>
      call('search', { query, limit: 1 }, CLIENT_KINDS[i % CLIENT_KINDS.length]!).then(answerOf),
    ),
  )
  expect(answers.map(({ results }) => results[0].id)).toEqual(words.map((query) => alone.get(query)))
})

describe('a document that was deleted', () => {
  let own: Faces
  let client: McpClient
  let listening: Listening
  beforeAll(async () => {
    own = await openFaces()
    await own.services.store.deleteDocument(JINING)
    await own.services.store.deleteDocument(OLD)
    listening = await listen(own.app.fetch, { host: '127.0.0.1', port: 0 })
    client = await connectClient('auto', { url: `http://127.0.0.1:${listening.port}/mcp` })
  })
  afterAll(async () => {
    await client.close()
    await listening.close()
    await own[Symbol.asyncDispose]()
  })
  const ask = (name: string, args: Record<string, unknown>) => client.callTool({ name, arguments: args })

  it.each(['fetch', 'trace_implementation', 'compare_targets', 'explore_graph'])(
    'is NOT_FOUND for %s, itself and its clauses',
    async (name) => {
      for (const id of [JINING, `${JINING}/art_3`])
        expect(faultOf(await ask(name, { id }))).toMatchObject({ code: 'NOT_FOUND' })
    },
  )
  it('is told as only cited where others cite it', async () => {
    const { text, metadata } = answerOf(await ask('fetch', { id: OLD }))
    expect([text, metadata.note]).toEqual(['', expect.stringContaining('尚未收录')])
    expect(faultOf(await ask('fetch', { id: `${OLD}/sec_1__cl_1` })).code).toBe('NOT_FOUND')
  })
})

describe('where a key is needed', () => {
  const KEY = 'a-key-of-enough-length'
  let own: Faces
  let listening: Listening
  beforeAll(async () => {
    own = await openFaces()
    const access = openAccess({ isLoopback: true, apiKey: KEY, readers: 'keys' })
    const app = createHttpApp({
      ...{ services: own.services, isLoopback: true, access },
      status: () => readStatus(own.services, 'ready'),
      logger: { warn: () => {}, error: () => {} },
    })
    listening = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
  })
  afterAll(async () => {
    await listening.close()
    await own[Symbol.asyncDispose]()
  })

  it.each(CLIENT_KINDS)('client %s is let in with it only', async (kind) => {
    const server = `http://127.0.0.1:${listening.port}/mcp`
    await expect(connectClient(kind, { url: server })).rejects.toThrow()
    const client = await connectClient(kind, { url: server, headers: { authorization: `Bearer ${KEY}` } })
    expect((await client.listTools()).tools).toHaveLength(8)
    await client.close()
  })
  it.each([
    ['/mcp', { method: 'POST', body: '{}' }],
    ['/api/v1/search?query=x', {}],
  ])('%s says how to bring it', async (path, init) => {
    const response = await fetch(`http://127.0.0.1:${listening.port}${path}`, init)
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('Bearer'),
    ])
    expect(await response.json()).toHaveProperty('error')
  })
  it('/openapi.json is open: it says nothing of the corpus', async () => {
    const response = await fetch(`http://127.0.0.1:${listening.port}/openapi.json`)
    expect([response.status, ((await response.json()) as { openapi: string }).openapi]).toEqual([
      200,
      '3.1.0',
    ])
  })
})

it('behind a trusted proxy gives out the addresses that its user sees', async () => {
  const access = openAccess({
    ...{ isLoopback: true, apiKey: null },
    ...{ allowedHosts: ['policy.example'], trustedProxies: ['127.0.0.1'] },
  })
  const app = createHttpApp({
    ...{ services: faces.services, isLoopback: true, access },
    status: () => readStatus(faces.services, 'ready'),
    logger: { warn: () => {}, error: () => {} },
  })
  const listening = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
  const headers = { 'x-forwarded-host': 'policy.example', 'x-forwarded-proto': 'https' }
  const client = await connectClient('auto', { url: `http://127.0.0.1:${listening.port}/mcp`, headers })
  const { url: page } = answerOf(await client.callTool({ name: 'fetch', arguments: { id: JINAN } }))
  const api = await fetch(`http://127.0.0.1:${listening.port}/openapi.json`, { headers })
  const { servers } = (await api.json()) as { servers: unknown }
  await client.close()
  await listening.close()
  expect(servers).toEqual([{ url: 'https://policy.example' }])
  expect(page).toMatch(/^https:\/\/policy\.example\/id\/cn\/370100\//)
})
