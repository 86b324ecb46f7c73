import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadSeeds } from '../../src/app/seeds.ts'
import type { SearchMode } from '../../src/domain/vocabulary.ts'
import { openOnnxEmbedder } from '../../src/embedding/onnx.ts'
import type { Embedder } from '../../src/embedding/port.ts'
import { createSegmenter, type Segmenter } from '../../src/search/index.ts'
import type { SearchStore } from '../../src/search/rankers.ts'
import { searchClauses } from '../../src/search/searchClauses.ts'
import { findModel } from '../support/model.ts'
import { createSearchStore } from '../support/searchStore.ts'
import { measureRetrieval, readQuestions } from './retrieval.ts'
import { readSeedClauses } from './seedClauses.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const seeds = await loadSeeds(ROOT)
const model = await findModel()

async function ndcg(
  mode: SearchMode,
  store: SearchStore,
  segmenter: Segmenter,
  embedder: Embedder | null,
): Promise<number> {
  const deps = { store, embedder, segmenter, synonyms: seeds.synonyms }
  const request = { mode, filter: {}, offset: 0, first: 10 }
  const result = await measureRetrieval(readQuestions(), async (query) => {
    const { hits } = await searchClauses(deps, { ...request, query })
    return hits.map(({ clause }) => clause.id)
  })
  return result.ndcg10
}

describe('measureRetrieval', () => {
  const questions = [{ q: '问', relevant: [1, 2].map((clause) => ({ file: 'a', clause })) }]
  it.each([
    ['both first', ['a#1', 'a#2', 'a#3'], { ndcg10: 1, recall5: 1, mrr: 1 }],
    ['one second', ['a#3', 'a#1'], { ndcg10: 0.387, recall5: 0.5, mrr: 0.5 }],
    ['beyond the fifth', ['x', 'x', 'x', 'x', 'x', 'a#2'], { ndcg10: 0.218, recall5: 0, mrr: 0.167 }],
    ['beyond the tenth', [...Array<string>(10).fill('x'), 'a#1'], { ndcg10: 0, recall5: 0, mrr: 0 }],
    ['nothing', [], { ndcg10: 0, recall5: 0, mrr: 0 }],
  ])('%s', async (_what, found, expected) => {
    const result = await measureRetrieval(questions, () => Promise.resolve(found))
    for (const key of ['ndcg10', 'recall5', 'mrr'] as const) expect(result[key]).toBeCloseTo(expected[key], 3)
  })
})

describe('retrieval by keywords', () => {
  it('reaches its floor', async () => {
    const segmenter = createSegmenter(seeds.words)
    const store = await createSearchStore(await readSeedClauses(seeds), segmenter, null)
    expect(await ndcg('KEYWORD', store, segmenter, null)).toBeGreaterThanOrEqual(0.6)
  })
})

describe.skipIf('reason' in model)('retrieval with the model', () => {
  const segmenter = createSegmenter(seeds.words)
  let embedder: Embedder
  let store: SearchStore
  beforeAll(async () => {
    if ('reason' in model) throw new Error(model.reason)
    embedder = await openOnnxEmbedder({ files: model.files, workers: 2 })
    store = await createSearchStore(await readSeedClauses(seeds), segmenter, embedder)
  }, 60_000)
  afterAll(() => embedder[Symbol.asyncDispose]())

  it.each<[SearchMode, number]>([
    // the bar of the first release
    ['HYBRID', 0.82],
    ['SEMANTIC', 0.8],
  ])('%s reaches its floor', async (mode, floor) => {
    expect(await ndcg(mode, store, segmenter, embedder)).toBeGreaterThanOrEqual(floor)
  })

  it('embeds the official words of exactly those synonyms that the model does not know', async () => {
    const wrong: string[] = []
    for (const { term, means, embed } of seeds.synonyms) {
      const [own, ...others] = await embedder.embed([term, ...means])
      const cosines = others.map((other) => other.reduce((sum, value, i) => sum + value * (own?.[i] ?? 0), 0))
      const best = Math.max(...cosines)
      // a hair's breadth from the threshold processors may differ
      if (Math.abs(best - 0.7) > 0.01 && best < 0.7 !== (embed === true))
        wrong.push(`${term} ${best.toFixed(3)}`)
    }
    expect(wrong).toEqual([])
  })
})
