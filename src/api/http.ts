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
import { readIdRdf } from './idRdf.ts'
import { addImplementationExport } from './implementationExport.ts'
import { addListExports } from './listExports.ts'
import type { Logger } from './logger.ts'
import { addPage, type PageFiles, sendNodeView, sendUnknownView, wantsPage } from './page.ts'
import { PLAIN_PAGE_POLICY } from './plainPage.ts'
import { addUploads, type Uploads } from './uploads.ts'

export interface HttpDeps {
  readonly services: ServiceDeps
  /** `readStatus` with the state of this process. */
  readonly status: () => Promise<ServiceStatus>
  /** Whether the service listens on a loopback address: requests that name another host are then refused. */
  readonly isLoopback: boolean
  /** Asked of whoever changes data; null or absent on a loopback address only. */
  readonly apiKey?: string | null
  /** The built page; null or absent where there is none: then only data is served. */
  readonly page?: PageFiles | null
  /** Takes files into the corpus; absent where nothing can be written. */
  readonly uploads?: Uploads
  readonly logger: Logger
}

/** A GraphQL request of 1,000 tokens with variables stays far below (bytes). */
const MAX_BODY = 256 * 1024
/** Everything that is served over HTTP. Needs no port: `app.request('/healthz')` answers. */
export function createHttpApp(deps: HttpDeps): Hono {
  const { services, status, isLoopback, apiKey, uploads, logger } = deps
  const page = deps.page ?? null
  const app = new Hono()
  if (isLoopback) app.use(loopbackOnly())
  // The service speaks plain HTTP itself; whoever puts TLS in front of it decides on HSTS.
  app.use(secureHeaders({ strictTransportSecurity: false }))

  const graphql = createGraphqlServer(services, logger, apiKey ?? null)
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
  if (page !== null) addPage(app, page)
  addIdPages(app, services, page)
  if (uploads !== undefined) addUploads(app, uploads, apiKey ?? null)

  addImplementationExport(app, services)
  addListExports(app, services)

  app.notFound((context) => {
    if (page !== null && wantsPage(context)) return sendUnknownView(context, page)
    const message = `没有 ${context.req.path} (no such path)`
    return context.json({ error: { code: 'NOT_FOUND', message } }, 404)
  })
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

/** JSON-LD for who would rather have it, the page for a browser, and the words without scripts for all others. */
function addIdPages(app: Hono, services: ServiceDeps, page: PageFiles | null): void {
  app.get('/id/*', async (context) => {
    const path = new URL(context.req.url).pathname.slice('/id/'.length)
    context.header('Vary', 'Accept')
    const rdf = await readIdRdf(services, path, context.req.header('Accept'))
    if (rdf !== null) return context.body(rdf.body, 200, { 'Content-Type': rdf.mediaType })
    if (page !== null && wantsPage(context) && context.req.query('plain') === undefined)
      return sendNodeView(context, { page, services, path })
    const plain = await readIdPage(services, path)
    if (plain === null) return context.notFound()
    context.header('Content-Security-Policy', PLAIN_PAGE_POLICY)
    return context.html(plain)
  })
}

function tooLarge(): Response {
  const message = `请求超过 ${MAX_BODY / 1024} KB (request too large)`
  return Response.json({ errors: [{ message, extensions: { code: 'LIMIT' } }] }, { status: 413 })
}
