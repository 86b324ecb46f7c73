import type { Client } from 'urql'
import type { Page } from '../../core/allPages.ts'
import { CLAUSES_A_PAGE, DOCUMENT_CLAUSES, type ReadClause } from './documentQuery.ts'

/** One page of a document's clauses with what was read in them. Throws the CombinedError of urql. */
export async function readClauses(
  client: Client,
  document: string,
  after: string | null,
): Promise<Page<ReadClause>> {
  const variables = { id: document, first: CLAUSES_A_PAGE, after }
  const { data, error } = await client.query(DOCUMENT_CLAUSES, variables).toPromise()
  if (error !== undefined) throw error
  const clauses = data?.document?.clauses
  if (clauses === undefined) return { items: [], next: null, total: 0 }
  const { hasNextPage, endCursor } = clauses.pageInfo
  return {
    items: clauses.edges.map(({ node }) => node),
    next: hasNextPage ? endCursor : null,
    total: clauses.totalCount,
  }
}
