import { fileURLToPath } from 'node:url'
import { loadSeeds } from '../../src/app/seeds.ts'
import type { SearchMode } from '../../src/domain/vocabulary.ts'
import { openOnnxEmbedder } from '../../src/embedding/onnx.ts'
import type { Embedder } from '../../src/embedding/port.ts'
import { createSegmenter } from '../../src/search/index.ts'
import { searchClauses } from '../../src/search/searchClauses.ts'
import { findModel } from '../support/model.ts'
import { createSearchStore } from '../support/searchStore.ts'
import { measureRelevance, questionsOf, type RelevanceErrors, readRelevanceQuestions } from './relevance.ts'
import { readQuestions } from './retrieval.ts'
import { readSeedClauses } from './seedClauses.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Errors on the questions that the threshold was chosen on, on those kept apart, and on the questions of retrieval. */
export async function measureRelevanceErrors(
  mode: SearchMode,
  embedder: Embedder | null,
): Promise<readonly RelevanceErrors[]> {
  const seeds = await loadSeeds(ROOT)
  const segmenter = createSegmenter(seeds.words)
  const store = await createSearchStore(await readSeedClauses(seeds), segmenter, embedder)
  const deps = { store, embedder, segmenter, synonyms: seeds.synonyms }
  const isRelevant = async (query: string) =>
    (await searchClauses(deps, { query, mode, filter: {}, offset: 0, first: 1 })).relevant
  const questions = readRelevanceQuestions()
  const retrieval = { answerable: readQuestions().map(({ q }) => q), foreign: [] }
  return [
    await measureRelevance('fit', questionsOf(questions, 'fit'), isRelevant),
    await measureRelevance('held', questionsOf(questions, 'held'), isRelevant),
    await measureRelevance('retrieval', retrieval, isRelevant),
  ]
}

/** Prints them for each mode that can be had; `--errors` lists the questions. */
export async function printRelevance(): Promise<void> {
  const model = await findModel()
  const embedder = 'reason' in model ? null : await openOnnxEmbedder({ files: model.files, workers: 1 })
  const modes: readonly SearchMode[] = embedder === null ? ['KEYWORD'] : ['HYBRID', 'KEYWORD']
  console.log('nothing relevant found     answerable refused   foreign accepted')
  for (const mode of modes) {
    for (const errors of await measureRelevanceErrors(mode, embedder)) printErrors(mode, errors)
  }
  await embedder?.[Symbol.asyncDispose]()
}

function printErrors(
  mode: SearchMode,
  { part, refused, answerable, accepted, foreign }: RelevanceErrors,
): void {
  const share = (wrong: number, all: number) =>
    all === 0 ? '—' : `${wrong} of ${all} (${((100 * wrong) / all).toFixed(1)} %)`
  const columns = [
    share(refused.length, answerable).padStart(18),
    share(accepted.length, foreign).padStart(18),
  ]
  console.log(`${`${mode} ${part}`.padEnd(25)}${columns.join(' ')}`)
  if (!process.argv.includes('--errors')) return
  for (const question of refused) console.log(`  refused ${question}`)
  for (const question of accepted) console.log(`  accepted ${question}`)
}
