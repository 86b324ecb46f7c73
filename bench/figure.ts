/** What a figure has to reach, see docs/benchmarks.md. */
export type Bar = { readonly atLeast: number } | { readonly atMost: number }

/** One measured figure. */
export interface Figure {
  /** `<measurement>/<what>`, stable: figures of different days are compared by it. */
  readonly name: string
  readonly what: string
  readonly unit: '1/s' | 'ms' | 's' | 'MB' | '%' | 'ratio'
  /** Null where it was not measured. */
  readonly value: number | null
  /** Least and greatest of the repetitions that `value` is the median of; null where there was only one. */
  readonly range: readonly [number, number] | null
  /** Null for a figure that only explains others. */
  readonly bar: Bar | null
  /** Why there is no value; null where there is one. */
  readonly skipped: string | null
}

/** A figure without its values. */
export type FigureTitle = Pick<Figure, 'name' | 'what' | 'unit'> & { readonly bar?: Bar }

/** The figure of repeated measurements of the same thing: their median. */
export function medianFigure(given: FigureTitle, values: readonly number[]): Figure {
  const range = values.length > 1 ? ([Math.min(...values), Math.max(...values)] as const) : null
  return { bar: null, ...given, value: quantile(values, 0.5), range, skipped: null }
}

export function singleFigure(given: FigureTitle, value: number): Figure {
  return medianFigure(given, [value])
}

export function skippedFigure(given: FigureTitle, reason: string): Figure {
  return { bar: null, ...given, value: null, range: null, skipped: reason }
}

/** The value below which the given share of the values lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]
  if (value === undefined) throw new Error('no values')
  return value
}

/** Null where there is no bar or no value. */
export function reachesBar({ value, bar }: Figure): boolean | null {
  if (value === null || bar === null) return null
  return 'atLeast' in bar ? value >= bar.atLeast : value <= bar.atMost
}
