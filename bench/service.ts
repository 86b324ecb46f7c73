import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readQuestions } from '../test/golden/retrieval.ts'
import { findModel } from '../test/support/model.ts'
import { packageRoot } from '../test/support/packageRoot.ts'
import type { Bench, CorpusName } from './bench.ts'
import { type Figure, type FigureTitle, medianFigure, singleFigure, skippedFigure } from './figure.ts'

/** What a first visitor asks. */
const FIRST_QUERY =
  '{ documents(first: 5) { edges { node { title clauses(first: 5) { edges { node { reference } } } } } } }'
const SEARCH =
  'query ($q: String!) { search(query: $q) { servedBy edges { node { clause { reference text } } } } }'
/** How long a service may take to load its model, and to end (ms). */
const PATIENCE = 60_000
const POLL = 20

/** The launcher's time to a first answer on an existing store, and the memory of the service after searches. */
export async function measure(bench: Bench): Promise<Figure[]> {
  const model = await findModel()
  const reason = 'reason' in model ? model.reason : null
  return [...(await measureCorpus(bench, 'seeds', reason)), ...(await measureCorpus(bench, 'large', reason))]
}

/** @param noModel why there is no model; null where it is there and the service is waited for until it has loaded it */
async function measureCorpus(
  { sizes, corpus }: Bench,
  name: CorpusName,
  noModel: string | null,
): Promise<Figure[]> {
  const { dataDir } = corpus(name)
  // the first start may build, and reads what the disk has not cached
  await start(dataDir).then(stop)
  const first: number[] = []
  const ready: number[] = []
  for (let run = 0; run < sizes.starts; run += 1) {
    const service = await start(dataDir)
    first.push(service.answered)
    if (noModel === null) ready.push(await waitForModel(service))
    await stop(service)
  }
  const memory = await measureMemory(dataDir, sizes.searchesBeforeMemory, noModel === null)
  const given = { name: `service/${name}`, clauses: `with ${memory.clauses} clauses` }
  return [
    medianFigure(
      {
        ...{ name: `${given.name}/firstAnswer`, what: `start to first GraphQL answer ${given.clauses}` },
        ...{ unit: 's', bar: { atMost: 2 } },
      },
      first.map((ms) => ms / 1000),
    ),
    readyFigure(given, ready, noModel),
    ...memoryFigures(given, memory),
  ]
}

interface Given {
  readonly name: string
  readonly clauses: string
}

function readyFigure({ name, clauses }: Given, ready: readonly number[], noModel: string | null): Figure {
  const given: FigureTitle = { name: `${name}/ready`, what: `start to loaded model ${clauses}`, unit: 's' }
  if (noModel !== null) return skippedFigure(given, noModel)
  return medianFigure(
    given,
    ready.map((ms) => ms / 1000),
  )
}

function memoryFigures(given: Given, memory: Memory): Figure[] {
  const bar = { atMost: 500 }
  const resident: FigureTitle = {
    ...{ name: `${given.name}/memory`, what: `resident memory ${given.clauses} (${memory.servedBy})` },
    ...{ unit: 'MB', bar },
  }
  const peak: FigureTitle = {
    name: `${given.name}/peak`,
    what: `greatest resident memory ${given.clauses}`,
    unit: 'MB',
  }
  if (memory.resident === null || memory.peak === null)
    return [resident, peak].map((row) => skippedFigure(row, 'this system has no /proc'))
  return [singleFigure(resident, memory.resident), singleFigure(peak, memory.peak)]
}

interface Service {
  readonly child: ChildProcess
  readonly url: string
  readonly began: number
  /** ms from the start to the first answer. */
  readonly answered: number
}

async function start(dataDir: string): Promise<Service> {
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
async function ask(url: string, query: string, variables: Record<string, unknown> = {}): Promise<any> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const answer = (await response.json()) as { data?: unknown; errors?: unknown }
  if (response.status !== 200 || answer.errors !== undefined) throw new Error(JSON.stringify(answer))
  return answer.data
}

interface Health {
  readonly model: string | null
  readonly searchMode: string
  readonly counts: { readonly clauses: number }
}

/** ms from the start until the model is loaded. */
async function waitForModel({ url, began }: Service): Promise<number> {
  while (performance.now() - began < PATIENCE) {
    const { model } = (await (await fetch(`${url}/healthz`)).json()) as Health
    if (model !== null) return performance.now() - began
    await setTimeout(POLL)
  }
  throw new Error('the service did not load its model')
}

async function stop({ child }: Service): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'close')
  child.kill('SIGTERM')
  await ended
}

interface Memory {
  readonly clauses: number
  readonly servedBy: string
  /** MB; null where the system does not tell. */
  readonly resident: number | null
  readonly peak: number | null
}

async function measureMemory(dataDir: string, searches: number, hasModel: boolean): Promise<Memory> {
  const service = await start(dataDir)
  try {
    if (hasModel) await waitForModel(service)
    const questions = readQuestions()
    let servedBy = ''
    for (let index = 0; index < searches; index += 1) {
      const { search } = await ask(service.url, SEARCH, { q: questions[index % questions.length]!.q })
      servedBy = search.servedBy
    }
    const { counts } = (await (await fetch(`${service.url}/healthz`)).json()) as Health
    const read = (field: string) => readMemory(service.child.pid, field)
    return { clauses: counts.clauses, servedBy, resident: read('VmRSS'), peak: read('VmHWM') }
  } finally {
    await stop(service)
  }
}

function readMemory(pid: number | undefined, field: string): number | null {
  try {
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    )?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}
