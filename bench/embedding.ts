import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { MODEL_ID } from '../src/embedding/modelFiles.ts'
import type { Embedder } from '../src/embedding/port.ts'
import type { Bench } from './bench.ts'
import { type Built, loadBuilt } from './built.ts'
import { type Figure, type FigureTitle, medianFigure, skippedFigure } from './figure.ts'
import { openModel } from './model.ts'
import { readSeedClauses } from './seedFiles.ts'

/** Clauses of a document: ingestion embeds one document after the other, so threads wait for each other at its end. */
const CLAUSES_OF_DOCUMENT = 25
/** Enough to have both threads of the embedder up: the second one ends when it idles. */
const WARM_UP = 32

const CLAUSES: FigureTitle = {
  name: 'embedding/clauses',
  what: 'clauses embedded with their windows',
  unit: '1/s',
}
const PASSAGES: FigureTitle = { name: 'embedding/passages', what: 'passages embedded', unit: '1/s' }
const BARE: FigureTitle = {
  name: 'embedding/bare',
  what: 'passages, two processes on the bare runtime',
  unit: '1/s',
}
const RATIO: FigureTitle = {
  name: 'embedding/ratio',
  what: 'pipeline to bare runtime',
  unit: 'ratio',
  bar: { atLeast: 0.9 },
}

/** Speed of the pipeline's embedder against two processes that call the bare runtime on the same texts, in turns. */
export async function measure({ built, sizes }: Bench): Promise<Figure[]> {
  const opened = await openModel(built)
  if ('reason' in opened)
    return [CLAUSES, PASSAGES, BARE, RATIO].map((given) => skippedFigure(given, opened.reason))
  const documents = await listTexts(built, sizes.embeddingClauses)
  const texts = documents.flat()
  const rivals = await Promise.all([startBare(opened.dir), startBare(opened.dir)])
  const runs: { own: number; bare: number }[] = []
  try {
    for (let run = 0; run < sizes.embeddingRuns; run += 1) {
      const own = await timeOwn(opened.embedder, documents)
      runs.push({ own, bare: await timeBare(rivals, texts) })
    }
  } finally {
    for (const rival of rivals) rival.disconnect()
    await opened.embedder[Symbol.asyncDispose]()
  }
  const perSecond = (count: number, times: readonly number[]) => times.map((ms) => (count / ms) * 1000)
  const own = runs.map((run) => run.own)
  return [
    medianFigure(CLAUSES, perSecond(sizes.embeddingClauses, own)),
    medianFigure(PASSAGES, perSecond(texts.length, own)),
    medianFigure(
      BARE,
      perSecond(
        texts.length,
        runs.map((run) => run.bare),
      ),
    ),
    medianFigure(
      RATIO,
      runs.map((run) => run.bare / run.own),
    ),
  ]
}

/** The texts of as many clauses, one list a document; the program's own clauses again and again. */
async function listTexts(built: Built, count: number): Promise<string[][]> {
  const { clauseIndexText, passageTexts } = await loadBuilt<typeof import('../src/search/indexing.ts')>(
    built,
    'src/search/indexing',
  )
  const clauses = await readSeedClauses(built)
  const documents: string[][] = []
  for (let i = 0; i < count; i += 1) {
    if (i % CLAUSES_OF_DOCUMENT === 0) documents.push([])
    const passages = passageTexts(clauseIndexText(clauses[i % clauses.length]!))
    documents.at(-1)?.push(...passages.map(({ text }) => text))
  }
  return documents
}

async function timeOwn(embedder: Embedder, documents: readonly string[][]): Promise<number> {
  await embedder.embed(documents.flat().slice(0, WARM_UP))
  const start = performance.now()
  for (const texts of documents) await embedder.embed(texts)
  return performance.now() - start
}

async function startBare(modelDir: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./bareRuntime.mjs', import.meta.url))
  const child = fork(script, [modelDir, MODEL_ID], { execArgv: [] })
  await once(child, 'message')
  return child
}

/** Every second text each, so that both have as much to do. */
async function timeBare(rivals: readonly ChildProcess[], texts: readonly string[]): Promise<number> {
  const start = performance.now()
  await Promise.all(
    rivals.map(async (rival, index) => {
      const done = once(rival, 'message')
      rival.send(texts.filter((_text, i) => i % rivals.length === index))
      await done
    }),
  )
  return performance.now() - start
}
