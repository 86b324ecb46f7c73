import type { Knowledge } from '../ingest/knowledge.ts'
import type { InputFile } from '../ingest/values.ts'
import type { Bench } from './bench.ts'
import { type Built, loadBuilt } from './built.ts'
import { type Figure, medianFigure, singleFigure } from './figure.ts'
import { loadBuiltSeeds, readSeedFiles } from './seedFiles.ts'

const STAGES = ['read', 'normalise', 'parse', 'extract'] as const
type StageTimes = Record<(typeof STAGES)[number], number>

interface Round {
  readonly clauses: number
  /** ms of each stage. */
  readonly stages: StageTimes
}

/** Clauses that are read in a second by one thread, bytes to facts; what each stage takes; the cold first file. */
export async function measure({ built, sizes }: Bench): Promise<Figure[]> {
  const { compileKnowledge } = await loadBuilt<typeof import('../ingest/knowledge.ts')>(
    built,
    'ingest/knowledge',
  )
  const seeds = await loadBuiltSeeds(built)
  const began = performance.now()
  const knowledge = compileKnowledge(seeds)
  const compiling = performance.now() - began
  const files = readSeedFiles()
  const readOne = await loadStages(built, knowledge)
  const cold = sum((await readOne(files[0]!)).stages)
  const readAgain = async (some: readonly InputFile[]) => {
    const rounds: Round[] = []
    for (let i = 0; i < sizes.readingRepeats; i += 1)
      for (const file of some) rounds.push(await readOne(file))
    return addRounds(rounds)
  }
  for (let round = 0; round < sizes.readingWarmUp; round += 1) await readAgain(files)
  const rounds: Round[] = []
  for (let round = 0; round < sizes.readingRounds; round += 1) rounds.push(await readAgain(files))
  const single: number[] = []
  for (const file of files) single.push(clausesPerSecond(await readAgain([file])))
  return [
    medianFigure(
      {
        ...{ name: 'reading/clauses', what: 'read + normalise + parse + extract, warm, one thread' },
        ...{ unit: '1/s', bar: { atLeast: 1000 } },
      },
      rounds.map(clausesPerSecond),
    ),
    ...STAGES.map((stage) =>
      medianFigure(
        { name: `reading/share/${stage}`, what: `share of ${stage}`, unit: '%' },
        rounds.map(({ stages }) => (stages[stage] / sum(stages)) * 100),
      ),
    ),
    singleFigure(
      { name: 'reading/slowest', what: 'the slowest of the documents alone', unit: '1/s' },
      Math.min(...single),
    ),
    singleFigure(
      { name: 'reading/fastest', what: 'the fastest of the documents alone', unit: '1/s' },
      Math.max(...single),
    ),
    singleFigure({ name: 'reading/knowledge', what: 'compiling the reference data', unit: 'ms' }, compiling),
    singleFigure({ name: 'reading/cold', what: 'the first file of a process', unit: 'ms' }, cold),
  ]
}

/** The stages of `ingest/readDocument.ts`, one by one. */
async function loadStages(built: Built, knowledge: Knowledge): Promise<(file: InputFile) => Promise<Round>> {
  const { readSource } = await loadBuilt<typeof import('../ingest/read/readSource.ts')>(
    built,
    'ingest/read/readSource',
  )
  const { normalise } = await loadBuilt<typeof import('../ingest/normalise/normalise.ts')>(
    built,
    'ingest/normalise/normalise',
  )
  const { parseOutline } = await loadBuilt<typeof import('../ingest/parse/parse.ts')>(
    built,
    'ingest/parse/parse',
  )
  const { extractFacts } = await loadBuilt<typeof import('../ingest/extract/extract.ts')>(
    built,
    'ingest/extract/extract',
  )
  return async (file) => {
    const start = performance.now()
    const source = await readSource(file)
    const afterRead = performance.now()
    const normal = normalise(source)
    const afterNormalise = performance.now()
    const outline = parseOutline(normal)
    const afterParse = performance.now()
    const { clauses } = extractFacts(outline, knowledge)
    const end = performance.now()
    return {
      clauses: clauses.length,
      stages: {
        read: afterRead - start,
        normalise: afterNormalise - afterRead,
        parse: afterParse - afterNormalise,
        extract: end - afterParse,
      },
    }
  }
}

function clausesPerSecond({ clauses, stages }: Round): number {
  return (clauses / sum(stages)) * 1000
}

function sum(stages: StageTimes): number {
  return STAGES.reduce((total, stage) => total + stages[stage], 0)
}

function addRounds(rounds: readonly Round[]): Round {
  const total = (stage: keyof StageTimes) => rounds.reduce((ms, { stages }) => ms + stages[stage], 0)
  return {
    clauses: rounds.reduce((count, { clauses }) => count + clauses, 0),
    stages: {
      read: total('read'),
      normalise: total('normalise'),
      parse: total('parse'),
      extract: total('extract'),
    },
  }
}
