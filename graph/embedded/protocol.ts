import { ERROR_CODES, type ErrorCode, ZhengmaiError } from '../../src/errors/error.ts'
import type { Method } from './operations.ts'

/** How a store is opened. */
export interface OpenOptions {
  /** Folder of the store; made where absent when opened for writing. */
  readonly dataDir: string
  readonly mode: 'write' | 'read'
}

/** To the worker. */
export type Request = { readonly id: number } & (
  | { readonly method: Method; readonly args: readonly unknown[] }
  | { readonly method: 'open'; readonly args: readonly [OpenOptions] }
  | { readonly method: 'close'; readonly args: readonly [] }
)

/** An error on its way between threads: a clone would lose its class, code and details. */
export interface ErrorMessage {
  readonly code: ErrorCode
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
  /** Message of the cause, for the log. */
  readonly cause: string | null
}

/** From the worker. */
export type Response = { readonly id: number } & (
  | { readonly result: unknown }
  | { readonly error: ErrorMessage }
)

export function toErrorMessage(error: unknown): ErrorMessage {
  if (error instanceof ZhengmaiError) {
    const { code, message, details, cause } = error
    return { code, message, details, cause: cause instanceof Error ? (cause.stack ?? cause.message) : null }
  }
  const message = error instanceof Error ? error.message : String(error)
  return {
    code: 'STORE_FAILED',
    message: `存储操作失败：${message}`,
    details: {},
    cause: error instanceof Error ? (error.stack ?? null) : null,
  }
}

export function fromErrorMessage({ code, message, details, cause }: ErrorMessage): ZhengmaiError {
  const known = Object.hasOwn(ERROR_CODES, code) ? code : 'STORE_FAILED'
  return new ZhengmaiError(known, message, {
    details,
    ...(cause === null ? {} : { cause: new Error(cause) }),
  })
}
