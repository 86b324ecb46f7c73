import { findPlaceIds } from '../service/findPlaces.ts'
import type { Scope } from '../service/scope.ts'

/** Places that a call is limited to. */
export interface ChosenPlaces {
  readonly has: (placeId: string | null) => boolean
  /** Of the names given, those under which nothing of a list stands. */
  readonly without: (placeIds: Iterable<string | null>) => readonly string[]
}

/** Names with all places below them; every place passes where none is given. */
export async function choosePlaces(
  scope: Scope,
  names: readonly string[] | undefined,
): Promise<ChosenPlaces | null> {
  if (names === undefined || names.length === 0) return null
  const groups = await Promise.all(
    names.map(async (name) => ({
      name,
      ids: new Set(await findPlaceIds(scope, { within: name })),
    })),
  )
  return {
    has: (placeId) => placeId !== null && groups.some(({ ids }) => ids.has(placeId)),
    without: (placeIds) => {
      const found = [...placeIds].filter((id) => id !== null)
      return groups.filter(({ ids }) => !found.some((id) => ids.has(id))).map(({ name }) => name)
    },
  }
}
