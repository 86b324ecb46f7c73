import type { SearchMode } from '../domain/vocabulary.ts'
import { ZhengmaiError } from '../errors/error.ts'
import type { ClauseHit } from '../search/hits.ts'
import { searchClauses } from '../search/searchClauses.ts'
import { similarClauses } from '../search/similarClauses.ts'
import { type ClauseConditions, translateClauseFilter } from './clauseFilter.ts'
import { type Connection, readFirst } from './page.ts'
import type { Scope } from './scope.ts'

export type Hit = ClauseHit

export interface SearchArguments {
  readonly query: string
  readonly mode?: SearchMode | null
  readonly filter?: ClauseConditions | null
  readonly first?: number | null
  readonly after?: string | null
}
export interface SearchResult {
  readonly edges: Connection<Hit>['edges']
  readonly pageInfo: Connection<Hit>['pageInfo']
  /** Number of candidates. */
  readonly total: number
  /** What was understood of the query, in Chinese. */
  readonly interpretation: readonly string[]
  readonly servedBy: SearchMode
  /** All candidates, best first: for facets. */
  readonly candidateIds: readonly string[]
}

const CURSOR = /^hit:(\d{1,9})$/

/**
 * Clauses that answer a query, best first.
 * @throws ZhengmaiError BAD_INPUT, LIMIT, SEMANTIC_UNAVAILABLE
 */
export async function search(scope: Scope, args: SearchArguments): Promise<SearchResult> {
  const first = readFirst(args.first, 10)
  const offset = readCursor(args.after)
  const [filter, { coveredPlaces }] = await Promise.all([
    translateClauseFilter(scope, args.filter),
    scope.names.current(),
  ])
  const placeNames = coveredPlaces.map((place) => place.name)
  const found = await searchClauses(
    { ...scope.search(), placeNames },
    { query: args.query, mode: args.mode ?? 'HYBRID', filter, offset, first },
  )
  // A hit's place counts from 0 over all pages: its cursor says how many hits stand up to and with it.
  const edges = found.hits.map((node, position) => ({ node, cursor: writeCursor(offset + position + 1) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: offset + found.hits.length < found.total,
      hasPreviousPage: offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    total: found.total,
    interpretation: found.interpretation,
    servedBy: found.servedBy,
    candidateIds: found.candidateIds,
  }
}

/** Clauses of nearest meaning, best first. @throws ZhengmaiError BAD_INPUT */
export function findSimilar(
  scope: Scope,
  clauseId: string,
  first: number | null | undefined,
): Promise<readonly Hit[]> {
  const { store, segmenter } = scope.search()
  return similarClauses({ store, segmenter }, clauseId, readFirst(first, 5))
}

function writeCursor(offset: number): string {
  return Buffer.from(`hit:${offset}`).toString('base64url')
}

function readCursor(after: string | null | undefined): number {
  if (after == null) return 0
  const offset = CURSOR.exec(Buffer.from(after, 'base64url').toString())?.[1]
  if (offset === undefined) throw new ZhengmaiError('BAD_INPUT', 'after 不是检索结果给出的游标')
  return Number(offset)
}
