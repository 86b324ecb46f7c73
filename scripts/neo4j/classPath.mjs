// The Java program of the tests' Neo4j server: a Java that is new enough and the jars, resolved once by Maven.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'

const here = fileURLToPath(new URL('.', import.meta.url))
const pom = join(here, 'pom.xml')
const cache = fileURLToPath(new URL('../../node_modules/.cache/zhengmai-neo4j', import.meta.url))

/** Most time for some 130 MB (ms). */
const DOWNLOAD_PATIENCE = 600_000

/** Why there is no server on this machine: a reason for a person, not a fault of the program. */
export class Unprovided extends Error {}

/**
 * What a server is started from. The version is the one of pom.xml, or the one that ZHENGMAI_TEST_NEO4J_VERSION asks for.
 * @param {{offline?: boolean}} options offline: nothing is downloaded
 * @returns {{java: string, jars: string, main: string, version: string, cache: string, archive: string}}
 * @throws {Unprovided}
 */
export function findProgram({ offline = false } = {}) {
  const version =
    process.env.ZHENGMAI_TEST_NEO4J_VERSION || /<neo4j\.version>(.*?)</.exec(readFileSync(pom, 'utf8'))[1]
  const { java, feature } = findJava(version)
  const jars = findJars(version, offline)
  const archive = join(cache, `classes-${version}-java${feature}.jsa`)
  return { java, jars, main: entryPointOf(jars), version, cache, archive }
}

/** Neo4j 5 runs on Java 17 and 21 and later, the calendar versions (2025.x …) from 21 on. */
function findJava(version) {
  const needed = version.startsWith('5.') ? 17 : 21
  const home = process.env.JAVA_HOME
  const java = process.env.ZHENGMAI_TEST_JAVA || (home ? join(home, 'bin', 'java') : 'java')
  const { status, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' })
  if (status !== 0)
    throw new Unprovided(`没有 Java（需要 ${needed} 或更新） no Java (${needed} or later is needed)`)
  const feature = Number(/version "(?:1\.)?(\d+)/.exec(stderr)?.[1] ?? 0)
  if (feature < needed)
    throw new Unprovided(`Java ${feature} 太旧，需要 ${needed} 或更新 Java ${needed} or later is needed`)
  return { java, feature }
}

/** The class path, resolved by Maven and remembered for as long as its jars stand. */
function findJars(version, offline) {
  mkdirSync(cache, { recursive: true })
  const file = join(cache, `classpath-${version}`)
  const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (known !== '' && known.split(delimiter).every((jar) => existsSync(jar))) return known
  const temporary = `${file}.${process.pid}`
  const words = ['-B', '-q', '-f', pom, `-Dneo4j.version=${version}`, 'dependency:build-classpath']
  words.push('-DincludeScope=runtime', `-Dmdep.outputFile=${temporary}`, ...(offline ? ['-o'] : []))
  const run = spawnSync('mvn', words, { encoding: 'utf8', timeout: DOWNLOAD_PATIENCE })
  if (run.error?.code === 'ENOENT') throw new Unprovided('没有 Maven（mvn） no Maven (mvn)')
  if (run.status !== 0) {
    const how = offline
      ? '本机还没有 not yet on this machine'
      : `${run.stdout}${run.stderr}`.trim().split('\n')[0]
    throw new Unprovided(`Neo4j ${version} 的程序包无法取得 its packages could not be had: ${how}`)
  }
  renameSync(temporary, file)
  return readFileSync(file, 'utf8').trim()
}

const ENTRY_POINT = 'META-INF/services/org.neo4j.server.startup.EntryPoint'

/** The main class, whose name differs between versions, as the jar of the server names it. */
function entryPointOf(jars) {
  const jar = jars.split(delimiter).find((path) => /[\\/]neo4j-\d[^\\/]*\.jar$/.test(path))
  const service = unzipSync(readFileSync(jar), { filter: ({ name }) => name === ENTRY_POINT })[ENTRY_POINT]
  return Buffer.from(service)
    .toString('utf8')
    .split('\n')
    .find((line) => /^[a-z]/.test(line))
    .trim()
}

/**
 * The file that holds a password for a new server, made by Neo4j's own tool once and kept.
 * @param {ReturnType<typeof findProgram>} program
 * @returns {Buffer} contents of `data/dbms/auth.ini`
 */
export function passwordFile(program, password, scratch) {
  const kept = join(program.cache, `auth-${program.version}-${Buffer.from(password).toString('hex')}.ini`)
  if (existsSync(kept)) return readFileSync(kept)
  const home = join(scratch, 'password')
  mkdirSync(join(home, 'conf'), { recursive: true })
  const words = ['-cp', program.jars, 'org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', password]
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') }
  const run = spawnSync(program.java, words, { env, encoding: 'utf8' })
  const made = join(home, 'data', 'dbms', 'auth.ini')
  if (run.status !== 0 || !existsSync(made))
    throw new Error(`set-initial-password: ${run.stdout}${run.stderr}`)
  const temporary = `${kept}.${process.pid}`
  writeFileSync(temporary, readFileSync(made), { mode: 0o600 })
  renameSync(temporary, kept)
  rmSync(home, { recursive: true, force: true })
  return readFileSync(kept)
}
