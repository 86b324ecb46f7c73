import type { Client } from 'urql'
import type { Page } from '../core/allPages.ts'
import { graphql, type ResultOf } from '../gql/graphql.ts'

export const AGENCY = graphql(`
  query Agency($id: ID!) {
    agency(id: $id) {
      id
      name
      officialName
      aliases
      kind
      function
      jurisdiction {
        id
        name
        level
      }
      parent {
        id
        name
      }
      departments {
        id
        name
      }
      counterparts(first: 100) {
        totalCount
        edges {
          node {
            id
            name
            jurisdiction {
              name
              level
            }
          }
        }
      }
      documents(first: 20) {
        totalCount
        edges {
          node {
            id
            title
            number
            issuedOn
          }
        }
      }
      ledger {
        id
        ordinal
        task
        measure
        deadline
        lead {
          id
          name
        }
        support {
          id
          name
        }
        document {
          id
          title
          number
        }
        clause {
          id
          label
        }
      }
    }
  }
`)

const DUTIES = graphql(`
  query Duties($id: ID!, $after: String) {
    agency(id: $id) {
      id
      responsibilities(first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            role
            printed
            origin
            clause {
              id
              label
              title
              document {
                id
                title
                number
                issuedOn
                jurisdiction {
                  name
                }
              }
            }
          }
        }
      }
    }
  }
`)

/** Duties of one agency that are shown; the busiest body of a city has some hundred. */
export const MAX_DUTIES = 2000

export type AgencyFacts = NonNullable<ResultOf<typeof AGENCY>['agency']>
export type LedgerRow = AgencyFacts['ledger'][number]
export type Duty = NonNullable<ResultOf<typeof DUTIES>['agency']>['responsibilities']['edges'][number]['node']

export async function readDuties(client: Client, id: string, after: string | null): Promise<Page<Duty>> {
  const { data, error } = await client.query(DUTIES, { id, after })
  if (error !== undefined) throw error
  if (data?.agency == null) return { items: [], next: null, total: 0 }
  const { edges, pageInfo, totalCount } = data.agency.responsibilities
  return {
    items: edges.map(({ node }) => node),
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
  }
}
