import type { ErrorMessage } from '../../src/errors/errorMessage.ts'
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

/** From the worker. */
export type Response = { readonly id: number } & (
  | { readonly result: unknown }
  | { readonly error: ErrorMessage }
)
