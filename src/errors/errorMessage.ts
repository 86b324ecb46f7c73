import { ERROR_CODES, type ErrorCode, ZhengmaiError } from './error.ts'

/** An error on its way between threads or processes: a clone would lose its class, code and details. */
export interface ErrorMessage {
  readonly code: ErrorCode
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
  /** Stack or message of the cause, for the log. */
  readonly cause: string | null
}

/** What an error that bears no code of ours becomes. */
export interface Fallback {
  readonly code: ErrorCode
  /** Stands before the message of the error. */
  readonly prefix: string
}

export function toErrorMessage(error: unknown, { code, prefix }: Fallback): ErrorMessage {
  if (error instanceof ZhengmaiError) {
    const { message, details, cause } = error
    return { code: error.code, message, details, cause: traceOf(cause) }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { code, message: `${prefix}${message}`, details: {}, cause: traceOf(error) }
}

export function fromErrorMessage({ code, message, details, cause }: ErrorMessage): ZhengmaiError {
  const known = Object.hasOwn(ERROR_CODES, code) ? code : 'INTERNAL'
  return new ZhengmaiError(known, message, {
    details,
    ...(cause === null ? {} : { cause: new Error(cause) }),
  })
}

function traceOf(cause: unknown): string | null {
  return cause instanceof Error ? (cause.stack ?? cause.message) : null
}
