import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { type Access, openAccess } from '../access/access.ts'
import { type Refusal, RefusedError } from '../access/guard.ts'
import type { ServiceDeps } from '../service/scope.ts'
import type { ServiceStatus } from '../service/status.ts'
import { faultOf } from './fault.ts'
import { createGate, type Gate, refuse } from './gate.ts'
import { createGraphqlServer } from './graphql/server.ts'
import { readIdPage } from './idPage.ts'
import { readIdRdf } from './idRdf.ts'
import { addImplementationExport } from './implementationExport.ts'
import { addListExports } from './listExports.ts'
import type { Logger } from './logger.ts'
import { addMcp } from './mcp.ts'
import { addPage, type PageFiles, sendEmptyFrame, sendNodeView, sendUnknownView, wantsPage } from './page.ts'
import { PLAIN_PAGE_POLICY } from './plainPage.ts'
import { addReaderSession } from './readerSession.ts'
import { addOpenApi } from './rest/openApi.ts'
import { addRest } from './rest/rest.ts'
import { addDify } from './retrieval/dify.ts'
import { addVectorStore } from './retrieval/vectorStore.ts'
import { addUploads, type Uploads } from './uploads.ts'

export interface HttpDeps {
  readonly services: ServiceDeps
  /** `readStatus` with the state of this process. */
  readonly status: () => Promise<ServiceStatus>
  /** Whether the service listens on a loopback address: requests that name another host are then refused. */
  readonly isLoopback: boolean
  /** Who may do what; where absent, `apiKey` and `isLoopback` alone decide. */
  readonly access?: Access
  /** Good for everything; read where `access` is absent. */
  readonly apiKey?: string | null
  /** The built page; null or absent where there is none: then only data is served. */
  readonly page?: PageFiles | null
  /** Takes files into the corpus; absent where nothing can be written. */
  readonly uploads?: Uploads
  /** Of the program, for what describes the service to programs. */
  readonly version?: string
  readonly logger: Logger
}

/** A GraphQL request of 1,000 tokens with variables stays far below (bytes). */
const MAX_BODY = 256 * 1024

/** Everything that is served over HTTP. Needs no port: `app.request('/healthz')` answers. */
export function createHttpApp(deps: HttpDeps): Hono {
  const { services, status, uploads, logger, version = '0.0.0' } = deps
  const access = deps.access ?? openAccess({ isLoopback: deps.isLoopback, apiKey: deps.apiKey ?? null })
  const gate = createGate(access)
  const page = deps.page ?? null
  const app = new Hono()
  app.use(gate.hosts)
  // The service speaks plain HTTP itself; whoever puts TLS in front of it decides on HSTS.
  app.use(secureHeaders({ strictTransportSecurity: false }))

  addGraphql(app, createGraphqlServer(services, logger, access.audit), gate)
  app.get('/healthz', async (context) => {
    const now = await status()
    const strict = context.req.query('strict')
    const needsModel = strict !== undefined && strict !== 'false' && strict !== '0'
    const isHealthy = now.state === 'ready' && !(needsModel && now.model === null)
    return context.json({ status: now.state, ...now, state: undefined }, isHealthy ? 200 : 503)
  })
  if (page !== null) addPage(app, page)
  addIdPages(app, { services, page, gate })
  addReaderSession(app, access, gate)
  if (uploads !== undefined) addUploads(app, uploads, { gate, audit: access.audit })

  addMcp(app, { services, version, logger, gate })
  addRest(app, { services, logger, gate })
  addOpenApi(app, { services, version, gate })
  addDify(app, { services, logger, gate })
  addVectorStore(app, { services, logger, gate })

  // a whole list is read for it
  app.use('/export/*', gate.face({ scope: 'read', points: 10 }))
  addImplementationExport(app, services)
  addListExports(app, services)

  app.notFound((context) => {
    if (page !== null && wantsPage(context)) return sendUnknownView(context, page)
    const message = `没有 ${context.req.path} (no such path)`
    return context.json({ error: { code: 'NOT_FOUND', message } }, 404)
  })
  app.onError((error, context) => {
    if (error instanceof RefusedError) return refuse(error)
    const { status, code, message } = faultOf(error, logger, context.req.path)
    return context.json({ error: { code, message } }, status)
  })
  return app
}

function addGraphql(app: Hono, graphql: ReturnType<typeof createGraphqlServer>, gate: Gate): void {
  // GraphiQL's page has 9 MB; answers to programs on this machine are not worth the time of compressing.
  app.get('/graphql', compress())
  const asGraphql = gate.face({ scope: 'read', bodyBytes: MAX_BODY, shape: graphqlErrors })
  // GraphiQL's page says nothing of the corpus; what is asked from it does
  app.use('/graphql', (context, next) =>
    context.req.method === 'GET' && context.req.query('query') === undefined
      ? next()
      : asGraphql(context, next),
  )
  app.on(['GET', 'POST', 'OPTIONS'], '/graphql', (context) =>
    graphql(context.req.raw, context.get('caller') ?? null),
  )
}

/** JSON-LD for who would rather have it, the page for a browser, and the words without scripts for all others. */
function addIdPages(
  app: Hono,
  { services, page, gate }: { services: ServiceDeps; page: PageFiles | null; gate: Gate },
): void {
  const asReader = gate.face({ scope: 'read' })
  app.get('/id/*', async (context, next) => {
    const refusal = await asReader(context, async () => {})
    if (refusal === undefined) return next()
    // the page asks for the key; its empty frame tells nothing
    const isForKey = refusal.status === 401 || refusal.status === 403
    return isForKey && page !== null && wantsPage(context) ? sendEmptyFrame(context, page) : refusal
  })
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

function graphqlErrors({ code, message }: Refusal): object {
  return { errors: [{ message, extensions: { code } }] }
}
