import type { PlaceNode } from '../src/domain/nodes.ts'
import { createGazetteer, type FormerName, type Gazetteer } from '../src/text/gazetteer.ts'
import type { KnowsAgency } from './extract/agencyList.ts'
import { createProductMatcher, type ProductMatcher, type ProductVocabulary } from './extract/productTypes.ts'
import { type AgencyResolver, createAgencyResolver } from './link/agencies.ts'
import { type AgencyTable, isTableName } from './link/agencyTable.ts'

/** The reference data of `seeds/`, checked. */
export interface Reference {
  /** Divisions and zones. */
  readonly places: readonly PlaceNode[]
  readonly formerNames: readonly FormerName[]
  readonly agencies: AgencyTable
  readonly products: ProductVocabulary
}

/** The reference data made ready for reading documents; built once and shared. */
export interface Knowledge {
  readonly gazetteer: Gazetteer
  readonly products: ProductMatcher
  readonly agencies: AgencyResolver
  readonly knowsAgency: KnowsAgency
}

export function compileKnowledge(reference: Reference): Knowledge {
  const gazetteer = createGazetteer(reference.places, reference.formerNames)
  return {
    gazetteer,
    products: createProductMatcher(reference.products),
    agencies: createAgencyResolver(reference.agencies, gazetteer),
    knowsAgency: (name) => isTableName(reference.agencies, name),
  }
}
