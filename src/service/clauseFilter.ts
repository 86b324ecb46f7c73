import type { ClauseFilter } from '../../graph/port/graphStore.ts'
import type { IsoDate } from '../domain/nodes.ts'
import type { Level, Role } from '../domain/vocabulary.ts'
import { checkPeriod, withoutUndefined } from './filterParts.ts'
import { findAgencyIds } from './findAgencies.ts'
import { findDocumentIds } from './findDocuments.ts'
import { findPlaceIds, type PlaceCondition } from './findPlaces.ts'
import { findProductTypeIds } from './findProductTypes.ts'
import { implementersOf } from './implementation.ts'
import type { Scope } from './scope.ts'

/** Conditions on clauses in the words of a user; see the GraphQL input of the same name. */
export interface ClauseConditions extends PlaceCondition {
  readonly document?: string | null
  readonly level?: Level | null
  readonly agency?: string | null
  readonly role?: Role | null
  readonly productType?: string | null
  readonly issuedFrom?: IsoDate | null
  readonly issuedUntil?: IsoDate | null
  readonly validOn?: IsoDate | null
  readonly implementing?: string | null
}

/**
 * The same conditions in ids, as the store takes them; a name that nothing bears makes an empty list, which matches nothing.
 * @throws ZhengmaiError BAD_INPUT
 */
export async function translateClauseFilter(
  scope: Scope,
  conditions: ClauseConditions | null | undefined,
): Promise<ClauseFilter> {
  if (conditions == null) return {}
  checkPeriod('issuedFrom', conditions.issuedFrom, 'issuedUntil', conditions.issuedUntil)
  const [documents, implementing, placeIds, agencyIds, productTypeIds] = await Promise.all([
    findDocumentIds(scope, conditions.document),
    findImplementers(scope, conditions.implementing),
    findPlaceIds(scope, conditions),
    findAgencyIds(scope, conditions.agency),
    findProductTypeIds(scope, conditions.productType),
  ])
  return withoutUndefined<ClauseFilter>({
    documentIds: intersect(documents, implementing),
    levels: conditions.level == null ? undefined : [conditions.level],
    placeIds,
    agencyIds,
    role: conditions.role ?? undefined,
    productTypeIds,
    issuedFrom: conditions.issuedFrom ?? undefined,
    issuedUntil: conditions.issuedUntil ?? undefined,
    validOn: conditions.validOn ?? undefined,
  })
}

async function findImplementers(
  scope: Scope,
  id: string | null | undefined,
): Promise<readonly string[] | undefined> {
  const upper = await findDocumentIds(scope, id, 'implementing')
  if (upper === undefined) return undefined
  const only = upper[0]
  return only === undefined ? [] : implementersOf(scope, only)
}

function intersect(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a.filter((id) => b.includes(id))
}
