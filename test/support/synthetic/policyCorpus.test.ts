import { describe, expect, it } from 'vitest'
import { compileKnowledge } from '../../../ingest/knowledge.ts'
import { readDocument } from '../../../ingest/readDocument.ts'
import { referenceOf } from '../../../src/app/parsing.ts'
import { loadSeeds } from '../../../src/app/seeds.ts'
import { clauseIndexText, passageTexts } from '../../../src/search/indexing.ts'
import { packageRoot } from '../packageRoot.ts'
import { policyBundle } from './policyBundle.ts'
import { planDocuments, syntheticDocumentId } from './policyPlan.ts'
import { chineseNumber, writePolicy } from './policySource.ts'

const plans = [...planDocuments({ clauses: 620, clausesPerDocument: 10 })]

describe('the made-up corpus', () => {
  it('has as many clauses as asked, in documents of different numbers, titles and levels', () => {
    expect(plans).toHaveLength(62)
    expect(plans.flatMap(({ clauses }) => clauses)).toHaveLength(620)
    expect(new Set(plans.map(syntheticDocumentId)).size).toBe(62)
    expect(new Set(plans.map(({ place }) => place.level)).size).toBe(4)
    expect(new Set(plans.flatMap(({ clauses }) => clauses.map(({ text }) => text))).size).toBeGreaterThan(600)
    const upper = plans.filter((plan) => plan.upper !== null)
    expect(upper.length).toBeGreaterThan(5)
    for (const plan of upper) expect(plan.upper!.index).toBeLessThan(plan.index)
  })

  it('is the same each time, and another one for another seed', () => {
    expect([...planDocuments({ clauses: 620, clausesPerDocument: 10 })]).toEqual(plans)
    expect([...planDocuments({ clauses: 620, clausesPerDocument: 10, seed: 2 })]).not.toEqual(plans)
  })

  it('is read as it was planned', async () => {
    const knowledge = compileKnowledge(referenceOf(await loadSeeds(packageRoot())))
    for (const plan of plans.filter(({ index, upper }) => index < 8 || upper !== null).slice(0, 16)) {
      const { text } = writePolicy(plan)
      const { facts } = await readDocument({ name: 'a.txt', bytes: Buffer.from(text) }, knowledge)
      expect(facts.clauses).toHaveLength(plan.clauses.length)
      facts.clauses.forEach(({ body }, index) => {
        const read = facts.outline.normal.text.slice(body.start, body.end)
        expect(read).toBe(plan.clauses[index]!.text)
      })
    }
  })

  it('makes bundles whose spans hold what they name', () => {
    for (const plan of plans) {
      const made = policyBundle(plan, {
        ...{ clauseTokens: () => [], passageTexts, clauseIndexText },
        vectorOf: () => Float32Array.of(1),
      })
      const { text } = made.body
      for (const { bodySpan, text: words } of made.clauses)
        expect(text.slice(bodySpan.start, bodySpan.end)).toBe(words)
      for (const { span, number } of made.citations) expect(text.slice(span.start, span.end)).toBe(number)
      expect(made.passages.length).toBeGreaterThan(made.clauses.length)
      expect(made.responsibilities.length).toBeGreaterThanOrEqual(made.clauses.length * 2)
    }
  })

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [125, '一百二十五'],
  ])('%i is written %s', (value, words) => {
    expect(chineseNumber(value)).toBe(words)
  })
})
