import type { TextRange } from '../../src/domain/span.ts'
import type { Severity } from '../../src/domain/vocabulary.ts'
import type { Edit } from '../../src/text/edits.ts'

/** A notice about a place of the step's own input. */
export interface StepNotice extends TextRange {
  /** The rule, without `normalise/`. */
  readonly rule: string
  readonly severity: Severity
  readonly message: string
}

/** What a step does to its input: edits sorted by position, not overlapping. */
export interface StepResult {
  readonly edits: readonly Edit[]
  readonly notices: readonly StepNotice[]
}

/** One normalisation, pure: the same text gives the same edits. */
export interface Step {
  readonly name: string
  run(text: string): StepResult
}

export const NOTHING: StepResult = { edits: [], notices: [] }
