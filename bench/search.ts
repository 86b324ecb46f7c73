import { SEARCH_MODES } from '../src/domain/vocabulary.ts'
import type { Embedder } from '../src/embedding/port.ts'
import type { ClauseConditions } from '../src/service/clauseFilter.ts'
import { readQuestions } from '../test/golden/retrieval.ts'
import type { Bench, CorpusName } from './bench.ts'
import { loadBuilt } from './built.ts'
import { type Figure, skippedFigure } from './figure.ts'
import { latencyFigures, timeCalls } from './latency.ts'
import { openModel } from './model.ts'
import { openServices } from './openServices.ts'

/** The bar stands for a corpus of this size (`--clauses 100000`). */
const BAR_CLAUSES = 100_000
const BAR = { atMost: 60 }
const FILTERS: readonly { readonly name: string; readonly filter: ClauseConditions | null }[] = [
  { name: 'all', filter: null },
  { name: 'filtered', filter: { level: 'MUNICIPAL', within: '山东省' } },
]

/** Latency of a search through the service layer, the embedding of the query included; each time another question. */
export async function measure(bench: Bench): Promise<Figure[]> {
  const opened = await openModel(bench.built)
  const embedder = 'reason' in opened ? null : opened.embedder
  try {
    const reason = 'reason' in opened ? opened.reason : null
    return [
      ...(bench.store === 'neo4j' ? [] : await measureCorpus(bench, 'seeds', embedder, reason)),
      ...(await measureCorpus(bench, 'large', embedder, reason)),
    ]
  } finally {
    await embedder?.[Symbol.asyncDispose]()
  }
}

async function measureCorpus(
  { built, sizes, corpus }: Bench,
  name: CorpusName,
  embedder: Embedder | null,
  reason: string | null,
): Promise<Figure[]> {
  const { search } = await loadBuilt<typeof import('../src/service/search.ts')>(built, 'src/service/search')
  const { openScope } = await loadBuilt<typeof import('../src/service/scope.ts')>(built, 'src/service/scope')
  const services = await openServices(built, corpus(name), embedder)
  const questions = readQuestions()
  const figures: Figure[] = []
  try {
    const { clauses } = await services.store.statistics()
    const bar = clauses >= BAR_CLAUSES ? { bar: BAR } : {}
    for (const mode of SEARCH_MODES) {
      for (const { name: filterName, filter } of FILTERS) {
        const given = {
          name: `search/${name}/${mode.toLowerCase()}/${filterName}`,
          what: `search of ${clauses} clauses, ${mode}${filter === null ? '' : ', with a filter'}`,
        }
        if (mode !== 'KEYWORD' && reason !== null) {
          figures.push(skippedFigure({ ...given, unit: 'ms' }, reason))
          continue
        }
        const times = await timeCalls(sizes.searches, async (index) => {
          const query = questions[index % questions.length]!.q
          const { servedBy, edges } = await search(openScope(services), { query, mode, filter, first: 10 })
          if (servedBy !== mode || (edges.length === 0 && mode !== 'KEYWORD'))
            throw new Error(`${mode} was served by ${servedBy} with ${edges.length} hits`)
        })
        figures.push(...latencyFigures({ ...given, ...bar }, times))
      }
    }
  } finally {
    await services.store.close()
  }
  return figures
}
