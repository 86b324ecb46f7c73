import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { Config } from '../config/loadConfig.ts'
import type { Embedder } from '../embedding/port.ts'
import type { ZhengmaiError } from '../errors/error.ts'
import { createSegmenter, type Segmenter } from '../search/index.ts'
import { createNameIndexCache } from '../service/nameIndex.ts'
import { type ServiceDeps, todayInChina } from '../service/scope.ts'
import type { CommandContext } from './context.ts'
import { type GuardedStore, guardStore } from './guardedStore.ts'
import type { Logger } from './logger.ts'
import { type Patience, untilAvailable, waitingStore } from './patience.ts'
import type { Seeds } from './seeds.ts'

export interface StoreWish {
  /** Also use a database that holds data of others (Neo4j). */
  readonly force?: boolean
  /** How long to wait for a database that does not answer; `ZHENGMAI_NEO4J_WAIT_SECONDS` where absent. */
  readonly patience?: Patience
}

/**
 * The configured store: that of the data folder, where `write` takes the one writer's place, or the Neo4j database, whose
 * calls wait for one that goes away for a while.
 * @throws ZhengmaiError STORE_*
 */
export async function openStore(
  config: Config,
  mode: 'read' | 'write',
  { force = false, patience = { ms: config.neo4j.waitSeconds * 1000 } }: StoreWish = {},
): Promise<GraphStore> {
  if (config.store === 'neo4j')
    return waitingStore(await untilAvailable(() => connectNeo4j(config, force), patience), patience)
  const { openEmbeddedStore } = await import('../../graph/embedded/store.ts')
  return openEmbeddedStore({ dataDir: config.dataDir, mode })
}

/** How a command waits for a database that does not answer: as long as the settings say, and telling so. */
export function patienceOf({ config, signal, terminal }: CommandContext): Patience {
  const { waitSeconds } = config.neo4j
  const onWait = ({ code, message }: ZhengmaiError) =>
    terminal.err(`${code}：${message}；继续尝试，至多 ${waitSeconds} 秒\n`)
  return { ms: waitSeconds * 1000, signal, onWait }
}

/** The store of a service: with Neo4j one that may be absent for a time, also at the start. */
export async function openServiceStore(
  config: Config,
  options: { readonly force: boolean; readonly signal: AbortSignal; readonly logger: Logger },
): Promise<GuardedStore> {
  const { force, signal, logger } = options
  if (config.store !== 'neo4j')
    return { store: await openStore(config, 'write'), lost: new Promise<never>(() => undefined) }
  const { CAPABILITIES } = await import('../../graph/neo4j/store.ts')
  return guardStore({ open: () => connectNeo4j(config, force), supports: CAPABILITIES, signal, logger })
}

async function connectNeo4j({ neo4j }: Config, force: boolean): Promise<GraphStore> {
  const { openNeo4jStore } = await import('../../graph/neo4j/store.ts')
  const { uri, user, password, database, poolSize } = neo4j
  return openNeo4jStore({
    ...{ uri, user, password, poolSize, force },
    ...(database === null ? {} : { database }),
    connectionTimeoutMs: neo4j.connectSeconds * 1000,
    acquisitionTimeoutMs: neo4j.acquireSeconds * 1000,
    queryTimeoutMs: neo4j.querySeconds * 1000,
  })
}

export interface ServiceParts {
  readonly store: GraphStore
  readonly seeds: Seeds
  /** Asked for at each request: the model may arrive later. */
  readonly embedder: () => Embedder | null
  readonly segmenter: Segmenter
  /** Without a slash at its end. */
  readonly baseUrl: string
}

/** What the use cases of `src/service` need. */
export function createServiceDeps({ store, seeds, embedder, segmenter, baseUrl }: ServiceParts): ServiceDeps {
  return {
    store,
    names: createNameIndexCache(store, seeds.formerNames),
    search: () => ({ store, embedder: embedder(), segmenter, synonyms: seeds.synonyms }),
    baseUrl,
    today: todayInChina,
  }
}

/** The address that the service is reached at from this machine. */
export function baseUrlOf({ host, port }: { readonly host: string; readonly port: number }): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? '127.0.0.1' : host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
  return `http://${name}:${port}`
}

export function segmenterOf(seeds: Seeds): Segmenter {
  return createSegmenter(seeds.words)
}
