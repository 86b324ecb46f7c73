import { type Bar, type Figure, quantile, singleFigure } from './figure.ts'

/** Calls before the measured ones: filled caches, and compiled code, which Java has after a hundred calls or more. */
const WARM_UP = 100

/** How long each call takes, one after the other (ms); `run` gets the number of the call. */
export async function timeCalls(count: number, run: (index: number) => Promise<unknown>): Promise<number[]> {
  for (let index = 0; index < Math.min(WARM_UP, count); index += 1) await run(index)
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    const start = performance.now()
    await run(index)
    times.push(performance.now() - start)
  }
  return times
}

/** Two figures, `<name>/p50` and `<name>/p95`; the bar is the second one's. */
export function latencyFigures(
  given: { readonly name: string; readonly what: string; readonly bar?: Bar },
  times: readonly number[],
): Figure[] {
  const { name, what, bar } = given
  return [
    singleFigure({ name: `${name}/p50`, what: `${what}, p50`, unit: 'ms' }, quantile(times, 0.5)),
    singleFigure(
      { name: `${name}/p95`, what: `${what}, p95`, unit: 'ms', ...(bar === undefined ? {} : { bar }) },
      quantile(times, 0.95),
    ),
  ]
}
