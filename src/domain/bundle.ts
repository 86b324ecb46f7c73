import type {
  AboutEdge,
  AgencyNode,
  AnnexNode,
  CitationEdge,
  ClauseNode,
  DocumentNode,
  LedgerRowNode,
  PlaceNode,
  ProductMentionEdge,
  ResponsibilityEdge,
  SectionNode,
  TargetNode,
} from './nodes.ts'
import type { TextRange } from './span.ts'

/** The texts of an ingested document, kept apart from its node because they are large. */
export interface DocumentBody {
  /** The normalised text that every Span points into. */
  readonly text: string
  /** The file as decoded, that every Span.source points into. */
  readonly sourceText: string
  /** The file as read. */
  readonly sourceBytes: Uint8Array
}

/** A passage of a clause with its embedding: the whole clause (`window` null) or a window of about 80 characters. */
export interface Passage {
  readonly clauseId: string
  /** Range inside the clause's index text (`clauseIndexText`); null for the whole clause. */
  readonly window: TextRange | null
  /** Length = dimensions of the model, L2-normalised. */
  readonly vector: Float32Array
}

/** The keyword index entry of a clause. */
export interface ClauseTerms {
  readonly clauseId: string
  /** Segmented words in order, lower-case, simplified, without punctuation; a word may repeat. */
  readonly tokens: readonly string[]
}

/** All that one ingestion writes about one document; a store writes it in one transaction. */
export interface DocumentBundle {
  readonly document: DocumentNode
  readonly body: DocumentBody
  readonly annexes: readonly AnnexNode[]
  readonly sections: readonly SectionNode[]
  /** Clauses and the items below them, in the order of the text. */
  readonly clauses: readonly ClauseNode[]
  /** Agencies that the facts below name (shared between documents). */
  readonly agencies: readonly AgencyNode[]
  /** Zones that the facts below name (shared between documents); divisions are reference data. */
  readonly places: readonly PlaceNode[]
  readonly responsibilities: readonly ResponsibilityEdge[]
  readonly citations: readonly CitationEdge[]
  /** A node for each cited document that the store may not hold yet; `ingested` is false. */
  readonly citedDocuments: readonly DocumentNode[]
  readonly targets: readonly TargetNode[]
  readonly about: readonly AboutEdge[]
  readonly productMentions: readonly ProductMentionEdge[]
  readonly ledger: readonly LedgerRowNode[]
  readonly terms: readonly ClauseTerms[]
  /** Empty where no model is at hand. */
  readonly passages: readonly Passage[]
  /** Ids of stubs that this document turns out to be: their citations become its own, their ids aliases of its id. */
  readonly takesOver: readonly string[]
}
