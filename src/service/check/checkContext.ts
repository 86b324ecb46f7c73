import { nearestOf, sentenceAt } from '../../citing/anchors.ts'
import type { Answer } from '../../citing/answer.ts'
import type { Locator } from '../../citing/locators.ts'
import type { Quotation } from '../../citing/quotations.ts'
import type { Sentence } from '../../citing/sentences.ts'
import type { DocumentNode } from '../../domain/nodes.ts'
import type { TextRange } from '../../domain/span.ts'
import type { Scope } from '../scope.ts'
import type { KnownMention } from './checkDocuments.ts'
import type { LocatedPlace } from './checkLocators.ts'
import type { CheckSources } from './checkSources.ts'
import type { Finding } from './textCheck.ts'

/** A finding whose ranges are those of the answer as read, not yet as given. */
export type Draft = Omit<Finding, 'quote'>

/** A mention whose document can be compared with, by its place in the answer. */
export interface Anchor extends TextRange {
  readonly document: DocumentNode
}

export interface LocatedLocator extends Locator {
  readonly document: DocumentNode
  readonly places: readonly LocatedPlace[]
}

/** What the checks of one answer share. */
export interface CheckContext {
  readonly scope: Scope
  readonly sources: CheckSources
  readonly answer: Answer
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Quotation[]
  readonly mentions: readonly KnownMention[]
  /** Mentions of ingested documents, in order. */
  readonly anchors: readonly Anchor[]
  /** Clause numbers of ingested documents, in order. */
  readonly locators: readonly LocatedLocator[]
  /** The document that is meant where the answer names none. */
  readonly document: DocumentNode | null
}

/** The document that a place of the answer speaks of. */
export function documentAt(context: CheckContext, place: TextRange): DocumentNode | null {
  return (
    nearestOf(context.answer.text, context.sentences, place, context.anchors)?.document ?? context.document
  )
}

/** The clause number that the sentence of a place names for it; null where it names none of that document. */
export function locatorAt(
  { answer, sentences, locators }: CheckContext,
  place: TextRange,
  document: DocumentNode | null,
): LocatedLocator | null {
  const sentence = sentenceAt(sentences, place.start)
  if (sentence === undefined || document === null) return null
  const own = locators.filter(
    (locator) =>
      locator.document.id === document.id && locator.start >= sentence.start && locator.end <= sentence.end,
  )
  return nearestOf(answer.text, sentences, place, own)
}
