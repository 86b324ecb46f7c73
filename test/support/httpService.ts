/** The HTTP application at a real port of this machine, for tests of what only a connection shows. */
import type { Hono } from 'hono'
import { listen } from '../../src/app/listen.ts'

export interface HttpService extends AsyncDisposable {
  /** Without a slash at its end. */
  readonly url: string
}

export async function serveHttp(app: Hono): Promise<HttpService> {
  const server = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
  return {
    url: `http://127.0.0.1:${server.port}`,
    [Symbol.asyncDispose]: () => server.close(),
  }
}
