import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import { graphql, type ResultOf } from '../../gql/graphql.ts'

/** Documents on a page of the list; for each one the service is asked what can be set beside it. */
export const UPPERS = graphql(`
  query Uppers($after: String) {
    documents(filter: { ingested: true }, first: 30, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          title
          number
          level
          issuedOn
          jurisdiction {
            name
          }
        }
      }
    }
    wantedDocuments(first: 50) {
      edges {
        node {
          id
          title
          number
          jurisdiction {
            name
          }
          implementedBy(first: 5) {
            totalCount
            edges {
              node {
                id
                title
                number
              }
            }
          }
        }
      }
    }
  }
`)

const LOWERS = graphql(`
  query Lowers($upper: ID!) {
    implementation(upper: $upper) {
      columns(first: 4) {
        totalCount
        edges {
          node {
            covered
            topicOnly
            total
            document {
              id
              number
              title
              jurisdiction {
                name
              }
            }
          }
        }
      }
    }
  }
`)

export type Uppers = ResultOf<typeof UPPERS>
export type UpperDocument = Uppers['documents']['edges'][number]['node']
export type Wanted = Uppers['wantedDocuments']['edges'][number]['node']
export type Lowers = ResultOf<typeof LOWERS>['implementation']['columns']

/** The lower documents of each, one after the other so that the service is not flooded; null where they could not be read. */
export function useLowers(documents: readonly UpperDocument[]): ReadonlyMap<string, Lowers | null> {
  const client = useClient()
  const [found, setFound] = useState<ReadonlyMap<string, Lowers | null>>(new Map())
  const ids = documents.map(({ id }) => id).join(' ')
  useEffect(() => {
    let wanted = true
    const readAll = async () => {
      for (const id of ids.split(' ').filter((each) => each !== '')) {
        const { data } = await client.query(LOWERS, { upper: id })
        if (!wanted) return
        setFound((old) => new Map(old).set(id, data?.implementation.columns ?? null))
      }
    }
    void readAll()
    return () => {
      wanted = false
    }
  }, [client, ids])
  return found
}
