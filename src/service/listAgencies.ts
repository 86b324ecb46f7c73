import type { AgencyFilter } from '../../graph/port/graphStore.ts'
import type { AgencyNode } from '../domain/nodes.ts'
import type { AgencyKind, Level } from '../domain/vocabulary.ts'
import { withoutUndefined } from './filterParts.ts'
import { findPlaceIds, type PlaceCondition } from './findPlaces.ts'
import { type Connection, emptyConnection, type PageArguments, readPage, toConnection } from './page.ts'
import type { Scope } from './scope.ts'

/** Conditions on agencies in the words of a user; see the GraphQL input `AgencyFilter`. */
export interface AgencyConditions extends PlaceCondition {
  readonly name?: string | null
  readonly level?: Level | null
  readonly function?: string | null
  readonly kind?: AgencyKind | null
}

/** @throws ZhengmaiError BAD_INPUT */
export async function listAgencies(
  scope: Scope,
  conditions: AgencyConditions | null | undefined,
  args: PageArguments,
): Promise<Connection<AgencyNode>> {
  const page = readPage(args)
  const filter = await translateAgencyFilter(scope, conditions ?? {})
  return toConnection(await scope.store.agencies(filter, page), page)
}

/** @throws ZhengmaiError BAD_INPUT */
export async function translateAgencyFilter(
  scope: Scope,
  conditions: AgencyConditions,
): Promise<AgencyFilter> {
  const { name, level, kind, function: charge } = conditions
  return withoutUndefined<AgencyFilter>({
    name: name ?? undefined,
    placeIds: await findPlaceIds(scope, conditions),
    levels: level == null ? undefined : [level],
    functions: charge == null ? undefined : [charge],
    agencyKind: kind ?? undefined,
  })
}

/** 对口: agencies of the same kind with the same function, of other places. */
export async function listCounterparts(
  scope: Scope,
  agency: AgencyNode,
  conditions: { readonly level?: Level | null; readonly within?: string | null },
  args: PageArguments,
): Promise<Connection<AgencyNode>> {
  const page = readPage(args)
  const within = await findPlaceIds(scope, { within: conditions.within ?? null })
  if (agency.function === null) return emptyConnection()
  const everywhere = (await scope.names.current()).places.map((place) => place.id)
  const filter = withoutUndefined<AgencyFilter>({
    placeIds: (within ?? everywhere).filter((id) => id !== agency.placeId),
    levels: conditions.level == null ? undefined : [conditions.level],
    functions: [agency.function],
    agencyKind: agency.agencyKind,
  })
  return toConnection(await scope.store.agencies(filter, page), page)
}
