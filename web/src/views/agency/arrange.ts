import { groupBy } from '../../core/groupBy.ts'

/** How the list of agencies is laid out. */

export interface AgencyFacts {
  readonly id: string
  readonly kind: string
  readonly function: string | null
  readonly jurisdiction: { readonly id: string; readonly name: string; readonly level: string } | null
}

export interface PlaceGroup<A extends AgencyFacts> {
  /** Null for agencies whose place is not known; they come last. */
  readonly place: A['jurisdiction']
  readonly agencies: readonly A[]
}

/** By place, the highest level first, then in the order given. */
export function byPlace<A extends AgencyFacts>(
  agencies: readonly A[],
  levels: readonly string[],
): readonly PlaceGroup<A>[] {
  const rank = ({ place }: PlaceGroup<A>): number =>
    place === null ? levels.length : levels.indexOf(place.level)
  return [...groupBy(agencies, ({ jurisdiction }) => jurisdiction?.id ?? null).values()]
    .map((own) => ({ place: own[0]!.jurisdiction, agencies: own }))
    .toSorted((one, other) => rank(one) - rank(other))
}

export interface FunctionRow<A extends AgencyFacts> {
  readonly function: string
  /** By level. */
  readonly agencies: ReadonlyMap<string, readonly A[]>
  /** Number of levels that have one. */
  readonly levels: number
}

/** One row a function with its bodies by level (对口): functions of most levels first. Classes and departments are no counterparts. */
export function byFunction<A extends AgencyFacts>(agencies: readonly A[]): readonly FunctionRow<A>[] {
  const bodies = agencies.filter(({ kind, function: charge }) => kind === 'BODY' && charge !== null)
  return [...groupBy(bodies, (agency) => agency.function!)]
    .map(([name, own]) => {
      const levels = groupBy(own, ({ jurisdiction }) => jurisdiction?.level ?? '')
      return { function: name, agencies: levels, levels: levels.size }
    })
    .toSorted(
      (one, other) => other.levels - one.levels || one.function.localeCompare(other.function, 'zh-CN'),
    )
}
