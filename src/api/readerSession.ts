import type { Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { Access } from '../access/access.ts'
import { SESSION_AGE, SESSION_COOKIE } from '../access/sessions.ts'
import type { Gate } from './gate.ts'

/**
 * `POST /session` with a key opens a session that reads, `DELETE /session` ends it: links to files and to the pages of nodes
 * carry no header. The cookie is sent to this service alone, by its own pages alone, is no script's business, and changes nothing.
 */
export function addReaderSession(app: Hono, { sessions }: Access, gate: Gate): void {
  app.use('/session', gate.face({ scope: 'read', bodyBytes: 1024 }))
  app.post('/session', (context) => {
    const { key, protocol } = context.get('caller')
    if (key !== null) {
      setCookie(context, SESSION_COOKIE, sessions.open(key), {
        ...{ path: '/', httpOnly: true, sameSite: 'Strict', secure: protocol === 'https' },
        maxAge: SESSION_AGE,
      })
    }
    return context.body(null, 204)
  })
  app.delete('/session', (context) => {
    sessions.close(context.req.header('cookie') ?? null)
    deleteCookie(context, SESSION_COOKIE, { path: '/' })
    return context.body(null, 204)
  })
}
