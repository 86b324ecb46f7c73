import type { ClauseTerms, Passage } from '../src/domain/bundle.ts'
import type { ClauseNode } from '../src/domain/nodes.ts'
import type { Embedder } from '../src/embedding/port.ts'
import { clauseIndexText, clauseTokens, passageTexts, type Segmenter } from '../src/search/index.ts'

/** The search index entries of clauses proper: words for the keyword index, vectors where a model is at hand. */
export async function indexClauses(
  all: readonly ClauseNode[],
  { segmenter, embedder }: { readonly segmenter: Segmenter; readonly embedder: Embedder | null },
): Promise<{ terms: ClauseTerms[]; passages: Passage[] }> {
  const clauses = all.filter((clause) => clause.parentId === null)
  const terms = clauses.map((clause) => ({ clauseId: clause.id, tokens: clauseTokens(segmenter, clause) }))
  return { terms, passages: embedder === null ? [] : await embedClauses(embedder, clauses) }
}

/** The vectors of clauses: each as a whole and by its windows. */
export async function embedClauses(embedder: Embedder, clauses: readonly ClauseNode[]): Promise<Passage[]> {
  const texts = clauses.flatMap((clause) =>
    passageTexts(clauseIndexText(clause)).map(({ window, text }) => ({ clauseId: clause.id, window, text })),
  )
  const vectors = await embedder.embed(texts.map(({ text }) => text))
  return texts.map(({ clauseId, window }, i) => ({ clauseId, window, vector: vectors[i] as Float32Array }))
}
