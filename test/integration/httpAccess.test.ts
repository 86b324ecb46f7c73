/** Who is let in, at every guard, over real connections and real key files. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NO_COUNTS } from '../../ingest/report.ts'
import { type AccessOptions, openAccess } from '../../src/access/access.ts'
import { openAuditLog, readAuditLog } from '../../src/access/audit.ts'
import { addKey, revokeKey } from '../../src/access/keyFile.ts'
import { type Faces, openFaces } from '../support/faces.ts'
import { type HttpService, serveHeld } from '../support/httpService.ts'

const SETTINGS_KEY = 'the-key-of-the-settings'
const folder = mkdtempSync(join(tmpdir(), 'zhengmai-access-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Opened extends AsyncDisposable {
  readonly url: string
  readonly keyFile: string
  readonly auditFile: string
  readonly faces: Faces
}

let opened = 0
async function open(options: Partial<AccessOptions> = {}): Promise<Opened> {
  opened += 1
  const keyFile = join(folder, `${opened}`, 'keys.json')
  const auditFile = join(folder, `${opened}`, 'audit.jsonl')
  const access = openAccess({
    ...{ isLoopback: true, apiKey: null, keyFile, audit: openAuditLog(auditFile) },
    ...options,
  })
  const uploads = {
    requestBytes: 1024,
    ingest: async ({ name }: { readonly name: string }) => ({
      reports: [
        {
          ...{ name, outcome: 'created' as const, documentId: 'cn/0/new', title: '甲', number: null },
          ...{ counts: NO_COUNTS, notices: [], leftOut: [], error: null, ms: 1 },
        },
      ],
      leftOut: [],
    }),
  }
  const faces = await openFaces({ access, uploads, embedder: null })
  const service: HttpService = await serveHeld(faces)
  return {
    ...{ url: service.url, keyFile, auditFile, faces },
    [Symbol.asyncDispose]: () => service[Symbol.asyncDispose](),
  }
}

const READ = JSON.stringify({ query: '{ statistics { documents } }' })
const json = { 'content-type': 'application/json', accept: 'application/json' }
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test states the shape it expects
  readonly body: any
}
async function ask(
  { url }: Opened,
  path: string,
  init: RequestInit & { readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(url + path, init)
  const text = await response.text()
  const isJson = (response.headers.get('content-type') ?? '').includes('json')
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}
const read = (service: Opened, headers: Record<string, string> = {}) =>
  ask(service, '/graphql', { method: 'POST', headers: { ...json, ...headers }, body: READ })
function upload(service: Opened, headers: Record<string, string> = {}, bytes = 3): Promise<Answer> {
  const body = new FormData()
  body.append('file', new File([new Uint8Array(bytes)], '甲.txt'))
  return ask(service, '/v1/documents', { method: 'POST', headers, body })
}
const MUTATIONS = {
  delete: 'mutation { deleteDocument(id: "cn/0/none") }',
  review:
    'mutation { reviewCorrespondence(clause: "cn/0/a", other: "cn/0/b", verdict: CONFIRMED) { score } }',
}
async function mutate(
  service: Opened,
  which: keyof typeof MUTATIONS,
  headers: Record<string, string> = {},
): Promise<string | undefined> {
  const body = JSON.stringify({ query: MUTATIONS[which] })
  const answer = await ask(service, '/graphql', { method: 'POST', headers: { ...json, ...headers }, body })
  return answer.body.errors?.[0]?.extensions.code
}

describe('a service on loopback without keys', () => {
  let service: Opened
  beforeAll(async () => {
    service = await open()
  })
  afterAll(() => service[Symbol.asyncDispose]())

  it('asks for none, and takes none amiss', async () => {
    expect((await read(service)).body.data.statistics.documents).toBeGreaterThan(0)
    expect((await read(service, bearer('whatever'))).status).toBe(200)
    expect((await upload(service)).status).toBe(200)
    expect(await mutate(service, 'delete')).toBe('NOT_FOUND')
  })

  it.each<[string, string, Record<string, string>]>([
    ['reading', '/graphql', { ...json, origin: 'https://evil.example' }],
    ['reading from no origin', '/graphql', { ...json, origin: 'null' }],
    ['a page of another port', '/graphql', { ...json, origin: 'http://127.0.0.1:1' }],
    ['uploading', '/v1/documents', { origin: 'https://evil.example' }],
  ])('refuses pages of other sites: %s', async (_what, path, headers) => {
    const { status, body } = await ask(service, path, { method: 'POST', headers, body: READ })
    expect(status).toBe(403)
    expect(JSON.stringify(body)).toContain('UNAUTHORIZED')
  })

  it('takes its own page', async () => {
    expect((await read(service, { origin: service.url })).status).toBe(200)
    expect(await mutate(service, 'delete', { origin: service.url, 'sec-fetch-site': 'same-origin' })).toBe(
      'NOT_FOUND',
    )
  })

  it.each<[string, string, number]>([
    ['another name', 'evil.example', 403],
    ['another name with a port', 'evil.example:4000', 403],
    ['an address that is not of this machine', '10.0.0.5', 403],
    ['a name with user info', 'localhost@evil.example', 400],
    ['localhost', 'localhost:9', 200],
    ['IPv6', '[::1]:4000', 200],
    ['upper case', 'LOCALHOST', 200],
  ])('answers by name: %s', async (_what, host, status) => {
    expect(await statusOf(service.url, '/healthz', { host })).toBe(status)
  })

  it('refuses large bodies, with and without a length', async () => {
    expect((await upload(service, {}, 80 * 1024)).status).toBe(413)
    const large = `{"query":"${' '.repeat(300 * 1024)}{ statistics { documents } }"}`
    const answer = await ask(service, '/graphql', { method: 'POST', headers: json, body: large })
    expect(answer.status).toBe(413)
    expect(answer.body.errors[0].extensions.code).toBe('LIMIT')
    expect(
      await statusOf(service.url, '/graphql', json, [large.slice(0, 200_000), large.slice(200_000)]),
    ).toBe(413)
  })
})

describe('a key of the settings on loopback', () => {
  let service: Opened
  beforeAll(async () => {
    service = await open({ apiKey: SETTINGS_KEY })
  })
  afterAll(() => service[Symbol.asyncDispose]())

  it('is asked of whoever changes data, not of readers', async () => {
    expect((await read(service)).status).toBe(200)
    const refused = await upload(service)
    expect([refused.status, refused.body.error.code]).toEqual([401, 'UNAUTHORIZED'])
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="zhengmai"')
    expect((await upload(service, bearer(SETTINGS_KEY))).status).toBe(200)
    expect((await upload(service, { 'x-api-key': SETTINGS_KEY })).status).toBe(200)
    expect(await mutate(service, 'delete')).toBe('UNAUTHORIZED')
    expect(await mutate(service, 'delete', bearer(SETTINGS_KEY))).toBe('NOT_FOUND')
    expect(await mutate(service, 'review', bearer(SETTINGS_KEY))).toBe('NOT_FOUND')
  })

  it.each([
    ['another key', 'Bearer the-key-of-the-setting2'],
    ['a part of it', `Bearer ${SETTINGS_KEY.slice(0, -1)}`],
    ['more than it', `Bearer ${SETTINGS_KEY}x`],
  ])('is told from %s', async (_what, authorization) => {
    const { status, headers } = await read(service, { authorization })
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toContain('invalid_token')
  })
})

describe('keys of the file', () => {
  it('are good for their scopes, from their making to their revocation, without a restart', async () => {
    await using service = await open({ readers: 'keys', apiKey: SETTINGS_KEY })
    const { keyFile } = service
    const reader = await addKey(keyFile, { name: 'reader', scopes: ['read'], ratePerMinute: null })
    const editor = await addKey(keyFile, { name: '编辑', scopes: ['read', 'ingest'], ratePerMinute: null })
    const drop = await addKey(keyFile, { name: 'drop', scopes: ['ingest'], ratePerMinute: null })
    expect((await read(service)).status).toBe(401)
    expect((await read(service, bearer(reader))).status).toBe(200)
    const lacking = await read(service, bearer(drop))
    expect([lacking.status, lacking.body.errors[0].extensions.code]).toEqual([403, 'UNAUTHORIZED'])
    expect(
      await Promise.all(
        [reader, editor, drop].map(async (key) => (await upload(service, bearer(key))).status),
      ),
    ).toEqual([403, 200, 200])
    expect(await mutate(service, 'delete', bearer(reader))).toBe('UNAUTHORIZED')
    expect(await mutate(service, 'delete', bearer(editor))).toBe('NOT_FOUND')
    expect(await mutate(service, 'review', bearer(editor))).toBe('UNAUTHORIZED')
    expect(await revokeKey(keyFile, 'reader')).toBe(2)
    expect((await read(service, bearer(reader))).status).toBe(401)
    expect((await read(service, bearer(editor))).status).toBe(200)
  })

  it('are stored as digests, for the owner alone', async () => {
    await using service = await open()
    const key = await addKey(service.keyFile, { name: 'a', scopes: ['read'], ratePerMinute: null })
    expect(key).toMatch(/^zm_[\w-]{43}$/)
    expect(readFileSync(service.keyFile, 'utf8')).not.toContain(key.slice(3))
    expect(statSync(service.keyFile).mode & 0o777).toBe(0o600)
  })

  it('close the service where the file is damaged, until it is mended', async () => {
    await using service = await open({ readers: 'keys' })
    const key = await addKey(service.keyFile, { name: 'a', scopes: ['read'], ratePerMinute: null })
    const whole = readFileSync(service.keyFile)
    for (const text of ['', '{', '{"version":2,"keys":[]}', whole.toString().replace('"read"', '"root"')]) {
      writeFileSync(service.keyFile, text)
      expect((await read(service, bearer(key))).status).toBe(401)
      expect((await upload(service)).status).toBe(401)
    }
    writeFileSync(service.keyFile, whole)
    expect((await read(service, bearer(key))).status).toBe(200)
  })

  it('are all kept when many are made and revoked at once', async () => {
    await using service = await open()
    const names = Array.from({ length: 12 }, (_, index) => `k${index}`)
    const keys = await Promise.all(
      names.map((name) => addKey(service.keyFile, { name, scopes: ['read'], ratePerMinute: null })),
    )
    await Promise.all(
      names.filter((_, index) => index % 2 === 0).map((name) => revokeKey(service.keyFile, name)),
    )
    const statuses = await Promise.all(keys.map(async (key) => (await read(service, bearer(key))).status))
    expect(statuses).toEqual(names.map((_, index) => (index % 2 === 0 ? 401 : 200)))
  })
})

describe('a service that only holders of keys may read', () => {
  let service: Opened
  let reader: string
  beforeAll(async () => {
    service = await open({ readers: 'keys', apiKey: SETTINGS_KEY })
    reader = await addKey(service.keyFile, { name: 'reader', scopes: ['read'], ratePerMinute: null })
  })
  afterAll(() => service[Symbol.asyncDispose]())

  it.each(['/id/cn/370800', '/export/documents.csv', '/graphql?query=%7B__typename%7D'])(
    'gives %s to them alone',
    async (path) => {
      expect((await ask(service, path)).status).toBe(401)
      expect((await ask(service, path, { headers: bearer(reader) })).status).not.toBe(401)
    },
  )
  it.each<[string, string, object, number, object]>([
    [
      'MCP',
      '/mcp',
      { jsonrpc: '2.0', id: 1, method: 'tools/list' },
      401,
      { error: { message: expect.stringContaining('密钥') } },
    ],
    ['REST', '/api/v1/search', { query: '药' }, 401, { error: { code: 'UNAUTHORIZED' } }],
    [
      'Dify',
      '/retrieval',
      { knowledge_id: 'zhengmai', query: '药', retrieval_setting: { top_k: 1, score_threshold: 0 } },
      403,
      { error_code: 1001, error_msg: expect.any(String) },
    ],
    [
      'vector-store search',
      '/v1/vector_stores/zhengmai/search',
      { query: '药' },
      401,
      { error: { type: 'invalid_request_error', code: 'invalid_api_key' } },
    ],
    [
      'GraphQL',
      '/graphql',
      { query: '{ __typename }' },
      401,
      { errors: [{ extensions: { code: 'UNAUTHORIZED' } }] },
    ],
  ])('says so to clients of %s as they expect it', async (_face, path, asked, status, shape) => {
    const post = (headers: Record<string, string>) => {
      const accept = 'application/json, text/event-stream'
      const body = JSON.stringify(asked)
      return ask(service, path, { method: 'POST', headers: { ...json, accept, ...headers }, body })
    }
    const refused = await post({})
    expect([refused.status, refused.body]).toMatchObject([status, shape])
    if (status === 401) expect(refused.headers.get('www-authenticate')).toContain('Bearer')
    expect((await post({ ...bearer(reader), origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(bearer('zm_not-a-key'))).status).toBe(status)
    expect([400, 401, 403]).not.toContain((await post(bearer(reader))).status)
  })
  it('says that it lives, and shows its console, to everybody', async () => {
    expect((await ask(service, '/healthz')).status).toBe(200)
    expect((await ask(service, '/graphql', { headers: { accept: 'text/html' } })).status).toBe(200)
  })

  it('opens a session for links, which reads and changes nothing', async () => {
    expect((await ask(service, '/session', { method: 'POST' })).status).toBe(401)
    const { status, headers } = await ask(service, '/session', { method: 'POST', headers: bearer(reader) })
    const cookie = headers.get('set-cookie') ?? ''
    expect(status).toBe(204)
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(cookie).not.toContain(reader)
    const session = { cookie: cookie.split(';')[0]! }
    expect((await ask(service, '/export/documents.csv', { headers: session })).status).toBe(200)
    expect((await upload(service, session)).status).toBe(403)
    const wide = await ask(service, '/session', { method: 'POST', headers: bearer(SETTINGS_KEY) })
    const ofAll = { cookie: wide.headers.get('set-cookie')!.split(';')[0]! }
    expect(await mutate(service, 'delete', ofAll)).toBe('UNAUTHORIZED')
    expect((await ask(service, '/session', { method: 'DELETE', headers: session })).status).toBe(204)
    expect((await read(service, session)).status).toBe(401)
  })

  it('ends a session with its key', async () => {
    const key = await addKey(service.keyFile, { name: 'gone', scopes: ['read'], ratePerMinute: null })
    const { headers } = await ask(service, '/session', { method: 'POST', headers: bearer(key) })
    const session = { cookie: headers.get('set-cookie')!.split(';')[0]! }
    expect((await read(service, session)).status).toBe(200)
    await revokeKey(service.keyFile, 'gone')
    expect((await read(service, session)).status).toBe(401)
  })
})

describe('beyond loopback', () => {
  it('readers need a key, unless anyone may read', async () => {
    await using closed = await open({ isLoopback: false, apiKey: SETTINGS_KEY })
    expect((await read(closed)).status).toBe(401)
    expect((await read(closed, bearer(SETTINGS_KEY))).status).toBe(200)
    await using readable = await open({ isLoopback: false, apiKey: SETTINGS_KEY, readers: 'anyone' })
    expect((await read(readable)).status).toBe(200)
    expect((await upload(readable)).status).toBe(401)
  })
  it('nothing can be changed without a key, not even when all are gone', async () => {
    await using service = await open({ isLoopback: false, readers: 'anyone' })
    expect((await read(service)).status).toBe(200)
    expect((await upload(service)).status).toBe(401)
    expect(await mutate(service, 'delete')).toBe('UNAUTHORIZED')
  })
  it('names must be listed where anyone may read', async () => {
    await using service = await open({
      ...{ isLoopback: false, apiKey: SETTINGS_KEY, readers: 'anyone', allowedHosts: ['policy.example'] },
    })
    const status = (host: string) => statusOf(service.url, '/healthz', { host })
    expect(await Promise.all(['policy.example:8080', '10.1.2.3', 'evil.example'].map(status))).toEqual([
      200, 200, 403,
    ])
    expect((await read(service, { origin: 'https://policy.example' })).status).toBe(200)
    expect((await read(service, { origin: 'https://evil.example' })).status).toBe(403)
  })
})

describe('rates', () => {
  it('hold for an address, with the time to wait', async () => {
    await using service = await open({ ratePerMinute: 3 })
    const statuses: number[] = []
    for (let count = 0; count < 4; count += 1) statuses.push((await read(service)).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    const { status, headers, body } = await read(service)
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect(body.errors[0].extensions.code).toBe('LIMIT')
    expect((await ask(service, '/healthz')).status).toBe(200)
  })
  it('count a whole list as ten', async () => {
    await using service = await open({ ratePerMinute: 15 })
    expect((await ask(service, '/export/documents.csv')).status).toBe(200)
    expect((await ask(service, '/export/documents.csv')).status).toBe(429)
  })
  it('hold for a key of its own rate', async () => {
    await using service = await open({ apiKey: SETTINGS_KEY })
    const slow = await addKey(service.keyFile, { name: 'slow', scopes: ['read'], ratePerMinute: 2 })
    const statuses: number[] = []
    for (let count = 0; count < 3; count += 1) statuses.push((await read(service, bearer(slow))).status)
    expect(statuses).toEqual([200, 200, 429])
    expect((await read(service, bearer(SETTINGS_KEY))).status).toBe(200)
  })
  it('stop whoever tries many keys, right ones too, but no reader without a key', async () => {
    await using service = await open({ apiKey: SETTINGS_KEY })
    const statuses = new Set<number>()
    for (let count = 0; count < 20; count += 1)
      statuses.add((await read(service, bearer(`guess-${count}`))).status)
    expect([...statuses]).toEqual([401])
    expect((await read(service, bearer(SETTINGS_KEY))).status).toBe(429)
    expect((await read(service)).status).toBe(200)
  })
  it('believe a proxy on its clients only where it is trusted', async () => {
    const behind = (client: string) => ({ 'x-forwarded-for': client })
    await using trusting = await open({ ratePerMinute: 1, trustedProxies: ['127.0.0.0/8'] })
    const statuses: number[] = []
    // what stands before the last stop is whatever the client wrote
    for (const client of [
      '203.0.113.1',
      '203.0.113.2',
      '198.51.100.9, 203.0.113.1',
      '203.0.113.3, 127.0.0.9',
    ])
      statuses.push((await read(trusting, behind(client))).status)
    expect(statuses).toEqual([200, 200, 429, 200])
    await using wary = await open({ ratePerMinute: 1 })
    expect((await read(wary, behind('203.0.113.1'))).status).toBe(200)
    expect((await read(wary, behind('203.0.113.2'))).status).toBe(429)
  })
})

describe('the audit log', () => {
  it('says who changed what from where, and with what result', async () => {
    await using service = await open({ apiKey: SETTINGS_KEY })
    await upload(service, bearer(SETTINGS_KEY))
    await mutate(service, 'delete', bearer(SETTINGS_KEY))
    await mutate(service, 'review', bearer(SETTINGS_KEY))
    await read(service)
    await upload(service)
    const by = { by: 'ZHENGMAI_API_KEY', address: '127.0.0.1', at: expect.stringMatching(/^\d{4}-.*Z$/) }
    expect(await readAuditLog(service.auditFile, 10)).toEqual([
      { ...by, what: 'review', target: 'cn/0/a cn/0/b CONFIRMED', result: 'NOT_FOUND' },
      { ...by, what: 'delete', target: 'cn/0/none', result: 'NOT_FOUND' },
      { ...by, what: 'ingest', target: '甲.txt cn/0/new', result: 'created' },
    ])
    expect(readFileSync(service.auditFile, 'utf8')).not.toContain(SETTINGS_KEY)
  })
})

/** Sent by hand: `fetch` sets its own Host and length. */
function statusOf(
  url: string,
  path: string,
  headers: Record<string, string>,
  pieces: readonly string[] = [],
): Promise<number> {
  return new Promise((resolve, reject) => {
    const method = pieces.length === 0 ? 'GET' : 'POST'
    const sent = httpRequest(url + path, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    for (const piece of pieces) sent.write(piece)
    sent.end()
  })
}
