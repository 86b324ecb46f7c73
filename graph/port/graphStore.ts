import type { ClauseTerms, DocumentBody, DocumentBundle, Passage } from '../../src/domain/bundle.ts'
import type {
  CorrespondenceEdge,
  CorrespondenceReview,
  Pair,
  ReviewedCorrespondence,
} from '../../src/domain/correspondence.ts'
import type { ChainStep, EdgeKind, GraphEdge } from '../../src/domain/graph.ts'
import type {
  AboutEdge,
  AgencyNode,
  CitationEdge,
  ClauseNode,
  DocumentNode,
  GraphNode,
  IsoDate,
  NodeOf,
  PlaceNode,
  ProductMentionEdge,
  ProductTypeNode,
  ResponsibilityEdge,
  TargetNode,
} from '../../src/domain/nodes.ts'
import type { TextRange } from '../../src/domain/span.ts'
import type {
  AgencyKind,
  CorrespondenceDegree,
  LegalForce,
  Level,
  Relation,
  Role,
  TargetKind,
} from '../../src/domain/vocabulary.ts'
import type { CorpusStatistics } from './corpusStatistics.ts'
import type { StoreCapabilities } from './storeCapabilities.ts'

/** A page to read: at most `first` items after the item whose cursor is given. */
export interface PageRequest {
  readonly first: number
  /** As given out by the same list; BAD_INPUT for any other. Null for the first page. */
  readonly after: string | null
}
export interface Page<T> {
  readonly items: readonly { readonly node: T; readonly cursor: string }[]
  readonly hasNextPage: boolean
  /** Over all pages. */
  readonly totalCount: number
}

/**
 * Filters hold ids only: names are resolved before. A list means "any of these"; an empty list matches nothing,
 * an absent one everything.
 */
export interface DocumentFilter {
  readonly ids?: readonly string[]
  readonly numbers?: readonly string[]
  readonly levels?: readonly Level[]
  readonly placeIds?: readonly string[]
  readonly issuerIds?: readonly string[]
  readonly documentKinds?: readonly string[]
  readonly legalForces?: readonly LegalForce[]
  /** Contained in the title or the carried title, case-insensitively. */
  readonly text?: string
  readonly issuedFrom?: IsoDate
  readonly issuedUntil?: IsoDate
  /** Not repealed, begun and not ended on that day; a document without dates counts as in force. */
  readonly validOn?: IsoDate
  readonly ingested?: boolean
}
export interface ClauseFilter {
  readonly documentIds?: readonly string[]
  readonly levels?: readonly Level[]
  readonly placeIds?: readonly string[]
  /** With `role`: of the same responsibility. */
  readonly agencyIds?: readonly string[]
  readonly role?: Role
  readonly productTypeIds?: readonly string[]
  readonly issuedFrom?: IsoDate
  readonly issuedUntil?: IsoDate
  readonly validOn?: IsoDate
}
export interface AgencyFilter {
  readonly ids?: readonly string[]
  /** Contained in the name, the statutory name or an alias. */
  readonly name?: string
  readonly placeIds?: readonly string[]
  readonly levels?: readonly Level[]
  readonly functions?: readonly string[]
  readonly agencyKind?: AgencyKind
}
export interface TargetFilter {
  readonly documentIds?: readonly string[]
  readonly clauseIds?: readonly string[]
  readonly placeIds?: readonly string[]
  readonly targetKind?: TargetKind
  /** Contained in the metric. */
  readonly metric?: string
  readonly unit?: string
  readonly amountUnit?: string
  /** Inclusive, on `amount`. */
  readonly valueFrom?: number
  readonly valueUntil?: number
  readonly productTypeIds?: readonly string[]
  /** Takes part in the target's clause. */
  readonly agencyIds?: readonly string[]
  readonly deadlineFrom?: IsoDate
  readonly deadlineUntil?: IsoDate
}
export interface ResponsibilityFilter {
  readonly agencyIds?: readonly string[]
  readonly clauseIds?: readonly string[]
  readonly documentIds?: readonly string[]
  readonly role?: Role
}
export interface CitationFilter {
  /** Citing documents. */
  readonly documentIds?: readonly string[]
  readonly clauseIds?: readonly string[]
  /** Cited documents. */
  readonly targetIds?: readonly string[]
  readonly relations?: readonly Relation[]
  /** True: only citations of the title, the preamble or the closing part. */
  readonly outsideClauses?: boolean
}

/** All parts must hold; edges whose kind has no role or relation pass those two. */
export interface EdgeFilter {
  readonly kinds?: readonly EdgeKind[]
  readonly roles?: readonly Role[]
  readonly relations?: readonly Relation[]
  /** True: only edges both of whose ends are among the nodes; for `edgesOf`. */
  readonly bothEnds?: boolean
}
export interface CorrespondenceFilter {
  /** Either side is one of these clauses. */
  readonly clauseIds?: readonly string[]
  /** Either side stands in one of these documents; with `clauseIds` too, both must hold. */
  readonly documentIds?: readonly string[]
  /** The other side (than the one that `clauseIds`, else `documentIds` names) stands in one of these documents. */
  readonly otherDocumentIds?: readonly string[]
  /** The other side's document is of one of these levels. */
  readonly otherLevels?: readonly Level[]
  readonly degrees?: readonly CorrespondenceDegree[]
  readonly minScore?: number
  /** Absent: all but the rejected ones. */
  readonly review?: 'NONE' | 'CONFIRMED' | 'REJECTED' | 'ANY'
}
/** BEST: greatest score first, then by id. LEAST_CERTAIN: least certainty first, then by id. */
export type CorrespondenceOrder = 'BEST' | 'LEAST_CERTAIN'
/** NEWEST: newest first, undated last, then by id. MOST_CITED: most incoming citations first, then by id. */
export type DocumentOrder = 'NEWEST' | 'MOST_CITED'

/** How often a clause holds each of the words asked for. */
export interface TermCounts {
  readonly clauseId: string
  /** Number of tokens of the clause. */
  readonly length: number
  /** One for each token asked for, in that order. */
  readonly counts: readonly number[]
}

/** A clause near to another one. */
export interface Neighbour {
  readonly clauseId: string
  readonly documentId: string
  /** Cosine of the two whole clauses, −1 to 1. */
  readonly cosine: number
}

/** Of a link what counting needs; its sides in the order of `CorrespondenceEdge`. */
export type LinkOutline = Pick<CorrespondenceEdge, 'clauseIds' | 'documentIds' | 'degree' | 'score'>

/** Which nodes hang below which: the children that `childrenOf` reads. */
export const CHILD_RELATIONS = [
  'SECTIONS_OF_DOCUMENT',
  'ANNEXES_OF_DOCUMENT',
  'CLAUSES_OF_DOCUMENT',
  'LEDGER_OF_DOCUMENT',
  'LEDGER_OF_CLAUSE',
  'LEDGER_OF_AGENCY',
  'SECTIONS_OF_SECTION',
  'SECTIONS_OF_ANNEX',
  'CLAUSES_OF_SECTION',
  'ITEMS_OF_CLAUSE',
  'TARGETS_OF_CLAUSE',
  'PLACES_OF_PLACE',
  'DEPARTMENTS_OF_AGENCY',
  'NARROWER_PRODUCT_TYPES',
] as const
export type ChildRelation = (typeof CHILD_RELATIONS)[number]

/** A clause found by the vectors of its passages. */
export interface DenseHit {
  readonly clauseId: string
  /** Cosine of the query and the whole clause, −1 to 1. */
  readonly whole: number
  /** Cosine of the query and the best window (the whole clause where it has no window). */
  readonly bestWindow: number
  /** That window, in the clause's index text; null where it is the whole clause. */
  readonly window: TextRange | null
}

/** Which text, model and preparation the stored vectors come from; two indexes with different keys never mix. */
export interface EmbeddingKey {
  readonly modelId: string
  readonly sha256: string
  readonly dimensions: number
  /** Pooling and text preparation, with a version, e.g. `cls;lower;simplified;window80;v1`. */
  readonly preparation: string
}

/** Token statistics over all indexed clauses, for BM25. */
export interface TermStatistics {
  readonly clauses: number
  /** Mean number of tokens per clause. */
  readonly averageLength: number
  /** Number of clauses that hold the token; 0 where none does. */
  readonly documentFrequency: ReadonlyMap<string, number>
}

export type PutOutcome = 'created' | 'replaced'

/**
 * Everything the services need of a store, in words of the domain. Ids are ours; an id that was given once keeps
 * resolving (aliases). Reads see only whole documents. All methods reject with a ZhengmaiError (STORE_*, BAD_INPUT).
 */
export interface GraphStore extends AsyncDisposable {
  readonly supports: StoreCapabilities

  /** Adds or updates divisions, product types and other nodes that belong to no document. */
  putReference(nodes: readonly (PlaceNode | ProductTypeNode)[]): Promise<void>
  /** Writes all of one document or nothing; what an earlier version of it left is gone. Keeps the citations that others make of it. */
  putDocument(bundle: DocumentBundle): Promise<PutOutcome>
  /**
   * Runs a task while no other one runs on this store, in this process (in the order of the calls) or in another: ingestion
   * looks up what a document cites before it writes it, and two documents that cite each other must find each other. A task
   * calls other methods, not this one. It may run twice where the database goes away.
   */
  exclusively<T>(task: () => Promise<T>): Promise<T>
  /** Removes a document, its facts and the shared nodes that nothing else uses; one that others cite becomes a stub. False where it is not ingested. */
  deleteDocument(id: string): Promise<boolean>

  /** The node of each id or alias that exists, keyed by the id asked for. */
  nodes(ids: readonly string[]): Promise<ReadonlyMap<string, GraphNode>>
  /** Children of each parent in the order of the text (or by id); parents without any are absent. */
  childrenOf(
    parentIds: readonly string[],
    relation: ChildRelation,
  ): Promise<ReadonlyMap<string, readonly GraphNode[]>>
  /** Product types that each clause is about, and where each clause names a product type, by clause id. */
  productsOf(
    clauseIds: readonly string[],
  ): Promise<
    ReadonlyMap<
      string,
      { readonly about: readonly AboutEdge[]; readonly mentions: readonly ProductMentionEdge[] }
    >
  >
  /** Texts of ingested documents. */
  bodies(documentIds: readonly string[]): Promise<ReadonlyMap<string, DocumentBody>>

  /** NEWEST unless said otherwise. */
  documents(filter: DocumentFilter, page: PageRequest, order?: DocumentOrder): Promise<Page<DocumentNode>>
  /** Cited by others but never ingested, most cited first, then by id. */
  wantedDocuments(page: PageRequest): Promise<Page<DocumentNode>>
  /** Clauses proper (no items), by document id, then in the order of the text. */
  clauses(filter: ClauseFilter, page: PageRequest): Promise<Page<ClauseNode>>
  /** By id. */
  agencies(filter: AgencyFilter, page: PageRequest): Promise<Page<AgencyNode>>
  /** By document id, then in the order of the text. */
  targets(filter: TargetFilter, page: PageRequest): Promise<Page<TargetNode>>
  /** By document id, then in the order of the text. */
  responsibilities(filter: ResponsibilityFilter, page: PageRequest): Promise<Page<ResponsibilityEdge>>
  /** By citing document id, then in the order of the text. */
  citations(filter: CitationFilter, page: PageRequest): Promise<Page<CitationEdge>>
  /** All nodes of a small kind: for look-ups by name. */
  all<K extends 'JURISDICTION' | 'AGENCY' | 'PRODUCT_TYPE'>(kind: K): Promise<readonly NodeOf<K>[]>
  /** Documents, ingested or not, whose folded number or folded title (`text/fold.ts`) is one of these; for linking citations. */
  documentsByKey(keys: {
    readonly numbers?: readonly string[]
    readonly titles?: readonly string[]
  }): Promise<readonly DocumentNode[]>

  /** At most `limit` clauses that pass the filter and hold any of the tokens, the likeliest (BM25) first. */
  keywordCandidates(
    tokens: readonly string[],
    filter: ClauseFilter,
    limit: number,
  ): Promise<readonly string[]>
  /** The index entry of each clause that has one. */
  termsOf(clauseIds: readonly string[]): Promise<ReadonlyMap<string, ClauseTerms>>
  /** How often each clause that has an index entry holds the tokens. */
  termCounts(
    clauseIds: readonly string[],
    tokens: readonly string[],
  ): Promise<ReadonlyMap<string, TermCounts>>
  termStatistics(tokens: readonly string[]): Promise<TermStatistics>
  /** The `limit` clauses that pass the filter with the greatest (whole + bestWindow) / 2, best first. */
  denseCandidates(query: Float32Array, filter: ClauseFilter, limit: number): Promise<readonly DenseHit[]>
  /** The same figures for given clauses; those without vectors are absent. */
  denseScores(query: Float32Array, clauseIds: readonly string[]): Promise<readonly DenseHit[]>
  /** The vector of each whole clause that has one. */
  vectorsOf(clauseIds: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>

  /** All passages of each clause that has vectors, the whole clause first, then its windows in the order of the text. */
  passagesOf(clauseIds: readonly string[]): Promise<ReadonlyMap<string, readonly Passage[]>>
  /** For each clause that has a vector the `limit` nearest clauses proper of other documents, by the vectors of whole clauses, best first. */
  nearestClauses(
    clauseIds: readonly string[],
    limit: number,
  ): Promise<ReadonlyMap<string, readonly Neighbour[]>>

  /** Edges (both of whose ends are stored; no rejected correspondence) that begin or end at any of the nodes, at most `limit` of each kind: by kind in the order of EDGE_KINDS, then by id. */
  edgesOf(nodeIds: readonly string[], filter: EdgeFilter, limit: number): Promise<readonly GraphEdge[]>
  /** Number of edges of each node that exists and is of a kind that the graph shows, COUNTERPART left out. */
  degreesOf(nodeIds: readonly string[]): Promise<ReadonlyMap<string, number>>
  /**
   * At most `limit` shortest connections of two nodes in either direction of the edges, each as the ids of its nodes from
   * one end to the other, in the order of those ids; none where they are further apart than `maxLength` edges. COUNTERPART is left out.
   */
  shortestPaths(
    fromId: string,
    toId: string,
    options: { readonly maxLength: number; readonly limit: number; readonly filter: EdgeFilter },
  ): Promise<readonly (readonly string[])[]>
  /**
   * Every document above (UP) or below (DOWN) each of these, once, by a shortest chain: nearest first, then by id. Of several
   * citations that reach a document at the same distance the one with the smallest `fromId`, then the first in the text.
   * Documents without any are absent; circles end.
   */
  chains(
    documentIds: readonly string[],
    direction: 'UP' | 'DOWN',
  ): Promise<ReadonlyMap<string, readonly ChainStep[]>>

  /**
   * Replaces all links of one document's clauses, and notes that they were computed under `key`. A link whose other clause
   * is not (or no longer) there is left out; nothing is done where the document is not (or no longer) ingested. Reviews stay.
   * BAD_INPUT where a link is none of this document's, names a clause's document wrongly, or has another id or order of sides
   * than `pairOf` and `correspondenceId` give.
   * @param compared documents that it was compared with; given, its links with others whose links were computed under the
   *   same key stay as they are
   */
  putCorrespondences(
    documentId: string,
    key: string,
    edges: readonly CorrespondenceEdge[],
    compared?: readonly string[],
  ): Promise<void>
  /** Adds or replaces one link without touching others: for a pair that a person brought up. BAD_INPUT as above, and where a clause is not there. */
  putCorrespondence(edge: CorrespondenceEdge): Promise<void>
  correspondences(
    filter: CorrespondenceFilter,
    order: CorrespondenceOrder,
    page: PageRequest,
  ): Promise<Page<ReviewedCorrespondence>>
  /** All links that pass, without their evidence: to count by. By id. */
  linkOutlines(filter: CorrespondenceFilter): Promise<readonly LinkOutline[]>
  /** Ingested documents whose links were not yet computed under this key, by id; a document written anew is one of them. */
  documentsWithoutLinks(key: string): Promise<readonly string[]>
  /**
   * Adds or replaces what a person found. It stays when either document is written anew, also where the clause is then gone,
   * moves with `takesOver`, and goes when either document is deleted. BAD_INPUT where a clause neither exists nor has an id
   * that begins with that of an ingested document and a slash, where both are of one document, or where they are out of order.
   */
  putReview(review: CorrespondenceReview): Promise<void>
  /** The clauses in any order. False where there was none. */
  deleteReview(clauseIds: Pair<string>): Promise<boolean>
  /** By clause ids; also those whose link is no longer computed. */
  reviews(page: PageRequest): Promise<Page<CorrespondenceReview>>

  /**
   * All that was written of an ingested document, as it stands now, so that putting it into an empty store gives the same
   * answers: `citedDocuments` holds a stub of every document it cites, `takesOver` its aliases. `agencies` and `places` are what
   * the document itself said of them, and where only others did, the nodes as they are: all that its facts name, divisions too.
   * Shared nodes, stubs and aliases are in the order of their ids (code units), all else is in the order of the text, passages
   * as `passagesOf` gives them. Null where it is not ingested.
   */
  bundle(documentId: string): Promise<DocumentBundle | null>

  /** Null before the first vectors. */
  embeddingKey(): Promise<EmbeddingKey | null>
  /** Declares what the vectors from now on come from; with another key than the stored one all vectors are dropped first. */
  setEmbeddingKey(key: EmbeddingKey): Promise<void>
  /** Ingested documents with clauses that lack vectors. */
  documentsWithoutVectors(): Promise<readonly string[]>
  /** Replaces the vectors of one document's clauses. */
  putPassages(documentId: string, passages: readonly Passage[]): Promise<void>

  /** The ingested document that was read from a file with this digest. */
  documentBySha256(sha256: string): Promise<DocumentNode | null>
  statistics(): Promise<CorpusStatistics>
  close(): Promise<void>
}
