import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { listSources, ROOT, readSource } from './sources.ts'

/** Entries of threads and of child processes: they begin to work when they are loaded, and talk to their parent. */
const isThread = (path: string) => /\bparentPort\b|\bprocess\.send\b/.test(readSource(path))

it('every module can be imported without configuration, prints nothing and leaves nothing running', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhengmai-import-'))
  const urls = listSources()
    .filter((path) => !isThread(path))
    .map((path) => pathToFileURL(join(ROOT, path)).href)
  const script = `for (const url of ${JSON.stringify(urls)}) await import(url)`
  const tsx = pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href
  const { status, stdout, stderr, signal } = spawnSync(
    process.execPath,
    ['--import', tsx, '--input-type=module', '--eval', script],
    { cwd: folder, env: { PATH: '', HOME: folder, TMPDIR: folder }, encoding: 'utf8', timeout: 50_000 },
  )
  rmSync(folder, { recursive: true, force: true })
  expect({ status, stdout, stderr, signal }).toEqual({ status: 0, stdout: '', stderr: '', signal: null })
})

/** Facts of the platform and the process id: not how the program was started. */
const HARMLESS = /\bprocess\.(features|platform|versions|pid|getBuiltinModule)\b/g

it('only src/app/main.ts reads how the process was started', () => {
  const readers = listSources().filter((path) => {
    if (isThread(path)) return false
    const code = readSource(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    return /\bprocess\.(?!on\b)/.test(code.replace(HARMLESS, ''))
  })
  expect(readers).toEqual(['src/app/main.ts'])
})
