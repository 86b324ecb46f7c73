// Builds the service and its page into dist/. Plain JavaScript on built-in modules: the launcher runs it before anything
// is built.
//
// Each build has a folder of its own, dist/build-<stamp>/ or dist/page-<stamp>/, and a pointer, dist/main.js or
// dist/page.json, names the current one. Both appear by a rename, so that processes that build at once do not see half a
// build, and a service that runs on keeps the modules that it loads later.
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
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib'

/** Files that modules read at run time from beside themselves. */
const ASSET = /\.(graphql|sql)$/
/** What a browser is sent packed: the rest (pictures) is packed in itself. */
const PACKED = /\.(js|css|svg)$/
/** Builds that a running service may still need; older ones go. */
const BUILDS_KEPT = 3
/** A build takes seconds: what a process left unfinished this long ago is nobody's. */
const ABANDONED_MS = 3_600_000

/** What is built, each by itself: a change of the page leaves the service as it is. */
const SERVICE = {
  prefix: 'build-',
  sources: ['src', 'graph', 'ingest', 'tsdown.config.ts', 'package.json'],
  tool: join('node_modules', 'tsdown', 'dist', 'run.mjs'),
  /** A file that a whole build has. */
  mark: join('src', 'app', 'main.js'),
  pointer: 'main.js',
  point: (name) => `export * from './${name}/src/app/main.js'\n`,
  words: (target) => ['--log-level', 'error', '--out-dir', target],
  finish: copyAssets,
}
const PAGE = {
  prefix: 'page-',
  sources: ['web', 'package.json'],
  tool: join('node_modules', 'vite', 'bin', 'vite.js'),
  mark: 'index.html',
  pointer: 'page.json',
  point: (name) => `${JSON.stringify({ folder: name })}\n`,
  words: (target) => ['build', 'web', '--outDir', target, '--emptyOutDir', '--logLevel', 'error'],
  finish: packAssets,
}

/**
 * Builds the service unless the build is there and fresh.
 * @param {string} root the checkout
 * @returns {'fresh' | 'built' | 'stale' | 'absent'} the last two: it would have to build but the tools are not installed
 */
export function ensureBuilt(root) {
  return ensure(root, SERVICE)
}

/** The same for the page that the service shows. */
export function ensurePage(root) {
  return ensure(root, PAGE)
}

function ensure(root, part) {
  const name = `${part.prefix}${stampOf(root, part)}`
  const current = currentBuild(root, part)
  if (current === name) return 'fresh'
  if (!existsSync(join(root, part.tool))) return current === null ? 'absent' : 'stale'
  process.stderr.write('正在构建… building…\n')
  const target = join(root, 'dist', name)
  if (!existsSync(join(target, part.mark))) build(root, part, target)
  point(root, part, name)
  prune(root, part, name)
  return 'built'
}

/** Name of the build folder that the pointer names; null where there is none. */
function currentBuild(root, { prefix, pointer, mark }) {
  try {
    const text = readFileSync(join(root, 'dist', pointer), 'utf8')
    const name = new RegExp(`${prefix}[0-9a-f]+`).exec(text)?.[0] ?? null
    return name !== null && existsSync(join(root, 'dist', name, mark)) ? name : null
  } catch {
    return null
  }
}

/** Digest of the contents of all sources: unlike times it survives a clone and a checkout back and forth. */
function stampOf(root, { sources }) {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => listFiles(root, source))) {
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
    .filter((name) => !name.startsWith('.') && !/\.test\.tsx?$/.test(name))
    .flatMap((name) => listFiles(root, `${path}/${name}`))
}

function build(root, part, target) {
  const temporary = join(root, 'dist', `.${process.pid}-${randomBytes(3).toString('hex')}`)
  mkdirSync(temporary, { recursive: true })
  try {
    const run = spawnSync(process.execPath, [join(root, part.tool), ...part.words(temporary)], {
      cwd: root,
      encoding: 'utf8',
      // whoever asks for the build, tests among them: Vite takes the development build of React in any other
      env: { ...process.env, NODE_ENV: 'production' },
    })
    if (run.status !== 0) {
      // only then: it has words about versions of Node for its own users, and standard output belongs to the result
      process.stderr.write(`${run.stdout}${run.stderr}`)
      throw new Error(`构建失败 build failed (${part.tool.split(/[\\/]/)[1]}: ${run.status ?? run.signal})`)
    }
    part.finish(temporary, root)
    renameSync(temporary, target)
  } catch (error) {
    // another process was first with the same sources: its build is as good
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'EPERM') throw error
    if (!existsSync(join(target, part.mark))) throw error
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function copyAssets(target, root) {
  for (const path of SERVICE.sources.flatMap((source) => listFiles(root, source))) {
    if (!ASSET.test(path)) continue
    mkdirSync(dirname(join(target, path)), { recursive: true })
    cpSync(join(root, path), join(target, path))
  }
}

/** Once here instead of at each request. */
function packAssets(target) {
  for (const path of listFiles(target, '.').filter((name) => PACKED.test(name))) {
    const bytes = readFileSync(join(target, path))
    const params = { [zlib.BROTLI_PARAM_QUALITY]: 10, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    writeFileSync(join(target, `${path}.gz`), gzipSync(bytes, { level: 9 }))
    writeFileSync(join(target, `${path}.br`), brotliCompressSync(bytes, { params }))
  }
}

function point(root, part, name) {
  const temporary = join(root, 'dist', `.${process.pid}-${part.pointer}`)
  writeFileSync(temporary, part.point(name))
  renameSync(temporary, join(root, 'dist', part.pointer))
}

function prune(root, { prefix }, name) {
  const dist = join(root, 'dist')
  const builds = readdirSync(dist)
    .filter((entry) => entry.startsWith(prefix) && entry !== name)
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
  const root = fileURLToPath(new URL('..', import.meta.url))
  const outcomes = [ensureBuilt(root), ensurePage(root)]
  if (outcomes.some((outcome) => outcome === 'absent' || outcome === 'stale')) {
    process.stderr.write('缺少构建工具，请先运行 npm ci · build tools are missing, run: npm ci\n')
    process.exitCode = 2
  } else if (outcomes.every((outcome) => outcome === 'fresh'))
    process.stderr.write('构建已是最新 the build is up to date\n')
}
