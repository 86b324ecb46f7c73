import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { type Figure, medianFigure, quantile, reachesBar, singleFigure, skippedFigure } from './figure.ts'
import { MEASUREMENTS } from './measurement.ts'
import { describeResults, formatResults, readBaseline, writeResults } from './results.ts'
import { runAll } from './runAll.ts'
import { SIZES } from './sizes.ts'

const TITLE = { name: 'a/b', what: 'a thing', unit: 'ms' } as const

describe('quantile', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 3, 2, 1], 0.5, 2],
    [[1], 0.95, 1],
    [Array.from({ length: 100 }, (_, i) => i + 1), 0.95, 95],
  ])('%j at %d is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected)
  })
})

describe('reachesBar', () => {
  it.each([
    ['at most, below', singleFigure({ ...TITLE, bar: { atMost: 2 } }, 1), true],
    ['at most, above', singleFigure({ ...TITLE, bar: { atMost: 2 } }, 3), false],
    ['at least, on it', singleFigure({ ...TITLE, bar: { atLeast: 2 } }, 2), true],
    ['at least, below', singleFigure({ ...TITLE, bar: { atLeast: 2 } }, 1), false],
    ['no bar', singleFigure(TITLE, 1), null],
    ['not measured', skippedFigure({ ...TITLE, bar: { atLeast: 2 } }, 'no model'), null],
  ])('%s', (_case, figure, expected) => {
    expect(reachesBar(figure)).toBe(expected)
  })
})

it('the table names value, range, bar and change', () => {
  const after = describeResults(
    [medianFigure({ ...TITLE, bar: { atMost: 2 } }, [1, 3, 9]), skippedFigure(TITLE, 'no model')],
    'full',
  )
  const before = describeResults([singleFigure(TITLE, 2)], 'full')
  expect(
    formatResults(after, before)
      .split('\n')
      .map((line) => line.split(/\s{2,}/)),
  ).toEqual([
    ['what', 'figure', 'range', 'bar', 'against baseline'],
    ['a thing', '3.00 ms', '1.00…9.00', '≤ 2 MISSED', '+50 %'],
    ['a thing', '—', 'skipped: no model'],
  ])
})

it('the committed results are of this shape and of all measurements', () => {
  const baseline = readBaseline()
  expect(baseline?.machine.cores).toBeGreaterThan(0)
  expect(baseline?.date).toMatch(/^\d{4}-\d\d-\d\d$/)
  const measured = new Set(baseline?.figures.map(({ name }) => name.split('/')[0]))
  expect([...measured].sort()).toEqual(MEASUREMENTS.map(({ name }) => name).sort())
  for (const figure of baseline?.figures ?? []) expectFigure(figure)
})

it('results survive a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhengmai-bench-test-'))
  try {
    const results = describeResults([singleFigure(TITLE, 1)], 'quick')
    const file = join(folder, 'results.json')
    writeResults(file, results)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(results)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

// The service is left out: its starts alone would take longer than all of this file.
describe('measurements run, each in a process of its own', () => {
  const choose = (...names: string[]) => MEASUREMENTS.filter(({ name }) => names.includes(name))
  it('over single documents', async () => {
    const figures = await runAll(choose('reading', 'embedding'), SIZES.tiny, () => {})
    for (const figure of figures) expectFigure(figure)
    expect(figures.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['reading/clauses', 'reading/cold', 'embedding/clauses', 'embedding/ratio']),
    )
    const shares = figures.filter(({ unit }) => unit === '%').map(({ value }) => value ?? 0)
    expect(shares.reduce((total, share) => total + share, 0)).toBeCloseTo(100)
  })
  it('over stores, without a model what needs one is skipped', async () => {
    const lines: string[] = []
    vi.stubEnv('ZHENGMAI_MODEL_DIR', '/nonexistent')
    vi.stubEnv('ZHENGMAI_REQUIRE', '')
    const figures = await runAll(choose('load', 'search', 'relations', 'linking'), SIZES.tiny, (line) =>
      lines.push(line),
    )
    vi.unstubAllEnvs()
    expect(lines).toEqual([
      ...['load', 'corpus seeds', 'corpus large', 'search', 'relations'],
      ...['corpus linking', 'linking'],
    ])
    for (const figure of figures) expectFigure(figure)
    const skipped = figures.filter((figure) => figure.skipped !== null).map(({ name }) => name)
    expect(skipped).toContain('search/seeds/hybrid/all')
    expect(skipped.every((name) => /hybrid|semantic|vectors|linking/.test(name))).toBe(true)
    const measured = figures.filter((figure) => figure.skipped === null).map(({ name }) => name)
    expect(measured).toEqual(
      expect.arrayContaining([
        ...['load/clauses', 'load/disk', 'search/large/keyword/filtered/p95'],
        ...['relations/down/p95', 'relations/up/p95', 'relations/graph/p95'],
      ]),
    )
  })
})

/** Measured with a positive value, or skipped with a reason. */
function expectFigure({ value, skipped, range, bar }: Figure): void {
  const mayBeNone = bar !== null && 'atMost' in bar && bar.atMost === 0
  if (skipped !== null) expect(value).toBeNull()
  else if (mayBeNone) expect(value).toBeGreaterThanOrEqual(0)
  else expect(value).toBeGreaterThan(0)
  if (range !== null) expect(range[0]).toBeLessThanOrEqual(range[1])
}
