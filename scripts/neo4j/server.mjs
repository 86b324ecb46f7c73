// A real Neo4j Community server for tests and measurements, on the loopback address, in a folder of its own.
import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findProgram, passwordFile } from './classPath.mjs'

/** Opens nothing: the server listens on loopback and lives as long as a test run. */
const PASSWORD = 'zhengmai-test'
/** Most seconds to the first answer, on a machine under load. */
const START_PATIENCE = 180
/** Most seconds to the end, before it is killed. */
const STOP_PATIENCE = 60
const CLI = fileURLToPath(new URL('../neo4j.mjs', import.meta.url))

/** Settings of a server: small, without anything that calls out, quick to end. `internal.*`: to be checked at upgrades. */
const settings = (port) => ({
  'server.default_listen_address': '127.0.0.1',
  'server.bolt.listen_address': `127.0.0.1:${port}`,
  'server.bolt.advertised_address': `127.0.0.1:${port}`,
  'server.http.enabled': 'false',
  'server.https.enabled': 'false',
  'server.memory.pagecache.size': '128m',
  'dbms.usage_report.enabled': 'false',
  // no waiting after a test with a wrong password
  'dbms.security.auth_max_failed_attempts': '0',
  'dbms.security.allow_csv_import_from_file_urls': 'false',
  'internal.dbms.cypher_ip_blocklist': '0.0.0.0/0,::/0',
  'db.tx_log.preallocate': 'false',
  'db.tx_log.rotation.retention_policy': 'keep_none',
  'db.transaction.monitor.check.interval': '200ms',
  'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
})

/**
 * Starts a server and waits until it answers.
 * @param {{dir?: string, port?: number, password?: string, heap?: string, conf?: Record<string, string>,
 *   javaOptions?: string[], watch?: number, offline?: boolean}} options
 *   dir: kept between starts; else a temporary folder. watch: the server ends, and its folder goes, with that process.
 * @returns {Promise<{uri: string, user: string, password: string, database: string, dir: string, pid: number, version: string}>}
 */
export async function start(options) {
  const program = findProgram({ offline: options.offline ?? false })
  const dir = resolve(options.dir ?? mkdtempSync(join(tmpdir(), 'zhengmai-neo4j-')))
  const running = describe(dir)
  if (running !== null && isAlive(running.pid)) return running
  const port = options.port ?? (await freePort())
  const password = options.password ?? PASSWORD
  prepare(dir, program, { port, password, conf: options.conf ?? {} })
  const log = join(dir, 'logs', 'console.log')
  writeFileSync(log, '')
  const plan = {
    dir,
    program,
    heap: options.heap ?? '768m',
    javaOptions: options.javaOptions ?? [],
    watch: options.watch,
  }
  const keeper = keep(plan)
  await untilStarted(log, keeper)
  const server = { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password, database: 'neo4j', dir }
  const described = { ...server, pid: javaOf(dir), keeper: keeper.pid, version: program.version }
  writeFileSync(join(dir, 'server.json'), JSON.stringify(described))
  keeper.unref()
  return described
}

/** Ends the server of the folder, if one runs there. */
export async function stop(dir, { remove = false } = {}) {
  const running = describe(dir)
  if (running !== null) {
    signal(running.keeper, 'SIGTERM')
    for (let waited = 0; isAlive(running.pid) || isAlive(running.keeper); waited += 0.1) {
      if (waited > STOP_PATIENCE) signal(running.pid, 'SIGKILL')
      await setTimeout(100)
    }
    rmSync(join(dir, 'server.json'), { force: true })
    if (remove) rmSync(dir, { recursive: true, force: true })
  }
}

/** What was started in the folder; null where nothing was. */
export function describe(dir) {
  const file = join(dir, 'server.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function prepare(dir, program, { port, password, conf }) {
  for (const name of ['conf', 'data/dbms', 'logs', 'import', 'plugins', 'run'])
    mkdirSync(join(dir, name), { recursive: true })
  const lines = Object.entries({ ...settings(port), ...conf }).map(([name, value]) => `${name}=${value}\n`)
  writeFileSync(join(dir, 'conf', 'neo4j.conf'), lines.join(''))
  const secret = join(dir, 'data', 'dbms', 'auth.ini')
  // a server that ran has taken the password over into its database
  if (!existsSync(join(dir, 'data', 'databases')) && !existsSync(secret))
    writeFileSync(secret, passwordFile(program, password, dir), { mode: 0o600 })
}

/** The process beside the server that watches whom it is for and tidies up (`keepServer`). */
function keep(plan) {
  const keeper = spawn(process.execPath, [CLI, 'keep'], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  keeper.stdin.end(JSON.stringify(plan))
  return keeper
}

/** Runs the server to its end: the keeper's whole task. */
export async function keepServer({ dir, program, heap, javaOptions, watch }) {
  const fresh = !existsSync(program.archive)
  // several servers may write their archive at once
  const archive = fresh ? `${program.archive}.${process.pid}` : program.archive
  const log = openSync(join(dir, 'logs', 'console.log'), 'a')
  const words = javaWords({ dir, program, heap, javaOptions, archive, fresh })
  const java = spawn(program.java, words, { cwd: dir, stdio: ['ignore', log, log] })
  closeSync(log)
  writeFileSync(join(dir, 'run', 'pid'), String(java.pid ?? 0))
  const ended = new Promise((done) => java.once('close', done).once('error', done))
  for (const name of ['SIGTERM', 'SIGINT']) process.on(name, () => java.kill('SIGTERM'))
  const orphaned =
    watch === undefined ? null : setInterval(() => isAlive(watch) || java.kill('SIGTERM'), 1000)
  await ended
  clearInterval(orphaned)
  if (fresh && existsSync(archive)) renameSync(archive, program.archive)
  if (watch !== undefined && !isAlive(watch)) rmSync(dir, { recursive: true, force: true })
}

/** A small heap that grows, the quick compiler only, and classes from an archive: a start in seconds rather than tens. */
function javaWords({ dir, program, heap, javaOptions, archive, fresh }) {
  return [
    ...['-Xms64m', `-Xmx${heap}`, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
    fresh ? `-XX:ArchiveClassesAtExit=${archive}` : `-XX:SharedArchiveFile=${archive}`,
    ...['-Xshare:auto', '-Xlog:cds=off', '-Xlog:cds+dynamic=off'],
    ...['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    ...javaOptions,
    ...['-cp', program.jars, program.main],
    ...[`--home-dir=${dir}`, `--config-dir=${join(dir, 'conf')}`, '--console-mode'],
  ]
}

async function untilStarted(log, keeper) {
  let hasEnded = false
  keeper.once('exit', () => {
    hasEnded = true
  })
  for (let waited = 0; waited < START_PATIENCE; waited += 0.1) {
    const text = readFileSync(log, 'utf8')
    if (/ Started\.$/m.test(text)) return
    if (hasEnded) throw new Error(`Neo4j 未能启动 could not start:\n${text.slice(-4000)}`)
    await setTimeout(100)
  }
  keeper.kill('SIGTERM')
  throw new Error(`Neo4j 在 ${START_PATIENCE} 秒内没有启动 did not start in time`)
}

function javaOf(dir) {
  return Number(readFileSync(join(dir, 'run', 'pid'), 'utf8'))
}

function isAlive(pid) {
  return signal(pid, 0)
}

/** False where there is no such process. */
function signal(pid, name) {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

async function freePort() {
  const server = createServer()
  await new Promise((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done))
  const { port } = server.address()
  await new Promise((done) => server.close(done))
  return port
}
