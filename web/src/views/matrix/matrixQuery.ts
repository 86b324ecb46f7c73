import { graphql, type ResultOf } from '../../gql/graphql.ts'

/** Lower documents side by side on one page of the matrix. */
export const COLUMNS = 24

/**
 * What the cells are drawn from. Which clauses are linked and what a gap is nearest to, the panel asks for one cell; how targets
 * compare is read apart: both take the service much longer than the rest.
 */
export const MATRIX = graphql(`
  query Matrix($upper: ID!, $lower: [ID!], $minScore: Float, $first: Int!, $after: String) {
    implementation(upper: $upper, lower: $lower, minScore: $minScore) {
      exportUrl
      upper {
        id
        title
        number
        level
        ingested
        issuedOn
        jurisdiction {
          name
        }
      }
      columns(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            kind
            covered
            topicOnly
            total
            lagDays
            validity
            document {
              id
              title
              number
              issuedOn
              jurisdiction {
                name
              }
            }
            additions {
              id
              label
              title
            }
          }
        }
      }
      rows {
        clause {
          id
          label
          title
          section {
            id
            label
            title
          }
        }
        cells {
          document {
            id
          }
          correspondences {
            degree
            score
            basis
          }
        }
      }
    }
  }
`)

/** How the targets of linked clauses compare, in the order of the cells and links of `MATRIX`. */
export const VERDICTS = graphql(`
  query MatrixVerdicts($upper: ID!, $lower: [ID!], $minScore: Float, $first: Int!, $after: String) {
    implementation(upper: $upper, lower: $lower, minScore: $minScore) {
      columns(first: $first, after: $after) {
        totalCount
      }
      rows {
        clause {
          id
        }
        cells {
          document {
            id
          }
          correspondences {
            targets {
              verdict
              deadlineVerdict
            }
          }
        }
      }
    }
  }
`)

/** The links from one clause to those of one document. */
export const CELL = graphql(`
  query MatrixCell($clause: ID!, $document: ID!, $minScore: Float) {
    clause(id: $clause) {
      correspondences(document: $document, minScore: $minScore, first: 100) {
        id
        degree
        score
        other {
          id
          label
          title
        }
      }
    }
  }
`)

export type Verdicts = ResultOf<typeof VERDICTS>['implementation']['rows']
export type Matrix = ResultOf<typeof MATRIX>['implementation']
export type Column = Matrix['columns']['edges'][number]['node']
export type Row = Matrix['rows'][number]
export type Link = NonNullable<ResultOf<typeof CELL>['clause']>['correspondences'][number]
