/**
 * Every failure that a user can cause or meet has a code; `docs/errors.md` lists them all.
 * Doubt about a document's content is no error but a Notice.
 */
export const ERROR_CODES = {
  // what the caller sent
  BAD_INPUT: { http: 400, exit: 2 },
  NOT_FOUND: { http: 404, exit: 1 },
  AMBIGUOUS: { http: 409, exit: 1 },
  LIMIT: { http: 400, exit: 1 },
  UNAUTHORIZED: { http: 401, exit: 1 },
  // what this installation lacks at the moment
  SEMANTIC_UNAVAILABLE: { http: 503, exit: 1 },
  UNAVAILABLE: { http: 503, exit: 1 },
  // configuration
  CONFIG_INVALID: { http: 500, exit: 2 },
  // files to ingest
  FILE_NOT_FOUND: { http: 404, exit: 1 },
  FILE_UNREADABLE: { http: 403, exit: 1 },
  FILE_EMPTY: { http: 422, exit: 1 },
  FILE_TOO_LARGE: { http: 413, exit: 1 },
  FILE_BINARY: { http: 415, exit: 1 },
  FILE_UNSUPPORTED: { http: 415, exit: 1 },
  FILE_UNDECODABLE: { http: 422, exit: 1 },
  NOT_A_DOCUMENT: { http: 422, exit: 1 },
  // the store
  STORE_UNREADABLE: { http: 503, exit: 1 },
  STORE_NEWER_SCHEMA: { http: 503, exit: 1 },
  STORE_LOCKED: { http: 503, exit: 1 },
  STORE_FULL: { http: 507, exit: 1 },
  STORE_FAILED: { http: 503, exit: 1 },
  // a database server as the store
  STORE_UNAVAILABLE: { http: 503, exit: 1 },
  STORE_UNAUTHORIZED: { http: 503, exit: 1 },
  STORE_FOREIGN: { http: 409, exit: 1 },
  STORE_TIMEOUT: { http: 503, exit: 1 },
  // the model
  MODEL_NOT_FOUND: { http: 503, exit: 1 },
  MODEL_HASH_MISMATCH: { http: 503, exit: 1 },
  MODEL_FAILED: { http: 503, exit: 1 },
  // archives to import
  ARCHIVE_DAMAGED: { http: 422, exit: 1 },
  ARCHIVE_NEWER: { http: 422, exit: 1 },
  // seeds and own files
  SEEDS_INVALID: { http: 500, exit: 1 },
  INTERNAL: { http: 500, exit: 1 },
} as const satisfies Record<string, { http: number; exit: 1 | 2 }>
export type ErrorCode = keyof typeof ERROR_CODES

/** An error with a code; its message is meant for the user, its cause for the log. */
export class ZhengmaiError extends Error {
  readonly code: ErrorCode
  /** Further facts for a program, e.g. `candidates` of AMBIGUOUS. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; details?: Record<string, unknown> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'ZhengmaiError'
    this.code = code
    this.details = options.details ?? {}
  }
}

/** The error itself where it has a code already, else INTERNAL with the cause kept. */
export function toZhengmaiError(error: unknown): ZhengmaiError {
  if (error instanceof ZhengmaiError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new ZhengmaiError('INTERNAL', message, { cause: error })
}
