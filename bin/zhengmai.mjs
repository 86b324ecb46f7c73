#!/usr/bin/env node
// The launcher: in a checkout it builds what is absent or stale, then it runs the build. Built-in modules only.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** As `engines` in package.json: the first minor version of each major one that is supported. */
const OLDEST_MINOR = { 20: 19, 22: 13, 24: 0 }
/** Exit statuses, as of src/errors/error.ts. */
const FAILED = 1
const WRONG_USE = 2

const root = fileURLToPath(new URL('..', import.meta.url))
// graphql looks at every value twice where it is not told this before it is loaded
process.env['NODE_ENV'] ??= 'production'
const fault = nodeFault() ?? (await buildFault())
if (fault === null) {
  const { main } = await import(pathToFileURL(join(root, 'dist', 'main.js')).href)
  await main()
} else {
  process.stderr.write(`错误 ${fault.message}\n`)
  process.exitCode = fault.status
}

function nodeFault() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const oldest = OLDEST_MINOR[major] ?? (major > 24 ? 0 : Number.POSITIVE_INFINITY)
  if (minor >= oldest) return null
  const message = `CONFIG_INVALID: 需要 Node 20.19、22.13 或 24 以上，现为 ${process.versions.node} · Node is too old`
  return { message, status: WRONG_USE }
}

/** Null when there is a build to run. */
async function buildFault() {
  if (existsSync(join(root, 'src'))) {
    const { ensureBuilt, ensurePage } = await import('../scripts/build.mjs')
    try {
      const outcome = ensureBuilt(root)
      if (process.argv.includes('serve')) preparePage(ensurePage)
      if (outcome === 'stale')
        process.stderr.write('警告：源码比构建新，缺少构建工具，仍用旧的构建 · stale build\n')
      if (outcome !== 'absent') return null
    } catch (error) {
      return { message: `INTERNAL: ${error.message}`, status: FAILED }
    }
  } else if (existsSync(join(root, 'dist', 'main.js'))) return null
  const help = '请运行 npm ci && npm run build · not built, run: npm ci && npm run build'
  return { message: `CONFIG_INVALID: 尚未构建，也没有构建工具。${help}`, status: WRONG_USE }
}

/** A page that does not build is told: all else can be used without it. */
function preparePage(ensurePage) {
  try {
    const outcome = ensurePage(root)
    if (outcome === 'absent' || outcome === 'stale')
      process.stderr.write('警告：缺少构建工具，网页没有或不是最新 · the page is missing or stale\n')
  } catch (error) {
    process.stderr.write(`警告：网页构建失败 · the page could not be built: ${error.message}\n`)
  }
}
