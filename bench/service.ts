import { readQuestions } from '../test/golden/retrieval.ts'
import { findModel } from '../test/support/model.ts'
import type { Bench, CorpusName } from './bench.ts'
import { type Figure, type FigureTitle, medianFigure, skippedFigure } from './figure.ts'
import { memoryFigure, readMemory } from './memory.ts'
import { ask, type Health, start, stop, waitForModel } from './runningService.ts'

const SEARCH =
  'query ($q: String!) { search(query: $q) { servedBy edges { node { clause { reference text } } } } }'

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
  return [memoryFigure(resident, memory.resident), memoryFigure(peak, memory.peak)]
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
    const { pid } = service.child
    return {
      ...{ clauses: counts.clauses, servedBy },
      ...{ resident: readMemory(pid, 'VmRSS'), peak: readMemory(pid, 'VmHWM') },
    }
  } finally {
    await stop(service)
  }
}
