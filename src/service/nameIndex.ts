import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { AgencyNode, PlaceNode, ProductTypeNode } from '../domain/nodes.ts'
import { foldKey } from '../text/fold.ts'
import { createGazetteer, type FormerName, type Gazetteer } from '../text/gazetteer.ts'

/** The small kinds of the store by every name they bear. */
export interface NameIndex {
  readonly places: readonly PlaceNode[]
  readonly gazetteer: Gazetteer
  /** Places that an ingested document applies to. */
  readonly coveredPlaces: readonly PlaceNode[]
  readonly productTypes: readonly ProductTypeNode[]
  readonly agencies: readonly AgencyNode[]
  /** By folded name, statutory name or alias. */
  readonly agenciesByName: ReadonlyMap<string, readonly AgencyNode[]>
  /** By the same names with their usual abbreviations evened out (`looseAgencyKey`). */
  readonly agenciesByLooseName: ReadonlyMap<string, readonly AgencyNode[]>
  readonly productTypesByName: ReadonlyMap<string, readonly ProductTypeNode[]>
  /** Ids of the place and of all below it. */
  placesWithin(id: string): readonly string[]
  /** Ids of the product type and of all narrower ones. */
  productTypesWithin(id: string): readonly string[]
}

export interface NameIndexCache {
  /** The index, at most `maxAgeMs` old. */
  current(): Promise<NameIndex>
  /** To be called after each write. */
  invalidate(): void
}

/**
 * How long an index is used. Another process may write to the same data folder, so no index is kept for good; reading
 * all names takes tens of milliseconds, so not each request reads them.
 */
const MAX_AGE_MS = 5000

/** @param formerNames names that places do not bear today; @param now milliseconds */
export function createNameIndexCache(
  store: GraphStore,
  formerNames: readonly FormerName[] = [],
  now: () => number = Date.now,
  maxAgeMs: number = MAX_AGE_MS,
): NameIndexCache {
  let entry: { readonly index: Promise<NameIndex>; readonly at: number } | null = null
  return {
    current() {
      if (entry === null || now() - entry.at > maxAgeMs) {
        const fresh = { index: readNameIndex(store, formerNames), at: now() }
        entry = fresh
        fresh.index.catch(() => {
          if (entry === fresh) entry = null
        })
      }
      return entry.index
    },
    invalidate() {
      entry = null
    },
  }
}

async function readNameIndex(store: GraphStore, formerNames: readonly FormerName[]): Promise<NameIndex> {
  const [places, agencies, productTypes, { placeIds }] = await Promise.all([
    store.all('JURISDICTION'),
    store.all('AGENCY'),
    store.all('PRODUCT_TYPE'),
    store.statistics(),
  ])
  const covered = new Set(placeIds)
  return {
    places,
    gazetteer: createGazetteer(places, formerNames),
    coveredPlaces: places.filter((place) => covered.has(place.id)),
    productTypes,
    agencies,
    agenciesByName: indexNames(agencies, agencyNames, foldKey),
    agenciesByLooseName: indexNames(agencies, agencyNames, looseAgencyKey),
    productTypesByName: indexNames(productTypes, ({ name, aliases }) => [name, ...aliases], foldKey),
    placesWithin: descendants(places, (place) => place.parentId),
    productTypesWithin: descendants(productTypes, (type) => type.broaderId),
  }
}

/** 济南市卫生健康委员会 and 济南市卫生健康委 have one key, 济南市人民政府 and 济南市政府 too. */
export function looseAgencyKey(name: string): string {
  return foldKey(name).replaceAll('委员会', '委').replaceAll('人民政府', '政府').replaceAll('办公厅', '办')
}

/** All that it is called. */
export function agencyNames(agency: AgencyNode): string[] {
  return [agency.name, ...(agency.officialName === null ? [] : [agency.officialName]), ...agency.aliases]
}

function indexNames<T>(
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
  keyOf: (name: string) => string,
): Map<string, T[]> {
  const index = new Map<string, T[]>()
  for (const item of items) {
    for (const key of new Set(namesOf(item).map(keyOf))) {
      const known = index.get(key)
      if (known === undefined) index.set(key, [item])
      else known.push(item)
    }
  }
  return index
}

/** Ids of a node and all below it, in breadth-first order; the id alone where nothing hangs below. */
function descendants<T extends { readonly id: string }>(
  items: readonly T[],
  parentOf: (item: T) => string | null,
): (id: string) => readonly string[] {
  const children = new Map<string, string[]>()
  for (const item of items) {
    const parent = parentOf(item)
    if (parent === null) continue
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [item.id])
    else siblings.push(item.id)
  }
  return (id) => {
    const found = new Set([id])
    for (const each of found) for (const child of children.get(each) ?? []) found.add(child)
    return [...found]
  }
}
