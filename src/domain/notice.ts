import type { Span } from './span.ts'
import type { Severity } from './vocabulary.ts'

/** A doubt about a document's content: what was unexpected, where, and what was done about it. */
export interface Notice {
  /** Stable rule name, listed in `docs/errors.md`, e.g. `ledger/shifted-label`. */
  readonly code: string
  readonly severity: Severity
  /** In Chinese, for the person who ingests. */
  readonly message: string
  /** Null where it concerns the file as a whole. */
  readonly span: Span | null
}
