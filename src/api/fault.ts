import { ERROR_CODES, type ErrorCode, toZhengmaiError } from '../errors/error.ts'
import { type PublicCode, publicCode } from '../errors/publicCode.ts'
import type { Logger } from './logger.ts'

/** A failure as it may be told to whoever asked. */
export interface Fault {
  readonly status: (typeof ERROR_CODES)[ErrorCode]['http']
  readonly code: PublicCode
  readonly message: string
  /** Name of the argument that is wrong; null where none is. */
  readonly param: string | null
}

/** What may be told of an error; what is nobody else's business goes to the log. */
export function faultOf(error: unknown, logger: Logger, path: string): Fault {
  const known = toZhengmaiError(error)
  const code = publicCode(known.code)
  if (code === 'INTERNAL' || code === 'UNAVAILABLE') logger.error({ err: error, path }, 'request failed')
  const message = code === 'INTERNAL' ? '内部错误 (internal error)' : known.message
  const { param } = known.details
  return {
    ...{ status: ERROR_CODES[known.code].http, code, message },
    param: typeof param === 'string' ? param : null,
  }
}
