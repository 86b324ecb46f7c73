// Builds the service into dist/. Plain JavaScript on built-in modules: the launcher runs it before anything is built.
//
// Each build has a folder of its own, dist/build-<stamp>/, and dist/main.js names the current one. Both appear by a
// rename, so that processes that build at once do not see half a build, and a service that runs on keeps the modules
// that it loads later.
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const SOURCES = ['src', 'graph', 'ingest', 'tsdown.config.ts', 'package.json']
/** Files that modules read at run time from beside themselves. */
const ASSET = /\.(graphql|sql)$/
/** Builds that a running service may still need; older ones go. */
const BUILDS_KEPT = 3
/** A build takes a second: what a process left unfinished this long ago is nobody's. */
const ABANDONED_MS = 3_600_000
const TSDOWN = join('node_modules', 'tsdown', 'dist', 'run.mjs')

/**
 * Builds unless the build is there and fresh.
 * @param {string} root the checkout
 * @returns {'fresh' | 'built' | 'stale' | 'absent'} the last two: it would have to build but the tools are not installed
 */
export function ensureBuilt(root) {
  const stamp = stampOf(root)
  const name = `build-${stamp}`
  if (currentBuild(root) === name) return 'fresh'
  if (!existsSync(join(root, TSDOWN))) return currentBuild(root) === null ? 'absent' : 'stale'
  process.stderr.write('正在构建… building…\n')
  const target = join(root, 'dist', name)
  if (!existsSync(join(target, 'src', 'app', 'main.js'))) build(root, target)
  point(root, name)
  prune(root, name)
  return 'built'
}

/** Name of the build folder that dist/main.js names; null where there is none. */
function currentBuild(root) {
  try {
    const name = /build-[0-9a-f]+/.exec(readFileSync(join(root, 'dist', 'main.js'), 'utf8'))?.[0] ?? null
    return name !== null && existsSync(join(root, 'dist', name, 'src', 'app', 'main.js')) ? name : null
  } catch {
    return null
  }
}

/** Digest of the contents of all sources: unlike times it survives a clone and a checkout back and forth. */
function stampOf(root) {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap((source) => listFiles(root, source))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 12)
}

/** Paths of the files that make the build, below `path`, sorted; tests are no part of it. */
function listFiles(root, path) {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .filter((name) => !name.startsWith('.') && !name.endsWith('.test.ts'))
    .flatMap((name) => listFiles(root, `${path}/${name}`))
}

function build(root, target) {
  const temporary = join(root, 'dist', `.${process.pid}-${randomBytes(3).toString('hex')}`)
  mkdirSync(temporary, { recursive: true })
  try {
    const run = spawnSync(
      process.execPath,
      [join(root, TSDOWN), '--log-level', 'error', '--out-dir', temporary],
      {
        cwd: root,
        encoding: 'utf8',
      },
    )
    if (run.status !== 0) {
      // only then: it has words about versions of Node for its own users, and standard output belongs to the result
      process.stderr.write(`${run.stdout}${run.stderr}`)
      throw new Error(`构建失败 build failed (tsdown: ${run.status ?? run.signal})`)
    }
    for (const path of SOURCES.flatMap((source) => listFiles(root, source)).filter((path) =>
      ASSET.test(path),
    )) {
      mkdirSync(dirname(join(temporary, path)), { recursive: true })
      cpSync(join(root, path), join(temporary, path))
    }
    renameSync(temporary, target)
  } catch (error) {
    // another process was first with the same sources: its build is as good
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'EPERM') throw error
    if (!existsSync(join(target, 'src', 'app', 'main.js'))) throw error
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function point(root, name) {
  const temporary = join(root, 'dist', `.main-${process.pid}.js`)
  writeFileSync(temporary, `export * from './${name}/src/app/main.js'\n`)
  renameSync(temporary, join(root, 'dist', 'main.js'))
}

function prune(root, name) {
  const dist = join(root, 'dist')
  const builds = readdirSync(dist)
    .filter((entry) => entry.startsWith('build-') && entry !== name)
    .map((entry) => ({ path: join(dist, entry), made: statSync(join(dist, entry)).mtimeMs }))
    .sort((a, b) => b.made - a.made)
  const broken = readdirSync(dist)
    .filter((entry) => entry.startsWith('.'))
    .map((entry) => ({
      path: join(dist, entry),
      made: statSync(join(dist, entry), { throwIfNoEntry: false })?.mtimeMs,
    }))
    .filter(({ made }) => made !== undefined && made < Date.now() - ABANDONED_MS)
  for (const { path } of [...builds.slice(BUILDS_KEPT - 1), ...broken])
    rmSync(path, { recursive: true, force: true })
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const outcome = ensureBuilt(fileURLToPath(new URL('..', import.meta.url)))
  if (outcome === 'absent' || outcome === 'stale') {
    process.stderr.write('缺少构建工具，请先运行 npm ci · build tools are missing, run: npm ci\n')
    process.exitCode = 2
  } else if (outcome === 'fresh') process.stderr.write('构建已是最新 the build is up to date\n')
}
