/** The set of character pairs of a text without white space and punctuation. */
export function bigrams(text: string): Set<string> {
  const bare = text.replace(/[\s\p{P}\p{S}]/gu, '')
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < bare.length; i++) pairs.add(bare.slice(i, i + 2))
  return pairs
}

/** Share of the pairs of `part` that `whole` holds, 0 to 1; 0 for an empty part. */
export function containment(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (part.size === 0) return 0
  let shared = 0
  for (const pair of part) if (whole.has(pair)) shared++
  return shared / part.size
}
