import { beforeAll, describe, expect, it } from 'vitest'
import { WEIGHTS } from '../../src/correspondence/weights.ts'
import { findModel } from '../support/model.ts'
import { fitWeights, probability } from './correspondenceFit.ts'
import { type LabelledPair, type LabelSet, measureLinks, readLabels } from './correspondenceLabels.ts'
import {
  crossValidate,
  type Features,
  fitAll,
  measureScorer,
  measureUnrelated,
  readLabelledFeatures,
} from './correspondenceMeasure.ts'
import { bandsOf } from './correspondenceReport.ts'

const model = await findModel()
const gold = readLabels('correspondence')
const fitted = [...gold, ...readLabels('correspondenceMore')]

describe('measureLinks', () => {
  const pair: LabelledPair = {
    lower: 'l',
    upper: 'u',
    labels: [
      { lower: { file: 'l', clause: 1 }, upper: [{ file: 'u', clause: 4, grade: 2 }] },
      { lower: { file: 'l', clause: 2 }, upper: [] },
    ],
  }
  it.each([
    ['all right', { 1: [4], 2: [] }, { hit1: 1, recall3: 1, precision: 1, recall: 1, f1: 1, empty: 1 }],
    ['second best', { 1: [3, 4], 2: [] }, { hit1: 0, recall3: 1, precision: 0.5, recall: 1, f1: 2 / 3 }],
    ['beyond the third', { 1: [1, 2, 3, 4], 2: [] }, { recall3: 0, precision: 0.25, recall: 1 }],
    ['a link too many', { 1: [4], 2: [4] }, { precision: 0.5, empty: 0 }],
    ['nothing', { 1: [], 2: [] }, { hit1: 0, recall3: 0, recall: 0, f1: 0, empty: 1 }],
  ] as const)('%s', (_what, links, expected) => {
    const figures = measureLinks([pair], (_pair, lower) => links[lower as 1 | 2])
    expect(figures).toMatchObject(expected)
  })
})

it('fits weights that tell right from wrong', () => {
  const samples = Array.from({ length: 40 }, (_, index) => ({
    signals: { meaning: index / 40, wording: (index % 5) / 5, standing: 0, leads: 0 },
    // one of each side is wrong: the two cannot be told apart wholly
    isRight: index === 5 || (index > 20 && index !== 33),
  }))
  const weights = fitWeights(samples)
  expect(weights.meaning).toBeGreaterThan(1)
  expect(Math.abs(weights.wording)).toBeLessThan(1)
  const total = samples.reduce((sum, { signals }) => sum + probability(weights, signals), 0)
  expect(total).toBeCloseTo(samples.filter(({ isRight }) => isRight).length, 3)
})

describe.skipIf('reason' in model)('correspondences with the model', () => {
  let features: Features
  beforeAll(async () => {
    if ('reason' in model) throw new Error(model.reason)
    features = await readLabelledFeatures(model.files)
  }, 120_000)

  // the bar of the release; in cross-validation no worse than 0.05 below
  it.each<[string, (pairs: readonly LabelledPair[]) => ReturnType<typeof measureScorer>, number]>([
    ['as it is', (pairs) => measureScorer(features, pairs), 0],
    [
      'document left out',
      (pairs) => crossValidate(features, fitted, ({ lower }) => lower).figures(pairs),
      0.05,
    ],
    ['five folds', (pairs) => crossValidate(features, fitted, (_, lower) => lower % 5).figures(pairs), 0.05],
  ])('reaches the bar on the labels, %s', (_what, measure, slack) => {
    for (const pairs of [gold, fitted]) {
      const { recall3, precision, empty } = measure(pairs)
      expect(recall3).toBeGreaterThanOrEqual(0.8 - slack)
      expect(precision).toBeGreaterThanOrEqual(0.5 - slack)
      expect(empty).toBeGreaterThanOrEqual(0.6 - slack)
    }
  })

  it.each<[LabelSet, number]>([
    ['correspondence', 0.58],
    ['correspondenceInvented', 0.85],
  ])('%s: F1 stays', (set, floor) => {
    expect(measureScorer(features, readLabels(set)).f1).toBeGreaterThanOrEqual(floor)
  })

  it('gives scores that come true', () => {
    const { scored } = crossValidate(features, fitted, ({ lower }) => lower)
    const total = scored.reduce((sum, { score }) => sum + score, 0)
    const right = scored.filter(({ grade }) => grade > 0).length
    expect(Math.abs(total - right) / right).toBeLessThan(0.15)
    const sure = bandsOf(scored).filter(({ from }) => from >= 0.8)
    for (const { right: share } of sure) expect(share).toBeGreaterThanOrEqual(0.7)
  })

  it('uses the weights that the labels give', () => {
    const weights = fitAll(features, fitted)
    for (const name of ['meaning', 'wording', 'standing', 'leads'] as const)
      expect(weights[name] / WEIGHTS[name]).toBeCloseTo(1, 0)
  })

  it.each([
    ['medicine and farm machinery', '001_62c31091ae40e465.txt', '01-farm-machinery-plan.txt'],
    ['medicine and forestry', '004_eed80f6a5fb6a0e4.txt', '07-bureau-forestry.pdf'],
    ['elderly care and data', 'elderly-province.txt', 'data-city.txt'],
    ['forestry and employment', '07-bureau-forestry.pdf', '08-party-employment.txt'],
    ['housing and machinery', '02-county-housing.txt', 'machinery-province.txt'],
    ['data and machinery', 'data-province.txt', 'machinery-city.txt'],
  ])('links nothing between %s', (_what, one, other) => {
    expect(measureUnrelated(features.get(one)!, features.get(other)!).links).toBe(0)
  })
})
