/** Share of the best score that a clause must reach to be shown for the sake of its place. */
const WORTH_SHOWING = 0.5

/**
 * A ranked list rearranged so that places take turns: first the best of each place, then the second of each …, in each
 * round in the order of rank. What scores less than half of the best does not take part: it follows as it stood. What
 * has no place makes one place of its own.
 * @param ranked best first
 */
export function takeTurns<T extends { readonly score: number }>(
  ranked: readonly T[],
  placeOf: (item: T) => string | null,
): readonly T[] {
  const worth = (ranked[0]?.score ?? 0) * WORTH_SHOWING
  const seen = new Map<string | null, number>()
  const rounds = ranked.map((item) => {
    if (item.score < worth) return { item, round: Number.POSITIVE_INFINITY }
    const place = placeOf(item)
    const round = seen.get(place) ?? 0
    seen.set(place, round + 1)
    return { item, round }
  })
  // sort is stable: within a round the rank decides
  const order = (a: number, b: number) => (a === b ? 0 : a - b)
  return rounds.sort((a, b) => order(a.round, b.round)).map(({ item }) => item)
}
