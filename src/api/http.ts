import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { ERROR_CODES, toZhengmaiError } from '../errors/error.ts'
import type { ServiceDeps } from '../service/scope.ts'
import type { ServiceStatus } from '../service/status.ts'
import { publicCode } from './graphql/errors.ts'
import { createGraphqlServer } from './graphql/server.ts'
import { loopbackOnly } from './hostGuard.ts'
import { readIdPage } from './idPage.ts'
import type { Logger } from './logger.ts'
import { PLAIN_PAGE_POLICY } from './plainPage.ts'
import { renderStartPage } from './startPage.ts'

export interface HttpDeps {
  readonly services: ServiceDeps
  /** `readStatus` with the state of this process. */
  readonly status: () => Promise<ServiceStatus>
  /** Whether the service listens on a loopback address: requests that name another host are then refused. */
  readonly isLoopback: boolean
  readonly logger: Logger
}

/** A GraphQL request of 1,000 tokens with variables stays far below (bytes). */
const MAX_BODY = 256 * 1024
/** Everything that is served over HTTP. Needs no port: `app.request('/healthz')` answers. */
export function createHttpApp({ services, status, isLoopback, logger }: HttpDeps): Hono {
  const app = new Hono()
  if (isLoopback) app.use(loopbackOnly())
  // The service speaks plain HTTP itself; whoever puts TLS in front of it decides on HSTS.
  app.use(secureHeaders({ strictTransportSecurity: false }))

  const graphql = createGraphqlServer(services, logger)
  // GraphiQL's page has 9 MB; answers to programs on this machine are not worth the time of compressing.
  app.get('/graphql', compress())
  app.use('/graphql', bodyLimit({ maxSize: MAX_BODY, onError: () => tooLarge() }))
  app.on(['GET', 'POST', 'OPTIONS'], '/graphql', (context) => graphql(context.req.raw))

  app.get('/healthz', async (context) => {
    const now = await status()
    const strict = context.req.query('strict')
    const needsModel = strict !== undefined && strict !== 'false' && strict !== '0'
    const isHealthy = now.state === 'ready' && !(needsModel && now.model === null)
    return context.json({ status: now.state, ...now, state: undefined }, isHealthy ? 200 : 503)
  })
  app.get('/', async (context) => {
    context.header('Content-Security-Policy', PLAIN_PAGE_POLICY)
    return context.html(renderStartPage(await status()))
  })

  app.get('/id/*', async (context) => {
    const page = await readIdPage(services, new URL(context.req.url).pathname.slice('/id/'.length))
    if (page === null) return context.notFound()
    context.header('Content-Security-Policy', PLAIN_PAGE_POLICY)
    return context.html(page)
  })

  app.notFound((context) =>
    context.json({ error: { code: 'NOT_FOUND', message: `没有 ${context.req.path} (no such path)` } }, 404),
  )
  app.onError((error, context) => {
    const known = toZhengmaiError(error)
    const code = publicCode(known.code)
    if (code === 'INTERNAL' || code === 'UNAVAILABLE')
      logger.error({ err: error, path: context.req.path }, 'request failed')
    const message = code === 'INTERNAL' ? '内部错误 (internal error)' : known.message
    return context.json({ error: { code, message } }, ERROR_CODES[known.code].http)
  })
  return app
}

function tooLarge(): Response {
  const message = `请求超过 ${MAX_BODY / 1024} KB (request too large)`
  return Response.json({ errors: [{ message, extensions: { code: 'LIMIT' } }] }, { status: 413 })
}
