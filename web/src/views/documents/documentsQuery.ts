import type { Client } from 'urql'
import { DOCUMENT_LINE } from '../../components/documentLineQuery.ts'
import type { Page } from '../../core/allPages.ts'
import { graphql, type ResultOf } from '../../gql/graphql.ts'
import type { DocumentsFilter } from './documentsAddress.ts'

/** Documents read for the tree and the timeline; filters narrow a longer list down. */
export const MAX_DOCUMENTS = 1000

const DOCUMENTS = graphql(
  `
    query Documents($filter: DocumentFilter, $after: String) {
      documents(filter: $filter, first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...DocumentLine
            place: jurisdiction {
              ...PlaceStep
              parent {
                ...PlaceStep
                parent {
                  ...PlaceStep
                  parent {
                    ...PlaceStep
                  }
                }
              }
            }
            implements {
              id
              title
              number
            }
            implementedBy(first: 0) {
              totalCount
            }
          }
        }
      }
    }

    fragment PlaceStep on Jurisdiction @_unmask {
      id
      name
      code
      level
    }
  `,
  [DOCUMENT_LINE],
)

export const WANTED = graphql(
  `
    query Wanted($after: String) {
      wantedDocuments(first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...DocumentLine
            citedBy(first: 5) {
              totalCount
              edges {
                node {
                  relation
                  from {
                    __typename
                    id
                    ... on Document {
                      title
                      number
                    }
                    ... on Clause {
                      label
                      document {
                        title
                        number
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  `,
  [DOCUMENT_LINE],
)

export type DocumentItem = ResultOf<typeof DOCUMENTS>['documents']['edges'][number]['node']
export type WantedItem = ResultOf<typeof WANTED>['wantedDocuments']['edges'][number]['node']

export async function readDocuments(
  client: Client,
  filter: DocumentsFilter,
  after: string | null,
): Promise<Page<DocumentItem>> {
  const { data, error } = await client.query(DOCUMENTS, { filter, after }).toPromise()
  if (data === undefined) throw error
  return asPage(data.documents)
}

export async function readWanted(client: Client, after: string | null): Promise<Page<WantedItem>> {
  const { data, error } = await client.query(WANTED, { after }).toPromise()
  if (data === undefined) throw error
  return asPage(data.wantedDocuments)
}

function asPage<T>(connection: {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly edges: readonly { readonly node: T }[]
}): Page<T> {
  const { totalCount, pageInfo, edges } = connection
  return {
    items: edges.map(({ node }) => node),
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
  }
}
