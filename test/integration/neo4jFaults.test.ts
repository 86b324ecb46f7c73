/** A Neo4j that is away, comes back, or is killed: what the program says, that it goes on, and that nothing is half written. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openNeo4jStore } from '../../graph/neo4j/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { finish, openSandbox, type Sandbox, waitForText } from '../support/cli.ts'
import {
  findNeo4j,
  type OwnServer,
  type ServerAddress,
  settingsOf,
  startOwnServer,
} from '../support/neo4j.ts'
import { policyText } from '../support/policyText.ts'

const TIMEOUT = 300_000
const FILES = 30
/** Clauses of each of these files. */
const CLAUSES = 3

const found = await findNeo4j()
// these tests break servers, each its own
if ('release' in found) await found.release()

interface Health {
  readonly http: number
  readonly status?: string
  readonly counts?: { readonly documents: number }
  readonly error?: { readonly code: string; readonly message: string }
}

/** A service that a test started. */
class Service {
  readonly url: string
  readonly child: ChildProcessWithoutNullStreams
  log = ''

  private constructor(child: ChildProcessWithoutNullStreams, url: string) {
    this.child = child
    this.url = url
  }

  static async start(sandbox: Sandbox): Promise<Service> {
    const child = sandbox.start(['serve', '--port', '0'])
    let log = ''
    const append = (text: Buffer) => {
      log += text.toString()
      if (service !== null) service.log = log
    }
    let service: Service | null = null
    child.stderr.on('data', append)
    const url = await waitForText(child, /http:\/\/[\d.]+:\d+(?=\s)/)
    service = new Service(child, url)
    service.log = log
    return service
  }

  async health(): Promise<Health> {
    const response = await fetch(`${this.url}/healthz`)
    return { http: response.status, ...((await response.json()) as object) }
  }

  async untilHealth(http: number): Promise<Health> {
    for (let health = await this.health(); ; health = await this.health()) {
      if (health.http === http) return health
      await setTimeout(200)
    }
  }

  /** The code of a query's error, null where it is answered. */
  async ask(): Promise<string | null> {
    const body = JSON.stringify({ query: '{ documents(first: 3) { edges { node { title } } } }' })
    const response = await fetch(`${this.url}/graphql`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body },
    })
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] }
    return errors?.[0]?.extensions.code ?? null
  }

  async end(): Promise<void> {
    this.child.kill('SIGKILL')
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close')
  }
}

function writeFiles(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (let serial = 1; serial <= FILES; serial++)
    writeFileSync(join(folder, `${String(serial).padStart(2, '0')}.txt`), policyText({ serial }))
}

const openStore = ({ uri, user, password }: ServerAddress) => openNeo4jStore({ uri, user, password })

/** Every document that is there has all its clauses, with index entry, duties and text. */
async function expectWhole(store: GraphStore): Promise<number> {
  const { items } = await store.documents({ ingested: true }, { first: 1000, after: null })
  for (const { node } of items) {
    const bundle = await store.bundle(node.id)
    const proper = bundle?.clauses.filter(({ parentId }) => parentId === null) ?? []
    expect([node.id, proper.length, bundle?.terms.length, bundle?.body.text.length]).toEqual([
      ...[node.id, CLAUSES, CLAUSES, expect.any(Number)],
    ])
    expect(bundle?.responsibilities.length).toBeGreaterThanOrEqual(CLAUSES)
  }
  return items.length
}

if ('reason' in found) it.skip(`needs Neo4j: ${found.reason}`, () => undefined)
else {
  describe('a Neo4j that goes and comes', () => {
    let server: OwnServer
    let sandbox: Sandbox
    beforeAll(async () => {
      server = await startOwnServer()
    }, TIMEOUT)
    afterAll(() => server?.[Symbol.asyncDispose](), TIMEOUT)
    beforeEach(() => {
      sandbox = openSandbox({ ...settingsOf(server), ZHENGMAI_NEO4J_WAIT_SECONDS: '120' })
    })
    afterEach(() => sandbox.remove())

    it('is waited for by a service, which says so and then gets ready by itself', {
      timeout: TIMEOUT,
    }, async () => {
      await server.stop()
      const service = await Service.start(sandbox)
      const away = await service.health()
      expect(away).toMatchObject({ http: 503, error: { code: 'UNAVAILABLE' } })
      expect(away.error?.message).toContain('连不上')
      expect(await service.ask()).toBe('UNAVAILABLE')
      await server.start()
      const { counts } = await service.untilHealth(200)
      expect(counts?.documents).toBeGreaterThan(0)
      expect(await service.ask()).toBeNull()
      expect(service.log).toContain('STORE_UNAVAILABLE')
      expect(service.log).not.toContain(server.password)
      await service.end()
    })

    it('takes a serving service out of health and back', { timeout: TIMEOUT }, async () => {
      const service = await Service.start(sandbox)
      await service.untilHealth(200)
      await server.kill()
      const codes = await Promise.all(Array.from({ length: 5 }, () => service.ask()))
      expect(new Set(codes)).toEqual(new Set(['UNAVAILABLE']))
      expect(await service.health()).toMatchObject({ http: 503, error: { code: 'UNAVAILABLE' } })
      await server.start()
      await service.untilHealth(200)
      expect(await service.ask()).toBeNull()
      await service.end()
    })

    it('does not end an ingestion that it leaves in the middle', { timeout: TIMEOUT }, async () => {
      writeFiles(join(sandbox.folder, 'files'))
      const child = sandbox.start(['ingest', 'files'])
      const ended = finish(child)
      await waitForText(child, /收录 [3-9]\//)
      await server.kill()
      await server.start()
      const { status, out, err } = await ended
      expect({ status, failures: err.match(/^错误 .*$/gm) }).toEqual({ status: 0, failures: null })
      expect(out).toContain(`${FILES}`)
      await using store = await openStore(server)
      await store.deleteDocument('nothing')
      const numbers = Array.from({ length: FILES }, (_, index) => `绍政办发〔2023〕${index + 1}号`)
      const listed = await store.documents({ numbers }, { first: FILES, after: null })
      expect(listed.totalCount).toBe(FILES)
    })

    it('is given up by a command when its patience ends', { timeout: TIMEOUT }, async () => {
      const hasty = openSandbox({ ...settingsOf(server), ZHENGMAI_NEO4J_WAIT_SECONDS: '1' })
      await server.stop()
      const { status, out, err } = await hasty.run(['status'])
      expect([status, out]).toEqual([1, ''])
      expect(err).toMatch(/继续尝试，至多 1 秒\n(?:.*\n)*错误 STORE_UNAVAILABLE: /)
      expect(err).toContain(server.uri)
      expect(err).not.toContain(server.password)
      await server.start()
      hasty.remove()
    })
  })

  describe('a Neo4j that is killed while documents are written', () => {
    it('holds whole documents only', { timeout: TIMEOUT }, async () => {
      await using server = await startOwnServer()
      const sandbox = openSandbox({ ...settingsOf(server), ZHENGMAI_NEO4J_WAIT_SECONDS: '1' })
      writeFiles(join(sandbox.folder, 'files'))
      const child = sandbox.start(['ingest', 'files'])
      const ended = finish(child)
      await waitForText(child, /收录 [5-9]\//)
      await server.kill()
      expect((await ended).status).toBe(1)
      await server.start()
      await using store = await openStore(server)
      const stored = await expectWhole(store)
      expect(stored).toBeGreaterThan(0)
      expect(stored).toBeLessThan(FILES)
      // the next run does the rest
      expect(await sandbox.run(['ingest', 'files'])).toMatchObject({ status: 0 })
      expect(await expectWhole(store)).toBe(FILES)
      sandbox.remove()
    })
  })

  describe('a Neo4j whose disk is full', () => {
    it('says so, keeps whole documents, and goes on when there is room and it was restarted', {
      timeout: TIMEOUT,
    }, async ({ skip }) => {
      if (!existsSync('/usr/bin/prlimit')) skip('needs prlimit')
      await using server = await startOwnServer()
      const sandbox = openSandbox({ ...settingsOf(server), ZHENGMAI_NEO4J_WAIT_SECONDS: '1' })
      writeFiles(join(sandbox.folder, 'files'))
      expect(await sandbox.run(['ingest', join('files', '01.txt')])).toMatchObject({ status: 0 })
      await server.fillDisk()
      const full = await sandbox.run(['ingest', 'files'])
      expect([full.status, full.err.match(/错误 STORE_FULL: /g)?.length]).toEqual([1, 1])
      const after = await sandbox.run(['status'])
      expect([after.status, after.out]).toEqual([1, ''])
      expect(after.err).toMatch(/错误 STORE_UNAVAILABLE: .*重新启动/)
      await server.kill()
      await server.start()
      await using store = await openStore(server)
      expect(await expectWhole(store)).toBeLessThan(FILES)
      expect(await sandbox.run(['ingest', 'files'])).toMatchObject({ status: 0 })
      expect(await expectWhole(store)).toBe(FILES)
      sandbox.remove()
    })
  })
}
