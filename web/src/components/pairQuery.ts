import { graphql, type ResultOf } from '../gql/graphql.ts'

/** Both clauses of a pair with their words. */
export const PAIR = graphql(`
  query Pair($clause: ID!, $other: ID!) {
    clause(id: $clause) {
      ...PairSide
    }
    other: clause(id: $other) {
      ...PairSide
    }
  }

  fragment PairSide on Clause @_unmask {
    id
    label
    title
    span {
      start
      quote
    }
    document {
      id
      title
      number
      issuedOn
      jurisdiction {
        name
      }
    }
    responsibilities {
      role
      printed
      agency {
        id
        name
      }
    }
  }
`)

/** What links one clause to those of a document; the pair looked at is one of them, or is not linked. */
export const PAIR_LINK = graphql(`
  query PairLink($clause: ID!, $document: ID!) {
    clause(id: $clause) {
      id
      correspondences(document: $document, first: 50) {
        id
        kind
        degree
        score
        basis
        sharedWording
        wording
        lagDays
        other {
          id
        }
        evidence {
          reason
          signal
          weight
          span {
            start
            end
          }
          otherSpan {
            start
            end
          }
        }
        leads {
          verdict
        }
        targets {
          verdict
          deadlineVerdict
          difference
          differenceUnit
          target {
            id
            ...PairTarget
          }
          other {
            id
            ...PairTarget
          }
        }
        review {
          verdict
          note
          by
        }
      }
    }
  }

  fragment PairTarget on Target @_unmask {
    kind
    bound
    metric
    value
    valueMax
    unit
    deadline
    condition
    span {
      start
      end
      quote
    }
  }
`)

export type PairSide = NonNullable<ResultOf<typeof PAIR>['clause']>
export type PairLink = NonNullable<ResultOf<typeof PAIR_LINK>['clause']>['correspondences'][number]
export type PairTarget = PairLink['targets'][number]['target']
