import { makeBlock, makeSource, type SourceBlock, type SourceDocument } from '../citing/sourceText.ts'
import type { ClauseNode } from '../domain/nodes.ts'
import { foldText } from '../text/foldedText.ts'
import { bigrams, containment } from '../text/similarity.ts'
import type { Scope } from './scope.ts'

/** Words by which candidates are looked up: the rarest of those that the corpus holds. */
const TELLING_WORDS = 8
/** Clauses that the words propose; those that share most pairs of characters with the words are compared in full. */
const PROPOSED = 120
const COMPARED = 8
/** Share of the pairs that a clause must hold to be compared: half of a quotation sewn from two clauses. */
const LEAST_SHARED = 0.3

/** The texts that one check compares with, each read and folded once. */
export interface CheckSources {
  /** Null for a document that is not ingested. */
  document(documentId: string): Promise<SourceDocument | null>
  /** Clauses that may hold the words, likeliest first, of the whole corpus. */
  candidates(words: string): Promise<readonly SourceBlock[]>
}

export function openSources(scope: Scope): CheckSources {
  const documents = new Map<string, Promise<SourceDocument | null>>()
  const candidates = new Map<string, Promise<readonly SourceBlock[]>>()
  return {
    document: (id) => remember(documents, id, () => readSource(scope, id)),
    candidates: (words) => remember(candidates, words, () => findCandidates(scope, words)),
  }
}

function remember<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = read()
  known.set(key, made)
  return made
}

async function readSource(scope: Scope, documentId: string): Promise<SourceDocument | null> {
  const [body, clauses] = await Promise.all([
    scope.read.body(documentId),
    scope.read.children('CLAUSE', 'CLAUSES_OF_DOCUMENT', documentId),
  ])
  return body === null ? null : makeSource(documentId, body.text, clauses)
}

async function findCandidates(scope: Scope, words: string): Promise<readonly SourceBlock[]> {
  const { segmenter } = scope.search()
  const tokens = [...new Set(segmenter.tokens(words))]
  if (tokens.length === 0) return []
  const { documentFrequency } = await scope.store.termStatistics(tokens)
  const frequencyOf = (token: string) => documentFrequency.get(token) ?? 0
  const known = tokens.filter((token) => frequencyOf(token) > 0)
  const telling = known.sort((a, b) => frequencyOf(a) - frequencyOf(b)).slice(0, TELLING_WORDS)
  if (telling.length === 0) return []
  const ids = await scope.store.keywordCandidates(telling, {}, PROPOSED)
  const nodes = await scope.store.nodes(ids)
  const clauses = ids.flatMap((id) => {
    const node = nodes.get(id)
    return node?.kind === 'CLAUSE' ? [node] : []
  })
  return Promise.all(likeliest(words, clauses).map((clause) => readBlock(scope, clause))).then((blocks) =>
    blocks.filter((block) => block !== null),
  )
}

/** By the share of the words' pairs of characters that a clause holds. */
function likeliest(words: string, clauses: readonly ClauseNode[]): ClauseNode[] {
  const pairs = bigrams(foldText(words).text)
  return clauses
    .map((clause) => {
      const folded = foldText(`${clause.title ?? ''}。${clause.text}`)
      return { clause, shared: containment(pairs, bigrams(folded.text)) }
    })
    .filter(({ shared }) => shared >= LEAST_SHARED)
    .sort((a, b) => b.shared - a.shared || (a.clause.id < b.clause.id ? -1 : 1))
    .slice(0, COMPARED)
    .map(({ clause }) => clause)
}

async function readBlock(scope: Scope, clause: ClauseNode): Promise<SourceBlock | null> {
  const body = await scope.read.body(clause.documentId)
  return body === null ? null : makeBlock(clause.documentId, body.text, clause.span, clause)
}
