import type { TargetFilter } from '../../graph/port/graphStore.ts'
import type { IsoDate, TargetNode } from '../domain/nodes.ts'
import type { TargetKind } from '../domain/vocabulary.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { checkPeriod, withoutUndefined } from './filterParts.ts'
import { findAgencyIds } from './findAgencies.ts'
import { findDocumentIds } from './findDocuments.ts'
import { findPlaceIds } from './findPlaces.ts'
import { findProductTypeIds } from './findProductTypes.ts'
import { type Connection, type PageArguments, readPage, toConnection } from './page.ts'
import type { Scope } from './scope.ts'

/** Conditions on targets in the words of a user; see the GraphQL input `TargetFilter`. */
export interface TargetConditions {
  readonly document?: string | null
  readonly within?: string | null
  readonly kind?: TargetKind | null
  readonly metric?: string | null
  readonly unit?: string | null
  readonly amountUnit?: string | null
  readonly valueFrom?: number | null
  readonly valueUntil?: number | null
  readonly productType?: string | null
  readonly agency?: string | null
  readonly deadlineFrom?: IsoDate | null
  readonly deadlineUntil?: IsoDate | null
}

/** @throws ZhengmaiError BAD_INPUT, e.g. where amounts are compared without their unit */
export async function listTargets(
  scope: Scope,
  conditions: TargetConditions | null | undefined,
  args: PageArguments,
): Promise<Connection<TargetNode>> {
  const page = readPage(args)
  return toConnection(
    await scope.store.targets(await translateTargetFilter(scope, conditions ?? {}), page),
    page,
  )
}

/** @throws ZhengmaiError BAD_INPUT */
export async function translateTargetFilter(
  scope: Scope,
  conditions: TargetConditions,
): Promise<TargetFilter> {
  const { valueFrom, valueUntil, amountUnit } = conditions
  if ((valueFrom != null || valueUntil != null) && amountUnit == null) {
    throw new ZhengmaiError('BAD_INPUT', 'valueFrom 和 valueUntil 需要同时给出 amountUnit，如 元、天、%')
  }
  checkPeriod('valueFrom', valueFrom, 'valueUntil', valueUntil)
  checkPeriod('deadlineFrom', conditions.deadlineFrom, 'deadlineUntil', conditions.deadlineUntil)
  const [documentIds, placeIds, productTypeIds, agencyIds] = await Promise.all([
    findDocumentIds(scope, conditions.document),
    findPlaceIds(scope, { within: conditions.within ?? null }),
    findProductTypeIds(scope, conditions.productType),
    findAgencyIds(scope, conditions.agency),
  ])
  return withoutUndefined<TargetFilter>({
    documentIds,
    placeIds,
    targetKind: conditions.kind ?? undefined,
    metric: conditions.metric ?? undefined,
    unit: conditions.unit ?? undefined,
    amountUnit: amountUnit ?? undefined,
    valueFrom: valueFrom ?? undefined,
    valueUntil: valueUntil ?? undefined,
    productTypeIds,
    agencyIds,
    deadlineFrom: conditions.deadlineFrom ?? undefined,
    deadlineUntil: conditions.deadlineUntil ?? undefined,
  })
}
