import type { z } from 'zod'
import { ERROR_CODES, toZhengmaiError, type ZhengmaiError } from '../../errors/error.ts'
import { publicCode } from '../../errors/publicCode.ts'
import type { Logger } from '../logger.ts'

/** A failure as it may be told to whoever asked. */
export interface Fault {
  readonly status: number
  readonly message: string
  /** Name of the argument that is wrong; null where none is. */
  readonly param: string | null
  readonly known: ZhengmaiError
}

/** What may be told of an error; what is nobody else's business goes to the log. */
export function faultOf(error: unknown, logger: Logger, path: string): Fault {
  const known = toZhengmaiError(error)
  const code = publicCode(known.code)
  if (code === 'INTERNAL' || code === 'UNAVAILABLE') logger.error({ err: error, path }, 'request failed')
  const message = code === 'INTERNAL' ? '内部错误 (internal error)' : known.message
  const { param } = known.details
  return {
    status: ERROR_CODES[known.code].http,
    message,
    param: typeof param === 'string' ? param : null,
    known,
  }
}

/** The first thing that is wrong with a body, with the name of its argument. */
export function describeIssue({ issues }: z.ZodError): {
  readonly message: string
  readonly param: string | null
} {
  const [issue] = issues
  const param = issue === undefined || issue.path.length === 0 ? null : issue.path.map(String).join('.')
  const what = issue?.message ?? 'invalid'
  return { message: param === null ? `请求体有误：${what}` : `${param} 有误：${what}`, param }
}
