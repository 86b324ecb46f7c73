import type { PlaceNode } from '../domain/nodes.ts'
import { readName } from './chooseOne.ts'
import type { NameIndex } from './nameIndex.ts'
import type { Scope } from './scope.ts'

/** Every place that an id, a GB/T 2260 code, a name, a short name or a full path means: 济南, 济南市, 山东省济南市, 370100. */
export function placesNamed(index: NameIndex, text: string): readonly PlaceNode[] {
  const name = text.replace(/\s+/g, '')
  const one = index.gazetteer.byId(name) ?? index.gazetteer.byCode(name.normalize('NFKC'))
  return one === null ? index.gazetteer.named(name) : [one]
}

/** The `jurisdiction` and `within` of a filter. */
export interface PlaceCondition {
  readonly jurisdiction?: string | null
  readonly within?: string | null
}

/**
 * Ids of the places that pass; undefined where there is no condition.
 * @throws ZhengmaiError BAD_INPUT
 */
export async function findPlaceIds(
  scope: Scope,
  condition: PlaceCondition,
): Promise<readonly string[] | undefined> {
  const { jurisdiction, within } = condition
  if (jurisdiction == null && within == null) return undefined
  const index = await scope.names.current()
  const exact = jurisdiction == null ? null : placesNamed(index, readName('jurisdiction', jurisdiction))
  const around =
    within == null
      ? null
      : placesNamed(index, readName('within', within)).flatMap((place) => index.placesWithin(place.id))
  if (exact === null) return [...new Set(around)]
  const ids = exact.map((place) => place.id)
  if (around === null) return ids
  const inside = new Set(around)
  return ids.filter((id) => inside.has(id))
}
