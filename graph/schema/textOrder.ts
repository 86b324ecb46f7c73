/** Ranks by the clause that a fact stands in, then by its ordinal there; facts outside clauses come first. */
export function inTextOrder<T extends { readonly clauseId: string; readonly ordinal: number }>(
  facts: readonly T[],
  positions: ReadonlyMap<string, number>,
): T[] {
  const rank = (fact: T) => positions.get(fact.clauseId) ?? 0
  return [...facts].sort((a, b) => rank(a) - rank(b) || a.ordinal - b.ordinal)
}
