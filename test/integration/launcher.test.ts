import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish, waitForText } from '../support/cli.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

let root: string
/** A checkout with the real launcher, build script and bundler settings, and a program that says one word. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zhengmai-launcher-'))
  for (const path of [
    'bin/zhengmai.mjs',
    'scripts/build.mjs',
    'tsdown.config.ts',
    'tsconfig.json',
    'package.json',
  ]) {
    cpSync(join(ROOT, path), join(root, path))
  }
  const entries = [
    'src/embedding/embedWorker.ts',
    'graph/embedded/worker.ts',
    'ingest/read/ocrProcess.ts',
    'ingest/read/readProcess.ts',
  ]
  for (const entry of [...entries, 'ingest/index.ts']) {
    write(entry, 'export {}\n')
  }
  say('one')
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const say = (word: string) =>
  write('src/app/main.ts', `export async function main(): Promise<void> { console.log('${word}') }\n`)
const start = () => spawn(process.execPath, [join(root, 'bin', 'zhengmai.mjs')], { cwd: tmpdir() })
const run = () => finish(start())
const removeTools = () => rmSync(join(root, 'node_modules'))
const builds = () => readdirSync(join(root, 'dist')).sort()

it('builds when there is no build, and not again', async () => {
  expect(await run()).toEqual({ status: 0, out: 'one\n', err: '正在构建… building…\n' })
  expect(await run()).toEqual({ status: 0, out: 'one\n', err: '' })
})

it('builds again when a source has changed, and not for a test', async () => {
  await run()
  say('two')
  expect(await run()).toMatchObject({ status: 0, out: 'two\n' })
  write('src/app/main.test.ts', 'export {}\n')
  expect(await run()).toEqual({ status: 0, out: 'two\n', err: '' })
})

it('lets two processes build at once', async () => {
  const results = await Promise.all([run(), run(), run()])
  for (const result of results) expect(result).toMatchObject({ status: 0, out: 'one\n' })
  expect(builds()).toEqual([expect.stringMatching(/^build-[0-9a-f]{12}$/), 'main.js'])
})

it('leaves a running program its modules when another process builds anew', async () => {
  write('src/app/late.ts', "export const word = 'late'\n")
  write(
    'src/app/main.ts',
    `import { once } from 'node:events'
export async function main(): Promise<void> {
  console.error('waiting')
  await once(process.stdin, 'data')
  process.stdin.destroy()
  console.log((await import('./late.ts')).word)
}
`,
  )
  const running = start()
  const ended = finish(running)
  await waitForText(running, /waiting/)
  rmSync(join(root, 'src', 'app', 'late.ts'))
  say('two')
  expect(await run()).toMatchObject({ out: 'two\n' })
  running.stdin.write('go\n')
  expect(await ended).toMatchObject({ status: 0, out: 'late\n' })
})

it('keeps few old builds', async () => {
  for (const word of ['one', 'two', 'three', 'four', 'five']) {
    say(word)
    expect(await run()).toMatchObject({ status: 0, out: `${word}\n` })
  }
  expect(builds()).toHaveLength(4)
})

it('says which command helps where there is neither a build nor a tool', async () => {
  removeTools()
  const { status, out, err } = await run()
  expect([status, out]).toEqual([2, ''])
  expect(err).toMatch(/^错误 CONFIG_INVALID: .*npm ci && npm run build\n$/)
})

it('runs the old build, with a warning, where the tools are gone', async () => {
  await run()
  removeTools()
  say('two')
  const { status, out, err } = await run()
  expect([status, out]).toEqual([0, 'one\n'])
  expect(err).toContain('警告')
})

it('runs an installed package, which has a build and no source', async () => {
  await run()
  removeTools()
  for (const folder of ['src', 'graph', 'ingest', 'scripts']) rmSync(join(root, folder), { recursive: true })
  expect(await run()).toEqual({ status: 0, out: 'one\n', err: '' })
})

it('tells a source that does not build, and leaves the last build alone', async () => {
  await run()
  const before = builds()
  write('src/app/main.ts', 'export async function main( {\n')
  const { status, out, err } = await run()
  expect([status, out]).toEqual([1, ''])
  expect(err).toContain('错误 INTERNAL: 构建失败')
  expect(builds()).toEqual(before)
})

describe('the page', () => {
  const serve = () =>
    finish(spawn(process.execPath, [join(root, 'bin', 'zhengmai.mjs'), 'serve'], { cwd: tmpdir() }))
  const pages = () => builds().filter((name) => name.startsWith('page-'))
  beforeEach(() => {
    write('web/index.html', '<script type="module" src="/src/main.js"></script>')
    write('web/src/main.js', `document.title = '${'政策'.repeat(100)}'`)
  })

  it('is built, with its files packed, when the service is to start, and not again', async () => {
    expect(await serve()).toMatchObject({ status: 0, out: 'one\n' })
    const { folder } = JSON.parse(readFileSync(join(root, 'dist', 'page.json'), 'utf8')) as { folder: string }
    expect(pages()).toEqual([folder])
    const files = readdirSync(join(root, 'dist', folder, 'assets'))
    const script = files.find((name) => name.endsWith('.js')) ?? ''
    const bytes = (name: string) => readFileSync(join(root, 'dist', folder, 'assets', name))
    expect(gunzipSync(bytes(`${script}.gz`))).toEqual(bytes(script))
    expect(brotliDecompressSync(bytes(`${script}.br`))).toEqual(bytes(script))
    expect(await serve()).toEqual({ status: 0, out: 'one\n', err: '' })
  })

  it('is left alone by the other commands', async () => {
    await run()
    expect(pages()).toEqual([])
  })

  it('that does not build is told, and keeps neither the service from starting nor the last page from being shown', async () => {
    await serve()
    const before = readFileSync(join(root, 'dist', 'page.json'), 'utf8')
    write('web/src/main.js', 'const = {')
    const { status, out, err } = await serve()
    expect([status, out]).toEqual([0, 'one\n'])
    expect(err).toContain('警告：网页构建失败')
    expect(readFileSync(join(root, 'dist', 'page.json'), 'utf8')).toBe(before)
  })
})

it('takes the versions of Node that package.json names', () => {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    engines: { node: string }
  }
  const named = [...engines.node.matchAll(/\^(\d+)\.(\d+)\.0/g)].map(
    ([, major, minor]) => `${major}: ${minor}`,
  )
  expect(readFileSync(join(ROOT, 'bin', 'zhengmai.mjs'), 'utf8')).toContain(`{ ${named.join(', ')} }`)
})
