import { setTimeout } from 'node:timers/promises'
import { createHttpApp } from '../api/http.ts'
import type { OnProgress } from '../cli/runtime.ts'
import { isLoopback } from '../config/loadConfig.ts'
import { readStatus, type ServiceState } from '../service/status.ts'
import { openServiceAccess } from './access.ts'
import type { CommandContext } from './context.ts'
import { listen } from './listen.ts'
import { createLogger } from './logger.ts'
import { readPageFiles } from './pageFiles.ts'
import { answerWithin, waitingStore } from './patience.ts'
import { type Preparation, prepare } from './prepare.ts'
import { readOptionsOf } from './readOptions.ts'
import { baseUrlOf, createServiceDeps, openServiceStore, segmenterOf } from './resources.ts'
import { loadSeeds } from './seeds.ts'
import { type OpenUploads, openUploads } from './uploads.ts'

export interface ServiceOptions {
  /** A missing model makes /healthz 503. */
  readonly strict: boolean
  /** Also use a database that holds data of others. */
  readonly force: boolean
  readonly onProgress: OnProgress
  /** Called once it answers, with the address. */
  readonly onListening: (url: string) => void
}

/** How long an end waits for what is being prepared (ms). */
const SHUTDOWN_PATIENCE = 5000
/** A database that has not counted its documents by then is as good as absent (ms); health checks wait about as long. */
const STATUS_PATIENCE = 4000

/**
 * Serves until the context's signal: answers at once, prepares what is missing in the background, and closes server,
 * model and store in that order.
 * @throws ZhengmaiError STORE_*, SEEDS_INVALID, UNAVAILABLE where the port is taken
 */
export async function runService(context: CommandContext, options: ServiceOptions): Promise<void> {
  const { config, place, signal } = context
  const logger = createLogger(config.logLevel, context.terminal)
  const { force } = options
  const access = await openServiceAccess(config, logger)
  const [{ store, lost }, seeds, page] = await Promise.all([
    openServiceStore(config, { force, signal, logger }),
    loadSeeds(place.root),
    readPageFiles(place.root),
  ])
  const model: Preparation['model'] = { embedder: null }
  let state: ServiceState = 'starting'
  let uploads: OpenUploads | undefined
  try {
    const segmenter = segmenterOf(seeds)
    const services = createServiceDeps({
      store,
      seeds,
      embedder: () => model.embedder,
      segmenter,
      baseUrl: baseUrlOf(config),
    })
    uploads = openUploads({
      ...{ store, seeds, segmenter, logger, signal, readOptions: readOptionsOf(config.reading) },
      embedder: () => model.embedder,
      onWritten: () => services.names.invalidate(),
    })
    const app = createHttpApp({
      services,
      status: () => answerWithin(STATUS_PATIENCE, readStatus(services, state)),
      isLoopback: isLoopback(config.host),
      access,
      page,
      uploads,
      version: place.version,
      logger,
    })
    const server = await listen(options.strict ? requireModel(app.fetch) : app.fetch, config)
    options.onListening(baseUrlOf({ host: config.host, port: server.port }))
    const preparation = prepare({
      ...{ context, seeds, segmenter, model, logger, signal },
      // what is being written waits for a database that is away; requests do not
      store: waitingStore(store, { ms: Number.POSITIVE_INFINITY, signal }),
      onProgress: options.onProgress,
      onWritten: () => services.names.invalidate(),
      onReady: () => {
        state = 'ready'
      },
    })
    try {
      await Promise.race([aborted(signal), lost])
    } finally {
      await server.close()
    }
    // it stops at the next file; a download at hand is not waited for
    await Promise.race([preparation, setTimeout(SHUTDOWN_PATIENCE, undefined, { ref: false })])
  } finally {
    await uploads?.close()
    await model.embedder?.[Symbol.asyncDispose]()
    await store.close()
  }
}

type Fetch = (request: Request, connection: object) => Response | Promise<Response>

/** `--strict`: health is asked for as with `?strict`. */
function requireModel(fetch: Fetch): Fetch {
  return (request, connection) => {
    const url = new URL(request.url)
    if (url.pathname !== '/healthz') return fetch(request, connection)
    url.searchParams.set('strict', 'true')
    return fetch(new Request(url, request), connection)
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
