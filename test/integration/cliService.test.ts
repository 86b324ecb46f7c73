import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSandbox, type Sandbox, waitForText } from '../support/cli.ts'
import { policyText } from '../support/policyText.ts'

const SEED_DOCUMENTS = fileURLToPath(new URL('../../seeds/documents/', import.meta.url))

let sandbox: Sandbox
let service: ChildProcessWithoutNullStreams
let url: string

interface Health {
  readonly status: string
  readonly model: string | null
  readonly searchMode: string
  readonly counts: { readonly documents: number }
}

async function readHealth(query = ''): Promise<{ status: number; body: Health }> {
  const response = await fetch(`${url}/healthz${query}`)
  return { status: response.status, body: (await response.json()) as Health }
}

beforeAll(async () => {
  sandbox = openSandbox()
  service = sandbox.start(['serve', '--port', '0'])
  url = (await waitForText(service, /http:\/\/[\d.]+:\d+(?=\s)/)).trim()
  while ((await readHealth()).status !== 200) await setTimeout(100)
})
afterAll(() => {
  service.kill('SIGKILL')
  sandbox.remove()
})

describe('a service on an empty data folder, without a model', () => {
  it('has the documents that come with the program when it says it is ready', async () => {
    const { body } = await readHealth()
    expect(body).toMatchObject({ status: 'ready', model: null, searchMode: 'KEYWORD' })
    expect(body.counts.documents).toBeGreaterThan(0)
  })

  it('is not healthy for those who need the model', async () => {
    expect((await readHealth('?strict')).status).toBe(503)
  })

  it('keeps other writers out', async () => {
    writeFileSync(join(sandbox.folder, 'new.txt'), policyText())
    const { status, err } = await sandbox.run(['ingest', 'new.txt'])
    expect(status).toBe(1)
    expect(err).toMatch(new RegExp(`^错误 STORE_LOCKED: .*${service.pid}`))
  })

  it('lets readers in', async () => {
    const [status, search] = await Promise.all([
      sandbox.run(['status', '--json']),
      sandbox.run(['search', '药品', '--first', '3', '--json']),
    ])
    const { body } = await readHealth()
    expect(JSON.parse(status.out)).toMatchObject({ documents: body.counts.documents, model: null })
    expect(JSON.parse(search.out)).toMatchObject({ servedBy: 'KEYWORD', coverage: { semantic: false } })
    expect((JSON.parse(search.out) as { hits: unknown[] }).hits).toHaveLength(3)
  })

  it('leaves its port to itself', async () => {
    const other = openSandbox()
    const { status, err } = await other.run(['serve', '--port', new URL(url).port])
    other.remove()
    expect(status).toBe(1)
    expect(err).toContain('错误 UNAVAILABLE: 127.0.0.1:')
  })

  it('ends on SIGTERM with status 0, and the next writer gets in', async () => {
    service.kill('SIGTERM')
    const [status] = (await once(service, 'close')) as [number | null]
    expect(status).toBe(0)
    expect(await sandbox.run(['ingest', 'new.txt'])).toMatchObject({ status: 0 })
  })
})

it('a first ingestion that was cut short is taken up by the next start', async () => {
  const other = openSandbox()
  const first = other.start(['serve', '--port', '0'])
  await waitForText(first, /收录 1\//)
  first.kill('SIGKILL')
  await once(first, 'close')
  const second = other.start(['serve', '--port', '0'])
  const address = (await waitForText(second, /http:\/\/[\d.]+:\d+(?=\s)/)).trim()
  let response = await fetch(`${address}/healthz`)
  for (; response.status !== 200; response = await fetch(`${address}/healthz`)) await setTimeout(100)
  const { counts } = (await response.json()) as Health
  second.kill('SIGKILL')
  await once(second, 'close')
  other.remove()
  expect(counts.documents).toBe(readdirSync(SEED_DOCUMENTS).length)
})

it('a configuration with faults names them all and starts nothing', async () => {
  const { status, out, err } = await sandbox.run(['serve', '--host', '0.0.0.0', '--port', 'x'])
  expect([status, out]).toEqual([2, ''])
  expect(err).toContain('- ZHENGMAI_PORT: ')
  expect(err).toContain('- ZHENGMAI_API_KEY: ')
})
