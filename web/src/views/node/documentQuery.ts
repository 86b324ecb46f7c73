import { graphql, type ResultOf } from '../../gql/graphql.ts'

/** Clauses read at once: more would pass the service's limit of what one query may cost. */
export const CLAUSES_A_PAGE = 40

/** What an id stands for, and the document or clause to open for it. */
export const NODE = graphql(`
  query NodeKind($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Section {
        document {
          id
        }
      }
      ... on Annex {
        document {
          id
        }
      }
      ... on Clause {
        parent {
          id
          parent {
            id
          }
        }
        document {
          id
        }
      }
      ... on Target {
        clause {
          id
          document {
            id
          }
        }
      }
      ... on LedgerRow {
        document {
          id
        }
      }
      ... on Correspondence {
        other {
          id
        }
        clause {
          id
          document {
            id
          }
        }
      }
    }
  }
`)

export type AnyNode = NonNullable<ResultOf<typeof NODE>['node']>

export const DOCUMENT = graphql(`
  query ReadDocument($id: ID!) {
    document(id: $id) {
      id
      title
      number
      kind
      level
      reference
      url
      ingested
      issuedOn
      printedOn
      publishedOn
      effectiveFrom
      effectiveUntil
      validity
      text
      recipients
      copiedTo
      jurisdiction {
        id
        name
      }
      issuers {
        id
        name
      }
      source {
        name
        sha256
        mediaType
        ingestedAt
      }
      elements {
        name
        value
        span {
          start
          end
        }
      }
      fieldSpans {
        field
        span {
          start
          end
          quote
        }
      }
      notices {
        code
        severity
        message
        span {
          start
          end
          quote
        }
      }
      sections {
        id
        label
        title
        parent {
          id
        }
        span {
          start
          end
        }
      }
      annexes {
        id
        label
        title
        span {
          start
          end
        }
      }
      supersededBy {
        id
        title
        number
      }
      implements {
        id
        title
        number
        ingested
        jurisdiction {
          name
        }
      }
      implementedBy(first: 20) {
        totalCount
        edges {
          node {
            id
            title
            number
            jurisdiction {
              name
            }
          }
        }
      }
      cites(first: 100) {
        edges {
          node {
            clause {
              id
            }
            relation
            title
            number
            locator
            span {
              start
              end
            }
            document {
              id
              title
            }
          }
        }
      }
      citedBy(first: 20) {
        totalCount
        edges {
          node {
            relation
            from {
              __typename
              ... on Document {
                id
                title
                number
              }
              ... on Clause {
                id
                label
                document {
                  id
                  title
                  number
                }
              }
            }
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
        clause {
          id
          label
        }
        span {
          start
          end
        }
      }
    }
  }
`)

export const DOCUMENT_CLAUSES = graphql(`
  query ReadClauses($id: ID!, $first: Int!, $after: String) {
    document(id: $id) {
      id
      clauses(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ReadClause
          }
        }
      }
    }
  }

  fragment ReadClause on Clause @_unmask {
    id
    label
    title
    reference
    url
    span {
      start
      end
    }
    correspondences(first: 20) {
      id
      kind
    }
    productMentions {
      span {
        start
        end
      }
      productType {
        id
        name
      }
    }
    responsibilities {
      role
      origin
      printed
      agency {
        id
        name
      }
      mentions {
        scope
        deadline
        span {
          start
          end
        }
      }
    }
    citations {
      relation
      title
      number
      locator
      document {
        id
        title
        ingested
      }
      cited {
        id
      }
      span {
        start
        end
      }
    }
    targets {
      id
      kind
      bound
      metric
      value
      valueMax
      unit
      deadline
      condition
      lead {
        id
        name
      }
      span {
        start
        end
      }
    }
  }
`)

/** The words of a clause as the file has them. */
export const CLAUSE_SOURCE = graphql(`
  query ClauseSource($id: ID!) {
    clause(id: $id) {
      id
      span {
        source {
          start
          end
          quote
          page
        }
      }
    }
  }
`)

export type ReadDocument = NonNullable<ResultOf<typeof DOCUMENT>['document']>
type ClausePage = NonNullable<ResultOf<typeof DOCUMENT_CLAUSES>['document']>['clauses']
export type ReadClause = ClausePage['edges'][number]['node']
