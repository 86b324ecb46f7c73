import type { Line } from './lines.ts'

/** A stretch of a document with a body of its own: the notice, what it carries after its signature, each annex. */
export interface Part {
  readonly kind: 'main' | 'carried' | 'annex'
  readonly lines: readonly Line[]
}
