/**
 * Real Neo4j servers for tests. A run of vitest shares them: a test file takes one for itself, a second file at the same time
 * gets a second one, and all of them end with the run. ZHENGMAI_TEST_NEO4J_URI (with …_USER and …_PASSWORD) names a server
 * to use instead, ALL of whose data the tests delete.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import neo4j, { type Transaction } from 'neo4j-driver'
import { afterAll, beforeAll, describe, it } from 'vitest'

const SCRIPT = fileURLToPath(new URL('../../scripts/neo4j.mjs', import.meta.url))
/** A start under load, and before it another file's tests on a server that was named from outside (ms). */
const TAKE_PATIENCE = 900_000

/** A database that each test empties would have its queries planned anew every ten seconds: a third of the server's work. */
const KEEP_PLANS = 'dbms.cypher.min_replan_interval=1h'
/** Of the log of a server that did not start (characters). */
const MAX_REASON = 600

export interface ServerAddress {
  readonly uri: string
  readonly user: string
  readonly password: string
  readonly database: string
}

/** The settings that make the program use that database. */
export function settingsOf({ uri, user, password }: ServerAddress): Record<string, string> {
  return {
    ZHENGMAI_STORE: 'neo4j',
    ZHENGMAI_NEO4J_URI: uri,
    ZHENGMAI_NEO4J_USER: user,
    ZHENGMAI_NEO4J_PASSWORD: password,
  }
}

/** A server for one test file. */
export interface TestDatabase extends ServerAddress, AsyncDisposable {
  /** Deletes all nodes; the schema stays. */
  empty(): Promise<void>
  /** Deletes all nodes, constraints and indexes. */
  wipe(): Promise<void>
  /** Runs one Cypher statement past the adapter; the rows as objects. */
  run(cypher: string, parameters?: Record<string, unknown>): Promise<Record<string, unknown>[]>
  /** Begins a transaction of a client of its own; its session ends with the driver. */
  transaction(): Promise<Transaction>
}

export interface Neo4jProvider {
  /** A server that no other test file uses, without data or schema. */
  take(): Promise<TestDatabase>
  /** Gives back the server that was found, for a file that takes none. */
  release(): Promise<void>
}

/**
 * Where tests find Neo4j, or why there is none: what it is made of lacks, or it cannot start here. With `neo4j` among the
 * words of ZHENGMAI_REQUIRE that is a failure.
 */
export async function findNeo4j(): Promise<Neo4jProvider | { readonly reason: string }> {
  const uri = process.env['ZHENGMAI_TEST_NEO4J_URI']
  if (uri !== undefined && uri !== '') return { take: () => takeNamed(uri), release: async () => undefined }
  const isRequired = (process.env['ZHENGMAI_REQUIRE'] ?? '').split(/[\s,]+/).includes('neo4j')
  try {
    const { reason } = await callScript(['prepare', ...(isRequired ? [] : ['--offline'])])
    if (typeof reason === 'string') throw new Error(reason)
    return holdServer(await takeOwn())
  } catch (error) {
    if (isRequired) throw error
    return { reason: (error as Error).message.replace(/\s+/g, ' ').slice(0, MAX_REASON) }
  }
}

function holdServer(started: TestDatabase): Neo4jProvider {
  let held: TestDatabase | null = started
  return {
    async take() {
      const database = held ?? (await takeOwn())
      held = null
      return database
    },
    async release() {
      await held?.[Symbol.asyncDispose]()
      held = null
    },
  }
}

/** Tests on a server of their own; where there is none, one skipped test that says why. */
export function describeWithNeo4j(
  name: string,
  provider: Neo4jProvider | { readonly reason: string },
  define: (database: () => TestDatabase) => void,
): void {
  describe(name, () => {
    if ('reason' in provider) {
      it.skip(`needs Neo4j: ${provider.reason}`, () => undefined)
      return
    }
    let taken: TestDatabase | undefined
    beforeAll(async () => {
      taken = await provider.take()
    }, TAKE_PATIENCE)
    afterAll(async () => taken?.[Symbol.asyncDispose]())
    define(() => {
      if (taken === undefined) throw new Error('before the first test there is no server')
      return taken
    })
  })
}

/** A server that a test may end and start again; `start` keeps folder and port. */
export interface OwnServer extends ServerAddress, AsyncDisposable {
  start(): Promise<void>
  /** In order. */
  stop(): Promise<void>
  /** Like a loss of power. */
  kill(): Promise<void>
  /**
   * Makes its disk as good as full until the next start: none of its files may grow any more beyond the present size of its
   * transaction log. Rejects where `prlimit` (util-linux) is absent.
   */
  fillDisk(): Promise<void>
}

/** Starts a server for the caller alone, e.g. to be broken. @param dir its folder; a temporary one where absent */
export async function startOwnServer(dir?: string): Promise<OwnServer> {
  const watch = ['--watch', String(process.pid)]
  const first = await startServer([...watch, ...(dir === undefined ? [] : ['--dir', dir])])
  let { pid } = first
  const again = ['--dir', first.dir, '--port', new URL(first.uri).port, ...watch]
  return {
    ...first,
    async start() {
      pid = (await startServer(again)).pid
    },
    async stop() {
      await callScript(['stop', '--dir', first.dir])
    },
    async kill() {
      process.kill(pid, 'SIGKILL')
      await callScript(['stop', '--dir', first.dir])
    },
    async fillDisk() {
      const log = join(first.dir, 'data', 'transactions', 'neo4j', 'neostore.transaction.db.0')
      await promisify(execFile)('prlimit', ['--pid', String(pid), `--fsize=${statSync(log).size}`])
    },
    async [Symbol.asyncDispose]() {
      await callScript(['stop', '--dir', first.dir])
      rmSync(first.dir, { recursive: true, force: true })
    },
  }
}

/** The first server of this run that no other file has; a server stays for the next file when it is given back. */
async function takeOwn(): Promise<TestDatabase> {
  // every test file runs in a child of the run's one process
  const run = process.ppid
  for (let index = 0; ; index++) {
    const dir = join(tmpdir(), `zhengmai-neo4j-run-${run}-${index}`)
    mkdirSync(dir, { recursive: true })
    const lock = join(dir, 'lock')
    if (!lockFile(lock)) continue
    const release = () => rmSync(lock, { force: true })
    try {
      return await openDatabase(
        await startServer(['--dir', dir, '--watch', String(run), '--conf', KEEP_PLANS]),
        release,
      )
    } catch (error) {
      if (existsSync(join(dir, 'server.json'))) release()
      // nothing runs there
      else rmSync(dir, { recursive: true, force: true })
      throw error
    }
  }
}

async function takeNamed(uri: string): Promise<TestDatabase> {
  const name = createHash('sha256').update(uri).digest('hex').slice(0, 12)
  const lock = join(tmpdir(), `zhengmai-neo4j-${name}.lock`)
  while (!lockFile(lock)) await setTimeout(200)
  const { env } = process
  const user = env['ZHENGMAI_TEST_NEO4J_USER'] ?? 'neo4j'
  const password = env['ZHENGMAI_TEST_NEO4J_PASSWORD'] ?? ''
  return openDatabase({ uri, user, password, database: 'neo4j' }, () => rmSync(lock, { force: true }))
}

/** Whether this process has the lock now; that of a process that ended counts for nothing. */
function lockFile(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!existsSync(path)) return false
    const owner = Number(readFileSync(path, 'utf8'))
    if (owner === 0 || isAlive(owner)) return false
    rmSync(path, { force: true })
    return lockFile(path)
  }
}

async function openDatabase(address: ServerAddress, release: () => void): Promise<TestDatabase> {
  const { uri, user, password, database } = address
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true })
  const run: TestDatabase['run'] = async (cypher, parameters = {}) => {
    // a statement with CALL … IN TRANSACTIONS needs a transaction of its own
    const session = driver.session({ database })
    try {
      return (await session.run(cypher, parameters)).records.map((record) => record.toObject())
    } finally {
      await session.close()
    }
  }
  const empty = async () => {
    await run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS')
  }
  const wipe = async () => {
    await empty()
    for (const { name } of await run('SHOW CONSTRAINTS YIELD name')) await run(`DROP CONSTRAINT \`${name}\``)
    // what remains now belongs to no constraint
    const indexes = await run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")
    for (const { name } of indexes) await run(`DROP INDEX \`${name}\``)
  }
  await wipe()
  return {
    ...{ uri, user, password, database, run, empty, wipe },
    transaction: async () => driver.session({ database }).beginTransaction(),
    async [Symbol.asyncDispose]() {
      await driver.close()
      release()
    },
  }
}

interface StartedServer extends ServerAddress {
  readonly dir: string
  readonly pid: number
}

async function startServer(words: readonly string[]): Promise<StartedServer> {
  const answer = await callScript(['start', '--offline', ...words])
  if (typeof answer['reason'] === 'string') throw new Error(answer['reason'])
  return answer as unknown as StartedServer
}

/** The answer of scripts/neo4j.mjs; `reason` where it failed. */
function callScript(words: readonly string[]): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [SCRIPT, ...words, '--json'], (error, out, err) => {
      if (out.trim() !== '') resolve(JSON.parse(out) as Record<string, unknown>)
      else if (error === null) resolve({})
      else reject(new Error(`${error.message}\n${err}`))
    })
  })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
