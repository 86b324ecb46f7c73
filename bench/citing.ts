import type { ClauseNode } from '../src/domain/nodes.ts'
import { seededRandom } from '../test/support/bundle.ts'
import type { Bench } from './bench.ts'
import { loadBuilt } from './built.ts'
import { type Figure, singleFigure } from './figure.ts'
import { latencyFigures, timeCalls } from './latency.ts'
import { openServices } from './openServices.ts'

/** The bar stands for a corpus of this size (`--clauses 100000`). */
const BAR_CLAUSES = 100_000
const BAR = { atMost: 100 }
/** Clauses that quotations are taken from. */
const SAMPLE = 100
/** UTF-16 units of a quotation. */
const LENGTH = { least: 30, most: 120 }
/** Every nth character of a near quotation is another one. */
const CHANGED = 15

/** Latency of checking a quotation against the whole corpus: one that stands there, one that nearly does, one that does not; and of a whole answer. */
export async function measure({ built, sizes, corpus }: Bench): Promise<Figure[]> {
  const { checkQuote } = await loadBuilt<typeof import('../src/service/check/checkQuote.ts')>(
    built,
    'src/service/check/checkQuote',
  )
  const { checkText } = await loadBuilt<typeof import('../src/service/check/checkText.ts')>(
    built,
    'src/service/check/checkText',
  )
  const { openScope } = await loadBuilt<typeof import('../src/service/scope.ts')>(built, 'src/service/scope')
  const services = await openServices(built, corpus('large'), null)
  try {
    const { clauses } = await services.store.statistics()
    const bar = clauses >= BAR_CLAUSES ? { bar: BAR } : {}
    const sample = await takeSample(services.store, clauses)
    const quotes = sample.map(quoteOf)
    // made-up clauses share their sentences by the thousand: which of them was quoted is not always among those compared
    const tally = { asked: 0, told: 0 }
    const check = (kind: string, verdict: string | null, words: (index: number) => string) => ({
      kind,
      run: async (index: number) => {
        const found = await checkQuote(openScope(services), { text: words(index % sample.length) })
        tally.asked += 1
        if (verdict === null || found.verdict === verdict) tally.told += 1
      },
    })
    const kinds = [
      check('exact', 'EXACT', (index) => quotes[index]!),
      check('near', 'NEAR', (index) => changed(quotes[index]!)),
      check('absent', null, (index) => absent(quotes, index)),
    ]
    const figures: Figure[] = []
    for (const { kind, run } of kinds) {
      const what = `a quotation, ${kind}, in ${clauses} clauses`
      Object.assign(tally, { asked: 0, told: 0 })
      const times = await timeCalls(sizes.searches, run)
      figures.push(...latencyFigures({ name: `citing/${kind}`, what, ...bar }, times))
      if (kind === 'absent') continue
      figures.push(
        singleFigure(
          { name: `citing/${kind}/told`, what: `${what}: told to be so`, unit: '%' },
          (100 * tally.told) / tally.asked,
        ),
      )
    }
    const numbers = await numbersOf(services.store, sample)
    const answers = await timeCalls(Math.ceil(sizes.searches / 4), async (index) => {
      const text = answerOf(index, numbers, quotes)
      const { findings } = await checkText(openScope(services), { text })
      if (findings.length < 3) throw new Error('an answer without findings')
    })
    const what = `an answer with three documents and quotations in ${clauses} clauses`
    return [...figures, ...latencyFigures({ name: 'citing/answer', what }, answers)]
  } finally {
    await services.store.close()
  }
}

type Store = Awaited<ReturnType<typeof openServices>>['store']

/** Clauses from all over the corpus. */
async function takeSample(store: Store, clauses: number): Promise<ClauseNode[]> {
  const { items } = await store.clauses({}, { first: Math.min(clauses, 20 * SAMPLE), after: null })
  const step = Math.max(1, Math.floor(items.length / SAMPLE))
  return items
    .filter((_, index) => index % step === 0)
    .map(({ node }) => node)
    .filter(({ text }) => text.length >= LENGTH.least)
    .slice(0, SAMPLE)
}

function quoteOf({ text }: ClauseNode, index: number): string {
  const length = LENGTH.least + ((index * 37) % (LENGTH.most - LENGTH.least))
  const start = Math.max(0, Math.min(text.length - length, (index * 13) % text.length))
  return text.slice(start, start + length)
}

function changed(words: string): string {
  return [...words].map((character, index) => (index % CHANGED === CHANGED - 1 ? '某' : character)).join('')
}

/** Words of the corpus in an order that none of its clauses has. */
function absent(quotes: readonly string[], index: number): string {
  const random = seededRandom(index + 1)
  return [...quotes[index % quotes.length]!]
    .map((character) => ({ character, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ character }) => character)
    .join('')
}

async function numbersOf(store: Store, sample: readonly ClauseNode[]): Promise<string[]> {
  const nodes = await store.nodes(sample.map(({ documentId }) => documentId))
  return sample.map(({ documentId }) => {
    const node = nodes.get(documentId)
    return node?.kind === 'DOCUMENT' ? (node.number ?? '') : ''
  })
}

function answerOf(index: number, numbers: readonly string[], quotes: readonly string[]): string {
  return [0, 1, 2]
    .map((step) => (index + step * 7) % quotes.length)
    .map((at) => `根据${numbers[at]}，“${quotes[at]}”。`)
    .join('\n')
}
