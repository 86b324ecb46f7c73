import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failedReport } from '../../ingest/report.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { type Faces, openFaces } from '../support/faces.ts'

const KEY = 'a-key-of-a-test'
const MIB = 1024 * 1024
/** Resolved to let an upload that waits go on. */
let gate: Promise<void> = Promise.resolve()
const taken: { name: string; bytes: number }[] = []
const uploads = {
  requestBytes: MIB,
  async ingest({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) {
    await gate
    taken.push({ name, bytes: bytes.length })
    const error = new ZhengmaiError('NOT_A_DOCUMENT', '不是公文')
    const reports = [failedReport(name, error, 1)]
    return { reports, leftOut: [{ path: `${name}/.hidden`, reason: '隐藏文件' }] }
  },
}
let open: Faces
let keyed: Faces
beforeAll(async () => {
  open = await openFaces({ uploads })
  keyed = await openFaces({ uploads, apiKey: KEY })
})
afterAll(async () => {
  await open[Symbol.asyncDispose]()
  await keyed[Symbol.asyncDispose]()
})

function form(...files: readonly (readonly [name: string, size: number])[]): FormData {
  const data = new FormData()
  for (const [name, size] of files) data.append('file', new File([new Uint8Array(size)], name))
  return data
}
const send = (body: FormData | string, headers: Record<string, string> = {}, faces = open) =>
  faces.app.request('http://127.0.0.1:4000/v1/documents', { method: 'POST', body, headers })

describe('POST /v1/documents', () => {
  it('reports each file, by its base name', async () => {
    taken.length = 0
    const response = await send(form(['甲.txt', 3], ['C:\\文件\\乙.txt', 4]))
    expect(response.status).toBe(200)
    expect(taken).toEqual([
      { name: '甲.txt', bytes: 3 },
      { name: '乙.txt', bytes: 4 },
    ])
    expect(await response.json()).toMatchObject({
      reports: [
        { name: '甲.txt', outcome: 'failed', error: { code: 'NOT_A_DOCUMENT' } },
        { name: '乙.txt', outcome: 'failed' },
      ],
      leftOut: [{ path: '甲.txt/.hidden', reason: '隐藏文件' }, { path: '乙.txt/.hidden' }],
    })
  })

  it.each<[string, () => Promise<Response>, number, string]>([
    ['no form', async () => send('x', { 'content-type': 'text/plain' }), 403, 'UNAUTHORIZED'],
    ['no file', async () => send(form()), 400, 'BAD_INPUT'],
    [
      'a form that is cut off',
      async () => send('--b\r\nContent-Disp', { 'content-type': 'multipart/form-data; boundary=b' }),
      400,
      'BAD_INPUT',
    ],
    ['a file without a name', async () => send(form(['', 3])), 400, 'BAD_INPUT'],
    ['a name with control characters', async () => send(form(['a\u0007.txt', 3])), 400, 'BAD_INPUT'],
    ['a name of 300 characters', async () => send(form([`${'文'.repeat(300)}.txt`, 3])), 400, 'BAD_INPUT'],
    [
      'too many files',
      async () => send(form(...Array.from({ length: 101 }, (_, i) => [`${i}.txt`, 1] as const))),
      400,
      'LIMIT',
    ],
    [
      'another site',
      async () => send(form(['a.txt', 1]), { origin: 'https://evil.example' }),
      403,
      'UNAUTHORIZED',
    ],
    [
      'another site by its fetch metadata',
      async () => send(form(['a.txt', 1]), { 'sec-fetch-site': 'cross-site' }),
      403,
      'UNAUTHORIZED',
    ],
    ['no key', async () => send(form(['a.txt', 1]), {}, keyed), 401, 'UNAUTHORIZED'],
    [
      'a wrong key',
      async () => send(form(['a.txt', 1]), { authorization: 'Bearer no' }, keyed),
      401,
      'UNAUTHORIZED',
    ],
  ])('refuses %s', async (_case, request, status, code) => {
    taken.length = 0
    const response = await request()
    expect([response.status, await response.json()]).toEqual([
      status,
      { error: { code, message: expect.any(String) } },
    ])
    expect(taken).toEqual([])
  })

  it.each([
    ['says its length', true],
    ['does not say its length', false],
  ])('refuses a request that is too long and %s', async (_case, said) => {
    const request = new Request('http://127.0.0.1:4000/v1/documents', {
      method: 'POST',
      body: form(['a.txt', 2 * MIB]),
    })
    if (said) request.headers.set('content-length', String(2 * MIB))
    const response = await open.app.request(request)
    expect([response.status, await response.json()]).toEqual([
      413,
      { error: { code: 'LIMIT', message: expect.stringContaining('1 MB') } },
    ])
  })

  it('takes the key of this service', async () => {
    const response = await send(form(['a.txt', 1]), { authorization: `Bearer ${KEY}` }, keyed)
    expect(response.status).toBe(200)
  })

  it('holds the files of few requests at once', async () => {
    let release = () => {}
    gate = new Promise((resolve) => {
      release = resolve
    })
    const waiting = Array.from({ length: 4 }, () => send(form(['a.txt', 1])))
    const fifth = await send(form(['a.txt', 1]))
    release()
    expect([fifth.status, fifth.headers.get('retry-after')]).toEqual([503, '5'])
    for (const response of await Promise.all(waiting)) expect(response.status).toBe(200)
  })
})
