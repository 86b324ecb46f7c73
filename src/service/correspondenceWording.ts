import type { Correspondence } from './correspondences.ts'

/** How much of a clause's wording stands in the other one too. */
export type WordingBand = 'COPIED' | 'ADAPTED' | 'OWN'

/**
 * Lower bounds of the bands. Chosen, not measured: by half of its words taken over a clause reads as the other one; clauses on
 * one measure in words of their own still shared up to 0.3 with it (names of things, set phrases; 16 clauses of an invented
 * plan), so below a tenth nothing was taken over.
 */
export const WORDING_BANDS: readonly { readonly band: WordingBand; readonly from: number }[] = [
  { band: 'COPIED', from: 0.5 },
  { band: 'ADAPTED', from: 0.1 },
  { band: 'OWN', from: 0 },
]

/** Share of the clause's wording taken over from the other one, 0 to 1. */
export function sharedWordingOf({ edge, side }: Correspondence): number {
  return edge.sharedWording[side]
}

export function wordingBandOf(share: number): WordingBand {
  return WORDING_BANDS.find(({ from }) => share >= from)?.band ?? 'OWN'
}
