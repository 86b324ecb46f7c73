/** A text that gets less than this says nothing (UTF-16 units): it is left out instead. */
export const LEAST_SHARE = 40

/**
 * How much of each text fits a budget, the first being the most important: all get the same share, what a short one leaves
 * over goes to the others; where the shares became too small to say anything, the last ones get none.
 * @param lengths of the whole texts
 * @returns for each text at most its length, together at most the budget
 */
export function shareBudget(lengths: readonly number[], budget: number): readonly number[] {
  for (let count = lengths.length; count > 0; count -= 1) {
    const cap = evenCap(lengths.slice(0, count), budget)
    if (count > 1 && cap < LEAST_SHARE) continue
    return lengths.map((length, index) => (index < count ? Math.min(length, cap) : 0))
  }
  return []
}

/** The greatest whole number such that the lengths, each cut to it, fit the budget; infinite where they fit uncut. */
function evenCap(lengths: readonly number[], budget: number): number {
  let left = budget
  const ascending = [...lengths].sort((a, b) => a - b)
  for (const [index, length] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - index))
    if (length > share) return Math.max(0, share)
    left -= length
  }
  return Number.POSITIVE_INFINITY
}
