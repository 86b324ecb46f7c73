import { CLAUSE_CARD } from '../../components/clauseCardQuery.ts'
import { DOCUMENT_LINE } from '../../components/documentLineQuery.ts'
import { graphql, type ResultOf } from '../../gql/graphql.ts'

export const SEARCH = graphql(
  `
    query Search(
      $query: String!, $mode: SearchMode!, $filter: ClauseFilter!, $first: Int!, $after: String
      $understand: Boolean!
    ) {
      search(
        query: $query, mode: $mode, filter: $filter, first: $first, after: $after, understand: $understand
      ) {
        edges {
          cursor
          node {
            score
            highlight
            explanation {
              by
              rank
              score
            }
            clause {
              ...ClauseCard
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        conditions {
          kind
          value
          words
        }
        asides
        relevant
        coverage {
          documents
          places
          issuedFrom
          issuedUntil
        }
        servedBy
        facets {
          field
          values {
            value
            label
            count
          }
        }
      }
    }
  `,
  [CLAUSE_CARD],
)

/** What one may ask about, and what is there to be found. */
export const START = graphql(
  `
    query SearchStart {
      statistics {
        documents
        clauses
        places
        issuedFrom
        issuedUntil
        undated
        semantic
      }
      national: documents(filter: { level: NATIONAL, ingested: true }, first: 0) {
        totalCount
      }
      provincial: documents(filter: { level: PROVINCIAL, ingested: true }, first: 0) {
        totalCount
      }
      municipal: documents(filter: { level: MUNICIPAL, ingested: true }, first: 0) {
        totalCount
      }
      county: documents(filter: { level: COUNTY, ingested: true }, first: 0) {
        totalCount
      }
      recent: documents(filter: { ingested: true }, first: 5) {
        edges {
          node {
            ...DocumentLine
            agencies(role: LEAD) {
              agency {
                name
                kind
              }
              lead
            }
          }
        }
      }
      productTypes {
        name
        clauses(first: 0) {
          totalCount
        }
      }
    }
  `,
  [DOCUMENT_LINE],
)

/** A document that a condition names by its id. */
export const DOCUMENT_NAME = graphql(`
  query DocumentName($id: ID!) {
    document(id: $id) {
      id
      title
    }
  }
`)

export type Found = ResultOf<typeof SEARCH>['search']
export type Hit = Found['edges'][number]['node']
export type Start = ResultOf<typeof START>
