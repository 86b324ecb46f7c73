import type { Condition, SearchAddress } from './searchAddress.ts'

/** The facets that a search can be narrowed by, and the condition that each sets. */
export const FACET_CONDITIONS = {
  LEVEL: 'level',
  PLACE: 'place',
  YEAR: 'year',
  VALIDITY: 'valid',
  PRODUCT_TYPE: 'product',
  AGENCY: 'agency',
} as const satisfies Record<string, Condition>
export type FacetField = keyof typeof FACET_CONDITIONS

export interface FacetValue {
  readonly value: string
  readonly label: string
  readonly count: number
}
export interface Facet {
  readonly field: string
  readonly values: readonly FacetValue[]
}

export interface Choice extends FacetValue {
  readonly chosen: boolean
  /** What the condition becomes when it is followed; null takes it away. */
  readonly next: string | null
}

/** Of validity only what is in force today can be asked for. */
const CHOOSABLE = 'IN_FORCE'

/** The values of a facet as links, the chosen one first. Empty where there is nothing to choose. */
export function choicesOf(
  facets: readonly Facet[],
  field: FacetField,
  address: SearchAddress,
): readonly Choice[] {
  const now = address[FACET_CONDITIONS[field]]
  const values = facets.find((facet) => facet.field === field)?.values ?? []
  const choosable = field === 'VALIDITY' ? values.filter(({ value }) => value === CHOOSABLE) : values
  const asCondition = (value: string) => (field === 'VALIDITY' ? '1' : value)
  const choices = choosable.map((each) => {
    const chosen = now !== '' && (asCondition(each.value) === now || each.label === now)
    return { ...each, chosen, next: chosen ? null : asCondition(each.value) }
  })
  return field === 'YEAR'
    ? choices.sort((a, b) => Number(b.value) - Number(a.value))
    : choices.sort((a, b) => Number(b.chosen) - Number(a.chosen))
}

/** How many clauses the list has over all pages: each counts once for the validity of its document. */
export function countCandidates(facets: readonly Facet[]): number {
  const counts = facets.find(({ field }) => field === 'VALIDITY')?.values ?? []
  return counts.reduce((sum, { count }) => sum + count, 0)
}

/** Places of the hits that a sentence of the interpretation names: they can be made a condition. */
export function placesNamed(sentences: readonly string[], facets: readonly Facet[]): readonly FacetValue[] {
  const places = facets.find(({ field }) => field === 'PLACE')?.values ?? []
  return places.filter(({ label }) => sentences.some((sentence) => sentence.includes(`“${label}”`)))
}
