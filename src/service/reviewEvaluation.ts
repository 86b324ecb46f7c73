import type { Correspondence } from './correspondences.ts'
import { orientDown } from './correspondences.ts'
import { readAll } from './page.ts'
import type { Scope } from './scope.ts'

/** 2: the same concrete measure. 1: the same topic. */
export type Grade = 1 | 2

/** A lower clause with the counterparts that people found for it, and those that the program gives, best first. */
export interface EvaluatedClause {
  readonly id: string
  readonly wanted: ReadonlyMap<string, Grade>
  readonly got: readonly string[]
}

/** Shares from 0 to 1; null where there was nothing to measure. */
export interface Evaluation {
  readonly clauses: number
  /** Clauses with a counterpart whose best link is one. */
  readonly hit1: number | null
  /** Counterparts of grade 2 among the first three links. */
  readonly recall3: number | null
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  /** Clauses without counterpart that have no link. */
  readonly leftEmpty: number | null
}

const TOP = 3

/** Figures over all clauses together: every link counts once, whatever clause it is of. */
export function evaluateClauses(clauses: readonly EvaluatedClause[]): Evaluation {
  const withAny = clauses.filter(({ wanted }) => wanted.size > 0)
  const without = clauses.filter(({ wanted }) => wanted.size === 0)
  const count = (of: (clause: EvaluatedClause) => number) => clauses.reduce((sum, each) => sum + of(each), 0)
  const right = count(({ wanted, got }) => got.filter((id) => wanted.has(id)).length)
  const given = count(({ got }) => got.length)
  const asked = count(({ wanted }) => wanted.size)
  const measures = count(({ wanted }) => [...wanted.values()].filter((grade) => grade === 2).length)
  const reached = count(({ wanted, got }) => got.slice(0, TOP).filter((id) => wanted.get(id) === 2).length)
  return {
    clauses: clauses.length,
    hit1: share(withAny.filter(({ wanted, got }) => wanted.has(got[0] ?? '')).length, withAny.length),
    recall3: share(reached, measures),
    precision: share(right, given),
    recall: share(right, asked),
    f1: share(2 * right, given + asked),
    leftEmpty: share(without.filter(({ got }) => got.length === 0).length, without.length),
  }
}

/**
 * What people found of links, as cases to measure by: only pairs that somebody judged count, confirmed ones as the same
 * measure. Links that a person added are among the confirmed ones.
 */
export async function reviewedClauses(scope: Scope): Promise<readonly EvaluatedClause[]> {
  const [confirmed, rejected] = await Promise.all([linksOf(scope, 'CONFIRMED'), linksOf(scope, 'REJECTED')])
  const groups = new Map<string, Correspondence[]>()
  for (const link of [...confirmed, ...rejected]) {
    const group = groups.get(link.clause.id)
    if (group === undefined) groups.set(link.clause.id, [link])
    else group.push(link)
  }
  return [...groups].map(([id, links]) => {
    const right = links.filter(({ review }) => review?.verdict === 'CONFIRMED')
    return {
      id,
      wanted: new Map(right.map(({ other }): [string, Grade] => [other.id, 2])),
      got: links.toSorted((a, b) => b.edge.score - a.edge.score).map(({ other }) => other.id),
    }
  })
}

async function linksOf(scope: Scope, review: 'CONFIRMED' | 'REJECTED'): Promise<Correspondence[]> {
  const links = await readAll((page) => scope.store.correspondences({ review }, 'BEST', page))
  return Promise.all(links.map((link) => orientDown(scope, link)))
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
