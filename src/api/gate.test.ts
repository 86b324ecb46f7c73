import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { openAccess } from '../access/access.ts'
import { createGate, type Face } from './gate.ts'

const KEY = 'the-key-of-the-settings'

/** An application of one face that answers after some time. */
function appOf(face: Face, wait = 0): Hono {
  const gate = createGate(openAccess({ isLoopback: true, apiKey: KEY }))
  const app = new Hono()
  app.use('/x', gate.face(face))
  app.all('/x', async (context) => {
    await new Promise((resolve) => setTimeout(resolve, wait))
    const { key, scopes, host, protocol } = context.get('caller')
    return context.json({ key, scopes: [...scopes], origin: `${protocol}://${host}` })
  })
  return app
}
const bearer = { authorization: `Bearer ${KEY}` }

describe('gate.face', () => {
  it('tells who was let in', async () => {
    const app = appOf({ scope: 'read' })
    expect(await (await app.request('/x')).json()).toEqual({
      ...{ key: null, scopes: ['read'], origin: 'http://localhost' },
    })
    expect(await (await app.request('/x', { headers: bearer })).json()).toEqual({
      ...{ key: 'ZHENGMAI_API_KEY', scopes: ['read', 'ingest', 'review'], origin: 'http://localhost' },
    })
  })

  it('asks for a key that exists where the face is strict', async () => {
    const app = appOf({ scope: 'read', strict: true })
    expect((await app.request('/x')).status).toBe(401)
    expect((await app.request('/x', { headers: bearer })).status).toBe(200)
  })

  it('lets a face say a refusal in its own words, with its own status', async () => {
    const app = appOf({
      scope: 'ingest',
      shape: ({ reason, message }) => ({ error_code: reason, error_msg: message }),
      status: ({ status }) => (status === 401 ? 403 : status),
    })
    const refused = async (headers: Record<string, string>) => {
      const response = await app.request('/x', { method: 'POST', headers })
      return [response.status, ((await response.json()) as { error_code: string }).error_code]
    }
    expect(await refused({})).toEqual([403, 'NO_KEY'])
    expect(await refused({ authorization: 'Basic abc' })).toEqual([403, 'NO_KEY'])
    expect(await refused({ authorization: 'Bearer no' })).toEqual([403, 'WRONG_KEY'])
    expect(await refused({ ...bearer, origin: 'https://evil.example' })).toEqual([403, 'ORIGIN'])
  })

  it('does not wait for ever', async () => {
    const late = await appOf({ scope: 'read', answerMs: 5 }, 200).request('/x')
    expect([late.status, await late.json()]).toEqual([
      503,
      { error: { code: 'UNAVAILABLE', message: expect.stringContaining('it took too long') } },
    ])
    expect((await appOf({ scope: 'read', answerMs: null }, 20).request('/x')).status).toBe(200)
  })

  it('counts the bytes of a body', async () => {
    const app = appOf({ scope: 'read', bodyBytes: 10 })
    const send = async (body: string) => (await app.request('/x', { method: 'POST', body })).status
    expect(await send('1234567890')).toBe(200)
    expect(await send('12345678901')).toBe(413)
  })

  it('keeps what is no refusal for the application', async () => {
    const gate = createGate(openAccess({ isLoopback: true, apiKey: null }))
    const app = new Hono()
    app.use(gate.face({ scope: 'read' }))
    app.get('/x', () => {
      throw new Error('a fault')
    })
    app.onError((error, context) => context.text(error.message, 500))
    const response = await app.request('/x')
    expect([response.status, await response.text()]).toEqual([500, 'a fault'])
  })
})
