import type { ClauseNode, DocumentNode } from '../../domain/nodes.ts'
import type { SearchMode } from '../../domain/vocabulary.ts'
import { ZhengmaiError } from '../../errors/error.ts'
import type { Fused } from '../../search/fuse.ts'
import type { ClauseHit } from '../../search/hits.ts'
import { clauseIndexText } from '../../search/indexing.ts'
import type { ClauseConditions } from '../clauseFilter.ts'
import { offsetCursors } from '../offsetCursor.ts'
import { readFirst } from '../page.ts'
import type { Scope } from '../scope.ts'
import { search } from '../search.ts'
import { shareBudget } from './budget.ts'
import { readContext } from './context.ts'
import { type Coverage, readCoverage } from './coverage.ts'
import { describeSource } from './describe.ts'
import { takeTurns } from './diversity.ts'
import { groupAlike } from './duplicates.ts'
import type { Passage, SameWords } from './passage.ts'
import { quotableText, quoteClause } from './quote.ts'

export interface RetrievalRequest {
  readonly query: string
  readonly mode?: SearchMode | null
  readonly filter?: ClauseConditions | null
  /** False: what the query names besides its subject (places, dates …) is no condition. */
  readonly understand?: boolean | null
  /** Passages at most, 1 to 100; 10 where not given. */
  readonly limit?: number | null
  /** `nextCursor` of the reply before. */
  readonly cursor?: string | null
  /** Characters (UTF-16 units) that the texts quoted in the reply have together at most; 6,000 where not given. */
  readonly maxChars?: number | null
  /** Also what stands around each passage. */
  readonly context?: boolean | null
  /** PLACES: places take turns, so that the order is no longer that of the scores. NONE where not given. */
  readonly diversity?: 'NONE' | 'PLACES' | null
  /** False: clauses of the same words stay apart. */
  readonly mergeDuplicates?: boolean | null
  /** Only candidates that pass; asked of all of them, before anything else. */
  readonly accept?: (clause: ClauseNode, document: DocumentNode) => Promise<boolean> | boolean
}

export interface Retrieval {
  /** Best first; where nothing relevant was found, only the nearest. */
  readonly passages: readonly Passage[]
  /** False where the corpus seems to hold nothing on the question: the passages are no answer then. */
  readonly relevant: boolean
  /** Null at the end of the list. */
  readonly nextCursor: string | null
  /** Number of candidates that passed, those put together up to this page counted once: not of all clauses about the question. */
  readonly total: number
  /** Passages of this page for which the budget was too small. */
  readonly leftOut: number
  /** Characters quoted, at most `maxChars`. */
  readonly chars: number
  readonly servedBy: SearchMode
  /** What was understood of the query, in Chinese. */
  readonly interpretation: readonly string[]
  readonly coverage: Coverage
}

const DEFAULT_LIMIT = 10
const DEFAULT_CHARS = 6_000
/** Less says nothing. */
export const LEAST_CHARS = 100
export const MAX_CHARS = 200_000
/** Part of the budget that is for the passages themselves where their context is asked for too. */
const PASSAGE_SHARE = 0.6
/** Candidates beyond the page that are looked through for clauses of the same words. */
const LEAST_HORIZON = 20
const CURSORS = offsetCursors('passage', 'cursor 不是检索结果给出的游标', 6)

/** A candidate that heads those of the same words. */
interface Head extends Fused {
  readonly rank: number
  readonly placeId: string | null
  readonly others: readonly { readonly candidate: Fused; readonly likeness: number }[]
}

/**
 * Clauses that answer a question, as an assistant can quote and cite them. Scores and order are those of `search`, but
 * that clauses of the same words stand as one.
 * @throws ZhengmaiError BAD_INPUT, LIMIT, SEMANTIC_UNAVAILABLE
 */
export async function retrieve(scope: Scope, request: RetrievalRequest): Promise<Retrieval> {
  const { query, mode = null, filter = null, understand = null } = request
  const limit = readLimit(request.limit)
  const budget = readMaxChars(request.maxChars)
  const offset = CURSORS.read(request.cursor)
  const heads = new Map<string, Head>()
  let total = 0
  const choose = async (ranked: readonly Fused[]) => {
    const all = await arrange(scope, ranked, request, offset + limit)
    total = all.total
    const page = all.heads.slice(offset, offset + limit)
    for (const head of page) heads.set(head.clauseId, head)
    return page
  }
  const [found, coverage] = await Promise.all([
    search(scope, { query, mode, filter, understand, choose }),
    readCoverage(scope),
  ])
  const relevant = total > 0 && found.relevant
  const hits = found.edges.map(({ node }) => node)
  const quoted = await quote(scope, hits, heads, { budget, context: request.context === true })
  return {
    ...quoted,
    relevant,
    total,
    nextCursor: offset + limit < total ? CURSORS.write(offset + limit) : null,
    servedBy: found.servedBy,
    interpretation: found.interpretation,
    coverage,
  }
}

/** The passages where something relevant was found, else none: for replies that cannot say that they are only the nearest. */
export function answersOf({ relevant, passages }: Retrieval): readonly Passage[] {
  return relevant ? passages : []
}

/**
 * Candidates that pass, those of the same words under the best of them, in the order of the reply. Clauses of the same
 * words rank together, so only as many are read as the page and its neighbourhood need, unless all have to be asked.
 * @param until how many of them the caller shows, those before included
 */
async function arrange(
  scope: Scope,
  ranked: readonly Fused[],
  request: RetrievalRequest,
  until: number,
  horizon: number = until * 3 + LEAST_HORIZON,
): Promise<Arranged> {
  const asksAll = request.accept !== undefined || request.diversity === 'PLACES'
  if (asksAll && horizon < ranked.length) return arrange(scope, ranked, request, until, ranked.length)
  const passing = await readPassing(scope, ranked.slice(0, horizon), request)
  const byId = new Map(passing.map((each) => [each.clause.id, each]))
  const groups =
    request.mergeDuplicates === false
      ? passing.map(({ clause }) => ({ id: clause.id, others: [] }))
      : groupAlike(new Map(passing.map(({ clause }) => [clause.id, clauseIndexText(clause)])))
  const heads = groups.flatMap(({ id, others }): Head[] => {
    const head = byId.get(id)
    if (head === undefined) return []
    const { candidate, rank, placeId } = head
    const same = others.flatMap(({ id: other, likeness }) => {
      const found = byId.get(other)
      return found === undefined ? [] : [{ candidate: found.candidate, likeness }]
    })
    return [{ ...candidate, rank, placeId, others: same }]
  })
  // a formula that stands in dozens of documents
  if (heads.length < until && horizon < ranked.length)
    return arrange(scope, ranked, request, until, ranked.length)
  return {
    heads: request.diversity === 'PLACES' ? takeTurns(heads, ({ placeId }) => placeId) : heads,
    total: heads.length + Math.max(0, ranked.length - horizon),
  }
}

interface Arranged {
  /** At least as many as are shown. */
  readonly heads: readonly Head[]
  readonly total: number
}
interface Passing {
  readonly candidate: Fused
  readonly rank: number
  readonly clause: ClauseNode
  /** Null too where nobody asked for places. */
  readonly placeId: string | null
}

async function readPassing(
  scope: Scope,
  ranked: readonly Fused[],
  { accept, diversity }: RetrievalRequest,
): Promise<readonly Passing[]> {
  const ids = ranked.map(({ clauseId }) => clauseId)
  const clauses = new Map((await scope.read.list('CLAUSE', ids)).map((clause) => [clause.id, clause]))
  const asksDocuments = accept !== undefined || diversity === 'PLACES'
  const documents = asksDocuments ? await documentsOf(scope, [...clauses.values()]) : null
  const passing = await Promise.all(
    ranked.map(async (candidate, index): Promise<Passing | null> => {
      const clause = clauses.get(candidate.clauseId)
      if (clause === undefined) return null
      const document = documents?.get(clause.documentId)
      if (accept !== undefined && (document === undefined || !(await accept(clause, document)))) return null
      return { candidate, rank: index + 1, clause, placeId: document?.placeId ?? null }
    }),
  )
  return passing.filter((each) => each !== null)
}

async function documentsOf(
  scope: Scope,
  clauses: readonly ClauseNode[],
): Promise<ReadonlyMap<string, DocumentNode>> {
  const ids = [...new Set(clauses.map(({ documentId }) => documentId))]
  return new Map((await scope.read.list('DOCUMENT', ids)).map((document) => [document.id, document]))
}

/** The hits with as much of their texts as fits. */
async function quote(
  scope: Scope,
  hits: readonly ClauseHit[],
  heads: ReadonlyMap<string, Head>,
  { budget, context }: { readonly budget: number; readonly context: boolean },
): Promise<Pick<Retrieval, 'passages' | 'leftOut' | 'chars'>> {
  const lengths = hits.map(({ clause }) => quotableText(clause).length)
  const shares = shareBudget(lengths, context ? Math.floor(budget * PASSAGE_SHARE) : budget)
  const quoted = await Promise.all(
    hits.map(async (hit, index) => {
      const head = heads.get(hit.clause.id)
      const share = shares[index] ?? 0
      return head === undefined || share === 0 ? null : describePassage(scope, hit, head, share)
    }),
  )
  const plain = quoted.filter((passage) => passage !== null)
  const used = plain.reduce((sum, { text }) => sum + text.length, 0)
  const leftOut = hits.length - plain.length
  if (!context || plain.length === 0) return { passages: plain, leftOut, chars: used }
  const share = Math.floor((budget - used) / plain.length)
  const passages = await Promise.all(
    plain.map(async (passage) => {
      const clause = await scope.read.get('CLAUSE', passage.clause.id)
      return { ...passage, context: await readContext(scope, clause, share) }
    }),
  )
  const around = passages.reduce((sum, passage) => sum + contextChars(passage.context), 0)
  return { passages, leftOut, chars: used + around }
}

async function describePassage(scope: Scope, hit: ClauseHit, head: Head, share: number): Promise<Passage> {
  const { clause, score, passage: range } = hit
  // the passage counts in the index text, which begins with the heading
  const heading = clauseIndexText(clause).length - clause.text.length
  const focus = { start: Math.max(0, range.start - heading), end: Math.max(0, range.end - heading) }
  const [source, alsoIn] = await Promise.all([
    describeSource(scope, clause),
    Promise.all(head.others.map(({ candidate, likeness }) => describeSame(scope, candidate, likeness))),
  ])
  return {
    ...quoteClause(clause, focus, share),
    ...source,
    ...{ score, rank: head.rank, alsoIn, context: null },
  }
}

async function describeSame(scope: Scope, candidate: Fused, likeness: number): Promise<SameWords> {
  const clause = await scope.read.get('CLAUSE', candidate.clauseId)
  return { ...(await describeSource(scope, clause)), score: candidate.score, likeness }
}

function contextChars({ previous, next, counterparts, cites }: NonNullable<Passage['context']>): number {
  const quotations = [previous, next, ...counterparts, ...cites.map(({ article }) => article)]
  return quotations.reduce((sum, quotation) => sum + (quotation?.text.length ?? 0), 0)
}

function readLimit(limit: number | null | undefined): number {
  if (limit === 0) throw new ZhengmaiError('BAD_INPUT', 'limit 应为 1 到 100 的整数，收到 0')
  return readFirst(limit, DEFAULT_LIMIT)
}

function readMaxChars(maxChars: number | null | undefined): number {
  const wanted = maxChars ?? DEFAULT_CHARS
  if (Number.isSafeInteger(wanted) && wanted >= LEAST_CHARS && wanted <= MAX_CHARS) return wanted
  throw new ZhengmaiError('BAD_INPUT', `max_chars 应为 ${LEAST_CHARS} 到 ${MAX_CHARS} 的整数，收到 ${wanted}`)
}
