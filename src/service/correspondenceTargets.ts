import type { ClauseNode } from '../domain/nodes.ts'
import type { Correspondence } from './correspondences.ts'
import type { Scope } from './scope.ts'
import { compareTargets } from './targetComparison.ts'
import type { TargetComparison, Territory } from './targetVerdict.ts'

/** The targets of a link's clauses on the same metric, in the order of this clause's text. */
export function targetsOf(
  scope: Scope,
  { clause, other, edge }: Correspondence,
): Promise<readonly TargetComparison[]> {
  return compareClauses(scope, clause, other, edge.degree === 'SAME_MEASURE')
}

/** The same for any two clauses. @param sameMeasure see `compareTargets` */
export async function compareClauses(
  scope: Scope,
  clause: ClauseNode,
  other: ClauseNode,
  sameMeasure: boolean,
): Promise<readonly TargetComparison[]> {
  const [own, others] = await Promise.all(
    [clause, other].map(({ id }) => scope.read.children('TARGET', 'TARGETS_OF_CLAUSE', id)),
  )
  if (own === undefined || others === undefined || own.length === 0 || others.length === 0) return []
  const territory = await territoryOf(scope, clause.documentId, other.documentId)
  return compareTargets(own, others, sameMeasure, territory)
}

/** How the place that a document applies to lies to that of another one. */
async function territoryOf(scope: Scope, ownId: string, otherId: string): Promise<Territory> {
  const [own, other, names] = await Promise.all([
    scope.read.get('DOCUMENT', ownId),
    scope.read.get('DOCUMENT', otherId),
    scope.names.current(),
  ])
  const [place, its] = [own.placeId, other.placeId]
  if (place === null || its === null || place === its) return 'BESIDE'
  if (names.placesWithin(its).includes(place)) return 'BELOW'
  return names.placesWithin(place).includes(its) ? 'ABOVE' : 'BESIDE'
}
