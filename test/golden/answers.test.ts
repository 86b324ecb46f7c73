import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LONGEST_TEXT } from '../../src/service/check/checkArguments.ts'
import { ANSWER_SETS, type CheckedCorpus, measureAnswers, openCheckedCorpus, readAnswers } from './answers.ts'
import type { Figure } from './measure.ts'

/** Over all kinds of faults together; single kinds have few examples. */
const BARS = { precision: 0.9, recall: 0.9 }

/** Share of findings in which something is held to be wrong that is right. */
const MADE_UP = 0.005
/** Reading the documents on a busy machine (ms). */
const LOADING = 120_000

let corpus: CheckedCorpus
beforeAll(async () => {
  corpus = await openCheckedCorpus()
}, LOADING)
afterAll(async () => {
  await corpus?.[Symbol.asyncDispose]()
})

describe.each(ANSWER_SETS)('the %s answers', (set) => {
  it('name words that stand in them once', () => {
    const repeated = readAnswers(set).flatMap(({ id, text, expected }) =>
      expected.filter(({ at }) => text.split(at).length !== 2).map(({ at }) => `${id}: ${at}`),
    )
    expect(repeated).toEqual([])
  })
  it(
    'are checked with few faults missed and few made up',
    async () => {
      const figures = await measureAnswers(corpus, readAnswers(set))
      const all = figures.find(({ field }) => field === 'fault') as Figure
      expect(all.precision, all.errors.join('\n')).toBeGreaterThanOrEqual(BARS.precision)
      expect(all.recall, all.errors.join('\n')).toBeGreaterThanOrEqual(BARS.recall)
    },
    LOADING,
  )
  it(
    'have their quotations found in the right clauses',
    async () => {
      const figures = await measureAnswers(corpus, readAnswers(set))
      const low = figures.filter(
        ({ field, recall }) => ['exact', 'near', 'clause'].includes(field) && recall < BARS.recall,
      )
      expect(low.flatMap(({ errors }) => errors)).toEqual([])
    },
    LOADING,
  )
})

it(
  'a document given as an answer says of itself what it says',
  async () => {
    const { store } = corpus.services
    const { items } = await store.documents({ ingested: true }, { first: 100, after: null })
    const bodies = await store.bodies(items.map(({ node }) => node.id))
    let findings = 0
    const faults: string[] = []
    for (const { node } of items) {
      const text = (bodies.get(node.id)?.text ?? '').slice(0, LONGEST_TEXT)
      const check = await corpus.check({ text, today: node.effectiveFrom ?? node.issuedOn ?? '2025-12-31' })
      findings += check.findings.length
      for (const { quote, faults: found } of check.findings)
        faults.push(...found.map(({ kind, message }) => `${node.title}: ${kind} ${quote}: ${message}`))
    }
    expect(faults.length, faults.join('\n')).toBeLessThanOrEqual(findings * MADE_UP)
  },
  LOADING,
)
