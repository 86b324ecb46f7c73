import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { OPERATIONS } from '../../src/operations/table.ts'
import { type Faces, openFaces } from '../support/faces.ts'
import { JINAN, OPINION } from '../support/policyCorpus.ts'

let faces: Faces
let broken: Error | null = null
beforeAll(async () => {
  faces = await openFaces({ broken: () => broken })
})
afterAll(() => faces[Symbol.asyncDispose]())

const FIRST = `${JINAN}/sec_1__cl_1`

async function ask(name: string, args: Record<string, unknown>) {
  const response = await faces.app.request(`http://localhost:4321/api/v1/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(args),
  })
  // biome-ignore lint/suspicious/noExplicitAny: a test states the shape it expects
  return { status: response.status, body: (await response.json()) as any }
}
async function askByAddress(name: string, words: string) {
  const response = await faces.app.request(`http://localhost:4321/api/v1/${name}?${words}`)
  // biome-ignore lint/suspicious/noExplicitAny: a test states the shape it expects
  return { status: response.status, body: (await response.json()) as any }
}

const CALLS: readonly [name: string, args: Record<string, unknown>, words: string][] = [
  [
    'search',
    { query: '临床试验', limit: 2, context: true },
    `query=${encodeURIComponent('临床试验')}&limit=2&context=true`,
  ],
  ['fetch', { id: FIRST, max_chars: 200 }, `id=${encodeURIComponent(FIRST)}&max_chars=200`],
  ['list_documents', { place: '济南' }, `place=${encodeURIComponent('济南')}`],
  [
    'trace_implementation',
    { id: OPINION, places: ['济南市', '济宁市'] },
    `id=${encodeURIComponent(OPINION)}&places=${encodeURIComponent('济南市,济宁市')}`,
  ],
  ['compare_targets', { id: JINAN }, `id=${encodeURIComponent(JINAN)}`],
  [
    'agency_duties',
    { agency: '济南市科技局', role: 'SUPPORT' },
    `agency=${encodeURIComponent('济南市科技局')}&role=${encodeURIComponent('配合')}`,
  ],
  [
    'explore_graph',
    { id: JINAN, kinds: ['AGENCY', 'DOCUMENT'], limit: 9 },
    `id=${encodeURIComponent(JINAN)}&kinds=AGENCY&kinds=DOCUMENT&limit=9`,
  ],
]

describe('the calls over plain HTTP', () => {
  it.each(CALLS)(
    '%s answers the same by GET and POST, with addresses of this service',
    async (name, args, words) => {
      const [posted, got] = [await ask(name, args), await askByAddress(name, words)]
      expect([name, posted.status, got.status]).toEqual([name, 200, 200])
      expect(got.body).toEqual(posted.body)
      expect(JSON.stringify(posted.body)).toContain('http://localhost:4321/id/')
      expect(posted.body.coverage).toMatchObject({ documents: 4 })
    },
  )
  it('has one address for each row of the table', async () => {
    for (const { name } of OPERATIONS)
      expect([name, (await ask(name, { nothing: 1 })).status]).toEqual([name, 400])
  })
  it('treats null and empty words as absent', async () => {
    const { status, body } = await ask('search', { query: '临床试验', place: '', level: null })
    const alone = await ask('search', { query: '临床试验' })
    expect([status, body.results.length > 0]).toEqual([200, true])
    expect(body).toEqual(alone.body)
  })
  it('an invented public address stands in no answer', async () => {
    const response = await faces.app.request('/api/v1/list_documents', {
      headers: { host: '127.0.0.1"><b>:80' },
    })
    expect(await response.text()).not.toContain('<b>')
  })
})

describe('faults', () => {
  it.each<[string, string, Record<string, unknown>, number, string]>([
    ['nothing', 'search', {}, 400, 'BAD_INPUT'],
    ['an unknown id', 'fetch', { id: 'cn/370100/济政办字/2024/999' }, 404, 'NOT_FOUND'],
    ['an unknown number', 'fetch', { id: '鲁政办字〔1999〕1号' }, 404, 'NOT_FOUND'],
    ['a number of two places', 'fetch', { id: '济政办字〔2024〕23号' }, 409, 'AMBIGUOUS'],
    ['an agency of two places', 'agency_duties', { agency: '市科技局' }, 409, 'AMBIGUOUS'],
    ['a part of a name', 'agency_duties', { agency: '卫生' }, 404, 'NOT_FOUND'],
    ['a long query', 'search', { query: '药'.repeat(1001) }, 400, 'LIMIT'],
    ['a number that is too large', 'explore_graph', { id: JINAN, depth: 9 }, 400, 'BAD_INPUT'],
    ['neither query nor id', 'compare_targets', {}, 400, 'BAD_INPUT'],
  ])('%s is told with its code', async (_what, name, args, status, code) => {
    const answer = await ask(name, args)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
    expect(answer.body.error.message).toMatch(/\p{Script=Han}/u)
  })
  it.each(['[]', '"x"', '{', ''])('the body %j is BAD_INPUT', async (body) => {
    const response = await faces.app.request('/api/v1/search', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { code: 'BAD_INPUT' } })
  })
  it('a path that is no call is 404', async () => {
    expect((await faces.app.request('/api/v1/burn')).status).toBe(404)
  })
  it('what the store says stays inside', async () => {
    broken = new ZhengmaiError('STORE_FAILED', '/srv/secret.sqlite is gone')
    const { status, body } = await ask('fetch', { id: JINAN })
    broken = null
    expect([status, body.error.code]).toEqual([503, 'UNAVAILABLE'])
    expect(JSON.stringify(body)).not.toContain('secret')
  })
})
