import { findAgencyIds } from '../service/findAgencies.ts'
import { findPlaceIds } from '../service/findPlaces.ts'
import { findProductTypeIds } from '../service/findProductTypes.ts'
import type { Scope } from '../service/scope.ts'
import { similarAgencies } from '../service/similarAgencies.ts'
import type { Filters } from './arguments.ts'

/** Agencies of similar names that are told. */
const MOST_SIMILAR = 10

/**
 * What a filter names and nothing bears, in Chinese and English: such a filter lets nothing through, which must not be
 * taken for an answer.
 */
export async function explainUnknownNames(scope: Scope, given: Filters): Promise<string[]> {
  const { place = null, agency = null, product_type = null } = given
  const [placeIds, agencyIds, productTypeIds] = await Promise.all([
    findPlaceIds(scope, { within: place }),
    findAgencyIds(scope, agency),
    findProductTypeIds(scope, product_type),
  ])
  return [
    ...(placeIds?.length === 0 ? [`没有名为“${place}”的地方 (no such place)`] : []),
    ...(agencyIds?.length === 0 ? [await explainAgency(scope, agency ?? '')] : []),
    ...(productTypeIds?.length === 0 ? [`没有名为“${product_type}”的产品类型 (no such product type)`] : []),
  ]
}

async function explainAgency(scope: Scope, name: string): Promise<string> {
  const agencies = await similarAgencies(scope, name, MOST_SIMILAR)
  const similar = agencies.map((agency) => agency.name).join('、')
  const hint = similar === '' ? '' : `；名称相近的有 (similar)：${similar}`
  return `没有名为“${name}”的机关 (no such agency)${hint}`
}
