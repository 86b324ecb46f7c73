import { graphql, type ResultOf } from '../gql/graphql.ts'
import { DOCUMENT_LINE } from './documentLineQuery.ts'

/** What a card tells of a clause; its words come from where it was found. */
export const CLAUSE_CARD = graphql(
  `
    fragment ClauseCard on Clause @_unmask {
      id
      label
      title
      reference
      section {
        id
        label
        title
      }
      document {
        ...DocumentLine
      }
      responsibilities {
        role
        printed
        agency {
          id
          name
        }
      }
      targets {
        id
      }
      productTypes {
        id
        name
      }
    }
  `,
  [DOCUMENT_LINE],
)

export type ClauseCardFacts = ResultOf<typeof CLAUSE_CARD>
