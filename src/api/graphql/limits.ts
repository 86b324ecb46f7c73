import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth'
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives'
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens'
import { GraphQLError, getNullableType, isListType } from 'graphql'
import { type ComplexityEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity'
import type { Plugin } from 'graphql-yoga'

/** Three levels a connection: four connections deep, with room for their fields. */
export const MAX_DEPTH = 15
/** The full introspection query has about 300. */
export const MAX_TOKENS = 1000
export const MAX_ALIASES = 30
export const MAX_DIRECTIVES = 20
/**
 * About the number of values in the answer. A document with its first 100 clauses and the lists of each costs about
 * 10,000; ids and ordinals of 100 clauses of each of 100 documents, with which a program takes stock, some 41,000.
 */
export const MAX_COST = 50_000
/** Supposed length of a list that has no `first`: clauses have fewer than five targets, agencies … on the average. */
const LIST_LENGTH = 5

/** Refuses what would cost too much, each with the code LIMIT. */
export function limitPlugins(): Plugin[] {
  const onReject = [
    (_context: unknown, error: GraphQLError): void => {
      error.extensions['code'] = 'LIMIT'
    },
  ]
  return [
    maxTokensPlugin({ n: MAX_TOKENS, onReject }),
    maxDepthPlugin({ n: MAX_DEPTH, onReject }),
    maxAliasesPlugin({ n: MAX_ALIASES, onReject }),
    maxDirectivesPlugin({ n: MAX_DIRECTIVES, onReject }),
    costPlugin(MAX_COST),
  ] as Plugin[]
}

/** Counts a page as its `first`, defaults and variables included. Types are judged by the schema, so no name in a query can pass for introspection. */
const byPage: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  if (type.name.startsWith('__') || field.name.startsWith('__')) return 0
  if (typeof args['first'] === 'number') return 1 + Math.max(1, args['first']) * childComplexity
  if (isListType(getNullableType(field.type)) && field.name !== 'edges')
    return 1 + LIST_LENGTH * childComplexity
  return undefined
}

/** On execute, not a validation rule: yoga remembers the validation of a document, whatever its variables. */
function costPlugin(limit: number): Plugin {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const cost = getComplexity({
        schema: args.schema,
        query: args.document,
        variables: args.variableValues ?? {},
        ...(args.operationName ? { operationName: args.operationName } : {}),
        estimators: [byPage, simpleEstimator({ defaultComplexity: 1 })],
      })
      if (cost <= limit) return
      const message = `查询开销 ${cost} 超过上限 ${limit}，请减少 first 或分几次查询 (query too costly)`
      setResultAndStopExecution({ errors: [new GraphQLError(message, { extensions: { code: 'LIMIT' } })] })
    },
  }
}
