import type { TextRange } from '../../domain/span.ts'
import type { Validity } from '../../domain/vocabulary.ts'
import type { PlacedRange } from '../correspondenceEvidence.ts'

/** What can be found in an answer: a document cited, a clause of it, words in quotation marks or without, who does what, a figure. */
export const FINDING_KINDS = ['DOCUMENT', 'CLAUSE', 'QUOTATION', 'PASSAGE', 'DUTY', 'FIGURE'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/**
 * RIGHT: the corpus says so. WRONG: the corpus says otherwise. NOT_FOUND: the corpus has nothing like it. UNCONFIRMED: the
 * corpus knows of it only because other documents cite it.
 */
export const FINDING_VERDICTS = ['RIGHT', 'WRONG', 'NOT_FOUND', 'UNCONFIRMED'] as const
export type FindingVerdict = (typeof FINDING_VERDICTS)[number]

/** Whether words stand in the corpus: letter by letter but for width, punctuation and script, nearly, or not at all. */
export const QUOTE_VERDICTS = ['EXACT', 'NEAR', 'NOT_FOUND'] as const
export type QuoteVerdict = (typeof QUOTE_VERDICTS)[number]

export const FAULT_KINDS = [
  /** No document bears the number, or another one than the title named beside it. */
  'NUMBER',
  /** No document bears the title, or another one than the number named beside it. */
  'TITLE',
  /** The number is that of another place: 机关代字 are not unique. */
  'PLACE',
  /** The document has no clause of that number. */
  'CLAUSE_MISSING',
  /** The words stand in another clause of the document. */
  'CLAUSE',
  /** The words stand in another document. */
  'DOCUMENT',
  /** The words in quotation marks stand nowhere. */
  'QUOTATION',
  /** Words in quotation marks were changed, left out or added. */
  'WORDING',
  /** A 不得, 未, 严禁 … was dropped or added. */
  'NEGATION',
  'FIGURE',
  'AGENCY',
  'ROLE',
  /** One quotation sewn from several clauses. */
  'MERGED',
  'SUPERSEDED',
  'EXPIRED',
  'NOT_YET',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

export interface CheckArguments {
  /** The answer to check. */
  readonly text?: string | null
  /** A 发文字号 in any bracket or width variant. */
  readonly number?: string | null
  readonly title?: string | null
  readonly quote?: string | null
  /** Id or 发文字号 of the document that is meant where the text names none. */
  readonly document?: string | null
}

/** What is wrong at a place of the text, in words for readers (Chinese). */
export interface Fault {
  readonly kind: FaultKind
  readonly message: string
  /** The words that are wrong; where words are missing, those beside them. */
  readonly span: TextRange
  readonly found: string | null
  /** What the corpus says. */
  readonly expected: string | null
}

/** A document of the corpus as findings name it. */
export interface CheckedDocument {
  readonly id: string
  readonly title: string
  readonly number: string | null
  /** Name of the place that it applies to. */
  readonly place: string | null
  readonly issuedOn: string | null
  /** False where the corpus only knows that others cite it. */
  readonly ingested: boolean
  readonly validity: Validity
  readonly reference: string
  readonly url: string
}
export interface CheckedClause {
  readonly id: string
  readonly label: string
  readonly title: string | null
  readonly reference: string
  readonly url: string
}

/** Where the corpus says what a finding is about. */
export interface Evidence {
  readonly document: CheckedDocument
  readonly clause: CheckedClause | null
  /** In `Document.text`; null where the document as a whole is meant. */
  readonly span: PlacedRange | null
  /** The words at the span. */
  readonly text: string | null
  /** Of a quotation or passage: share of its characters that agree, 0 to 1. */
  readonly similarity: number | null
}

/** Words of the text beside those of the corpus that stand in their place; either may be empty. */
export interface Difference {
  /** In the text that was checked. */
  readonly span: TextRange
  readonly found: string
  /** In `Document.text`. */
  readonly source: TextRange
  readonly expected: string
}

export interface Finding {
  readonly kind: FindingKind
  /** In `TextCheck.text`, UTF-16 code units. */
  readonly span: TextRange
  readonly quote: string
  readonly verdict: FindingVerdict
  /** Of a quotation or passage; null for the others. */
  readonly match: QuoteVerdict | null
  readonly faults: readonly Fault[]
  /** Best first; of a finding that is not found the nearest that there is. */
  readonly evidence: readonly Evidence[]
  /** Between the text and the first evidence. */
  readonly differences: readonly Difference[]
  /** The finding in one sentence for readers (Chinese). */
  readonly message: string
}

export interface TextCheck {
  /** What the spans point into: the text given, or the number, title and quotation given as one. */
  readonly text: string
  /** In the order of the text. */
  readonly findings: readonly Finding[]
  /** Findings with faults. */
  readonly wrong: number
  /** Number of findings by verdict. */
  readonly counts: Readonly<Record<FindingVerdict, number>>
}
