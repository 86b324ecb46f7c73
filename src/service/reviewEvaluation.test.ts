import { describe, expect, it } from 'vitest'
import { type EvaluatedClause, evaluateClauses, type Grade } from './reviewEvaluation.ts'

const clause = (wanted: Readonly<Record<string, Grade>>, got: readonly string[]): EvaluatedClause => ({
  id: 'c',
  wanted: new Map(Object.entries(wanted)),
  got,
})

describe('evaluateClauses', () => {
  it('counts over all clauses together', () => {
    const figures = evaluateClauses([
      // best link wrong, the one of grade 2 among the first three
      clause({ a: 2, b: 1 }, ['x', 'a']),
      // grade 2 too far down
      clause({ d: 2 }, ['x', 'y', 'z', 'd']),
      clause({ e: 1 }, ['e']),
      clause({}, []),
      clause({}, ['x']),
    ])
    expect(figures).toEqual({
      ...{ clauses: 5, hit1: 1 / 3, recall3: 1 / 2, precision: 3 / 8, recall: 3 / 4 },
      ...{ f1: 6 / 12, leftEmpty: 1 / 2 },
    })
  })
  it('measures nothing where there is nothing to measure', () => {
    expect(evaluateClauses([])).toEqual({
      ...{ clauses: 0, hit1: null, recall3: null, precision: null, recall: null, f1: null, leftEmpty: null },
    })
  })
})
