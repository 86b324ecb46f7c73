import { graphql, type ResultOf } from '../../gql/graphql.ts'

/** Lower documents side by side on one page of the matrix. */
export const COLUMNS = 50

/** Gaps are not asked for their nearest clause here: that costs a comparison of whole documents, the panel asks for one. */
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
            id
            degree
            kind
            score
            basis
            other {
              id
              label
              title
            }
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

export type Matrix = ResultOf<typeof MATRIX>['implementation']
export type Column = Matrix['columns']['edges'][number]['node']
export type Row = Matrix['rows'][number]
export type Link = Row['cells'][number]['correspondences'][number]
