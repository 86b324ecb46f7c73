import { graphql, type ResultOf } from '../gql/graphql.ts'

/** What names a document in one line. */
export const DOCUMENT_LINE = graphql(`
  fragment DocumentLine on Document @_unmask {
    id
    title
    number
    level
    issuedOn
    validity
    ingested
    jurisdiction {
      id
      name
    }
  }
`)

export type DocumentLineFacts = ResultOf<typeof DOCUMENT_LINE>
