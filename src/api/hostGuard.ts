import type { MiddlewareHandler } from 'hono'

/** Names that only this machine has for itself. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Refuses requests that name another host: a foreign page that points its own name at 127.0.0.1 (DNS rebinding) must not
 * read a service meant for this machine.
 */
export function loopbackOnly(): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host
    if (!LOOPBACK.has(host.replace(/:\d+$/, '').toLowerCase())) {
      return context.json({ error: { code: 'BAD_INPUT', message: '不接受此 Host (host not allowed)' } }, 403)
    }
    return next()
  }
}
