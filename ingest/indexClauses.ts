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
  if (embedder === null) return { terms, passages: [] }
  const texts = clauses.flatMap((clause) =>
    passageTexts(clauseIndexText(clause)).map(({ window, text }) => ({ clauseId: clause.id, window, text })),
  )
  const vectors = await embedder.embed(texts.map(({ text }) => text))
  const passages = texts.map(({ clauseId, window }, i) => ({
    clauseId,
    window,
    vector: vectors[i] as Float32Array,
  }))
  return { terms, passages }
}
