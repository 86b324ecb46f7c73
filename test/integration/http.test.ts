import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { pageUrl } from '../../src/service/urls.ts'
import { type Faces, openFaces } from '../support/faces.ts'
import { JINAN, JINAN_CLAUSES, PLAN } from '../support/policyCorpus.ts'

let faces: Faces
let broken: Error | null = null
beforeAll(async () => {
  faces = await openFaces({ broken: () => broken })
})
afterAll(() => faces[Symbol.asyncDispose]())

describe('/healthz', () => {
  it('is 503 until the first ingestion has ended', async () => {
    faces.state = 'starting'
    const response = await faces.app.request('/healthz')
    faces.state = 'ready'
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ status: 'starting', store: 'embedded' })
  })
  it('names store, model, search mode and counts', async () => {
    const response = await faces.app.request('/healthz?strict=true')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      status: 'ready',
      store: 'embedded',
      model: 'hashing',
      searchMode: 'HYBRID',
      counts: {
        documents: 4,
        citedDocuments: 1,
        clauses: JINAN_CLAUSES + 2,
        agencies: expect.any(Number),
        responsibilities: JINAN_CLAUSES + 3,
        citations: 6,
        targets: 2,
        correspondences: 0,
      },
    })
  })
  it('is 503 where the store is gone', async () => {
    broken = new ZhengmaiError('STORE_FAILED', '存储已关闭')
    const response = await faces.app.request('/healthz')
    broken = null
    expect(response.status).toBe(503)
    expect(await response.json()).toEqual({ error: { code: 'UNAVAILABLE', message: '存储已关闭' } })
  })
})

describe('/id/', () => {
  const page = async (id: string) => (await faces.app.request(pageUrl('', id))).text()
  it('shows a document, a clause and an agency where their url says', async () => {
    const { data } = await faces.query(
      'query ($id: ID!) { clause(id: $id) { url reference document { url reference } responsibilities { agency { url name } } } }',
      { id: `${JINAN}/sec_1__cl_1` },
    )
    const { clause } = data
    const [{ agency }] = clause.responsibilities
    for (const [url, words] of [
      [clause.url, clause.reference],
      [clause.document.url, clause.document.reference],
      [agency.url, agency.name],
    ]) {
      const response = await faces.app.request(new URL(url).pathname)
      expect([url, response.status]).toEqual([url, 200])
      expect(await response.text()).toContain(`<h1>${words}</h1>`)
    }
  })
  it('shows the words of a clause with who takes part', async () => {
    expect(await page(`${JINAN}/sec_1__cl_1`)).toMatch(
      /压缩至20周[\s\S]*牵头：<a href="\/id\/agency\/370100\/[^"]+">济南市卫生健康委/,
    )
  })
  it('says where a document is only cited', async () => {
    expect(await page(PLAN)).toContain('尚未收录')
  })
  it.each(['cn/nothing', 'place/370100', '%E4%B8', ''])('%j is 404', async (path) => {
    expect((await faces.app.request(`/id/${path}`)).status).toBe(404)
  })
})

describe('every answer', () => {
  it.each(['/healthz', '/nowhere', pageUrl('', JINAN)])(
    'of %s has the headers of a careful service',
    async (path) => {
      const { headers } = await faces.app.request(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    },
  )
  it('is JSON where the path is unknown', async () => {
    const response = await faces.app.request('/nowhere')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })
  it.each([
    ['127.0.0.1:4000', 200],
    ['localhost', 200],
    ['LOCALHOST:4000', 200],
    ['[::1]:4000', 200],
    ['evil.example', 403],
    ['127.0.0.1.evil.example:4000', 403],
    ['localhost.', 403],
  ])('to Host %s is %i', async (host, status) => {
    expect((await faces.app.request('/healthz', { headers: { host } })).status).toBe(status)
  })
})

describe('/graphql', () => {
  it('shows GraphiQL to a browser, compressed and with nothing from elsewhere', async () => {
    const response = await faces.app.request('/graphql', {
      headers: { accept: 'text/html', 'accept-encoding': 'gzip' },
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const page = gunzipSync(Buffer.from(await response.arrayBuffer())).toString()
    expect(page).toContain('政脉 GraphQL')
    const addresses = [...page.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+)"/g)].map(
      ([, address]) => address,
    )
    expect(addresses.filter((address) => /^(?:https?:)?\/\//.test(address ?? ''))).toEqual([])
  })
  it('answers a GET', async () => {
    const query = encodeURIComponent('{ statistics { documents } }')
    const response = await faces.app.request(`/graphql?query=${query}`, {
      headers: { accept: 'application/json' },
    })
    expect(await response.json()).toEqual({ data: { statistics: { documents: 4 } } })
  })
  it.each([
    ['no JSON', '{'],
    [
      'a list of queries',
      '[{"query":"{ statistics { documents } }"},{"query":"{ statistics { documents } }"}]',
    ],
    ['no query', '{}'],
  ])('refuses %s in the shape of GraphQL', async (_case, body) => {
    const response = await faces.app.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body,
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] })
  })
})
