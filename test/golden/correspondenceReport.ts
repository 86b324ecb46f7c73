import { WEIGHTS } from '../../src/correspondence/weights.ts'
import { findModel } from '../support/model.ts'
import type { Weights } from './correspondenceFit.ts'
import { type LabelledPair, type LinkFigures, readLabels } from './correspondenceLabels.ts'
import {
  type CrossValidation,
  crossValidate,
  type Features,
  fitAll,
  measureScorer,
  measureUnrelated,
  readLabelledFeatures,
} from './correspondenceMeasure.ts'

const FOLDS = 5
/** Lower ends of the bands of score that the share of right pairs is printed for. */
export const BANDS = [0.15, 0.24, 0.35, 0.5, 0.65, 0.8, 0.9] as const

export interface Band {
  readonly from: number
  readonly until: number
  readonly pairs: number
  /** Share of pairs that correspond, and of those that are the same measure. */
  readonly right: number
  readonly sameMeasure: number
}

export function bandsOf(scored: CrossValidation['scored']): readonly Band[] {
  return BANDS.map((from, index) => {
    const until = BANDS[index + 1] ?? 1
    const pairs = scored.filter(({ score }) => score >= from && (score < until || until === 1))
    const share = (least: number) =>
      pairs.length === 0 ? 0 : pairs.filter(({ grade }) => grade >= least).length / pairs.length
    return { from, until, pairs: pairs.length, right: share(1), sameMeasure: share(2) }
  })
}

/** `npm run quality`: correspondences on the labels, in cross-validation and on invented documents that nothing was tuned on. */
export async function printCorrespondences(): Promise<void> {
  const model = await findModel()
  if ('reason' in model) {
    console.log(`correspondences: not measured (${model.reason})\n`)
    return
  }
  const features = await readLabelledFeatures(model.files)
  const gold = readLabels('correspondence')
  const fitted = [...gold, ...readLabels('correspondenceMore')]
  const invented = readLabels('correspondenceInvented')
  const byDocument = crossValidate(features, fitted, ({ lower }) => lower)
  const byClause = crossValidate(features, fitted, (_pair, lower) => lower % FOLDS)
  console.log(
    'correspondences          clauses  links  hit@1  recall@3  precision  recall     F1  left empty',
  )
  printFigures('labels of the seeds', measureScorer(features, gold))
  printFigures('  document left out', byDocument.figures(gold))
  printFigures(`  ${FOLDS} folds of clauses`, byClause.figures(gold))
  printFigures('all labels fitted on', measureScorer(features, fitted))
  printFigures('  document left out', byDocument.figures(fitted))
  for (const pair of fitted) printFigures(`    ${pair.lower.slice(0, 18)}`, byDocument.figures([pair]))
  printFigures(`  ${FOLDS} folds of clauses`, byClause.figures(fitted))
  printFigures('invented, held out', measureScorer(features, invented))
  for (const pair of invented) printFigures(`    ${pair.lower.slice(0, 18)}`, measureScorer(features, [pair]))
  console.log('\nscore (document left out)  pairs  right  same measure')
  for (const { from, until, pairs, right, sameMeasure } of bandsOf(byDocument.scored)) {
    const band = `${from.toFixed(2)}–${until.toFixed(2)}`.padEnd(25)
    console.log(`${band} ${String(pairs).padStart(6)}  ${right.toFixed(2)}  ${sameMeasure.toFixed(2)}`)
  }
  printWeights(fitAll(features, fitted))
  printUnrelated(features, [...fitted, ...invented])
}

function printFigures(name: string, figures: LinkFigures): void {
  const { clauses, links, hit1, recall3, precision, recall, f1, empty } = figures
  const counts = `${String(clauses).padStart(7)} ${String(links).padStart(6)}`
  const shares = [hit1, recall3, precision, recall, f1, empty].map((share) => share.toFixed(3).padStart(8))
  console.log(`${name.padEnd(24)} ${counts} ${shares.join(' ')}`)
}

function printWeights(fitted: Weights): void {
  const names = Object.keys(fitted) as (keyof Weights)[]
  const row = (weights: Weights) => names.map((name) => `${name} ${weights[name].toFixed(3)}`).join('  ')
  console.log(`\nweights fitted  ${row(fitted)}\nweights in use  ${row(WEIGHTS)}`)
}

/** Documents of different fields should have no links at all. */
function printUnrelated(features: Features, related: readonly LabelledPair[]): void {
  const names = [...features.keys()].sort()
  const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const))
  const others = pairs.filter(
    ([one, other]) =>
      !related.some(({ lower, upper }) => [one, other].includes(lower) && [one, other].includes(upper)),
  )
  console.log(
    '\npairs of documents that are not labelled and have links: field similarity, links, best score',
  )
  let none = 0
  for (const [one, other] of others) {
    const { links, best, fieldSimilarity } = measureUnrelated(features.get(one)!, features.get(other)!)
    if (links === 0) none += 1
    else console.log(`  ${one} ~ ${other}: ${fieldSimilarity.toFixed(3)}, ${links}, ${best.toFixed(2)}`)
  }
  console.log(`  without any link: ${none} of ${others.length}\n`)
}
