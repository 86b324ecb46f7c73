import type { Client } from 'urql'
import type { Page } from '../../core/allPages.ts'
import { graphql, type ResultOf, type VariablesOf } from '../../gql/graphql.ts'

/** Agencies read for grouping; a filter narrows a longer list down. */
export const MAX_AGENCIES = 1000

const AGENCIES = graphql(`
  query Agencies($filter: AgencyFilter, $after: String) {
    agencies(filter: $filter, first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          officialName
          kind
          function
          jurisdiction {
            id
            name
            level
          }
          lead: responsibilities(role: LEAD, first: 0) {
            totalCount
          }
          responsible: responsibilities(role: RESPONSIBLE, first: 0) {
            totalCount
          }
          support: responsibilities(role: SUPPORT, first: 0) {
            totalCount
          }
        }
      }
    }
  }
`)

export type Agency = ResultOf<typeof AGENCIES>['agencies']['edges'][number]['node']
export type AgencyFilter = NonNullable<VariablesOf<typeof AGENCIES>['filter']>

export async function readAgencies(
  client: Client,
  filter: AgencyFilter,
  after: string | null,
): Promise<Page<Agency>> {
  const { data, error } = await client.query(AGENCIES, { filter, after })
  if (error !== undefined) throw error
  const { edges, pageInfo, totalCount } = data!.agencies
  return {
    items: edges.map(({ node }) => node),
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
  }
}
