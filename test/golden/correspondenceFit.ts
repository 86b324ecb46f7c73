import type { Signals } from '../../src/correspondence/weights.ts'

/** One pair of clauses. */
export interface Sample {
  readonly signals: Signals
  readonly isRight: boolean
}
export type Weights = Readonly<Record<keyof Signals | 'bias', number>>

const SIGNALS = ['meaning', 'wording', 'standing', 'leads'] as const satisfies readonly (keyof Signals)[]
/** Ridge on standardised signals; anything from 1 to 10 gives the same figures within 0.02. */
const RIDGE = 3
const STEPS = 25

/** Logistic regression by Newton's method on standardised signals; the weights are those of the signals as they are. */
export function fitWeights(samples: readonly Sample[]): Weights {
  const rows = samples.map(({ signals }) => SIGNALS.map((signal) => signals[signal]))
  const means = SIGNALS.map((_, k) => mean(rows.map((row) => row[k]!)))
  const spreads = SIGNALS.map((_, k) => Math.sqrt(mean(rows.map((row) => (row[k]! - means[k]!) ** 2))) || 1)
  const inputs = rows.map((row) => [1, ...row.map((value, k) => (value - means[k]!) / spreads[k]!)])
  let weights = inputs[0]!.map(() => 0)
  for (let step = 0; step < STEPS; step += 1) weights = newtonStep(inputs, samples, weights)
  const own = SIGNALS.map((_, k) => weights[k + 1]! / spreads[k]!)
  const bias = weights[0]! - own.reduce((sum, weight, k) => sum + weight * means[k]!, 0)
  return { bias, meaning: own[0]!, wording: own[1]!, standing: own[2]!, leads: own[3]! }
}

export function probability(weights: Weights, signals: Signals): number {
  const logit = SIGNALS.reduce((sum, signal) => sum + weights[signal] * signals[signal], weights.bias)
  return 1 / (1 + Math.exp(-logit))
}

function newtonStep(
  inputs: readonly number[][],
  samples: readonly Sample[],
  weights: readonly number[],
): number[] {
  const size = weights.length
  const gradient = weights.map((weight, k) => (k === 0 ? 0 : -RIDGE * weight))
  const curvature = weights.map((_, k) =>
    weights.map((_weight, l): number => (k === l && k > 0 ? RIDGE : 1e-9)),
  )
  for (const [index, input] of inputs.entries()) {
    const p = 1 / (1 + Math.exp(-input.reduce((sum, value, k) => sum + value * weights[k]!, 0)))
    const error = (samples[index]!.isRight ? 1 : 0) - p
    for (let k = 0; k < size; k += 1) {
      gradient[k] = gradient[k]! + error * input[k]!
      for (let l = 0; l < size; l += 1)
        curvature[k]![l] = curvature[k]![l]! + p * (1 - p) * input[k]! * input[l]!
    }
  }
  const step = solve(curvature, gradient)
  return weights.map((weight, k) => weight + step[k]!)
}

/** Gauss–Jordan elimination with pivoting. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, k) => [...row, right[k]!])
  for (let k = 0; k < rows.length; k += 1) {
    const below = rows.slice(k).map((row) => Math.abs(row[k]!))
    const pivot = k + below.indexOf(Math.max(...below))
    ;[rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!]
    for (const [index, row] of rows.entries()) {
      if (index === k) continue
      const factor = row[k]! / rows[k]![k]!
      for (let l = k; l < row.length; l += 1) row[l] = row[l]! - factor * rows[k]![l]!
    }
  }
  return rows.map((row, k) => row[rows.length]! / row[k]!)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
