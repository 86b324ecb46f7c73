import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOnnxEmbedder } from '../../src/embedding/onnx.ts'
import type { Embedder } from '../../src/embedding/port.ts'
import { findModel } from '../support/model.ts'
import { measureRelevance, questionsOf, readRelevanceQuestions } from './relevance.ts'
import { measureRelevanceErrors } from './relevanceReport.ts'
import { readQuestions } from './retrieval.ts'

const model = await findModel()
const rate = (wrong: readonly string[], all: number) => (all === 0 ? 0 : wrong.length / all)

describe('the questions', () => {
  const { answerable, foreign } = readRelevanceQuestions()
  it('are half for choosing, half kept apart, and none of those of retrieval', () => {
    const all = [...answerable, ...foreign]
    expect(new Set(all.map(({ q }) => q)).size).toBe(all.length)
    expect(foreign.length).toBeGreaterThanOrEqual(50)
    const retrieval = new Set(readQuestions().map(({ q }) => q))
    expect(all.filter(({ q }) => retrieval.has(q))).toEqual([])
    for (const list of [answerable, foreign]) {
      const held = list.filter(({ part }) => part === 'held').length
      expect(Math.abs(2 * held - list.length)).toBeLessThanOrEqual(2)
    }
  })
  it('count what a search gets wrong', async () => {
    const questions = { answerable: ['药', '械'], foreign: ['雨', '药膳'] }
    const errors = await measureRelevance('x', questions, async (question) => question.startsWith('药'))
    expect(errors).toMatchObject({ refused: ['械'], accepted: ['药膳'], answerable: 2, foreign: 2 })
  })
  it('of a part are those of both kinds', () => {
    const { answerable: on, foreign: off } = questionsOf({ answerable, foreign }, 'held')
    expect([on.length, off.length]).toEqual([50, 55])
  })
})

describe('by keywords', () => {
  it('almost no answerable question is refused', async () => {
    for (const { refused, answerable } of await measureRelevanceErrors('KEYWORD', null))
      expect(rate(refused, answerable)).toBeLessThanOrEqual(0.05)
  })
})

describe.skipIf('reason' in model)('with the model', () => {
  let embedder: Embedder
  beforeAll(async () => {
    if ('reason' in model) throw new Error(model.reason)
    embedder = await openOnnxEmbedder({ files: model.files, workers: 2 })
  }, 60_000)
  afterAll(() => embedder[Symbol.asyncDispose]())

  it('the questions kept apart are judged about as well as those it was chosen on', async () => {
    const [fit, held, retrieval] = await measureRelevanceErrors('HYBRID', embedder)
    // measured: 1 of 50 and 2 of 55; 3 of 50 and 6 of 55; 2 of 30
    expect(rate(fit!.refused, fit!.answerable)).toBeLessThanOrEqual(0.02)
    expect(rate(fit!.accepted, fit!.foreign)).toBeLessThanOrEqual(0.05)
    expect(rate(held!.refused, held!.answerable)).toBeLessThanOrEqual(0.1)
    expect(rate(held!.accepted, held!.foreign)).toBeLessThanOrEqual(0.15)
    expect(rate(retrieval!.refused, retrieval!.answerable)).toBeLessThanOrEqual(0.1)
  }, 120_000)
})
