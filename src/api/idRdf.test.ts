import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Faces, openFaces } from '../../test/support/faces.ts'
import { JINAN } from '../../test/support/policyCorpus.ts'
import { pageUrl } from '../service/urls.ts'

let faces: Faces
beforeAll(async () => {
  faces = await openFaces({ embedder: null })
})
afterAll(() => faces[Symbol.asyncDispose]())

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

it.each([
  ['JSON-LD where it is asked for', 'application/ld+json', 'application/ld+json'],
  ['JSON-LD where it is liked better', 'text/html;q=0.5, application/ld+json', 'application/ld+json'],
  ['JSON-LD where anything else is refused', 'application/*', 'application/ld+json'],
  ['a page for a browser', BROWSER, 'text/html; charset=UTF-8'],
  ['a page where both are liked alike', 'application/ld+json, text/html', 'text/html; charset=UTF-8'],
  ['a page where anything will do', '*/*', 'text/html; charset=UTF-8'],
  ['a page where JSON-LD is refused', 'application/ld+json;q=0, text/html;q=0.1', 'text/html; charset=UTF-8'],
])('gives %s', async (_, accept, expected) => {
  const response = await faces.app.request(pageUrl('', JINAN), { headers: { accept } })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(expected)
  expect(response.headers.get('vary')).toBe('Accept')
})

it('describes what was asked for', async () => {
  const response = await faces.app.request(pageUrl('', JINAN), { headers: { accept: 'application/ld+json' } })
  const described = (await response.json()) as { '@graph': { '@id': string; 'eli:number'?: string }[] }
  const node = described['@graph'].find((each) => each['@id'] === pageUrl('http://127.0.0.1:4000', JINAN))
  expect(node?.['eli:number']).toBe('济政办字〔2024〕23号')
})

it('finds nothing behind an unknown id', async () => {
  const headers = { accept: 'application/ld+json' }
  expect((await faces.app.request('/id/cn/000000/x/2020/1', { headers })).status).toBe(404)
})
