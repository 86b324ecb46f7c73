import type { ClauseFilter } from '../../graph/port/graphStore.ts'
import type { SearchMode } from '../domain/vocabulary.ts'
import type { ClauseHit } from '../search/hits.ts'
import { type ChooseHits, searchClauses } from '../search/searchClauses.ts'
import { similarClauses } from '../search/similarClauses.ts'
import { type ClauseConditions, translateClauseFilter } from './clauseFilter.ts'
import { offsetCursors } from './offsetCursor.ts'
import { type Connection, readFirst } from './page.ts'
import type { Scope } from './scope.ts'
import {
  describeUnderstanding,
  type QueryCondition,
  type Understanding,
  understandQuery,
} from './understand.ts'

export type Hit = ClauseHit

export interface SearchArguments {
  readonly query: string
  readonly mode?: SearchMode | null
  readonly filter?: ClauseConditions | null
  readonly first?: number | null
  readonly after?: string | null
  /** False: places, levels, agencies, dates and numbers that the query names are no conditions. */
  readonly understand?: boolean | null
  /** Which candidates become hits, for use cases that arrange them; the page and its cursors then say nothing. */
  readonly choose?: ChooseHits
}
export interface SearchResult {
  readonly edges: Connection<Hit>['edges']
  readonly pageInfo: Connection<Hit>['pageInfo']
  /** Number of candidates. */
  readonly total: number
  /** Whether the corpus seems to hold anything on the query; hits are given either way. */
  readonly relevant: boolean
  /** What was understood of the query, in Chinese. */
  readonly interpretation: readonly string[]
  /** The conditions that were read from the query. */
  readonly conditions: readonly QueryCondition[]
  /** What was understood besides: synonyms, and what is named and made no condition. */
  readonly asides: readonly string[]
  readonly servedBy: SearchMode
  /** All candidates, best first: for facets. */
  readonly candidateIds: readonly string[]
}

const CURSORS = offsetCursors('hit', 'after 不是检索结果给出的游标')

/**
 * Clauses that answer a query, best first.
 * @throws ZhengmaiError BAD_INPUT, LIMIT, SEMANTIC_UNAVAILABLE
 */
export async function search(scope: Scope, args: SearchArguments): Promise<SearchResult> {
  const first = readFirst(args.first, 10)
  const offset = CURSORS.read(args.after)
  const given = await translateClauseFilter(scope, args.filter)
  const understood =
    args.understand === false ? asGiven(args.query, given) : await understandQuery(scope, args.query, given)
  const { text: query, filter } = understood
  const found = await searchClauses(scope.search(), {
    ...{ query, mode: args.mode ?? 'HYBRID', filter, offset, first },
    ...(args.choose === undefined ? {} : { choose: args.choose }),
  })
  // A hit's place counts from 0 over all pages: its cursor says how many hits stand up to and with it.
  const edges = found.hits.map((node, position) => ({ node, cursor: CURSORS.write(offset + position + 1) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: offset + found.hits.length < found.total,
      hasPreviousPage: offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    total: found.total,
    relevant: !understood.isUncovered && (understood.isSubjectless ? found.total > 0 : found.relevant),
    interpretation: [...describeUnderstanding(understood), ...found.interpretation],
    conditions: understood.conditions,
    asides: [...understood.asides, ...found.interpretation],
    servedBy: found.servedBy,
    candidateIds: found.candidateIds,
  }
}

/** The query as it stands. */
function asGiven(text: string, filter: ClauseFilter): Understanding {
  return { text, filter, conditions: [], asides: [], isSubjectless: false, isUncovered: false }
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
