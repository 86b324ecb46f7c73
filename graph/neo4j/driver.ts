import type { BookmarkManager, Driver } from 'neo4j-driver'

export interface Neo4jOptions {
  /** `bolt://host:7687` for one server, `neo4j://` for a cluster; `+s` or `+ssc` behind either for TLS. */
  readonly uri: string
  readonly user: string
  readonly password: string
  /** Absent: the user's home database. */
  readonly database?: string
  readonly poolSize?: number
  /** How long a query waits for a free connection of the pool. */
  readonly acquisitionTimeoutMs?: number
  readonly connectionTimeoutMs?: number
  /** How long the server lets a read run; writes of large documents may take ten times as long. */
  readonly queryTimeoutMs?: number
  /** How long a transaction is tried again when the server is away for a moment or two writers got in each other's way. */
  readonly retryTimeMs?: number
  /** Also use a database that holds data of others. */
  readonly force?: boolean
}

/** Every figure that a caller may leave out; of those that the driver knows too, its own defaults or less. */
export const NEO4J_DEFAULTS = {
  poolSize: 50,
  acquisitionTimeoutMs: 15_000,
  connectionTimeoutMs: 5_000,
  queryTimeoutMs: 30_000,
  retryTimeMs: 10_000,
} as const satisfies Partial<Neo4jOptions>

export interface OpenDriver {
  readonly driver: Driver
  /** Shared by all sessions of the store, so that each of them sees what the others wrote, on any member of a cluster. */
  readonly bookmarks: BookmarkManager
}

const FETCH_ALL = -1

/** Makes a driver; nothing is sent yet. The library is loaded only here, so that the embedded store does without it. */
export async function makeDriver(options: Neo4jOptions): Promise<OpenDriver> {
  const { default: neo4j } = await import('neo4j-driver')
  const driver = neo4j.driver(options.uri, neo4j.auth.basic(options.user, options.password), {
    maxConnectionPoolSize: options.poolSize ?? NEO4J_DEFAULTS.poolSize,
    connectionAcquisitionTimeout: options.acquisitionTimeoutMs ?? NEO4J_DEFAULTS.acquisitionTimeoutMs,
    connectionTimeout: options.connectionTimeoutMs ?? NEO4J_DEFAULTS.connectionTimeoutMs,
    maxTransactionRetryTime: options.retryTimeMs ?? NEO4J_DEFAULTS.retryTimeMs,
    // no count of ours comes near 2^53
    disableLosslessIntegers: true,
    // every answer is read to its end: no further round trip after each thousand rows
    fetchSize: FETCH_ALL,
    userAgent: 'zhengmai',
  })
  return { driver, bookmarks: neo4j.bookmarkManager() }
}
