import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PageFiles, VIEW_PATHS } from '../../src/api/page.ts'
import { pageUrl } from '../../src/service/urls.ts'
import { type Faces, openFaces } from '../support/faces.ts'
import { JINAN } from '../support/policyCorpus.ts'

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const SCRIPT = new TextEncoder().encode('export const word = "政策"')
const PAGE: PageFiles = {
  index:
    '<html><head><title>政脉</title></head><body><div id="root"></div><script src="/assets/a-1.js"></script></body></html>',
  files: new Map([
    [
      'assets/a-1.js',
      {
        mediaType: 'text/javascript; charset=utf-8',
        bytes: SCRIPT,
        packed: { gzip: new Uint8Array(gzipSync(SCRIPT)) },
      },
    ],
    ['favicon.svg', { mediaType: 'image/svg+xml', bytes: SCRIPT, packed: {} }],
  ]),
}

let faces: Faces
beforeAll(async () => {
  faces = await openFaces({ page: PAGE })
})
afterAll(() => faces[Symbol.asyncDispose]())

const ask = (path: string, headers: Record<string, string> = { accept: BROWSER }) =>
  faces.app.request(path, { headers })

describe('the views', () => {
  it('are the addresses that the page itself knows', () => {
    const router = readFileSync(new URL('../../web/src/router.tsx', import.meta.url), 'utf8')
    const known = [...router.matchAll(/path: '([^']+)'/g)].map(([, path]) => path)
    expect(known.toSorted()).toEqual([...VIEW_PATHS, '/id/*', '*'].toSorted())
  })
  it.each(VIEW_PATHS)('%s is the page, asked for anew each time and under its policy', async (path) => {
    const response = await ask(`${path}?q=1`)
    expect([response.status, await response.text()]).toEqual([200, PAGE.index])
    const { headers } = response
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'self'; img-src 'self' data: blob:/)
    expect(headers.get('content-security-policy')).not.toContain('unsafe-eval')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
  it.each([
    ['a browser', { accept: BROWSER }, /^<html>/],
    ['a program', { accept: '*/*' }, /NOT_FOUND/],
    ['a program that says nothing', {}, /NOT_FOUND/],
  ] as const)('an address that leads nowhere tells %s so in its way', async (_who, headers, words) => {
    const response = await ask('/nowhere', headers)
    expect([response.status, await response.text()]).toEqual([404, expect.stringMatching(words)])
  })
})

describe('/id/', () => {
  const path = pageUrl('', JINAN)
  it('is the page with the title of the node for a browser', async () => {
    const response = await ask(path)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain('<title>关于支持医药创新的若干措施 · 政脉</title>')
    expect(html).toContain('<noscript><p><a href="?plain">')
  })
  it.each([
    ['the words without scripts', `${path}?plain`, { accept: BROWSER }, 'text/html', '<h1>'],
    ['the words for a program', path, { accept: '*/*' }, 'text/html', '<h1>'],
    ['linked data', path, { accept: 'application/ld+json' }, 'application/ld+json', '@id'],
  ] as const)('gives %s', async (_what, address, headers, type, words) => {
    const response = await ask(address, headers)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain(type)
    const text = await response.text()
    expect(text).toContain(words)
    expect(text).not.toContain('<script')
  })
  it('is the page with 404 where nothing bears the id, so that it can say so', async () => {
    const response = await ask('/id/cn/nothing')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('<title>政脉</title>')
  })
})

describe('the files', () => {
  it.each([
    ['gzip, deflate, br', 'gzip'],
    ['br', null],
    ['gzip;q=0', null],
    ['', null],
  ])('are packed for who takes it: %j', async (accepted, encoding) => {
    const response = await ask('/assets/a-1.js', { 'accept-encoding': accepted })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect((encoding === null ? bytes : gunzipSync(bytes)).equals(Buffer.from(SCRIPT))).toBe(true)
    expect(response.headers.get('vary')).toContain('Accept-Encoding')
  })
  it.each([
    ['/assets/a-1.js', 'public, max-age=31536000, immutable'],
    ['/favicon.svg', 'no-cache'],
  ])('%s is kept as long as its name allows', async (path, kept) => {
    expect((await ask(path)).headers.get('cache-control')).toBe(kept)
  })
  it.each(['/assets/none.js', '/assets/..%2f..%2fpackage.json', '/assets/../../package.json'])(
    '%s is none of them',
    async (path) => {
      expect((await ask(path, { accept: '*/*' })).status).toBe(404)
    },
  )
})
