/** The service as a user starts it, for measurements from outside. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { packageRoot } from '../test/support/packageRoot.ts'

/** What a first visitor asks. */
const FIRST_QUERY =
  '{ documents(first: 5) { edges { node { title clauses(first: 5) { edges { node { reference } } } } } } }'
/** How long a service may take to load its model, and to end (ms). */
const PATIENCE = 60_000
const POLL = 20

export interface Service {
  readonly child: ChildProcess
  readonly url: string
  readonly began: number
  /** ms from the start to the first answer. */
  readonly answered: number
}

/** Over a data folder, at a free port; when it has answered a first question. */
export async function start(dataDir: string): Promise<Service> {
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [join(packageRoot(), 'bin', 'zhengmai.mjs'), 'serve', '--port', '0'],
    {
      env: { ...process.env, ZHENGMAI_DATA_DIR: dataDir, ZHENGMAI_LOG_LEVEL: 'warn', NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const url = await readUrl(child)
  await ask(url, FIRST_QUERY)
  return { child, url, began, answered: performance.now() - began }
}

function readUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      const url = /serving at (\S+)\n/.exec(text)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('close', (status) => reject(new Error(`the service ended with ${status}: ${text}`)))
  })
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of the query at hand
export async function ask(url: string, query: string, variables: Record<string, unknown> = {}): Promise<any> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const answer = (await response.json()) as { data?: unknown; errors?: unknown }
  if (response.status !== 200 || answer.errors !== undefined) throw new Error(JSON.stringify(answer))
  return answer.data
}

export interface Health {
  readonly model: string | null
  readonly searchMode: string
  readonly counts: { readonly clauses: number }
}

/** ms from the start until the model is loaded. */
export async function waitForModel({ url, began }: Service): Promise<number> {
  while (performance.now() - began < PATIENCE) {
    const { model } = (await (await fetch(`${url}/healthz`)).json()) as Health
    if (model !== null) return performance.now() - began
    await setTimeout(POLL)
  }
  throw new Error('the service did not load its model')
}

export async function stop({ child }: Service): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'close')
  child.kill('SIGTERM')
  await ended
}
