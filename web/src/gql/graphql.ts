import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './introspection.d.ts'

/** Queries and fragments, typed by the served schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { Date: string; ID: string }
}>()

export type { ResultOf, VariablesOf } from 'gql.tada'
