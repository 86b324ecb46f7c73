import type { Client } from 'urql'
import type { Page } from '../../core/allPages.ts'
import { graphql, type ResultOf, type VariablesOf } from '../../gql/graphql.ts'

/** Targets read for sorting and grouping; a filter narrows a longer list down. */
export const MAX_TARGETS = 1000

/**
 * With what the service compares each target to. 5 links a clause keep a page of 100 within the cost that the service
 * allows for one query.
 */
const TARGETS = graphql(`
  query Targets($filter: TargetFilter, $after: String, $compared: Boolean!) {
    targets(filter: $filter, first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          bound
          metric
          value
          valueMax
          unit
          amount
          amountUnit
          baseline
          condition
          deadline
          lead {
            id
            name
          }
          span {
            quote
          }
          clause {
            id
            label
            title
            document {
              id
              title
              number
              level
              issuedOn
              jurisdiction {
                id
                name
              }
            }
            correspondences(first: 5) @include(if: $compared) {
              targets {
                verdict
                deadlineVerdict
                difference
                differenceUnit
                target {
                  id
                }
                other {
                  id
                }
              }
            }
          }
        }
      }
    }
  }
`)

export type Target = ResultOf<typeof TARGETS>['targets']['edges'][number]['node']
export type TargetFilter = NonNullable<VariablesOf<typeof TARGETS>['filter']>

export async function readTargets(
  client: Client,
  filter: TargetFilter,
  compared: boolean,
  after: string | null,
): Promise<Page<Target>> {
  const { data, error } = await client.query(TARGETS, { filter, after, compared })
  if (error !== undefined) throw error
  const { edges, pageInfo, totalCount } = data!.targets
  return {
    items: edges.map(({ node }) => node),
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
  }
}
