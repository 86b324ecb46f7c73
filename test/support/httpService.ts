/** The HTTP application at a real port of this machine, for tests of what only a connection shows. */
import type { Hono } from 'hono'
import { listen } from '../../src/app/listen.ts'

export interface HttpService extends AsyncDisposable {
  /** Without a slash at its end. */
  readonly url: string
}

/** Serves the application that something holds; closing the service closes its holder too. */
export async function serveHeld(holder: AsyncDisposable & { readonly app: Hono }): Promise<HttpService> {
  const service = await serveHttp(holder.app)
  return {
    url: service.url,
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]()
      await holder[Symbol.asyncDispose]()
    },
  }
}

export async function serveHttp(app: Hono): Promise<HttpService> {
  const server = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
  return {
    url: `http://127.0.0.1:${server.port}`,
    [Symbol.asyncDispose]: () => server.close(),
  }
}
