/** A word of users and what policy texts write for it; a row of `seeds/synonyms.json`. */
export interface Synonym {
  readonly term: string
  readonly means: readonly string[]
  /**
   * True where the model does not know the word, i.e. its cosine to all of `means` is below 0.7: then they are embedded
   * too. For a word that it knows they only blur the query.
   */
  readonly embed?: boolean | undefined
  /** Where the equation is from. */
  readonly source: string
}

/** A query with the words that documents would use. */
export interface ExpandedQuery {
  /** The query, terms that the model does not know followed by their official words in brackets: for the embedding. */
  readonly text: string
  /** The official words alone: for keywords. */
  readonly added: readonly string[]
  /** The rows that took effect, in the order of the query. */
  readonly used: readonly Synonym[]
}

/** Letters and digits of Latin words: AI is not found in AIDS. */
const LATIN = /[a-z0-9]/

/** Finds the terms of the table in a query, the longest first, none inside another. */
export function expandQuery(query: string, synonyms: readonly Synonym[]): ExpandedQuery {
  const folded = query.toLowerCase()
  const byLength = [...synonyms].sort((a, b) => b.term.length - a.term.length)
  const found: { start: number; end: number; synonym: Synonym }[] = []
  for (const synonym of byLength) {
    const start = findTerm(folded, synonym.term.toLowerCase())
    const end = start + synonym.term.length
    const isInside = found.some((other) => start < other.end && other.start < end)
    // who writes the official word needs no help
    const isSaid = synonym.means.every((word) => folded.includes(word.toLowerCase()))
    if (start >= 0 && !isInside && !isSaid) found.push({ start, end, synonym })
  }
  found.sort((a, b) => a.start - b.start)
  let text = ''
  let done = 0
  for (const { end, synonym } of found) {
    if (synonym.embed !== true) continue
    text += `${query.slice(done, end)}（${synonym.means.join('、')}）`
    done = end
  }
  return {
    text: text + query.slice(done),
    added: [...new Set(found.flatMap(({ synonym }) => synonym.means))],
    used: found.map(({ synonym }) => synonym),
  }
}

function findTerm(text: string, term: string): number {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const cutsBefore = LATIN.test(term.charAt(0)) && LATIN.test(text.charAt(at - 1))
    const cutsAfter = LATIN.test(term.at(-1) ?? '') && LATIN.test(text.charAt(at + term.length))
    if (!cutsBefore && !cutsAfter) return at
  }
  return -1
}
