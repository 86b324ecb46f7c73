import type { Complain, ReadSetting, SettingName } from './settings.ts'

/** What the environment says on the Neo4j database that `ZHENGMAI_STORE=neo4j` uses. */
export interface Neo4jConfig {
  /** Without user and password. */
  readonly uri: string
  readonly user: string
  /** Never printed: not in logs, not in errors. */
  readonly password: string
  /** Null: the user's home database. */
  readonly database: string | null
  /** Most connections at once. */
  readonly poolSize: number
  /** Most seconds to connect to a server. */
  readonly connectSeconds: number
  /** Most seconds to wait for a free connection. */
  readonly acquireSeconds: number
  /** Most seconds that a query may take in the database; a write may take ten times as long. */
  readonly querySeconds: number
  /** How long a command waits for a database that does not answer; a service waits without end. */
  readonly waitSeconds: number
}

/** What holds where nothing is set. */
export const NEO4J_DEFAULTS: Neo4jConfig = {
  ...{ uri: 'bolt://127.0.0.1:7687', user: 'neo4j', password: '', database: null, poolSize: 50 },
  ...{ connectSeconds: 5, acquireSeconds: 15, querySeconds: 30, waitSeconds: 30 },
}

/** The schemes of the driver; `+s` demands TLS with a known certificate, `+ssc` takes any. */
const SCHEME = /^(?:bolt|neo4j)(?:\+s|\+ssc)?:$/
/** https://neo4j.com/docs/operations-manual/current/database-administration/standard-databases/naming-databases/ */
const DATABASE_NAME = /^[A-Za-z][A-Za-z0-9.-]{2,62}$/
const MOST_CONNECTIONS = 1000
/** Ingestion holds one for its turn while it writes over others. */
const LEAST_CONNECTIONS = 4
/** An hour: a query or a wait that takes longer is a fault of the settings. */
const MOST_SECONDS = 3600

/**
 * The settings of the Neo4j database; they are checked also where another store is chosen.
 * @param read the value of a variable, null where it is unset
 * @param complain takes what is wrong with one
 */
export function readNeo4j(read: ReadSetting, complain: Complain): Neo4jConfig {
  const whole = (name: SettingName, most: number, fallback: number, least = 1): number => {
    const given = read(name)
    if (given === null) return fallback
    const value = Number(given)
    if (/^\d+$/.test(given) && value >= least && value <= most) return value
    complain(name, `应为 ${least} 至 ${most} 的整数，得到 ${given}`)
    return fallback
  }
  return {
    uri: readUri(read, complain),
    user: read('ZHENGMAI_NEO4J_USER') ?? NEO4J_DEFAULTS.user,
    password: read('ZHENGMAI_NEO4J_PASSWORD') ?? NEO4J_DEFAULTS.password,
    database: readDatabase(read, complain),
    poolSize: whole('ZHENGMAI_NEO4J_POOL_SIZE', MOST_CONNECTIONS, NEO4J_DEFAULTS.poolSize, LEAST_CONNECTIONS),
    connectSeconds: whole('ZHENGMAI_NEO4J_CONNECT_SECONDS', MOST_SECONDS, NEO4J_DEFAULTS.connectSeconds),
    acquireSeconds: whole('ZHENGMAI_NEO4J_ACQUIRE_SECONDS', MOST_SECONDS, NEO4J_DEFAULTS.acquireSeconds),
    querySeconds: whole('ZHENGMAI_NEO4J_QUERY_SECONDS', MOST_SECONDS, NEO4J_DEFAULTS.querySeconds),
    waitSeconds: whole('ZHENGMAI_NEO4J_WAIT_SECONDS', MOST_SECONDS, NEO4J_DEFAULTS.waitSeconds),
  }
}

/** What is wrong is said without the value where it may hold a password. */
function readUri(read: ReadSetting, complain: Complain): string {
  const name = 'ZHENGMAI_NEO4J_URI'
  const given = read(name) ?? NEO4J_DEFAULTS.uri
  if (given.includes('@'))
    complain(name, '地址里不能写用户名和密码，请用 ZHENGMAI_NEO4J_USER 和 ZHENGMAI_NEO4J_PASSWORD')
  else if (!URL.canParse(given) || !SCHEME.test(new URL(given).protocol) || new URL(given).hostname === '')
    complain(name, `应为 bolt:// 或 neo4j:// 开头的地址（加密用 bolt+s://、neo4j+s://），得到 ${given}`)
  return given
}

function readDatabase(read: ReadSetting, complain: Complain): string | null {
  const name = 'ZHENGMAI_NEO4J_DATABASE'
  const given = read(name)
  if (given !== null && !DATABASE_NAME.test(given))
    complain(name, `应为 3 至 63 个字母、数字、点、连字符，以字母开头，得到 ${given}`)
  return given
}
