// Runs the whole test suite; the last line is `N passed, N failed` or `N passed, N failed, N skipped`.
// ZHENGMAI_REQUIRE=model,neo4j,chromium (a list by commas) makes a skip for want of one of them a failure.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const required = (process.env.ZHENGMAI_REQUIRE ?? '').split(',').filter(Boolean)

if (!existsSync(vitest)) {
  process.stderr.write('缺少测试工具，请先运行 npm ci · test tools are missing, run: npm ci\n')
  process.exit(2)
}
build()
const modelDir = fetchModel()
const neo4jFault = prepareNeo4j()
const summary = runVitest(process.argv.slice(2))
process.exitCode = report(summary)

/** What the tests of the command line run. */
function build() {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) process.exit(status ?? 1)
}

/** The model's folder, got by the project's own command; null where it cannot be had. */
function fetchModel() {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'zhengmai.mjs'), 'model', 'fetch', '--json'],
    { stdio: ['ignore', 'pipe', 2], encoding: 'utf8' },
  )
  return status === 0 ? JSON.parse(stdout).dir : null
}

/**
 * Gets what the tests' Neo4j server is made of (the test files start it, test/support/neo4j.ts); why it cannot be had, else
 * null. A server that ZHENGMAI_TEST_NEO4J_URI names needs none of it.
 */
function prepareNeo4j() {
  if (process.env.ZHENGMAI_TEST_NEO4J_URI) return null
  const words = [join(root, 'scripts', 'neo4j.mjs'), 'prepare', '--json']
  const { stdout } = spawnSync(process.execPath, words, { stdio: ['ignore', 'pipe', 2], encoding: 'utf8' })
  const { reason } = stdout.trim() === '' ? { reason: 'scripts/neo4j.mjs' } : JSON.parse(stdout)
  return reason ?? null
}

function runVitest(words) {
  const folder = mkdtempSync(join(tmpdir(), 'zhengmai-test-'))
  const file = join(folder, 'summary.json')
  const model = modelDir === null ? {} : { ZHENGMAI_MODEL_DIR: modelDir }
  try {
    const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts', 'testReporter.mjs')}`]
    const run = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...words], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...model, ZHENGMAI_TEST_SUMMARY: file },
    })
    // vitest that dies before its end counts as one failure
    const crashed = { passed: 0, failed: 0, skipped: [], broken: [] }
    const counted = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : crashed
    const failures = counted.failed + counted.broken.length
    if (run.status !== 0 && failures === 0) counted.broken.push(`vitest: ${run.status ?? run.signal}`)
    return counted
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Prints what was skipped and the summary line; the exit status. */
function report({ passed, failed, skipped, broken }) {
  if (modelDir === null && required.includes('model'))
    broken.push('要求模型却没有模型 the model is required but missing')
  if (neo4jFault !== null && required.includes('neo4j'))
    broken.push(`要求 Neo4j 却没有 Neo4j is required but missing: ${neo4jFault}`)
  for (const name of broken) process.stdout.write(`失败 failed: ${name}\n`)
  for (const { name, reason } of skipped)
    process.stdout.write(`跳过 skipped: ${name}（${reason ?? '未说明'}）\n`)
  const failures = failed + broken.length
  const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : ''
  process.stdout.write(`${passed} passed, ${failures} failed${tail}\n`)
  return failures > 0 ? 1 : 0
}
