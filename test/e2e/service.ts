/** The real service, as a user starts it, with the documents that come with it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { defaultModelDir } from '../../src/config/folders.ts'
import { findModel } from '../support/model.ts'

const LAUNCHER = fileURLToPath(new URL('../../bin/zhengmai.mjs', import.meta.url))
/** The first ingestion with the model takes seconds, on a busy machine many (ms). */
const START_PATIENCE = 180_000

export interface TestService extends AsyncDisposable {
  readonly url: string
  /** False where it runs without the model: keywords only. */
  readonly semantic: boolean
  /** Answers of GraphQL, to find real ids; rejects where it has errors. */
  // biome-ignore lint/suspicious/noExplicitAny: a test states the shape it expects
  ask(query: string, variables?: Record<string, unknown>): Promise<any>
  /** Sends a text as a file; the id of its document. */
  upload(name: string, text: string): Promise<string>
  stop(): Promise<void>
  /** At the same address, over the same data. */
  start(): Promise<void>
}

/** @param settings further variables, e.g. ZHENGMAI_API_KEY */
export async function startService(settings: Readonly<Record<string, string>> = {}): Promise<TestService> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengmai-e2e-'))
  const model = await findModel()
  const [port, modelDir] = [await freePort(), modelDirOf(model)]
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: homedir(),
    ZHENGMAI_DATA_DIR: join(folder, 'data'),
    ZHENGMAI_PORT: String(port),
    ZHENGMAI_LOG_LEVEL: 'warn',
    // without the model: none is looked for elsewhere
    ZHENGMAI_MODEL_DIR: modelDir ?? join(folder, 'models'),
    ...(modelDir === null ? { PATH: '/nonexistent', HF_ENDPOINT: 'http://127.0.0.1:9' } : {}),
    ...settings,
  }
  const url = `http://127.0.0.1:${port}`
  const key: Record<string, string> =
    settings['ZHENGMAI_API_KEY'] === undefined ? {} : { 'x-api-key': settings['ZHENGMAI_API_KEY'] }
  let child: ChildProcess | null = null
  const service: TestService = {
    url,
    semantic: modelDir !== null,
    async ask(query, variables = {}) {
      const body = JSON.stringify({ query, variables })
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown }
      if (errors !== undefined) throw new Error(JSON.stringify(errors))
      return data
    },
    async upload(name, text) {
      const body = new FormData()
      body.append('file', new File([text], name))
      const response = await fetch(`${url}/v1/documents`, { method: 'POST', headers: key, body })
      const { reports } = (await response.json()) as { reports: { documentId: string | null }[] }
      const id = reports[0]?.documentId
      if (id == null) throw new Error(`not ingested: ${JSON.stringify(reports)}`)
      return id
    },
    async start() {
      child = spawn(process.execPath, [LAUNCHER, 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
      await ready(child, url)
    },
    async stop() {
      if (child === null || child.exitCode !== null) return
      const ended = once(child, 'close')
      child.kill('SIGTERM')
      await ended
    },
    async [Symbol.asyncDispose]() {
      await service.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await service.start()
  return service
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000)
  })
  for (const end = Date.now() + START_PATIENCE; Date.now() < end; await setTimeout(100)) {
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}: ${said}`)
    const answer = await fetch(`${url}/healthz`).catch(() => null)
    if (answer?.ok === true) return
  }
  child.kill('SIGKILL')
  throw new Error(`the service is not ready: ${said}`)
}

/** Where the program itself looks for it. */
function modelDirOf(model: Awaited<ReturnType<typeof findModel>>): string | null {
  if ('reason' in model) return null
  const place = { platform: process.platform, home: homedir(), checkout: null, workingDir: process.cwd() }
  return process.env['ZHENGMAI_MODEL_DIR'] ?? defaultModelDir(process.env, place)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
