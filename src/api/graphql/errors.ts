import { GraphQLError, type GraphQLErrorOptions } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { ZhengmaiError } from '../../errors/error.ts'
import { isPublic, publicCode } from '../../errors/publicCode.ts'
import type { Logger } from '../logger.ts'

const MASKED = '内部错误，详见服务日志 (internal error, see the log of the service)'

/**
 * Any error as the client may see it: ours with its code, a fault of the query itself as BAD_INPUT, all else masked and logged.
 */
export function toPublicError(error: unknown, logger: Logger): GraphQLError {
  const at = error instanceof GraphQLError ? error : null
  const cause = rootOf(error)
  if (cause instanceof GraphQLError) return withCode(cause, at ?? cause)
  const code = cause instanceof ZhengmaiError ? publicCode(cause.code) : 'INTERNAL'
  if (code === 'INTERNAL' || code === 'UNAVAILABLE')
    logger.error({ err: cause, path: at?.path }, 'query failed')
  const known = cause instanceof ZhengmaiError && code !== 'INTERNAL' ? cause : null
  return new GraphQLError(known?.message ?? MASKED, {
    ...placeOf(at),
    extensions: { code, ...known?.details },
  })
}

/** Gives the faults that the validation finds a public code too: they do not pass through the masking. */
export const publicCodes: Plugin = {
  onResultProcess({ result, setResult }) {
    if (!('errors' in result) || result.errors === undefined) return
    const errors = result.errors.map((error) =>
      String(error.extensions['code'] ?? 'GRAPHQL_').startsWith('GRAPHQL_') ? withCode(error, error) : error,
    )
    setResult({ ...result, errors })
  },
}

/** Where in the query and in the answer an error arose. */
function placeOf(error: GraphQLError | null): GraphQLErrorOptions {
  return {
    nodes: error?.nodes ?? null,
    source: error?.source ?? null,
    positions: error?.positions ?? null,
    path: error?.path ?? null,
  }
}

function rootOf(error: unknown): unknown {
  let at = error
  while (at instanceof GraphQLError && at.originalError != null) at = at.originalError
  return at
}

/** A GraphQLError without a code of ours is a fault that the parser, the validation or the coercion of variables found. */
function withCode(cause: GraphQLError, at: GraphQLError): GraphQLError {
  const given = cause.extensions['code']
  const isOurs = isPublic(given)
  const { http } = cause.extensions
  return new GraphQLError(at.message, {
    ...placeOf(at),
    extensions: { code: isOurs ? given : 'BAD_INPUT', ...(http === undefined ? {} : { http }) },
  })
}
