import type { PlaceNode } from '../domain/nodes.ts'
import type { Level } from '../domain/vocabulary.ts'
import { findPlaceIds } from './findPlaces.ts'
import type { Scope } from './scope.ts'

/** Places by id, which is by code, a zone behind the place that runs it. @throws ZhengmaiError BAD_INPUT */
export async function listPlaces(
  scope: Scope,
  conditions: { readonly level?: Level | null; readonly within?: string | null },
): Promise<readonly PlaceNode[]> {
  const within = await findPlaceIds(scope, { within: conditions.within ?? null })
  const wanted = within === undefined ? null : new Set(within)
  const { places } = await scope.names.current()
  return places
    .filter((place) => conditions.level == null || place.level === conditions.level)
    .filter((place) => wanted === null || wanted.has(place.id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
