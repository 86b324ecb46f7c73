/** The container image, as far as it can be checked without a container engine: what it is built from and what it runs on. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SETTINGS } from '../../src/config/settings.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8')
/** Each stage as its lines. */
const STAGES = read('Dockerfile')
  .replaceAll('\\\n', ' ')
  .split(/^(?=FROM )/m)
  .slice(1)
  .map((stage) => stage.split('\n'))
/** What a stage copies from the build context, as pairs of source and target. */
const copiesOf = (stage: readonly string[]) =>
  stage
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => {
      const words = line.split(/\s+/).slice(1)
      const target = words.pop() ?? ''
      return words.map((source) => ({ source, target: target === './' ? source : target }))
    })
const SOURCES = [...new Set(STAGES.flatMap(copiesOf).map(({ source }) => source))]

describe('the build context', () => {
  it.each(SOURCES)('%s is in the repository', (source) => {
    const { stdout } = spawnSync('git', ['ls-files', '--', source], { cwd: ROOT, encoding: 'utf8' })
    expect(stdout).not.toBe('')
  })

  it('is exactly what the Dockerfile copies', () => {
    const lines = read('.dockerignore').split('\n')
    const kept = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1))
    expect(lines).toContain('*')
    expect(kept.toSorted()).toEqual(SOURCES.toSorted())
  })
})

describe('the last stage', () => {
  const last = STAGES.at(-1) ?? []
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhengmai-image-'))
    // the build and the modules come from the stages before
    for (const { source, target } of [...copiesOf(last), { source: 'dist', target: 'dist' }]) {
      mkdirSync(dirname(join(folder, target)), { recursive: true })
      cpSync(join(ROOT, source), join(folder, target), { recursive: true })
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('holds all that the program reads', () => {
    const env = { ZHENGMAI_DATA_DIR: join(folder, 'data'), ZHENGMAI_MODEL_DIR: join(folder, 'models') }
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [join(folder, 'bin', 'zhengmai.mjs'), ...words], {
        cwd: folder,
        env,
        encoding: 'utf8',
      })
    const ingested = run('ingest', join(folder, 'seeds', 'documents'), '--json')
    expect([ingested.status, ingested.stderr]).toEqual([0, expect.not.stringContaining('错误')])
    const { documents } = JSON.parse(run('status', '--json').stdout) as { documents: number }
    expect(documents).toBeGreaterThan(0)
  })

  it('runs as a user without rights', () => {
    expect(last.filter((line) => line.startsWith('USER '))).toEqual(['USER node'])
  })

  it('installs no development tools', () => {
    const modules = STAGES.find(([first]) => first?.endsWith('AS modules'))
    expect(modules?.filter((line) => line.includes('npm ci'))).toEqual(['RUN npm ci --omit=dev'])
    expect(last.join('\n')).toContain('--from=modules /app/node_modules')
  })
})

describe('docker-compose.yml', () => {
  const compose = read('docker-compose.yml')
  const variables = [...new Set([...compose.matchAll(/\$\{(\w+)/g)].map(([, name]) => name))]
  const example = read('.env.example')

  it('asks for the key that a service beyond loopback needs', () => {
    expect(compose).toMatch(/ZHENGMAI_API_KEY: \$\{ZHENGMAI_API_KEY:\?/)
  })

  it('holds no secret', () => {
    for (const line of compose
      .split('\n')
      .filter((text) => /PASSWORD|API_KEY|AUTH:/.test(text) && text.includes(': ')))
      expect(line).toMatch(/^ *#|: (?:neo4j\/)?\$\{\w+:(?:\?[^}]*|-)\}$/)
  })

  it.each(variables)('explains %s in .env.example or among the settings', (name) => {
    const isSetting = SETTINGS.some((row) => row.name === name)
    expect(isSetting || new RegExp(`^#?${name}=`, 'm').test(example)).toBe(true)
  })
})
