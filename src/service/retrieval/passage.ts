import type { TextRange } from '../../domain/span.ts'
import type {
  AgencyKind,
  CorrespondenceDegree,
  CorrespondenceKind,
  Level,
  Relation,
  Role,
  Validity,
} from '../../domain/vocabulary.ts'

/** What a reply says of a document, enough to name it without a further question. */
export interface PassageDocument {
  readonly id: string
  readonly title: string
  /** 发文字号. */
  readonly number: string | null
  readonly kind: string | null
  readonly level: Level | null
  /** Name of the place that it applies to. */
  readonly place: string | null
  /** Names. */
  readonly issuers: readonly string[]
  readonly issuedOn: string | null
  readonly effectiveUntil: string | null
  /** Today. */
  readonly validity: Validity
  /** Address of its page. */
  readonly url: string
}

/** A clause as it is cited. */
export interface PassageClause {
  readonly id: string
  /** As printed: （五）, 第五条. */
  readonly label: string
  readonly title: string | null
  /** Label and title of the section that holds it. */
  readonly section: string | null
  /** 《…》（济政办字〔2024〕23号）第二部分第（五）项. */
  readonly reference: string
  /** Address of its page. */
  readonly url: string
}

/**
 * Verbatim words of a clause: `text` is what stands at `span` in the document's normalised text. Of a clause without a
 * body it is the heading, and the span that of the whole clause.
 */
export interface Quotation {
  readonly text: string
  readonly span: TextRange
  /** False where sentences of the clause were left out. */
  readonly complete: boolean
}

/** A clause that says (nearly) the same in the same words. */
export interface SameWords {
  readonly clause: PassageClause
  readonly document: PassageDocument
  /** 0 to 1, as search gives it. */
  readonly score: number
  /** Share of common wording, 0 to 1; 1 for the same words. */
  readonly likeness: number
}

/** A clause that answers a query. */
export interface Passage extends Quotation {
  readonly clause: PassageClause
  readonly document: PassageDocument
  /** 0 to 1, as search gives it, for comparison within one query only. */
  readonly score: number
  /** From 1, among all candidates of the query. */
  readonly rank: number
  /** Clauses of the same words that were left out for this one, best first. */
  readonly alsoIn: readonly SameWords[]
  /** Null where it was not asked for. */
  readonly context: PassageContext | null
}

/** Another clause, quoted. */
export interface QuotedClause extends Quotation {
  readonly clause: PassageClause
  readonly document: PassageDocument
}
export interface Counterpart extends QuotedClause {
  /** How the passage's document stands to this one. */
  readonly kind: CorrespondenceKind
  readonly degree: CorrespondenceDegree
  /** 0 to 1. */
  readonly score: number
}
export interface CitedLaw {
  readonly relation: Relation
  /** 《…》（…）. */
  readonly reference: string
  /** e.g. 第三十四条第二款. */
  readonly locator: string | null
  readonly documentId: string
  readonly ingested: boolean
  readonly url: string
  /** The article that the locator names; null where it has none or the corpus does not hold it. */
  readonly article: QuotedClause | null
}
export interface Duty {
  readonly agencyId: string
  readonly agency: string
  readonly agencyKind: AgencyKind
  readonly role: Role
}
/** What stands around a clause. */
export interface PassageContext {
  /** Who is in charge. */
  readonly duties: readonly Duty[]
  readonly previous: QuotedClause | null
  readonly next: QuotedClause | null
  /** Best first. */
  readonly counterparts: readonly Counterpart[]
  readonly cites: readonly CitedLaw[]
}
