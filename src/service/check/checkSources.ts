import { makeBlock, makeSource, type SourceBlock, type SourceDocument } from '../../citing/sourceText.ts'
import type { ClauseNode } from '../../domain/nodes.ts'
import { ZhengmaiError } from '../../errors/error.ts'
import type { Word } from '../../search/segment.ts'
import { foldText } from '../../text/foldedText.ts'
import { bigrams } from '../../text/similarity.ts'
import type { Scope } from '../scope.ts'

/** Quotations and sentences of one answer that are looked up in the whole corpus. */
const MOST_LOOKUPS = 300
/** Words by which candidates are looked up: the rarest of those that the corpus holds. */
const TELLING_WORDS = 12
/** With fewer words between its ends a quotation is looked up by all of them. */
const FEW_WORDS = 6
/** Clauses that hold any of the words looked up, each counted once a word. */
const MOST_PLACES = 200_000
/** Clauses that the words propose; those that share most pairs of characters with the words are compared in full. */
const PROPOSED = 600
const COMPARED = 8
/** Above every share: the words stand in the clause as they are. */
const EXACT = 2
/** Share of the pairs that a clause must hold to be compared: half of a quotation sewn from two clauses. */
const LEAST_SHARED = 0.25

/** The texts that one check compares with, each read and folded once. */
export interface CheckSources {
  /** Null for a document that is not ingested. */
  document(documentId: string): Promise<SourceDocument | null>
  /** Clauses that may hold the words, likeliest first, of the whole corpus. @throws ZhengmaiError LIMIT for too many */
  candidates(words: string): Promise<readonly SourceBlock[]>
}

export function openSources(scope: Scope): CheckSources {
  const documents = new Map<string, Promise<SourceDocument | null>>()
  const candidates = new Map<string, Promise<readonly SourceBlock[]>>()
  const lookUp = (words: string) => {
    if (candidates.size >= MOST_LOOKUPS) throw tooMuch()
    return findCandidates(scope, words)
  }
  return {
    document: (id) => remember(documents, id, () => readSource(scope, id)),
    candidates: (words) => remember(candidates, words, () => lookUp(words)),
  }
}

/** Better no answer than one that leaves out what it does not say. */
function tooMuch(): ZhengmaiError {
  const message = `要在全库查找的引文和句子超过 ${MOST_LOOKUPS} 处，请注明文号或分几次核对 (too much to look up)`
  return new ZhengmaiError('LIMIT', message, { details: { limit: MOST_LOOKUPS } })
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
  const tokens = wholeWords(segmenter.words(words))
  if (tokens.length === 0) return []
  const { documentFrequency } = await scope.store.termStatistics(tokens)
  const frequencyOf = (token: string) => documentFrequency.get(token) ?? 0
  const telling = rarest(tokens, frequencyOf)
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

/** Without those at both ends, which a quotation may begin or end within: half a word is rare, and tells of another clause. */
function wholeWords(words: readonly Word[]): string[] {
  const [first, last] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0]
  const inner = words.filter(({ start, end }) => start > first && end < last)
  return [...new Set((inner.length >= FEW_WORDS ? inner : words).map(({ token }) => token))]
}

/**
 * Those that hold the very words first: of many clauses of one wording one may be quoted. Then by the share of the words'
 * pairs of characters that a clause holds; pairs on two sides of a comma count for none.
 */
function likeliest(words: string, clauses: readonly ClauseNode[]): ClauseNode[] {
  const pairs = [...bigrams(foldText(words).text)]
  return clauses
    .map((clause) => {
      const text = `${clause.title ?? ''}。${clause.text}`
      const shared = pairs.filter((pair) => text.includes(pair)).length / pairs.length
      return { clause, shared: text.includes(words.trim()) ? EXACT : shared }
    })
    .filter(({ shared }) => shared >= LEAST_SHARED)
    .sort((a, b) => b.shared - a.shared || (a.clause.id < b.clause.id ? -1 : 1))
    .slice(0, COMPARED)
    .map(({ clause }) => clause)
}

/** The rarest words, as many as can be looked up fast. */
function rarest(tokens: readonly string[], frequencyOf: (token: string) => number): string[] {
  const known = tokens.filter((token) => frequencyOf(token) > 0)
  const sorted = known.sort((a, b) => frequencyOf(a) - frequencyOf(b)).slice(0, TELLING_WORDS)
  let places = 0
  return sorted.filter((token, index) => {
    places += frequencyOf(token)
    return index < FEW_WORDS || places <= MOST_PLACES
  })
}

async function readBlock(scope: Scope, clause: ClauseNode): Promise<SourceBlock | null> {
  const body = await scope.read.body(clause.documentId)
  return body === null ? null : makeBlock(clause.documentId, body.text, clause.span, clause)
}
