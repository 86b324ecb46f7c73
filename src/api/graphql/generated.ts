// Written by scripts/codegen.ts from contract.graphql; do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AgencyNode, AnnexNode, CitationEdge as CitationFact, ClauseNode, DocumentNode, PlaceNode, LedgerRowNode, ProductTypeNode, ResponsibilityEdge as ResponsibilityFact, SectionNode, TargetNode } from '../../domain/nodes.ts';
import type { AgencyInvolvement as Involvement } from '../../service/agencyInvolvement.ts';
import type { AgencyPair as Pair, RoleAlignment as Alignment } from '../../service/correspondenceRoles.ts';
import type { Evidence as CheckedEvidence, Difference as WordDifference, Fault as CheckedFault, Finding as CheckedFinding, TextCheck as CheckedText } from '../../service/check/textCheck.ts';
import type { Correspondence as Link } from '../../service/correspondences.ts';
import type { ElementValue, FieldSpanValue, MatrixValue, NoticeValue, NodeValue, MentionValue, RoleMentionValue, SourceSpanValue, SpanValue } from './values.ts';
import type { OrientedEvidence } from '../../service/correspondenceEvidence.ts';
import type { FirstMover as Mover } from '../../service/implementationFirst.ts';
import type { DrawnGraph, DrawnEdge, DrawnNode } from '../../service/drawGraph.ts';
import type { Below, HierarchyStep as Step, LevelBelow as BelowLevel } from '../../service/hierarchy.ts';
import type { ImplementationCell as Cell, ImplementationColumn as Column, ImplementationRow as Row } from '../../service/implementationMatrix.ts';
import type { Peer as PeerFact, Peers as PeersFact } from '../../service/peers.ts';
import type { QuoteCheck as CheckedQuote, QuoteMatch as FoundQuote } from '../../service/check/checkQuote.ts';
import type { CorrespondenceReview } from '../../domain/correspondence.ts';
import type { SearchResult, Hit } from '../../service/search.ts';
import type { Statistics as Coverage } from '../../service/statistics.ts';
import type { TargetComparison as Comparison } from '../../service/targetVerdict.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** ISO-8601 calendar date, e.g. 2024-07-18. */
  Date: { input: string; output: string; }
};

/** 国家 → 省 → 市 → 县. A 直辖市 is PROVINCIAL, its districts COUNTY; a zone has the level of the place that runs it. */
export type Level =
  /** 国家 */
  | 'NATIONAL'
  /** 省, 自治区, 直辖市 */
  | 'PROVINCIAL'
  /** 市, 自治州, 地区, 盟 */
  | 'MUNICIPAL'
  /** 县, 市辖区, 县级市, 旗 */
  | 'COUNTY';

/** LEAD 牵头 · SUPPORT 配合/参与/协助 · RESPONSIBLE 负责/责任单位/按职责分工负责 */
export type Role =
  /** 牵头 */
  | 'LEAD'
  /** 配合, 参与, 协助 */
  | 'SUPPORT'
  /** 负责, 责任单位, 按职责分工负责 */
  | 'RESPONSIBLE';

/** IMPLEMENTS 贯彻落实 · BASED_ON 根据/依据/按照 · CITES any other mention · SUPERSEDES 废止/替代 */
export type Relation =
  /** 贯彻落实: carries the cited document out. */
  | 'IMPLEMENTS'
  /** 根据, 依据, 按照: rests on the cited document. */
  | 'BASED_ON'
  /** Any other mention. */
  | 'CITES'
  /** 废止, 替代: ends or replaces the cited document. */
  | 'SUPERSEDES';

/** HYBRID fuses SEMANTIC (embedding) and KEYWORD (BM25). */
export type SearchMode =
  /** Meaning and words together (混合检索). */
  | 'HYBRID'
  /** By meaning, with embeddings (语义检索). */
  | 'SEMANTIC'
  /** By words, with BM25 (关键词检索). */
  | 'KEYWORD';

/** Where a fact was read: the clause's bracketed note, a ledger row, a note for a whole section or document, running text, or a model. */
export type FactOrigin =
  /** The clause's own bracketed note, e.g. （市科技局牵头，市财政局配合）. */
  | 'NOTE'
  /** A row of an annexed ledger (工作台账). */
  | 'LEDGER'
  /** A note for a whole section. */
  | 'SECTION_NOTE'
  /** A note for the whole document. */
  | 'DOCUMENT_NOTE'
  /** Running text (正文). */
  | 'RUNNING_TEXT'
  /** Read by a model, not by rules. */
  | 'MODEL';

/** EXPLICIT: the text says so. INFERRED: computed, with score and evidence. REVIEWED: a person confirmed it. */
export type Basis =
  /** The text says so. */
  | 'EXPLICIT'
  /** Computed, with score and evidence. */
  | 'INFERRED'
  /** A person confirmed it. */
  | 'REVIEWED';

/** 效力位阶: 法律, 行政法规, 地方性法规, 部门规章, 地方政府规章, 规范性文件, 党内文件. */
export type LegalForce =
  /** 法律 */
  | 'LAW'
  /** 行政法规 */
  | 'ADMINISTRATIVE_REGULATION'
  /** 地方性法规 */
  | 'LOCAL_REGULATION'
  /** 部门规章 */
  | 'DEPARTMENT_RULE'
  /** 地方政府规章 */
  | 'LOCAL_RULE'
  /** 规范性文件 */
  | 'NORMATIVE_DOCUMENT'
  /** 党内文件 */
  | 'PARTY_DOCUMENT'
  /** Anything else (其他). */
  | 'OTHER';

/** Whether a document is in force (时效性). */
export type Validity =
  /** 现行有效 */
  | 'IN_FORCE'
  /** 尚未生效: its first day is still to come. */
  | 'NOT_YET'
  /** 已过期: its last day is over. */
  | 'EXPIRED'
  /** 已废止: a document of the corpus supersedes it. */
  | 'REPEALED'
  /** 不详: it bears no date. */
  | 'UNKNOWN';

/** Anything with a stable id (全局标识). */
export type Node = {
  /** Stable id; `node(id:)` finds the object again. */
  readonly id: Scalars['ID']['output'];
};

/** Position of a page in its list (分页信息). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether items follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether items stand before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item; null for an empty page. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
  /** Cursor of the last item; null for an empty page. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** Where a fact stands in Document.text: UTF-16 code units, end exclusive; source is the same place in the file as read. */
export type Span = {
  readonly __typename?: 'Span';
  /** First code unit. */
  readonly start: Scalars['Int']['output'];
  /** Behind the last code unit. */
  readonly end: Scalars['Int']['output'];
  /** The words that stand there (原文). */
  readonly quote: Scalars['String']['output'];
  /** The same place in the file as read. */
  readonly source: Maybe<SourceSpan>;
};

/** Offsets into the decoded source file; page from 1 where the format has pages. */
export type SourceSpan = {
  readonly __typename?: 'SourceSpan';
  /** First code unit of the decoded file. */
  readonly start: Scalars['Int']['output'];
  /** Behind the last code unit of the decoded file. */
  readonly end: Scalars['Int']['output'];
  /** The words as the file has them. */
  readonly quote: Scalars['String']['output'];
  /** Page, from 1; null where the format has no pages. */
  readonly page: Maybe<Scalars['Int']['output']>;
};

/** The file that a document was read from. */
export type Source = {
  readonly __typename?: 'Source';
  /** Base name of the file as given. */
  readonly name: Scalars['String']['output'];
  /** SHA-256 of the bytes as read, in lower-case hexadecimal. */
  readonly sha256: Scalars['String']['output'];
  /** Media type, e.g. text/plain. */
  readonly mediaType: Scalars['String']['output'];
  /** When it was ingested: ISO-8601 date and time in UTC. */
  readonly ingestedAt: Scalars['String']['output'];
};

/** A doubt about a document's content: what was unexpected, where, and what was done. */
export type Notice = {
  readonly __typename?: 'Notice';
  /** Name of the rule that doubts, stable. */
  readonly code: Scalars['String']['output'];
  /** How much it matters. */
  readonly severity: Severity;
  /** In Chinese: what was unexpected and what was done. */
  readonly message: Scalars['String']['output'];
  /** Where; null where it concerns the whole file. */
  readonly span: Maybe<Span>;
};

/** How much a notice matters (提示级别). */
export type Severity =
  /** Worth knowing (提示). */
  | 'INFO'
  /** Something was unexpected and read with care (警告). */
  | 'WARNING'
  /** Something could not be read (错误). */
  | 'ERROR';

/** An administrative division or zone. 国家 is the root, code 000000; a 开发区 or 自贸片区 has no code and the place that runs it as parent. */
export type Jurisdiction = Node & {
  readonly __typename?: 'Jurisdiction';
  /** Stable id, the same after re-ingestion and in every store. */
  readonly id: Scalars['ID']['output'];
  /** Full name, e.g. 济南市, 历城区, 济南高新区. */
  readonly name: Scalars['String']['output'];
  /** Six-digit code of GB/T 2260 (行政区划代码); null for a zone. */
  readonly code: Maybe<Scalars['String']['output']>;
  /** Its level. */
  readonly level: Level;
  /** The place that it belongs to; null for 国家. */
  readonly parent: Maybe<Jurisdiction>;
  /** Places directly below it. */
  readonly children: ReadonlyArray<Jurisdiction>;
  /** Documents that apply to this very place, newest first. */
  readonly documents: DocumentConnection;
};


/** An administrative division or zone. 国家 is the root, code 000000; a 开发区 or 自贸片区 has no code and the place that runs it as parent. */
export type JurisdictionDocumentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

/** An official document (公文), ingested, or only known because another one cites it. */
export type Document = Node & {
  readonly __typename?: 'Document';
  /** Stable id, the same after re-ingestion and in every store. */
  readonly id: Scalars['ID']['output'];
  /** Full title (标题). */
  readonly title: Scalars['String']['output'];
  /** 发文字号, e.g. 济政办字〔2024〕23号; null where the document has none. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** 文种, e.g. 实施意见, 通知, 若干措施. */
  readonly kind: Maybe<Scalars['String']['output']>;
  /** Title and 文种 of the document that this notice issues or forwards, e.g. the 若干措施 within a 通知. */
  readonly carriedTitle: Maybe<Scalars['String']['output']>;
  /** 文种 of the document that this notice issues or forwards. */
  readonly carriedKind: Maybe<Scalars['String']['output']>;
  /** Its rank among norms (效力位阶). */
  readonly legalForce: Maybe<LegalForce>;
  /** Level of the issuer. */
  readonly level: Maybe<Level>;
  /** The place it applies to. */
  readonly jurisdiction: Maybe<Jurisdiction>;
  /** Who issued it (发文机关), in printed order. */
  readonly issuers: ReadonlyArray<Agency>;
  /** 成文日期 */
  readonly issuedOn: Maybe<Scalars['Date']['output']>;
  /** 印发日期 */
  readonly printedOn: Maybe<Scalars['Date']['output']>;
  /** Date of the web page. */
  readonly publishedOn: Maybe<Scalars['Date']['output']>;
  /** First day in force, where the text states it (施行日期). */
  readonly effectiveFrom: Maybe<Scalars['Date']['output']>;
  /** Last day in force, where the text states it (有效期至). */
  readonly effectiveUntil: Maybe<Scalars['Date']['output']>;
  /** On the given day, today where not given. */
  readonly validity: Validity;
  /** Documents of the corpus that end or replace it (废止, 替代). */
  readonly supersededBy: ReadonlyArray<Document>;
  /** 主送机关 */
  readonly recipients: ReadonlyArray<Scalars['String']['output']>;
  /** 抄送 */
  readonly copiedTo: ReadonlyArray<Scalars['String']['output']>;
  /** Every other element of GB/T 9704 and every field of a portal's metadata table that was found. */
  readonly elements: ReadonlyArray<DocumentElement>;
  /** Where the fields above were read in the text; empty for a document that is only cited. */
  readonly fieldSpans: ReadonlyArray<FieldSpan>;
  /** False for a document that is only known because another one cites it. */
  readonly ingested: Scalars['Boolean']['output'];
  /** The normalised text that every Span points into; null for a document that is only cited. */
  readonly text: Maybe<Scalars['String']['output']>;
  /** The file that it was read from; null for a document that is only cited. */
  readonly source: Maybe<Source>;
  /** Doubts about its content, in the order they came up. */
  readonly notices: ReadonlyArray<Notice>;
  /** Its sections, in the order of the text. */
  readonly sections: ReadonlyArray<Section>;
  /** Its annexes, in the order of the text. */
  readonly annexes: ReadonlyArray<Annex>;
  /** The clauses of the level that carries headings or responsibilities; items below them only as their children. */
  readonly clauses: ClauseConnection;
  /** Outgoing citations of the document and its clauses. */
  readonly cites: CitationConnection;
  /** Incoming citations. */
  readonly citedBy: CitationConnection;
  /** What its title, preamble or closing part cites as IMPLEMENTS or BASED_ON; a law named inside a clause does not count. */
  readonly implements: ReadonlyArray<Document>;
  /** Documents that implement this one or are based on it, directly: the reverse of implements, newest first. */
  readonly implementedBy: DocumentConnection;
  /** Upward along such links, nearest first, through cited documents that were never ingested too. */
  readonly hierarchy: ReadonlyArray<HierarchyStep>;
  /** Downward along such links: every document that implements it, directly or along a chain, nearest first (下位文件). */
  readonly below: HierarchyConnection;
  /** Who takes part and how often, most leads first. */
  readonly agencies: ReadonlyArray<AgencyInvolvement>;
  /** Rows of its annexed ledger (工作台账), in printed order. */
  readonly ledger: ReadonlyArray<LedgerRow>;
  /** Address of its page. */
  readonly url: Scalars['String']['output'];
  /** How to cite it, e.g. 《…的实施意见》（济政办字〔2024〕23号）. */
  readonly reference: Scalars['String']['output'];
};


/** An official document (公文), ingested, or only known because another one cites it. */
export type DocumentValidityArgs = {
  on: InputMaybe<Scalars['Date']['input']>;
};


/** An official document (公文), ingested, or only known because another one cites it. */
export type DocumentClausesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


/** An official document (公文), ingested, or only known because another one cites it. */
export type DocumentCitesArgs = {
  relation: InputMaybe<Relation>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


/** An official document (公文), ingested, or only known because another one cites it. */
export type DocumentCitedByArgs = {
  relation: InputMaybe<Relation>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


/** An official document (公文), ingested, or only known because another one cites it. */
export type DocumentImplementedByArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


/** An official document (公文), ingested, or only known because another one cites it. */
export type DocumentBelowArgs = {
  level: InputMaybe<Level>;
  within: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


/** An official document (公文), ingested, or only known because another one cites it. */
export type DocumentAgenciesArgs = {
  role: InputMaybe<Role>;
};

/** Where a field of a document was read. */
export type FieldSpan = {
  readonly __typename?: 'FieldSpan';
  /** Name of the field, e.g. number, issuedOn; issuers, recipients and copiedTo once for each. */
  readonly field: Scalars['String']['output'];
  /** The very words. */
  readonly span: Span;
};

/** One element (公文要素) or metadata field that has no field of its own. */
export type DocumentElement = {
  readonly __typename?: 'DocumentElement';
  /** e.g. 签发人, 索引号, 附注. */
  readonly name: Scalars['String']['output'];
  /** Its content as printed, normalised. */
  readonly value: Scalars['String']['output'];
  /** How sure the reading is, 0 to 1. */
  readonly confidence: Scalars['Float']['output'];
  /** Where it stands; null for a field of the file's own metadata. */
  readonly span: Maybe<Span>;
};

/** One step from a document to one that it implements or is based on (上位文件), or to one that implements it (下位文件). */
export type HierarchyStep = {
  readonly __typename?: 'HierarchyStep';
  /** The document reached. */
  readonly document: Document;
  /** The document one step nearer: upward it cites the one reached, downward it is cited by it. */
  readonly from: Document;
  /** Number of steps from the document asked for, from 1. */
  readonly distance: Scalars['Int']['output'];
  /** The citation that makes the step. */
  readonly citation: Citation;
};

/** A page of steps downward from a document. */
export type HierarchyConnection = {
  readonly __typename?: 'HierarchyConnection';
  /** The items of this page, in the order of the list. */
  readonly edges: ReadonlyArray<HierarchyEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** Number of items over all pages. */
  readonly totalCount: Scalars['Int']['output'];
  /** The documents of all pages by level, highest first; those whose level is unknown are left out. */
  readonly levels: ReadonlyArray<LevelBelow>;
};

/** A step in a page. */
export type HierarchyEdge = {
  readonly __typename?: 'HierarchyEdge';
  /** The item. */
  readonly node: HierarchyStep;
  /** Position of the item; give it as `after` to read on behind it. */
  readonly cursor: Scalars['String']['output'];
};

/** Documents of one level below another document (各级落实情况). */
export type LevelBelow = {
  readonly __typename?: 'LevelBelow';
  /** The level. */
  readonly level: Level;
  /** Number of documents. */
  readonly documents: Scalars['Int']['output'];
  /** Places that they apply to, by id. */
  readonly places: ReadonlyArray<Jurisdiction>;
};

/** How often an agency takes part in a document, by role (部门分工统计). */
export type AgencyInvolvement = {
  readonly __typename?: 'AgencyInvolvement';
  /** The agency. */
  readonly agency: Agency;
  /** Clauses that it leads (牵头). */
  readonly lead: Scalars['Int']['output'];
  /** Clauses that it supports (配合). */
  readonly support: Scalars['Int']['output'];
  /** Clauses that it is responsible for (负责). */
  readonly responsible: Scalars['Int']['output'];
  /** Ledger rows that it leads. */
  readonly ledgerLead: Scalars['Int']['output'];
  /** Ledger rows that it supports. */
  readonly ledgerSupport: Scalars['Int']['output'];
};

/** A headed part of a document (一级标题, 章). */
export type Section = Node & {
  readonly __typename?: 'Section';
  /** Stable id, the same after re-ingestion and in every store. */
  readonly id: Scalars['ID']['output'];
  /** As printed without its mark, e.g. 一, 第二章. */
  readonly label: Scalars['String']['output'];
  /** Heading. */
  readonly title: Scalars['String']['output'];
  /** The document that it belongs to. */
  readonly document: Document;
  /** The section that it stands in. */
  readonly parent: Maybe<Section>;
  /** Sections directly below it. */
  readonly sections: ReadonlyArray<Section>;
  /** Clauses that stand directly in it. */
  readonly clauses: ReadonlyArray<Clause>;
  /** Where it stands in the text. */
  readonly span: Span;
};

/** An annex of a document (附件). */
export type Annex = Node & {
  readonly __typename?: 'Annex';
  /** Stable id, the same after re-ingestion and in every store. */
  readonly id: Scalars['ID']['output'];
  /** As printed, e.g. 附件1. */
  readonly label: Scalars['String']['output'];
  /** Its title. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Its 文种. */
  readonly kind: Maybe<Scalars['String']['output']>;
  /** The document that it belongs to. */
  readonly document: Document;
  /** Its sections. */
  readonly sections: ReadonlyArray<Section>;
  /** Where it stands in the text. */
  readonly span: Span;
};

/** A clause of a document (条款): the unit of search, of responsibilities and of citing. */
export type Clause = Node & {
  readonly __typename?: 'Clause';
  /** Stable id, the same after re-ingestion and in every store. */
  readonly id: Scalars['ID']['output'];
  /** Running number over the document's clauses, from 1. */
  readonly ordinal: Scalars['Int']['output'];
  /** As printed, e.g. （五） or 第五条. */
  readonly label: Scalars['String']['output'];
  /** Heading phrase without its final mark; null where it has none. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Body without heading and without the closing responsibility note; inner notes stay. */
  readonly text: Scalars['String']['output'];
  /** From the label to the end of the last note. */
  readonly span: Span;
  /** The document that it belongs to. */
  readonly document: Document;
  /** The section that it stands in. */
  readonly section: Maybe<Section>;
  /** For an item below a clause: that clause. */
  readonly parent: Maybe<Clause>;
  /** Items below it, in order. */
  readonly children: ReadonlyArray<Clause>;
  /** One per agency, with its strongest role (LEAD > RESPONSIBLE > SUPPORT), in order of first appearance. */
  readonly responsibilities: ReadonlyArray<Responsibility>;
  /** Rows of an annexed ledger that belong to it. */
  readonly ledger: ReadonlyArray<LedgerRow>;
  /** What it cites, in order. */
  readonly citations: ReadonlyArray<Citation>;
  /** Its quantified goals, limits, rewards and deadlines, in order. */
  readonly targets: ReadonlyArray<Target>;
  /** Product types that it is substantively about, in order of first mention. */
  readonly productTypes: ReadonlyArray<ProductType>;
  /** Every place where it names a product type. */
  readonly productMentions: ReadonlyArray<ProductMention>;
  /** Clauses of other documents on the same measure or topic, best first. */
  readonly correspondences: ReadonlyArray<Correspondence>;
  /** Clauses of nearest meaning, best first. */
  readonly similar: ReadonlyArray<SearchHit>;
  /** Address of its page. */
  readonly url: Scalars['String']['output'];
  /** How to cite it: the document and the clause's label. */
  readonly reference: Scalars['String']['output'];
};


/** A clause of a document (条款): the unit of search, of responsibilities and of citing. */
export type ClauseResponsibilitiesArgs = {
  role: InputMaybe<Role>;
  origin: InputMaybe<FactOrigin>;
};


/** A clause of a document (条款): the unit of search, of responsibilities and of citing. */
export type ClauseCorrespondencesArgs = {
  kind: InputMaybe<CorrespondenceKind>;
  degree: InputMaybe<CorrespondenceDegree>;
  document: InputMaybe<Scalars['ID']['input']>;
  level: InputMaybe<Level>;
  minScore: InputMaybe<Scalars['Float']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A clause of a document (条款): the unit of search, of responsibilities and of citing. */
export type ClauseSimilarArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A place where a clause names a product type, whether or not the clause is about it. */
export type ProductMention = {
  readonly __typename?: 'ProductMention';
  /** The product type named. */
  readonly productType: ProductType;
  /** Where it stands in the text. */
  readonly span: Span;
};

/** That an agency takes part in a clause (责任分工). */
export type Responsibility = {
  readonly __typename?: 'Responsibility';
  /** The agency. */
  readonly agency: Agency;
  /** The clause. */
  readonly clause: Clause;
  /** Its strongest role in the clause. */
  readonly role: Role;
  /** As first printed, e.g. 市科技局. */
  readonly printed: Scalars['String']['output'];
  /** Where it is first named. */
  readonly span: Span;
  /** Where the role was read. */
  readonly origin: FactOrigin;
  /** How sure the reading is, 0 to 1. */
  readonly confidence: Scalars['Float']['output'];
  /** Each note that names it. */
  readonly mentions: ReadonlyArray<RoleMention>;
};

/** scope and deadline: what the note limits itself to, e.g. 适用范围 or 完成时限. */
export type RoleMention = {
  readonly __typename?: 'RoleMention';
  /** Role that this note gives. */
  readonly role: Role;
  /** As printed there. */
  readonly printed: Scalars['String']['output'];
  /** Where it stands in the text. */
  readonly span: Span;
  /** Where this note stands. */
  readonly origin: FactOrigin;
  /** What the note limits itself to. */
  readonly scope: Maybe<Scalars['String']['output']>;
  /** Deadline that the note sets. */
  readonly deadline: Maybe<Scalars['Date']['output']>;
};

/** A body, an internal department, or a class of bodies (单位). */
export type Agency = Node & {
  readonly __typename?: 'Agency';
  /** Stable id, the same after re-ingestion and in every store. */
  readonly id: Scalars['ID']['output'];
  /** Name with its place, e.g. 济宁市科技局. */
  readonly name: Scalars['String']['output'];
  /** Statutory name where known, e.g. 济宁市科学技术局. */
  readonly officialName: Maybe<Scalars['String']['output']>;
  /** Other names that it is known by. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** CLASS: not one body but a class of them, e.g. 各县（市、区）人民政府, 有关部门. */
  readonly kind: AgencyKind;
  /** What it is in charge of, the same word at all levels, e.g. 科技, 市场监管. */
  readonly function: Maybe<Scalars['String']['output']>;
  /** The place that it serves; null where unknown. */
  readonly jurisdiction: Maybe<Jurisdiction>;
  /** The body that it is an internal department of, e.g. 药品注册管理处 → 吉林省药监局. */
  readonly parent: Maybe<Agency>;
  /** Its internal departments. */
  readonly departments: ReadonlyArray<Agency>;
  /** 对口: agencies of other levels or places with the same function. */
  readonly counterparts: AgencyConnection;
  /** Where it takes part, by document, then in the order of the text. */
  readonly responsibilities: ResponsibilityConnection;
  /** Ledger rows that name it. */
  readonly ledger: ReadonlyArray<LedgerRow>;
  /** Documents that it issued. */
  readonly documents: DocumentConnection;
  /** Address of its page. */
  readonly url: Scalars['String']['output'];
};


/** A body, an internal department, or a class of bodies (单位). */
export type AgencyCounterpartsArgs = {
  level: InputMaybe<Level>;
  within: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


/** A body, an internal department, or a class of bodies (单位). */
export type AgencyResponsibilitiesArgs = {
  document: InputMaybe<Scalars['ID']['input']>;
  role: InputMaybe<Role>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


/** A body, an internal department, or a class of bodies (单位). */
export type AgencyLedgerArgs = {
  role: InputMaybe<Role>;
};


/** A body, an internal department, or a class of bodies (单位). */
export type AgencyDocumentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

/** What sort of agency it is (单位类型). */
export type AgencyKind =
  /** One body (单位), e.g. 济宁市科技局. */
  | 'BODY'
  /** An internal department (内设机构), e.g. 药品注册管理处. */
  | 'DEPARTMENT'
  /** A class of bodies (一类单位), e.g. 各县（市、区）人民政府. */
  | 'CLASS';

/** One citation of a document by a document or clause (引用). */
export type Citation = {
  readonly __typename?: 'Citation';
  /** The document, or the clause it stands in. */
  readonly from: Node;
  /** The clause that it stands in; null in title, preamble or closing part. */
  readonly clause: Maybe<Clause>;
  /** The document cited, ingested or not. */
  readonly document: Document;
  /** How it is cited. */
  readonly relation: Relation;
  /** The wording, e.g. 贯彻落实, 转发, 修改. */
  readonly cue: Maybe<Scalars['String']['output']>;
  /** As printed. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** 发文字号 as printed. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** e.g. 第三十四条第二款. */
  readonly locator: Maybe<Scalars['String']['output']>;
  /** The very clause cited, where ingested. */
  readonly cited: Maybe<Clause>;
  /** Where it stands in the text. */
  readonly span: Span;
  /** How sure the reading is, 0 to 1. */
  readonly confidence: Scalars['Float']['output'];
};

/** A quantified goal, limit, reward or deadline. */
export type Target = Node & {
  readonly __typename?: 'Target';
  /** Stable id, the same after re-ingestion and in every store. */
  readonly id: Scalars['ID']['output'];
  /** The clause that sets it. */
  readonly clause: Clause;
  /** What sort of target. */
  readonly kind: TargetKind;
  /** Which way the value binds. */
  readonly bound: Bound;
  /** What is measured, e.g. 临床试验启动整体用时. */
  readonly metric: Maybe<Scalars['String']['output']>;
  /** As printed: value 1, unit 亿元. */
  readonly value: Maybe<Scalars['Float']['output']>;
  /** Upper end of a range, as printed. */
  readonly valueMax: Maybe<Scalars['Float']['output']>;
  /** Unit as printed. */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** In a base unit, comparable: 元, 天, 工作日, 个, %. */
  readonly amount: Maybe<Scalars['Float']['output']>;
  /** The base unit of amount. */
  readonly amountUnit: Maybe<Scalars['String']['output']>;
  /** e.g. from 200 in 从200日压缩至60日. */
  readonly baseline: Maybe<Scalars['Float']['output']>;
  /** e.g. 同一年度每家单位. */
  readonly condition: Maybe<Scalars['String']['output']>;
  /** By when. */
  readonly deadline: Maybe<Scalars['Date']['output']>;
  /** Product types that it concerns. */
  readonly productTypes: ReadonlyArray<ProductType>;
  /** Who leads this very measure: its ledger row, else the note of its paragraph, else the clause's. */
  readonly lead: ReadonlyArray<Agency>;
  /** Where it stands in the text. */
  readonly span: Span;
  /** How sure the reading is, 0 to 1. */
  readonly confidence: Scalars['Float']['output'];
};

/** What sort of target it is (量化指标类型). */
export type TargetKind =
  /** A goal to reach (目标). */
  | 'GOAL'
  /** A limit to keep (时限, 限额). */
  | 'LIMIT'
  /** A reward or subsidy (奖补). */
  | 'REWARD'
  /** The most that is paid (封顶). */
  | 'CAP'
  /** A deadline without a quantity (完成时限). */
  | 'DEADLINE';

/** AT_LEAST 以上/不少于/力争达到 · AT_MOST 以内/不超过/最高 · EXACTLY · BY a pure deadline */
export type Bound =
  /** 以上, 不少于, 力争达到 */
  | 'AT_LEAST'
  /** 以内, 不超过, 最高 */
  | 'AT_MOST'
  /** The very value. */
  | 'EXACTLY'
  /** A pure deadline. */
  | 'BY';

/** A kind of product that policy is about (产品类别), e.g. 药品, 创新药, 医疗器械. */
export type ProductType = Node & {
  readonly __typename?: 'ProductType';
  /** Stable id, the same after re-ingestion and in every store. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Other names that it is known by. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** The wider type. */
  readonly broader: Maybe<ProductType>;
  /** The narrower types. */
  readonly narrower: ReadonlyArray<ProductType>;
  /** Of narrower types too, unless exact. */
  readonly clauses: ClauseConnection;
};


/** A kind of product that policy is about (产品类别), e.g. 药品, 创新药, 医疗器械. */
export type ProductTypeClausesArgs = {
  exact?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

/** A row of an annexed work ledger (工作台账, 重点任务分工表). */
export type LedgerRow = Node & {
  readonly __typename?: 'LedgerRow';
  /** Stable id, the same after re-ingestion and in every store. */
  readonly id: Scalars['ID']['output'];
  /** Position in the ledger, from 1. */
  readonly ordinal: Scalars['Int']['output'];
  /** The task that it belongs to (重点任务). */
  readonly task: Maybe<Scalars['String']['output']>;
  /** What is to be done (具体措施). */
  readonly measure: Scalars['String']['output'];
  /** In printed order. */
  readonly lead: ReadonlyArray<Agency>;
  /** Who supports, in printed order (配合单位). */
  readonly support: ReadonlyArray<Agency>;
  /** By when (完成时限). */
  readonly deadline: Maybe<Scalars['Date']['output']>;
  /** The document that it belongs to. */
  readonly document: Document;
  /** The clause of the main text that it belongs to. */
  readonly clause: Maybe<Clause>;
  /** Where it stands in the text. */
  readonly span: Span;
};

/**
 * How this clause relates to the other one.
 * IMPLEMENTS: this clause's document implements the other's, directly or along a chain of IMPLEMENTS or BASED_ON links between documents.
 * IMPLEMENTED_BY: the reverse. PARALLEL: no such chain, e.g. two provinces, or a city that went first.
 */
export type CorrespondenceKind =
  /** This clause's document implements the other's (贯彻落实). */
  | 'IMPLEMENTS'
  /** The other clause's document implements this one's. */
  | 'IMPLEMENTED_BY'
  /** Neither document implements the other one (平行). */
  | 'PARALLEL';

/** SAME_MEASURE: the same concrete measure. SAME_TOPIC: the same narrow topic, another instrument or object. */
export type CorrespondenceDegree =
  /** The same concrete measure (同一举措). */
  | 'SAME_MEASURE'
  /** The same narrow topic, another instrument or object (同一主题). */
  | 'SAME_TOPIC';

/** A link between two clauses of different documents, as read from one of them (条款对应). */
export type Correspondence = Node & {
  readonly __typename?: 'Correspondence';
  /** correspondence/<first clause>~<second clause>, the same from either side. */
  readonly id: Scalars['ID']['output'];
  /** This clause. */
  readonly clause: Clause;
  /** The clause of the other document. */
  readonly other: Clause;
  /** How this clause relates to the other one. */
  readonly kind: CorrespondenceKind;
  /** How much the two have in common. */
  readonly degree: CorrespondenceDegree;
  /** 0 to 1; docs say what share of links at each score proved right. */
  readonly score: Scalars['Float']['output'];
  /** INFERRED, or REVIEWED where a person confirmed it. */
  readonly basis: Basis;
  /** Reasons for it, strongest first. */
  readonly evidence: ReadonlyArray<Evidence>;
  /** Share of this clause's wording taken over from the other, 0 to 1. */
  readonly sharedWording: Scalars['Float']['output'];
  /** The same in a word. */
  readonly wording: WordingBand;
  /** Days from the issue of the other's document to that of this one's; negative where this one came first; null where a date is unknown. */
  readonly lagDays: Maybe<Scalars['Int']['output']>;
  /** Targets of both clauses on the same metric, in the order of this clause's text. */
  readonly targets: ReadonlyArray<TargetComparison>;
  /** Who leads on either side (对口). */
  readonly leads: RoleAlignment;
  /** What a person found of it. */
  readonly review: Maybe<Review>;
};

/** How much of a clause's wording stands in the other clause too. */
export type WordingBand =
  /** Most of it (照搬). */
  | 'COPIED'
  /** A part of it (改写). */
  | 'ADAPTED'
  /** Little or nothing (自拟). */
  | 'OWN';

/** One reason for a link. */
export type Evidence = {
  readonly __typename?: 'Evidence';
  /** In words a reader can check. */
  readonly reason: Scalars['String']['output'];
  /** What sort of reason it is. */
  readonly signal: EvidenceSignal;
  /** Share of the score that it accounts for, 0 to 1. */
  readonly weight: Scalars['Float']['output'];
  /** Where it stands in this clause; its source is null where the place in the file cannot be told exactly. */
  readonly span: Maybe<Span>;
  /** Where it stands in the other clause. */
  readonly otherSpan: Maybe<Span>;
};

/** Sorts of reasons for a link. */
export type EvidenceSignal =
  /** The passages mean much the same (语义相近). */
  | 'MEANING'
  /** Rare words in common (共有术语). */
  | 'TERMS'
  /** The leading bodies have the same function (职能对口). */
  | 'FUNCTION'
  /** The same product types (产品类型). */
  | 'PRODUCT_TYPE'
  /** Targets on the same metric (指标). */
  | 'TARGET'
  /** One document cites the other one (引用). */
  | 'CITATION'
  /** A row of a work ledger (工作台账). */
  | 'LEDGER';

/** Who leads on either side of a link; those responsible where nobody is said to lead. */
export type RoleAlignment = {
  readonly __typename?: 'RoleAlignment';
  /** Who leads this clause. */
  readonly leads: ReadonlyArray<Agency>;
  /** Who leads the other one. */
  readonly otherLeads: ReadonlyArray<Agency>;
  /** Bodies of both sides with the same or a corresponding function (对口). */
  readonly counterparts: ReadonlyArray<AgencyPair>;
  /** Whether any function leads on both sides. */
  readonly verdict: LeadVerdict;
};

/** A body and its counterpart on the other side of a link. */
export type AgencyPair = {
  readonly __typename?: 'AgencyPair';
  /** Of this clause. */
  readonly agency: Agency;
  /** Of the other clause. */
  readonly other: Agency;
  /** False where the functions only correspond across levels (省药监局 ↔ 市市场监管局). */
  readonly sameFunction: Scalars['Boolean']['output'];
};

/** Whether the same function leads on both sides (对口情况). */
export type LeadVerdict =
  /** A body that leads here has the function of one that leads there. */
  | 'SAME_FUNCTION'
  /** It has a function that the other level keeps in another body. */
  | 'CORRESPONDING_FUNCTION'
  /** The functions are known and differ. */
  | 'OTHER_FUNCTION'
  /** A side names nobody, or nobody with a known function. */
  | 'UNKNOWN';

/** How target stands to other. STRICTER/LOOSER for limits and goals, HIGHER/LOWER for rewards and caps; INCOMPARABLE is said where it is so. */
export type TargetComparison = {
  readonly __typename?: 'TargetComparison';
  /** Of this clause. */
  readonly target: Target;
  /** Of the other clause. */
  readonly other: Target;
  /** How the values compare; of two pure deadlines how the days do. */
  readonly verdict: TargetVerdict;
  /** How the deadlines compare; null where neither has one. */
  readonly deadlineVerdict: Maybe<DeadlineVerdict>;
  /** target less other; null where they cannot be compared or a range is printed. */
  readonly difference: Maybe<Scalars['Float']['output']>;
  /** The printed unit where both have the same, else a base unit: 元, 天, 工作日. */
  readonly differenceUnit: Maybe<Scalars['String']['output']>;
};

/** How one value stands to another one. */
export type TargetVerdict =
  /** Demands more: a shorter limit, a higher goal (更严). */
  | 'STRICTER'
  /** The same. */
  | 'EQUAL'
  /** Demands less (更宽). */
  | 'LOOSER'
  /** A higher reward or cap (更高). */
  | 'HIGHER'
  /** A lower reward or cap (更低). */
  | 'LOWER'
  /** In other units, on other terms, or a smaller place's lesser total, which may be its share, e.g. days against working days (不可比). */
  | 'INCOMPARABLE';

/** How one deadline stands to another one. */
export type DeadlineVerdict =
  /** Before the other one's. */
  | 'EARLIER'
  /** On the same day. */
  | 'SAME'
  /** After the other one's. */
  | 'LATER'
  /** Only one of the two has a deadline. */
  | 'INCOMPARABLE';

/** What a person found of a link (人工复核). */
export type Review = {
  readonly __typename?: 'Review';
  /** Whether the link is right. */
  readonly verdict: ReviewVerdict;
  /** Why. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** Who. */
  readonly by: Maybe<Scalars['String']['output']>;
  /** When, ISO-8601 date and time (UTC). */
  readonly at: Scalars['String']['output'];
};

/** What a person may find of a link. */
export type ReviewVerdict =
  /** It is right (确认). */
  | 'CONFIRMED'
  /** It is wrong (否定). */
  | 'REJECTED';

/** Which clauses of an upper document have a counterpart in which lower documents. */
export type ImplementationMatrix = {
  readonly __typename?: 'ImplementationMatrix';
  /** The upper document. */
  readonly upper: Document;
  /** The lower documents: in the order asked for, else those that implement the upper one first, by date of issue. */
  readonly columns: ImplementationColumnConnection;
  /** One for each clause of the upper document, in the order of the text. */
  readonly rows: ReadonlyArray<ImplementationRow>;
  /** Address of the same as a table (XLSX); .csv, .md and .html are there too. */
  readonly exportUrl: Scalars['String']['output'];
};


/** Which clauses of an upper document have a counterpart in which lower documents. */
export type ImplementationMatrixColumnsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

/** A page of lower documents. */
export type ImplementationColumnConnection = {
  readonly __typename?: 'ImplementationColumnConnection';
  /** The lower documents with their cursors. */
  readonly edges: ReadonlyArray<ImplementationColumnEdge>;
  /** Where the page stands in the list. */
  readonly pageInfo: PageInfo;
  /** Number of lower documents over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A lower document in its list. */
export type ImplementationColumnEdge = {
  readonly __typename?: 'ImplementationColumnEdge';
  /** The lower document. */
  readonly node: ImplementationColumn;
  /** To read on behind it. */
  readonly cursor: Scalars['String']['output'];
};

/** kind: the lower document's towards the upper one. covered: upper clauses with SAME_MEASURE. additions: lower clauses without any counterpart above. */
export type ImplementationColumn = {
  readonly __typename?: 'ImplementationColumn';
  /** The lower document. */
  readonly document: Document;
  /** How the lower document stands to the upper one. */
  readonly kind: CorrespondenceKind;
  /** Number of upper clauses with a counterpart of degree SAME_MEASURE. */
  readonly covered: Scalars['Int']['output'];
  /** Number of upper clauses with SAME_TOPIC only. */
  readonly topicOnly: Scalars['Int']['output'];
  /** Number of clauses of the upper document. */
  readonly total: Scalars['Int']['output'];
  /** Days from the issue of the upper document to that of this one; negative where this one came first; null where a date is unknown. */
  readonly lagDays: Maybe<Scalars['Int']['output']>;
  /** Clauses of the lower document that no clause of the upper one is linked to, in the order of the text. */
  readonly additions: ReadonlyArray<Clause>;
  /** Whether the lower document is in force on the given day, today where not given. */
  readonly validity: Validity;
};


/** kind: the lower document's towards the upper one. covered: upper clauses with SAME_MEASURE. additions: lower clauses without any counterpart above. */
export type ImplementationColumnValidityArgs = {
  on: InputMaybe<Scalars['Date']['input']>;
};

/** A clause of the upper document and what became of it. */
export type ImplementationRow = {
  readonly __typename?: 'ImplementationRow';
  /** The upper clause. */
  readonly clause: Clause;
  /** For the documents of the page of columns asked for, or the first 50. */
  readonly cells: ReadonlyArray<ImplementationCell>;
  /** Which of this clause and its counterparts of this degree was issued first; null where a date is unknown. */
  readonly firstMover: Maybe<FirstMover>;
};


/** A clause of the upper document and what became of it. */
export type ImplementationRowFirstMoverArgs = {
  degree?: InputMaybe<CorrespondenceDegree>;
};

/** Correspondences from the upper clause to the lower ones. Empty of either degree: a gap, shown as such, with the best rejected candidate. */
export type ImplementationCell = {
  readonly __typename?: 'ImplementationCell';
  /** The lower document. */
  readonly document: Document;
  /** From the upper clause, best first. */
  readonly correspondences: ReadonlyArray<Correspondence>;
  /** Of a gap: the likeliest clause, though not likely enough for a link, or rejected by a person; null without vectors. */
  readonly nearest: Maybe<Correspondence>;
};

/** The clause of a group whose document was issued first (先行). */
export type FirstMover = {
  readonly __typename?: 'FirstMover';
  /** The clause. */
  readonly clause: Clause;
  /** Its document. */
  readonly document: Document;
};

/** How other documents treat one clause, side by side. */
export type Peers = {
  readonly __typename?: 'Peers';
  /** The clause asked about. */
  readonly clause: Clause;
  /** By date of issue, undated last. */
  readonly peers: ReadonlyArray<Peer>;
  /** Who went first among the clause and these; null where a date is unknown. */
  readonly firstMover: Maybe<FirstMover>;
};

/** How one document treats the clause. */
export type Peer = {
  readonly __typename?: 'Peer';
  /** The document. */
  readonly document: Document;
  /** To its clauses, best first: from the clause asked about, or from the clause in via. */
  readonly correspondences: ReadonlyArray<Correspondence>;
  /** The clause above that both implement, where the document is linked to the clause asked about only through that. */
  readonly via: Maybe<Clause>;
};

/** A clause found by a search, with the reason for its rank. */
export type SearchHit = {
  readonly __typename?: 'SearchHit';
  /** The clause found. */
  readonly clause: Clause;
  /** Fused score, greater is better; comparable within one search only. */
  readonly score: Scalars['Float']['output'];
  /** The best passage, matches marked with <mark>…</mark>, all else escaped. */
  readonly highlight: Scalars['String']['output'];
  /** Rank and score in each of the fused lists. */
  readonly explanation: ReadonlyArray<RankedBy>;
};

/** Rank and score in one of the fused lists. */
export type RankedBy = {
  readonly __typename?: 'RankedBy';
  /** Which list. */
  readonly by: SearchMode;
  /** Position in that list, from 1. */
  readonly rank: Scalars['Int']['output'];
  /** Score in that list. */
  readonly score: Scalars['Float']['output'];
};

/** Conditions on documents; all that are given must hold. */
export type DocumentFilter = {
  /** 发文字号 in any bracket or width variant. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** Level of the issuer. */
  readonly level?: InputMaybe<Level>;
  /** Applies to this very place: id, GB/T 2260 code or name. */
  readonly jurisdiction?: InputMaybe<Scalars['String']['input']>;
  /** Applies to this place or one below it: id, GB/T 2260 code or name. */
  readonly within?: InputMaybe<Scalars['String']['input']>;
  /** Issued by this agency: id or any name. */
  readonly issuer?: InputMaybe<Scalars['String']['input']>;
  /** 文种, exactly. */
  readonly kind?: InputMaybe<Scalars['String']['input']>;
  /** Its rank among norms (效力位阶). */
  readonly legalForce?: InputMaybe<LegalForce>;
  /** In the title or the carried title. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Issued on that day or later. */
  readonly issuedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Issued on that day or earlier. */
  readonly issuedUntil?: InputMaybe<Scalars['Date']['input']>;
  /** In force on that day. */
  readonly validOn?: InputMaybe<Scalars['Date']['input']>;
  /** True: only ingested documents; false: only cited ones. */
  readonly ingested?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Conditions on clauses; all that are given must hold. */
export type ClauseFilter = {
  /** Of this document. */
  readonly document?: InputMaybe<Scalars['ID']['input']>;
  /** Level of the document's issuer. */
  readonly level?: InputMaybe<Level>;
  /** Of documents that apply to this very place: id, GB/T 2260 code or name. */
  readonly jurisdiction?: InputMaybe<Scalars['String']['input']>;
  /** Of documents that apply to this place or one below it: id, GB/T 2260 code or name. */
  readonly within?: InputMaybe<Scalars['String']['input']>;
  /** This agency takes part: id or any name. */
  readonly agency?: InputMaybe<Scalars['String']['input']>;
  /** With `agency`: in this role; alone: somebody has this role. */
  readonly role?: InputMaybe<Role>;
  /** Also its narrower types. */
  readonly productType?: InputMaybe<Scalars['String']['input']>;
  /** Of documents issued on that day or later. */
  readonly issuedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Of documents issued on that day or earlier. */
  readonly issuedUntil?: InputMaybe<Scalars['Date']['input']>;
  /** Of documents in force on that day. */
  readonly validOn?: InputMaybe<Scalars['Date']['input']>;
  /** Of documents that implement this one, directly or along a chain. */
  readonly implementing?: InputMaybe<Scalars['ID']['input']>;
};

/** Conditions on agencies; all that are given must hold. */
export type AgencyFilter = {
  /** Contained in any of its names. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Its level. */
  readonly level?: InputMaybe<Level>;
  /** Of this very place: id, GB/T 2260 code or name. */
  readonly jurisdiction?: InputMaybe<Scalars['String']['input']>;
  /** Of this place or one below it: id, GB/T 2260 code or name. */
  readonly within?: InputMaybe<Scalars['String']['input']>;
  /** What it is in charge of, exactly, e.g. 科技. */
  readonly function?: InputMaybe<Scalars['String']['input']>;
  /** What sort of agency. */
  readonly kind?: InputMaybe<AgencyKind>;
};

/** metric: contained words. valueFrom and valueUntil compare amount in amountUnit, which they require. */
export type TargetFilter = {
  /** Of this document. */
  readonly document?: InputMaybe<Scalars['ID']['input']>;
  /** Of documents that apply to this place or one below it. */
  readonly within?: InputMaybe<Scalars['String']['input']>;
  /** What sort of target. */
  readonly kind?: InputMaybe<TargetKind>;
  /** Contained in what is measured. */
  readonly metric?: InputMaybe<Scalars['String']['input']>;
  /** Unit as printed. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  /** Base unit, e.g. 元. */
  readonly amountUnit?: InputMaybe<Scalars['String']['input']>;
  /** At least this amount. */
  readonly valueFrom?: InputMaybe<Scalars['Float']['input']>;
  /** At most this amount. */
  readonly valueUntil?: InputMaybe<Scalars['Float']['input']>;
  /** Of this product type or a narrower one: id or any name. */
  readonly productType?: InputMaybe<Scalars['String']['input']>;
  /** This agency takes part in the target's clause: id or any name. */
  readonly agency?: InputMaybe<Scalars['String']['input']>;
  /** Due on that day or later. */
  readonly deadlineFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Due on that day or earlier. */
  readonly deadlineUntil?: InputMaybe<Scalars['Date']['input']>;
};

/** Orders of a list of documents. */
export type DocumentOrder =
  /** Newest first, undated ones last, then by id. */
  | 'NEWEST'
  /** Most incoming citations first, then by id. */
  | 'MOST_CITED';

/** A page of documents. */
export type DocumentConnection = {
  readonly __typename?: 'DocumentConnection';
  /** The items of this page, in the order of the list. */
  readonly edges: ReadonlyArray<DocumentEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** Number of items over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A document in a page. */
export type DocumentEdge = {
  readonly __typename?: 'DocumentEdge';
  /** The item. */
  readonly node: Document;
  /** Position of the item; give it as `after` to read on behind it. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of clauses. */
export type ClauseConnection = {
  readonly __typename?: 'ClauseConnection';
  /** The items of this page, in the order of the list. */
  readonly edges: ReadonlyArray<ClauseEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** Number of items over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A clause in a page. */
export type ClauseEdge = {
  readonly __typename?: 'ClauseEdge';
  /** The item. */
  readonly node: Clause;
  /** Position of the item; give it as `after` to read on behind it. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of agencies. */
export type AgencyConnection = {
  readonly __typename?: 'AgencyConnection';
  /** The items of this page, in the order of the list. */
  readonly edges: ReadonlyArray<AgencyEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** Number of items over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An agency in a page. */
export type AgencyEdge = {
  readonly __typename?: 'AgencyEdge';
  /** The item. */
  readonly node: Agency;
  /** Position of the item; give it as `after` to read on behind it. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of responsibilities. */
export type ResponsibilityConnection = {
  readonly __typename?: 'ResponsibilityConnection';
  /** The items of this page, in the order of the list. */
  readonly edges: ReadonlyArray<ResponsibilityEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** Number of items over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A responsibility in a page. */
export type ResponsibilityEdge = {
  readonly __typename?: 'ResponsibilityEdge';
  /** The item. */
  readonly node: Responsibility;
  /** Position of the item; give it as `after` to read on behind it. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of citations. */
export type CitationConnection = {
  readonly __typename?: 'CitationConnection';
  /** The items of this page, in the order of the list. */
  readonly edges: ReadonlyArray<CitationEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** Number of items over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A citation in a page. */
export type CitationEdge = {
  readonly __typename?: 'CitationEdge';
  /** The item. */
  readonly node: Citation;
  /** Position of the item; give it as `after` to read on behind it. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of targets. */
export type TargetConnection = {
  readonly __typename?: 'TargetConnection';
  /** The items of this page, in the order of the list. */
  readonly edges: ReadonlyArray<TargetEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** Number of items over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A target in a page. */
export type TargetEdge = {
  readonly __typename?: 'TargetEdge';
  /** The item. */
  readonly node: Target;
  /** Position of the item; give it as `after` to read on behind it. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of links between clauses. */
export type CorrespondenceConnection = {
  readonly __typename?: 'CorrespondenceConnection';
  /** The links with their cursors. */
  readonly edges: ReadonlyArray<CorrespondenceEdge>;
  /** Where the page stands in the list. */
  readonly pageInfo: PageInfo;
  /** Number of links over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A link in its list. */
export type CorrespondenceEdge = {
  readonly __typename?: 'CorrespondenceEdge';
  /** The link, as read from its lower clause. */
  readonly node: Correspondence;
  /** To read on behind it. */
  readonly cursor: Scalars['String']['output'];
};

/** A page of search results, with what was understood and what the corpus holds. */
export type SearchConnection = {
  readonly __typename?: 'SearchConnection';
  /** The items of this page, in the order of the list. */
  readonly edges: ReadonlyArray<SearchEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
  /** What was understood of the query: filters found in it, synonyms added. */
  readonly interpretation: ReadonlyArray<Scalars['String']['output']>;
  /** The conditions that were read from the query. */
  readonly conditions: ReadonlyArray<QueryCondition>;
  /** What was understood besides, in Chinese: synonyms, and what the query names that made no condition. */
  readonly asides: ReadonlyArray<Scalars['String']['output']>;
  /** False where the corpus seems to hold nothing on the query (a calibrated threshold); the nearest clauses are given all the same. */
  readonly relevant: Scalars['Boolean']['output'];
  /** The mode that really answered: HYBRID falls back to KEYWORD where no model is there; SEMANTIC then is the error SEMANTIC_UNAVAILABLE. */
  readonly servedBy: SearchMode;
  /** Counts over all candidates, for narrowing down. */
  readonly facets: ReadonlyArray<Facet>;
  /** What the corpus holds. */
  readonly coverage: Statistics;
};

/** A condition that was read from the query (取自检索词). */
export type QueryCondition = {
  readonly __typename?: 'QueryCondition';
  /** What it is on. */
  readonly kind: QueryConditionKind;
  /** In words: 济南市; 2024-01-01 以来. */
  readonly value: Scalars['String']['output'];
  /** The words of the query that name it; in quotation marks they are searched for instead. */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
};

/** What a condition of a query is on. */
export type QueryConditionKind =
  /** An agency, perhaps with its role (部门). */
  | 'AGENCY'
  /** A place and those below it (地区). */
  | 'PLACE'
  /** Levels (层级). */
  | 'LEVEL'
  /** A time of issue (成文日期). */
  | 'DATE'
  /** Documents, by their numbers (文件). */
  | 'DOCUMENT';

/** A search result in a page. */
export type SearchEdge = {
  readonly __typename?: 'SearchEdge';
  /** The item. */
  readonly node: SearchHit;
  /** Position of the item; give it as `after` to read on behind it. */
  readonly cursor: Scalars['String']['output'];
};

/** Counts of the candidates by one property (分面). */
export type Facet = {
  readonly __typename?: 'Facet';
  /** The property. */
  readonly field: FacetField;
  /** Its values, most frequent first. */
  readonly values: ReadonlyArray<FacetValue>;
};

/** One value of a facet and how many candidates have it. */
export type FacetValue = {
  readonly __typename?: 'FacetValue';
  /** For filters: an enum value, an id, a year or a word. */
  readonly value: Scalars['String']['output'];
  /** For readers. */
  readonly label: Scalars['String']['output'];
  /** Number of candidates. */
  readonly count: Scalars['Int']['output'];
};

/** The property that a facet counts by. */
export type FacetField =
  /** Level of the document's issuer (层级). */
  | 'LEVEL'
  /** Place that the document applies to (地区). */
  | 'PLACE'
  /** Agency that takes part in the clause (责任单位). */
  | 'AGENCY'
  /** Product type that the clause is about (产品类别). */
  | 'PRODUCT_TYPE'
  /** Year of issue (年份). */
  | 'YEAR'
  /** 文种 of the document. */
  | 'KIND'
  /** Whether the document is in force today (时效性). */
  | 'VALIDITY';

/** A piece of the graph, ready to draw. */
export type Graph = {
  readonly __typename?: 'Graph';
  /** The nodes, the nearest to the focus first; those of a path in its order. */
  readonly nodes: ReadonlyArray<GraphNode>;
  /** Edges between the nodes, by kind in the order of EdgeKind, then by id. */
  readonly edges: ReadonlyArray<GraphEdge>;
  /** True where the limit left nodes out. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** A node of the graph. */
export type GraphNode = {
  readonly __typename?: 'GraphNode';
  /** Id of the document, section, clause, agency, place, product type or target. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly kind: NodeKind;
  /** Its title or name; label and title of a section or clause, the beginning of its text where it has no title. */
  readonly label: Scalars['String']['output'];
  /** Level of the document that it is or stands in, or of the place that it is or belongs to; null where unknown. */
  readonly level: Maybe<Level>;
  /** Edges it has in the whole graph. */
  readonly degree: Scalars['Int']['output'];
};

/** An edge of the graph. */
export type GraphEdge = {
  readonly __typename?: 'GraphEdge';
  /** Id of the citation or correspondence, else <kind>/<source>~<target>. */
  readonly id: Scalars['ID']['output'];
  /** Id of the node where it begins. */
  readonly source: Scalars['ID']['output'];
  /** Id of the node where it ends. */
  readonly target: Scalars['ID']['output'];
  /** What it is. */
  readonly kind: EdgeKind;
  /** The wording of a citation, the printed name of a responsibility; null for the others. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** Of a responsibility. */
  readonly role: Maybe<Role>;
  /** Of a citation. */
  readonly relation: Maybe<Relation>;
  /** How it is known: correspondences and counterparts are computed, all else is printed. */
  readonly basis: Basis;
  /** Of a correspondence, 0 to 1. */
  readonly score: Maybe<Scalars['Float']['output']>;
  /** Where it is printed, in the document of its source; null where it is not. */
  readonly span: Maybe<Span>;
};

/** Kinds of nodes of the graph. */
export type NodeKind =
  /** A document, ingested or only cited (文件). */
  | 'DOCUMENT'
  /** A section (章节). */
  | 'SECTION'
  /** A clause, or an item below a clause (条款). */
  | 'CLAUSE'
  /** An agency (机构). */
  | 'AGENCY'
  /** A place (行政区划). */
  | 'JURISDICTION'
  /** A product type (产品类型). */
  | 'PRODUCT_TYPE'
  /** A target (目标). */
  | 'TARGET';

/** Kinds of edges of the graph; the arrow shows where each begins and ends. */
export type EdgeKind =
  /** Document → section or clause, section → section or clause, clause → item (包含). */
  | 'CONTAINS'
  /** Document → agency (发文机关). */
  | 'ISSUED_BY'
  /** Document → place (适用地区). */
  | 'APPLIES_TO'
  /** Clause → agency (责任分工). */
  | 'RESPONSIBILITY'
  /** Clause, or document outside its clauses, → document (引用). */
  | 'CITATION'
  /** Clause → product type (涉及产品). */
  | 'ABOUT'
  /** Clause → target (提出目标). */
  | 'SETS'
  /** Place → place above, department → body, body → place, product type → broader type (隶属). */
  | 'PART_OF'
  /** Agency – agency of the same function in another place (对口). */
  | 'COUNTERPART'
  /** Clause – clause of another document (条款对应). */
  | 'CORRESPONDENCE';

/** What the corpus holds: shown beside answers, so that silence is not taken for absence. */
export type Statistics = {
  readonly __typename?: 'Statistics';
  /** Ingested documents. */
  readonly documents: Scalars['Int']['output'];
  /** Documents that are only cited. */
  readonly citedDocuments: Scalars['Int']['output'];
  /** Clauses, without the items below them. */
  readonly clauses: Scalars['Int']['output'];
  /** Agencies. */
  readonly agencies: Scalars['Int']['output'];
  /** Responsibilities. */
  readonly responsibilities: Scalars['Int']['output'];
  /** Citations. */
  readonly citations: Scalars['Int']['output'];
  /** Targets. */
  readonly targets: Scalars['Int']['output'];
  /** Links between clauses of different documents (条款对应) that nobody rejected. */
  readonly correspondences: Scalars['Int']['output'];
  /** Names of the places that ingested documents apply to. */
  readonly places: ReadonlyArray<Scalars['String']['output']>;
  /** Levels of the ingested documents, highest first. */
  readonly levels: ReadonlyArray<Level>;
  /** Earliest date of issue. */
  readonly issuedFrom: Maybe<Scalars['Date']['output']>;
  /** Latest date of issue. */
  readonly issuedUntil: Maybe<Scalars['Date']['output']>;
  /** Ingested documents without a date of issue. */
  readonly undated: Scalars['Int']['output'];
  /** Whether semantic search is on. */
  readonly semantic: Scalars['Boolean']['output'];
};

/** Whether a quotation stands in the corpus, and where: for checking what an assistant wrote. */
export type QuoteCheck = {
  readonly __typename?: 'QuoteCheck';
  /** Whether the words stand there. */
  readonly verdict: QuoteVerdict;
  /** Best matches first. */
  readonly matches: ReadonlyArray<QuoteMatch>;
};

/** Whether words stand in the corpus. */
export type QuoteVerdict =
  /** The same words but for width, script, punctuation and white space. */
  | 'EXACT'
  /** Nearly the same words. */
  | 'NEAR'
  /** Nothing like them. */
  | 'NOT_FOUND';

/** A place where a quotation stands. */
export type QuoteMatch = {
  readonly __typename?: 'QuoteMatch';
  /** The clause that holds it. */
  readonly clause: Clause;
  /** The words there. */
  readonly span: Span;
  /** Share of the quotation's characters that agree, 0 to 1. */
  readonly similarity: Scalars['Float']['output'];
};

/** What was found in an answer. */
export type TextCheck = {
  readonly __typename?: 'TextCheck';
  /** In the order of the answer. */
  readonly findings: ReadonlyArray<Finding>;
  /** Number of findings that have faults. */
  readonly wrong: Scalars['Int']['output'];
};

/** A document, clause number, quotation, passage, duty or figure of an answer, and what the corpus says of it. */
export type Finding = {
  readonly __typename?: 'Finding';
  /** What it is. */
  readonly kind: FindingKind;
  /** First UTF-16 code unit in the answer. */
  readonly start: Scalars['Int']['output'];
  /** Behind the last code unit. */
  readonly end: Scalars['Int']['output'];
  /** The words of the answer. */
  readonly quote: Scalars['String']['output'];
  /** Whether the corpus says so. */
  readonly verdict: FindingVerdict;
  /** Whether the words stand in the corpus; of quotations and passages. */
  readonly match: Maybe<QuoteVerdict>;
  /** What is wrong; none where it is right. */
  readonly faults: ReadonlyArray<Fault>;
  /** Where the corpus says what this is about, best first; of what is not found the nearest. */
  readonly evidence: ReadonlyArray<CheckEvidence>;
  /** Between the answer and the first evidence. */
  readonly differences: ReadonlyArray<Difference>;
  /** The finding in one sentence (Chinese). */
  readonly message: Scalars['String']['output'];
};

/** What can be found in an answer. */
export type FindingKind =
  /** A document named by number or title. */
  | 'DOCUMENT'
  /** The number of a clause. */
  | 'CLAUSE'
  /** Words in quotation marks or a block quote. */
  | 'QUOTATION'
  /** Words without quotation marks that stand nearly in the corpus. */
  | 'PASSAGE'
  /** Who leads, answers or supports. */
  | 'DUTY'
  /** A quantity. */
  | 'FIGURE';

/** What the corpus says of a finding. */
export type FindingVerdict =
  /** The corpus says so. */
  | 'RIGHT'
  /** The corpus says otherwise. */
  | 'WRONG'
  /** The corpus has nothing like it. */
  | 'NOT_FOUND'
  /** The corpus knows of it only because other documents cite it. */
  | 'UNCONFIRMED';

/** Something wrong at a place of an answer. */
export type Fault = {
  readonly __typename?: 'Fault';
  /** What kind of fault. */
  readonly kind: FaultKind;
  /** First UTF-16 code unit in the answer. */
  readonly start: Scalars['Int']['output'];
  /** Behind the last code unit. */
  readonly end: Scalars['Int']['output'];
  /** The words of the answer. */
  readonly found: Maybe<Scalars['String']['output']>;
  /** What the corpus says. */
  readonly expected: Maybe<Scalars['String']['output']>;
  /** The fault in one sentence (Chinese). */
  readonly message: Scalars['String']['output'];
};

/** Kinds of faults. */
export type FaultKind =
  /** No document bears the number, or another one than the title beside it. */
  | 'NUMBER'
  /** No document bears the title, or another one than the number beside it. */
  | 'TITLE'
  /** The number is that of another place. */
  | 'PLACE'
  /** The document has no such clause. */
  | 'CLAUSE_MISSING'
  /** The words stand in another clause. */
  | 'CLAUSE'
  /** The words stand in another document. */
  | 'DOCUMENT'
  /** The words stand nowhere. */
  | 'QUOTATION'
  /** Words were changed, left out or added. */
  | 'WORDING'
  /** A negation was dropped or added. */
  | 'NEGATION'
  /** Another figure. */
  | 'FIGURE'
  /** Another agency. */
  | 'AGENCY'
  /** Another role of the agency. */
  | 'ROLE'
  /** One quotation sewn from several clauses. */
  | 'MERGED'
  /** The document was repealed. */
  | 'SUPERSEDED'
  /** The document has expired. */
  | 'EXPIRED'
  /** The document is not yet in force. */
  | 'NOT_YET';

/** Where the corpus says something. */
export type CheckEvidence = {
  readonly __typename?: 'CheckEvidence';
  /** The document. */
  readonly document: Document;
  /** The clause; null outside clauses. */
  readonly clause: Maybe<Clause>;
  /** The words; null where the document as a whole is meant. */
  readonly span: Maybe<Span>;
  /** Of a quotation or passage: share of its characters that agree, 0 to 1. */
  readonly similarity: Maybe<Scalars['Float']['output']>;
};

/** Words of an answer beside those of the corpus that stand in their place; either may be empty. */
export type Difference = {
  readonly __typename?: 'Difference';
  /** First UTF-16 code unit in the answer. */
  readonly start: Scalars['Int']['output'];
  /** Behind the last code unit. */
  readonly end: Scalars['Int']['output'];
  /** The words of the answer, without punctuation. */
  readonly found: Scalars['String']['output'];
  /** The words of the corpus, without punctuation. */
  readonly expected: Scalars['String']['output'];
};

/** All that can be read. */
export type Query = {
  readonly __typename?: 'Query';
  /** Any object by its id; null where there is none. */
  readonly node: Maybe<Node>;
  /** By id, or by 发文字号 in any bracket or width variant, e.g. 鲁政办字[2025]177号; AMBIGUOUS where several places use that number. */
  readonly document: Maybe<Document>;
  /** Documents, newest first, undated ones last, unless ordered otherwise. */
  readonly documents: DocumentConnection;
  /** Cited by others but never ingested, most cited first. */
  readonly wantedDocuments: DocumentConnection;
  /** A clause by its id; null where there is none. */
  readonly clause: Maybe<Clause>;
  /** Clauses, by document, then in the order of the text. */
  readonly clauses: ClauseConnection;
  /** An agency by its id or by any of its names; null where there is none. */
  readonly agency: Maybe<Agency>;
  /** Agencies, by id. */
  readonly agencies: AgencyConnection;
  /** Places, by code. */
  readonly jurisdictions: ReadonlyArray<Jurisdiction>;
  /** A product type by id, name or alias; null where there is none. */
  readonly productType: Maybe<ProductType>;
  /** All product types. */
  readonly productTypes: ReadonlyArray<ProductType>;
  /** Targets, by document, then in the order of the text. */
  readonly targets: TargetConnection;
  /** Clauses that answer a question or hold its words, best first (检索). */
  readonly search: SearchConnection;
  /** lower: ids of the documents to compare with; where not given, all that implement it, and all of places below it that have counterparts. */
  readonly implementation: ImplementationMatrix;
  /** How other documents treat one clause, side by side: those linked to it, and those linked to a clause that it implements. */
  readonly peers: Peers;
  /** The surroundings of a node, breadth first; of equally near nodes one by each kind of edge in turn. */
  readonly graph: Graph;
  /** Shortest connections between two nodes. */
  readonly paths: ReadonlyArray<Graph>;
  /** Whether a quotation stands in the corpus, and where. */
  readonly checkQuote: QuoteCheck;
  /** What an answer says of the corpus: each 发文字号, title, clause number, quotation, figure and duty in it, and whether the corpus says so. */
  readonly checkText: TextCheck;
  /** Least certain links that nobody has reviewed. */
  readonly reviewQueue: CorrespondenceConnection;
  /** What the corpus holds. */
  readonly statistics: Statistics;
};


/** All that can be read. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** All that can be read. */
export type QueryDocumentArgs = {
  id: InputMaybe<Scalars['ID']['input']>;
  number: InputMaybe<Scalars['String']['input']>;
};


/** All that can be read. */
export type QueryDocumentsArgs = {
  filter: InputMaybe<DocumentFilter>;
  orderBy?: InputMaybe<DocumentOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


/** All that can be read. */
export type QueryWantedDocumentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


/** All that can be read. */
export type QueryClauseArgs = {
  id: Scalars['ID']['input'];
};


/** All that can be read. */
export type QueryClausesArgs = {
  filter: InputMaybe<ClauseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


/** All that can be read. */
export type QueryAgencyArgs = {
  id: InputMaybe<Scalars['ID']['input']>;
  name: InputMaybe<Scalars['String']['input']>;
};


/** All that can be read. */
export type QueryAgenciesArgs = {
  filter: InputMaybe<AgencyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


/** All that can be read. */
export type QueryJurisdictionsArgs = {
  level: InputMaybe<Level>;
  within: InputMaybe<Scalars['String']['input']>;
};


/** All that can be read. */
export type QueryProductTypeArgs = {
  name: Scalars['String']['input'];
};


/** All that can be read. */
export type QueryTargetsArgs = {
  filter: InputMaybe<TargetFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


/** All that can be read. */
export type QuerySearchArgs = {
  query: Scalars['String']['input'];
  mode?: InputMaybe<SearchMode>;
  filter: InputMaybe<ClauseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
  understand?: InputMaybe<Scalars['Boolean']['input']>;
};


/** All that can be read. */
export type QueryImplementationArgs = {
  upper: Scalars['ID']['input'];
  lower: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  minScore: InputMaybe<Scalars['Float']['input']>;
};


/** All that can be read. */
export type QueryPeersArgs = {
  clause: Scalars['ID']['input'];
  level: InputMaybe<Level>;
  within: InputMaybe<Scalars['String']['input']>;
  minScore: InputMaybe<Scalars['Float']['input']>;
};


/** All that can be read. */
export type QueryGraphArgs = {
  focus: Scalars['ID']['input'];
  depth?: InputMaybe<Scalars['Int']['input']>;
  kinds: InputMaybe<ReadonlyArray<NodeKind>>;
  edgeKinds: InputMaybe<ReadonlyArray<EdgeKind>>;
  relations: InputMaybe<ReadonlyArray<Relation>>;
  roles: InputMaybe<ReadonlyArray<Role>>;
  limit?: InputMaybe<Scalars['Int']['input']>;
};


/** All that can be read. */
export type QueryPathsArgs = {
  from: Scalars['ID']['input'];
  to: Scalars['ID']['input'];
  maxLength?: InputMaybe<Scalars['Int']['input']>;
};


/** All that can be read. */
export type QueryCheckQuoteArgs = {
  text: Scalars['String']['input'];
  document: InputMaybe<Scalars['ID']['input']>;
};


/** All that can be read. */
export type QueryCheckTextArgs = {
  text: Scalars['String']['input'];
  document: InputMaybe<Scalars['ID']['input']>;
};


/** All that can be read. */
export type QueryReviewQueueArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

/** Needs the API key where one is set. Files are ingested by POST /v1/documents (multipart), which answers with the report per file. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Says that two clauses correspond or do not; the later word counts, and it stays when the documents are read again. A confirmed pair that had no link gets one. */
  readonly reviewCorrespondence: Correspondence;
  /** Removes a document with all its facts, links and reviews; its id. NOT_FOUND where it is not ingested. */
  readonly deleteDocument: Scalars['ID']['output'];
};


/** Needs the API key where one is set. Files are ingested by POST /v1/documents (multipart), which answers with the report per file. */
export type MutationReviewCorrespondenceArgs = {
  clause: Scalars['ID']['input'];
  other: Scalars['ID']['input'];
  verdict: ReviewVerdict;
  note: InputMaybe<Scalars['String']['input']>;
  by: InputMaybe<Scalars['String']['input']>;
};


/** Needs the API key where one is set. Files are ingested by POST /v1/documents (multipart), which answers with the report per file. */
export type MutationDeleteDocumentArgs = {
  id: Scalars['ID']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  Level: Level;
  Role: Role;
  Relation: Relation;
  SearchMode: SearchMode;
  FactOrigin: FactOrigin;
  Basis: Basis;
  LegalForce: LegalForce;
  Validity: Validity;
  Node: ResolverTypeWrapper<NodeValue>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Span: ResolverTypeWrapper<SpanValue>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  SourceSpan: ResolverTypeWrapper<SourceSpanValue>;
  Source: ResolverTypeWrapper<Source>;
  Notice: ResolverTypeWrapper<NoticeValue>;
  Severity: Severity;
  Jurisdiction: ResolverTypeWrapper<PlaceNode>;
  Document: ResolverTypeWrapper<DocumentNode>;
  FieldSpan: ResolverTypeWrapper<FieldSpanValue>;
  DocumentElement: ResolverTypeWrapper<ElementValue>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  HierarchyStep: ResolverTypeWrapper<Step>;
  HierarchyConnection: ResolverTypeWrapper<Below>;
  HierarchyEdge: ResolverTypeWrapper<Omit<HierarchyEdge, 'node'> & { node: ResolversTypes['HierarchyStep'] }>;
  LevelBelow: ResolverTypeWrapper<BelowLevel>;
  AgencyInvolvement: ResolverTypeWrapper<Involvement>;
  Section: ResolverTypeWrapper<SectionNode>;
  Annex: ResolverTypeWrapper<AnnexNode>;
  Clause: ResolverTypeWrapper<ClauseNode>;
  ProductMention: ResolverTypeWrapper<MentionValue>;
  Responsibility: ResolverTypeWrapper<ResponsibilityFact>;
  RoleMention: ResolverTypeWrapper<RoleMentionValue>;
  Agency: ResolverTypeWrapper<AgencyNode>;
  AgencyKind: AgencyKind;
  Citation: ResolverTypeWrapper<CitationFact>;
  Target: ResolverTypeWrapper<TargetNode>;
  TargetKind: TargetKind;
  Bound: Bound;
  ProductType: ResolverTypeWrapper<ProductTypeNode>;
  LedgerRow: ResolverTypeWrapper<LedgerRowNode>;
  CorrespondenceKind: CorrespondenceKind;
  CorrespondenceDegree: CorrespondenceDegree;
  Correspondence: ResolverTypeWrapper<Link>;
  WordingBand: WordingBand;
  Evidence: ResolverTypeWrapper<OrientedEvidence>;
  EvidenceSignal: EvidenceSignal;
  RoleAlignment: ResolverTypeWrapper<Alignment>;
  AgencyPair: ResolverTypeWrapper<Pair>;
  LeadVerdict: LeadVerdict;
  TargetComparison: ResolverTypeWrapper<Comparison>;
  TargetVerdict: TargetVerdict;
  DeadlineVerdict: DeadlineVerdict;
  Review: ResolverTypeWrapper<CorrespondenceReview>;
  ReviewVerdict: ReviewVerdict;
  ImplementationMatrix: ResolverTypeWrapper<MatrixValue>;
  ImplementationColumnConnection: ResolverTypeWrapper<Omit<ImplementationColumnConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ImplementationColumnEdge']> }>;
  ImplementationColumnEdge: ResolverTypeWrapper<Omit<ImplementationColumnEdge, 'node'> & { node: ResolversTypes['ImplementationColumn'] }>;
  ImplementationColumn: ResolverTypeWrapper<Column>;
  ImplementationRow: ResolverTypeWrapper<Row>;
  ImplementationCell: ResolverTypeWrapper<Cell>;
  FirstMover: ResolverTypeWrapper<Mover>;
  Peers: ResolverTypeWrapper<PeersFact>;
  Peer: ResolverTypeWrapper<PeerFact>;
  SearchHit: ResolverTypeWrapper<Hit>;
  RankedBy: ResolverTypeWrapper<RankedBy>;
  DocumentFilter: DocumentFilter;
  ClauseFilter: ClauseFilter;
  AgencyFilter: AgencyFilter;
  TargetFilter: TargetFilter;
  DocumentOrder: DocumentOrder;
  DocumentConnection: ResolverTypeWrapper<Omit<DocumentConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['DocumentEdge']> }>;
  DocumentEdge: ResolverTypeWrapper<Omit<DocumentEdge, 'node'> & { node: ResolversTypes['Document'] }>;
  ClauseConnection: ResolverTypeWrapper<Omit<ClauseConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ClauseEdge']> }>;
  ClauseEdge: ResolverTypeWrapper<Omit<ClauseEdge, 'node'> & { node: ResolversTypes['Clause'] }>;
  AgencyConnection: ResolverTypeWrapper<Omit<AgencyConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AgencyEdge']> }>;
  AgencyEdge: ResolverTypeWrapper<Omit<AgencyEdge, 'node'> & { node: ResolversTypes['Agency'] }>;
  ResponsibilityConnection: ResolverTypeWrapper<Omit<ResponsibilityConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ResponsibilityEdge']> }>;
  ResponsibilityEdge: ResolverTypeWrapper<Omit<ResponsibilityEdge, 'node'> & { node: ResolversTypes['Responsibility'] }>;
  CitationConnection: ResolverTypeWrapper<Omit<CitationConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CitationEdge']> }>;
  CitationEdge: ResolverTypeWrapper<Omit<CitationEdge, 'node'> & { node: ResolversTypes['Citation'] }>;
  TargetConnection: ResolverTypeWrapper<Omit<TargetConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['TargetEdge']> }>;
  TargetEdge: ResolverTypeWrapper<Omit<TargetEdge, 'node'> & { node: ResolversTypes['Target'] }>;
  CorrespondenceConnection: ResolverTypeWrapper<Omit<CorrespondenceConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CorrespondenceEdge']> }>;
  CorrespondenceEdge: ResolverTypeWrapper<Omit<CorrespondenceEdge, 'node'> & { node: ResolversTypes['Correspondence'] }>;
  SearchConnection: ResolverTypeWrapper<SearchResult>;
  QueryCondition: ResolverTypeWrapper<QueryCondition>;
  QueryConditionKind: QueryConditionKind;
  SearchEdge: ResolverTypeWrapper<Omit<SearchEdge, 'node'> & { node: ResolversTypes['SearchHit'] }>;
  Facet: ResolverTypeWrapper<Facet>;
  FacetValue: ResolverTypeWrapper<FacetValue>;
  FacetField: FacetField;
  Graph: ResolverTypeWrapper<DrawnGraph>;
  GraphNode: ResolverTypeWrapper<DrawnNode>;
  GraphEdge: ResolverTypeWrapper<DrawnEdge>;
  NodeKind: NodeKind;
  EdgeKind: EdgeKind;
  Statistics: ResolverTypeWrapper<Coverage>;
  QuoteCheck: ResolverTypeWrapper<CheckedQuote>;
  QuoteVerdict: QuoteVerdict;
  QuoteMatch: ResolverTypeWrapper<FoundQuote>;
  TextCheck: ResolverTypeWrapper<CheckedText>;
  Finding: ResolverTypeWrapper<CheckedFinding>;
  FindingKind: FindingKind;
  FindingVerdict: FindingVerdict;
  Fault: ResolverTypeWrapper<CheckedFault>;
  FaultKind: FaultKind;
  CheckEvidence: ResolverTypeWrapper<CheckedEvidence>;
  Difference: ResolverTypeWrapper<WordDifference>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  Node: NodeValue;
  ID: Scalars['ID']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
  Span: SpanValue;
  Int: Scalars['Int']['output'];
  SourceSpan: SourceSpanValue;
  Source: Source;
  Notice: NoticeValue;
  Jurisdiction: PlaceNode;
  Document: DocumentNode;
  FieldSpan: FieldSpanValue;
  DocumentElement: ElementValue;
  Float: Scalars['Float']['output'];
  HierarchyStep: Step;
  HierarchyConnection: Below;
  HierarchyEdge: Omit<HierarchyEdge, 'node'> & { node: ResolversParentTypes['HierarchyStep'] };
  LevelBelow: BelowLevel;
  AgencyInvolvement: Involvement;
  Section: SectionNode;
  Annex: AnnexNode;
  Clause: ClauseNode;
  ProductMention: MentionValue;
  Responsibility: ResponsibilityFact;
  RoleMention: RoleMentionValue;
  Agency: AgencyNode;
  Citation: CitationFact;
  Target: TargetNode;
  ProductType: ProductTypeNode;
  LedgerRow: LedgerRowNode;
  Correspondence: Link;
  Evidence: OrientedEvidence;
  RoleAlignment: Alignment;
  AgencyPair: Pair;
  TargetComparison: Comparison;
  Review: CorrespondenceReview;
  ImplementationMatrix: MatrixValue;
  ImplementationColumnConnection: Omit<ImplementationColumnConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ImplementationColumnEdge']> };
  ImplementationColumnEdge: Omit<ImplementationColumnEdge, 'node'> & { node: ResolversParentTypes['ImplementationColumn'] };
  ImplementationColumn: Column;
  ImplementationRow: Row;
  ImplementationCell: Cell;
  FirstMover: Mover;
  Peers: PeersFact;
  Peer: PeerFact;
  SearchHit: Hit;
  RankedBy: RankedBy;
  DocumentFilter: DocumentFilter;
  ClauseFilter: ClauseFilter;
  AgencyFilter: AgencyFilter;
  TargetFilter: TargetFilter;
  DocumentConnection: Omit<DocumentConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['DocumentEdge']> };
  DocumentEdge: Omit<DocumentEdge, 'node'> & { node: ResolversParentTypes['Document'] };
  ClauseConnection: Omit<ClauseConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ClauseEdge']> };
  ClauseEdge: Omit<ClauseEdge, 'node'> & { node: ResolversParentTypes['Clause'] };
  AgencyConnection: Omit<AgencyConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AgencyEdge']> };
  AgencyEdge: Omit<AgencyEdge, 'node'> & { node: ResolversParentTypes['Agency'] };
  ResponsibilityConnection: Omit<ResponsibilityConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ResponsibilityEdge']> };
  ResponsibilityEdge: Omit<ResponsibilityEdge, 'node'> & { node: ResolversParentTypes['Responsibility'] };
  CitationConnection: Omit<CitationConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CitationEdge']> };
  CitationEdge: Omit<CitationEdge, 'node'> & { node: ResolversParentTypes['Citation'] };
  TargetConnection: Omit<TargetConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['TargetEdge']> };
  TargetEdge: Omit<TargetEdge, 'node'> & { node: ResolversParentTypes['Target'] };
  CorrespondenceConnection: Omit<CorrespondenceConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CorrespondenceEdge']> };
  CorrespondenceEdge: Omit<CorrespondenceEdge, 'node'> & { node: ResolversParentTypes['Correspondence'] };
  SearchConnection: SearchResult;
  QueryCondition: QueryCondition;
  SearchEdge: Omit<SearchEdge, 'node'> & { node: ResolversParentTypes['SearchHit'] };
  Facet: Facet;
  FacetValue: FacetValue;
  Graph: DrawnGraph;
  GraphNode: DrawnNode;
  GraphEdge: DrawnEdge;
  Statistics: Coverage;
  QuoteCheck: CheckedQuote;
  QuoteMatch: FoundQuote;
  TextCheck: CheckedText;
  Finding: CheckedFinding;
  Fault: CheckedFault;
  CheckEvidence: CheckedEvidence;
  Difference: WordDifference;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Jurisdiction' | 'Document' | 'Section' | 'Annex' | 'Clause' | 'Agency' | 'Target' | 'ProductType' | 'LedgerRow' | 'Correspondence', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SpanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Span'] = ResolversParentTypes['Span']> = {
  start: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quote: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source: Resolver<Maybe<ResolversTypes['SourceSpan']>, ParentType, ContextType>;
};

export type SourceSpanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceSpan'] = ResolversParentTypes['SourceSpan']> = {
  start: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quote: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  page: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  name: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mediaType: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ingestedAt: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notice'] = ResolversParentTypes['Notice']> = {
  code: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  message: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  span: Resolver<Maybe<ResolversTypes['Span']>, ParentType, ContextType>;
};

export type JurisdictionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Jurisdiction'] = ResolversParentTypes['Jurisdiction']> = {
  id: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  parent: Resolver<Maybe<ResolversTypes['Jurisdiction']>, ParentType, ContextType>;
  children: Resolver<ReadonlyArray<ResolversTypes['Jurisdiction']>, ParentType, ContextType>;
  documents: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<JurisdictionDocumentsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Document'] = ResolversParentTypes['Document']> = {
  id: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  carriedTitle: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  carriedKind: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalForce: Resolver<Maybe<ResolversTypes['LegalForce']>, ParentType, ContextType>;
  level: Resolver<Maybe<ResolversTypes['Level']>, ParentType, ContextType>;
  jurisdiction: Resolver<Maybe<ResolversTypes['Jurisdiction']>, ParentType, ContextType>;
  issuers: Resolver<ReadonlyArray<ResolversTypes['Agency']>, ParentType, ContextType>;
  issuedOn: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  printedOn: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  publishedOn: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  effectiveFrom: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  effectiveUntil: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validity: Resolver<ResolversTypes['Validity'], ParentType, ContextType, Partial<DocumentValidityArgs>>;
  supersededBy: Resolver<ReadonlyArray<ResolversTypes['Document']>, ParentType, ContextType>;
  recipients: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  copiedTo: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  elements: Resolver<ReadonlyArray<ResolversTypes['DocumentElement']>, ParentType, ContextType>;
  fieldSpans: Resolver<ReadonlyArray<ResolversTypes['FieldSpan']>, ParentType, ContextType>;
  ingested: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  notices: Resolver<ReadonlyArray<ResolversTypes['Notice']>, ParentType, ContextType>;
  sections: Resolver<ReadonlyArray<ResolversTypes['Section']>, ParentType, ContextType>;
  annexes: Resolver<ReadonlyArray<ResolversTypes['Annex']>, ParentType, ContextType>;
  clauses: Resolver<ResolversTypes['ClauseConnection'], ParentType, ContextType, RequireFields<DocumentClausesArgs, 'first'>>;
  cites: Resolver<ResolversTypes['CitationConnection'], ParentType, ContextType, RequireFields<DocumentCitesArgs, 'first'>>;
  citedBy: Resolver<ResolversTypes['CitationConnection'], ParentType, ContextType, RequireFields<DocumentCitedByArgs, 'first'>>;
  implements: Resolver<ReadonlyArray<ResolversTypes['Document']>, ParentType, ContextType>;
  implementedBy: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<DocumentImplementedByArgs, 'first'>>;
  hierarchy: Resolver<ReadonlyArray<ResolversTypes['HierarchyStep']>, ParentType, ContextType>;
  below: Resolver<ResolversTypes['HierarchyConnection'], ParentType, ContextType, RequireFields<DocumentBelowArgs, 'first'>>;
  agencies: Resolver<ReadonlyArray<ResolversTypes['AgencyInvolvement']>, ParentType, ContextType, Partial<DocumentAgenciesArgs>>;
  ledger: Resolver<ReadonlyArray<ResolversTypes['LedgerRow']>, ParentType, ContextType>;
  url: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reference: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FieldSpanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FieldSpan'] = ResolversParentTypes['FieldSpan']> = {
  field: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  span: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
};

export type DocumentElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentElement'] = ResolversParentTypes['DocumentElement']> = {
  name: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  confidence: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  span: Resolver<Maybe<ResolversTypes['Span']>, ParentType, ContextType>;
};

export type HierarchyStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HierarchyStep'] = ResolversParentTypes['HierarchyStep']> = {
  document: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  from: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  distance: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  citation: Resolver<ResolversTypes['Citation'], ParentType, ContextType>;
};

export type HierarchyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HierarchyConnection'] = ResolversParentTypes['HierarchyConnection']> = {
  edges: Resolver<ReadonlyArray<ResolversTypes['HierarchyEdge']>, ParentType, ContextType>;
  pageInfo: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  levels: Resolver<ReadonlyArray<ResolversTypes['LevelBelow']>, ParentType, ContextType>;
};

export type HierarchyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HierarchyEdge'] = ResolversParentTypes['HierarchyEdge']> = {
  node: Resolver<ResolversTypes['HierarchyStep'], ParentType, ContextType>;
  cursor: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LevelBelowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LevelBelow'] = ResolversParentTypes['LevelBelow']> = {
  level: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  documents: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  places: Resolver<ReadonlyArray<ResolversTypes['Jurisdiction']>, ParentType, ContextType>;
};

export type AgencyInvolvementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgencyInvolvement'] = ResolversParentTypes['AgencyInvolvement']> = {
  agency: Resolver<ResolversTypes['Agency'], ParentType, ContextType>;
  lead: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  support: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  responsible: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ledgerLead: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ledgerSupport: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Section'] = ResolversParentTypes['Section']> = {
  id: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  document: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  parent: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  sections: Resolver<ReadonlyArray<ResolversTypes['Section']>, ParentType, ContextType>;
  clauses: Resolver<ReadonlyArray<ResolversTypes['Clause']>, ParentType, ContextType>;
  span: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AnnexResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Annex'] = ResolversParentTypes['Annex']> = {
  id: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  document: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  sections: Resolver<ReadonlyArray<ResolversTypes['Section']>, ParentType, ContextType>;
  span: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClauseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Clause'] = ResolversParentTypes['Clause']> = {
  id: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ordinal: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  label: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  span: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  document: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  section: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  parent: Resolver<Maybe<ResolversTypes['Clause']>, ParentType, ContextType>;
  children: Resolver<ReadonlyArray<ResolversTypes['Clause']>, ParentType, ContextType>;
  responsibilities: Resolver<ReadonlyArray<ResolversTypes['Responsibility']>, ParentType, ContextType, Partial<ClauseResponsibilitiesArgs>>;
  ledger: Resolver<ReadonlyArray<ResolversTypes['LedgerRow']>, ParentType, ContextType>;
  citations: Resolver<ReadonlyArray<ResolversTypes['Citation']>, ParentType, ContextType>;
  targets: Resolver<ReadonlyArray<ResolversTypes['Target']>, ParentType, ContextType>;
  productTypes: Resolver<ReadonlyArray<ResolversTypes['ProductType']>, ParentType, ContextType>;
  productMentions: Resolver<ReadonlyArray<ResolversTypes['ProductMention']>, ParentType, ContextType>;
  correspondences: Resolver<ReadonlyArray<ResolversTypes['Correspondence']>, ParentType, ContextType, RequireFields<ClauseCorrespondencesArgs, 'first'>>;
  similar: Resolver<ReadonlyArray<ResolversTypes['SearchHit']>, ParentType, ContextType, RequireFields<ClauseSimilarArgs, 'first'>>;
  url: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reference: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductMentionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductMention'] = ResolversParentTypes['ProductMention']> = {
  productType: Resolver<ResolversTypes['ProductType'], ParentType, ContextType>;
  span: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
};

export type ResponsibilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Responsibility'] = ResolversParentTypes['Responsibility']> = {
  agency: Resolver<ResolversTypes['Agency'], ParentType, ContextType>;
  clause: Resolver<ResolversTypes['Clause'], ParentType, ContextType>;
  role: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  printed: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  span: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  origin: Resolver<ResolversTypes['FactOrigin'], ParentType, ContextType>;
  confidence: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mentions: Resolver<ReadonlyArray<ResolversTypes['RoleMention']>, ParentType, ContextType>;
};

export type RoleMentionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoleMention'] = ResolversParentTypes['RoleMention']> = {
  role: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  printed: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  span: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  origin: Resolver<ResolversTypes['FactOrigin'], ParentType, ContextType>;
  scope: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deadline: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type AgencyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Agency'] = ResolversParentTypes['Agency']> = {
  id: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  officialName: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  aliases: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  kind: Resolver<ResolversTypes['AgencyKind'], ParentType, ContextType>;
  function: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jurisdiction: Resolver<Maybe<ResolversTypes['Jurisdiction']>, ParentType, ContextType>;
  parent: Resolver<Maybe<ResolversTypes['Agency']>, ParentType, ContextType>;
  departments: Resolver<ReadonlyArray<ResolversTypes['Agency']>, ParentType, ContextType>;
  counterparts: Resolver<ResolversTypes['AgencyConnection'], ParentType, ContextType, RequireFields<AgencyCounterpartsArgs, 'first'>>;
  responsibilities: Resolver<ResolversTypes['ResponsibilityConnection'], ParentType, ContextType, RequireFields<AgencyResponsibilitiesArgs, 'first'>>;
  ledger: Resolver<ReadonlyArray<ResolversTypes['LedgerRow']>, ParentType, ContextType, Partial<AgencyLedgerArgs>>;
  documents: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<AgencyDocumentsArgs, 'first'>>;
  url: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CitationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citation'] = ResolversParentTypes['Citation']> = {
  from: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  clause: Resolver<Maybe<ResolversTypes['Clause']>, ParentType, ContextType>;
  document: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  relation: Resolver<ResolversTypes['Relation'], ParentType, ContextType>;
  cue: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locator: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cited: Resolver<Maybe<ResolversTypes['Clause']>, ParentType, ContextType>;
  span: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  confidence: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target']> = {
  id: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  clause: Resolver<ResolversTypes['Clause'], ParentType, ContextType>;
  kind: Resolver<ResolversTypes['TargetKind'], ParentType, ContextType>;
  bound: Resolver<ResolversTypes['Bound'], ParentType, ContextType>;
  metric: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  valueMax: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unit: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  amount: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  amountUnit: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  baseline: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  condition: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deadline: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  productTypes: Resolver<ReadonlyArray<ResolversTypes['ProductType']>, ParentType, ContextType>;
  lead: Resolver<ReadonlyArray<ResolversTypes['Agency']>, ParentType, ContextType>;
  span: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  confidence: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductType'] = ResolversParentTypes['ProductType']> = {
  id: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  broader: Resolver<Maybe<ResolversTypes['ProductType']>, ParentType, ContextType>;
  narrower: Resolver<ReadonlyArray<ResolversTypes['ProductType']>, ParentType, ContextType>;
  clauses: Resolver<ResolversTypes['ClauseConnection'], ParentType, ContextType, RequireFields<ProductTypeClausesArgs, 'exact' | 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LedgerRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerRow'] = ResolversParentTypes['LedgerRow']> = {
  id: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ordinal: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  task: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  measure: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lead: Resolver<ReadonlyArray<ResolversTypes['Agency']>, ParentType, ContextType>;
  support: Resolver<ReadonlyArray<ResolversTypes['Agency']>, ParentType, ContextType>;
  deadline: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  document: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  clause: Resolver<Maybe<ResolversTypes['Clause']>, ParentType, ContextType>;
  span: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CorrespondenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Correspondence'] = ResolversParentTypes['Correspondence']> = {
  id: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  clause: Resolver<ResolversTypes['Clause'], ParentType, ContextType>;
  other: Resolver<ResolversTypes['Clause'], ParentType, ContextType>;
  kind: Resolver<ResolversTypes['CorrespondenceKind'], ParentType, ContextType>;
  degree: Resolver<ResolversTypes['CorrespondenceDegree'], ParentType, ContextType>;
  score: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  basis: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  evidence: Resolver<ReadonlyArray<ResolversTypes['Evidence']>, ParentType, ContextType>;
  sharedWording: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  wording: Resolver<ResolversTypes['WordingBand'], ParentType, ContextType>;
  lagDays: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  targets: Resolver<ReadonlyArray<ResolversTypes['TargetComparison']>, ParentType, ContextType>;
  leads: Resolver<ResolversTypes['RoleAlignment'], ParentType, ContextType>;
  review: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  reason: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signal: Resolver<ResolversTypes['EvidenceSignal'], ParentType, ContextType>;
  weight: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  span: Resolver<Maybe<ResolversTypes['Span']>, ParentType, ContextType>;
  otherSpan: Resolver<Maybe<ResolversTypes['Span']>, ParentType, ContextType>;
};

export type RoleAlignmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoleAlignment'] = ResolversParentTypes['RoleAlignment']> = {
  leads: Resolver<ReadonlyArray<ResolversTypes['Agency']>, ParentType, ContextType>;
  otherLeads: Resolver<ReadonlyArray<ResolversTypes['Agency']>, ParentType, ContextType>;
  counterparts: Resolver<ReadonlyArray<ResolversTypes['AgencyPair']>, ParentType, ContextType>;
  verdict: Resolver<ResolversTypes['LeadVerdict'], ParentType, ContextType>;
};

export type AgencyPairResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgencyPair'] = ResolversParentTypes['AgencyPair']> = {
  agency: Resolver<ResolversTypes['Agency'], ParentType, ContextType>;
  other: Resolver<ResolversTypes['Agency'], ParentType, ContextType>;
  sameFunction: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TargetComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetComparison'] = ResolversParentTypes['TargetComparison']> = {
  target: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
  other: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
  verdict: Resolver<ResolversTypes['TargetVerdict'], ParentType, ContextType>;
  deadlineVerdict: Resolver<Maybe<ResolversTypes['DeadlineVerdict']>, ParentType, ContextType>;
  difference: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  differenceUnit: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review']> = {
  verdict: Resolver<ResolversTypes['ReviewVerdict'], ParentType, ContextType>;
  note: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImplementationMatrixResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImplementationMatrix'] = ResolversParentTypes['ImplementationMatrix']> = {
  upper: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  columns: Resolver<ResolversTypes['ImplementationColumnConnection'], ParentType, ContextType, RequireFields<ImplementationMatrixColumnsArgs, 'first'>>;
  rows: Resolver<ReadonlyArray<ResolversTypes['ImplementationRow']>, ParentType, ContextType>;
  exportUrl: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImplementationColumnConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImplementationColumnConnection'] = ResolversParentTypes['ImplementationColumnConnection']> = {
  edges: Resolver<ReadonlyArray<ResolversTypes['ImplementationColumnEdge']>, ParentType, ContextType>;
  pageInfo: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImplementationColumnEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImplementationColumnEdge'] = ResolversParentTypes['ImplementationColumnEdge']> = {
  node: Resolver<ResolversTypes['ImplementationColumn'], ParentType, ContextType>;
  cursor: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImplementationColumnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImplementationColumn'] = ResolversParentTypes['ImplementationColumn']> = {
  document: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  kind: Resolver<ResolversTypes['CorrespondenceKind'], ParentType, ContextType>;
  covered: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topicOnly: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lagDays: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  additions: Resolver<ReadonlyArray<ResolversTypes['Clause']>, ParentType, ContextType>;
  validity: Resolver<ResolversTypes['Validity'], ParentType, ContextType, Partial<ImplementationColumnValidityArgs>>;
};

export type ImplementationRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImplementationRow'] = ResolversParentTypes['ImplementationRow']> = {
  clause: Resolver<ResolversTypes['Clause'], ParentType, ContextType>;
  cells: Resolver<ReadonlyArray<ResolversTypes['ImplementationCell']>, ParentType, ContextType>;
  firstMover: Resolver<Maybe<ResolversTypes['FirstMover']>, ParentType, ContextType, RequireFields<ImplementationRowFirstMoverArgs, 'degree'>>;
};

export type ImplementationCellResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImplementationCell'] = ResolversParentTypes['ImplementationCell']> = {
  document: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  correspondences: Resolver<ReadonlyArray<ResolversTypes['Correspondence']>, ParentType, ContextType>;
  nearest: Resolver<Maybe<ResolversTypes['Correspondence']>, ParentType, ContextType>;
};

export type FirstMoverResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FirstMover'] = ResolversParentTypes['FirstMover']> = {
  clause: Resolver<ResolversTypes['Clause'], ParentType, ContextType>;
  document: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
};

export type PeersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Peers'] = ResolversParentTypes['Peers']> = {
  clause: Resolver<ResolversTypes['Clause'], ParentType, ContextType>;
  peers: Resolver<ReadonlyArray<ResolversTypes['Peer']>, ParentType, ContextType>;
  firstMover: Resolver<Maybe<ResolversTypes['FirstMover']>, ParentType, ContextType>;
};

export type PeerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Peer'] = ResolversParentTypes['Peer']> = {
  document: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  correspondences: Resolver<ReadonlyArray<ResolversTypes['Correspondence']>, ParentType, ContextType>;
  via: Resolver<Maybe<ResolversTypes['Clause']>, ParentType, ContextType>;
};

export type SearchHitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = {
  clause: Resolver<ResolversTypes['Clause'], ParentType, ContextType>;
  score: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  highlight: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  explanation: Resolver<ReadonlyArray<ResolversTypes['RankedBy']>, ParentType, ContextType>;
};

export type RankedByResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RankedBy'] = ResolversParentTypes['RankedBy']> = {
  by: Resolver<ResolversTypes['SearchMode'], ParentType, ContextType>;
  rank: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  score: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type DocumentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentConnection'] = ResolversParentTypes['DocumentConnection']> = {
  edges: Resolver<ReadonlyArray<ResolversTypes['DocumentEdge']>, ParentType, ContextType>;
  pageInfo: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DocumentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentEdge'] = ResolversParentTypes['DocumentEdge']> = {
  node: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  cursor: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClauseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClauseConnection'] = ResolversParentTypes['ClauseConnection']> = {
  edges: Resolver<ReadonlyArray<ResolversTypes['ClauseEdge']>, ParentType, ContextType>;
  pageInfo: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClauseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClauseEdge'] = ResolversParentTypes['ClauseEdge']> = {
  node: Resolver<ResolversTypes['Clause'], ParentType, ContextType>;
  cursor: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AgencyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgencyConnection'] = ResolversParentTypes['AgencyConnection']> = {
  edges: Resolver<ReadonlyArray<ResolversTypes['AgencyEdge']>, ParentType, ContextType>;
  pageInfo: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgencyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgencyEdge'] = ResolversParentTypes['AgencyEdge']> = {
  node: Resolver<ResolversTypes['Agency'], ParentType, ContextType>;
  cursor: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResponsibilityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResponsibilityConnection'] = ResolversParentTypes['ResponsibilityConnection']> = {
  edges: Resolver<ReadonlyArray<ResolversTypes['ResponsibilityEdge']>, ParentType, ContextType>;
  pageInfo: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ResponsibilityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResponsibilityEdge'] = ResolversParentTypes['ResponsibilityEdge']> = {
  node: Resolver<ResolversTypes['Responsibility'], ParentType, ContextType>;
  cursor: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CitationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CitationConnection'] = ResolversParentTypes['CitationConnection']> = {
  edges: Resolver<ReadonlyArray<ResolversTypes['CitationEdge']>, ParentType, ContextType>;
  pageInfo: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CitationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CitationEdge'] = ResolversParentTypes['CitationEdge']> = {
  node: Resolver<ResolversTypes['Citation'], ParentType, ContextType>;
  cursor: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TargetConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetConnection'] = ResolversParentTypes['TargetConnection']> = {
  edges: Resolver<ReadonlyArray<ResolversTypes['TargetEdge']>, ParentType, ContextType>;
  pageInfo: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TargetEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TargetEdge'] = ResolversParentTypes['TargetEdge']> = {
  node: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
  cursor: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CorrespondenceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CorrespondenceConnection'] = ResolversParentTypes['CorrespondenceConnection']> = {
  edges: Resolver<ReadonlyArray<ResolversTypes['CorrespondenceEdge']>, ParentType, ContextType>;
  pageInfo: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CorrespondenceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CorrespondenceEdge'] = ResolversParentTypes['CorrespondenceEdge']> = {
  node: Resolver<ResolversTypes['Correspondence'], ParentType, ContextType>;
  cursor: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  edges: Resolver<ReadonlyArray<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  pageInfo: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  interpretation: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  conditions: Resolver<ReadonlyArray<ResolversTypes['QueryCondition']>, ParentType, ContextType>;
  asides: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  relevant: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  servedBy: Resolver<ResolversTypes['SearchMode'], ParentType, ContextType>;
  facets: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType>;
  coverage: Resolver<ResolversTypes['Statistics'], ParentType, ContextType>;
};

export type QueryConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QueryCondition'] = ResolversParentTypes['QueryCondition']> = {
  kind: Resolver<ResolversTypes['QueryConditionKind'], ParentType, ContextType>;
  value: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  words: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  node: Resolver<ResolversTypes['SearchHit'], ParentType, ContextType>;
  cursor: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Facet'] = ResolversParentTypes['Facet']> = {
  field: Resolver<ResolversTypes['FacetField'], ParentType, ContextType>;
  values: Resolver<ReadonlyArray<ResolversTypes['FacetValue']>, ParentType, ContextType>;
};

export type FacetValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FacetValue'] = ResolversParentTypes['FacetValue']> = {
  value: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GraphResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Graph'] = ResolversParentTypes['Graph']> = {
  nodes: Resolver<ReadonlyArray<ResolversTypes['GraphNode']>, ParentType, ContextType>;
  edges: Resolver<ReadonlyArray<ResolversTypes['GraphEdge']>, ParentType, ContextType>;
  truncated: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GraphNodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GraphNode'] = ResolversParentTypes['GraphNode']> = {
  id: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind: Resolver<ResolversTypes['NodeKind'], ParentType, ContextType>;
  label: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level: Resolver<Maybe<ResolversTypes['Level']>, ParentType, ContextType>;
  degree: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GraphEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GraphEdge'] = ResolversParentTypes['GraphEdge']> = {
  id: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  target: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind: Resolver<ResolversTypes['EdgeKind'], ParentType, ContextType>;
  label: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  relation: Resolver<Maybe<ResolversTypes['Relation']>, ParentType, ContextType>;
  basis: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  score: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  span: Resolver<Maybe<ResolversTypes['Span']>, ParentType, ContextType>;
};

export type StatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Statistics'] = ResolversParentTypes['Statistics']> = {
  documents: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  citedDocuments: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  clauses: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  agencies: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  responsibilities: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  citations: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  targets: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  correspondences: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  places: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  levels: Resolver<ReadonlyArray<ResolversTypes['Level']>, ParentType, ContextType>;
  issuedFrom: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  issuedUntil: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  undated: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  semantic: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QuoteCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuoteCheck'] = ResolversParentTypes['QuoteCheck']> = {
  verdict: Resolver<ResolversTypes['QuoteVerdict'], ParentType, ContextType>;
  matches: Resolver<ReadonlyArray<ResolversTypes['QuoteMatch']>, ParentType, ContextType>;
};

export type QuoteMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuoteMatch'] = ResolversParentTypes['QuoteMatch']> = {
  clause: Resolver<ResolversTypes['Clause'], ParentType, ContextType>;
  span: Resolver<ResolversTypes['Span'], ParentType, ContextType>;
  similarity: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TextCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TextCheck'] = ResolversParentTypes['TextCheck']> = {
  findings: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  wrong: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FindingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  kind: Resolver<ResolversTypes['FindingKind'], ParentType, ContextType>;
  start: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quote: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verdict: Resolver<ResolversTypes['FindingVerdict'], ParentType, ContextType>;
  match: Resolver<Maybe<ResolversTypes['QuoteVerdict']>, ParentType, ContextType>;
  faults: Resolver<ReadonlyArray<ResolversTypes['Fault']>, ParentType, ContextType>;
  evidence: Resolver<ReadonlyArray<ResolversTypes['CheckEvidence']>, ParentType, ContextType>;
  differences: Resolver<ReadonlyArray<ResolversTypes['Difference']>, ParentType, ContextType>;
  message: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FaultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Fault'] = ResolversParentTypes['Fault']> = {
  kind: Resolver<ResolversTypes['FaultKind'], ParentType, ContextType>;
  start: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  found: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expected: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CheckEvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckEvidence'] = ResolversParentTypes['CheckEvidence']> = {
  document: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  clause: Resolver<Maybe<ResolversTypes['Clause']>, ParentType, ContextType>;
  span: Resolver<Maybe<ResolversTypes['Span']>, ParentType, ContextType>;
  similarity: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type DifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Difference'] = ResolversParentTypes['Difference']> = {
  start: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  found: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expected: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType, Partial<QueryDocumentArgs>>;
  documents?: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<QueryDocumentsArgs, 'orderBy' | 'first'>>;
  wantedDocuments?: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<QueryWantedDocumentsArgs, 'first'>>;
  clause?: Resolver<Maybe<ResolversTypes['Clause']>, ParentType, ContextType, RequireFields<QueryClauseArgs, 'id'>>;
  clauses?: Resolver<ResolversTypes['ClauseConnection'], ParentType, ContextType, RequireFields<QueryClausesArgs, 'first'>>;
  agency?: Resolver<Maybe<ResolversTypes['Agency']>, ParentType, ContextType, Partial<QueryAgencyArgs>>;
  agencies?: Resolver<ResolversTypes['AgencyConnection'], ParentType, ContextType, RequireFields<QueryAgenciesArgs, 'first'>>;
  jurisdictions?: Resolver<ReadonlyArray<ResolversTypes['Jurisdiction']>, ParentType, ContextType, Partial<QueryJurisdictionsArgs>>;
  productType?: Resolver<Maybe<ResolversTypes['ProductType']>, ParentType, ContextType, RequireFields<QueryProductTypeArgs, 'name'>>;
  productTypes?: Resolver<ReadonlyArray<ResolversTypes['ProductType']>, ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, RequireFields<QueryTargetsArgs, 'first'>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'query' | 'mode' | 'first' | 'understand'>>;
  implementation?: Resolver<ResolversTypes['ImplementationMatrix'], ParentType, ContextType, RequireFields<QueryImplementationArgs, 'upper'>>;
  peers?: Resolver<ResolversTypes['Peers'], ParentType, ContextType, RequireFields<QueryPeersArgs, 'clause'>>;
  graph?: Resolver<ResolversTypes['Graph'], ParentType, ContextType, RequireFields<QueryGraphArgs, 'focus' | 'depth' | 'limit'>>;
  paths?: Resolver<ReadonlyArray<ResolversTypes['Graph']>, ParentType, ContextType, RequireFields<QueryPathsArgs, 'from' | 'to' | 'maxLength'>>;
  checkQuote?: Resolver<ResolversTypes['QuoteCheck'], ParentType, ContextType, RequireFields<QueryCheckQuoteArgs, 'text'>>;
  checkText?: Resolver<ResolversTypes['TextCheck'], ParentType, ContextType, RequireFields<QueryCheckTextArgs, 'text'>>;
  reviewQueue?: Resolver<ResolversTypes['CorrespondenceConnection'], ParentType, ContextType, RequireFields<QueryReviewQueueArgs, 'first'>>;
  statistics?: Resolver<ResolversTypes['Statistics'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  reviewCorrespondence?: Resolver<ResolversTypes['Correspondence'], ParentType, ContextType, RequireFields<MutationReviewCorrespondenceArgs, 'clause' | 'other' | 'verdict'>>;
  deleteDocument?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationDeleteDocumentArgs, 'id'>>;
};

export type Resolvers<ContextType = Context> = {
  Date: GraphQLScalarType;
  Node: NodeResolvers<ContextType>;
  PageInfo: PageInfoResolvers<ContextType>;
  Span: SpanResolvers<ContextType>;
  SourceSpan: SourceSpanResolvers<ContextType>;
  Source: SourceResolvers<ContextType>;
  Notice: NoticeResolvers<ContextType>;
  Jurisdiction: JurisdictionResolvers<ContextType>;
  Document: DocumentResolvers<ContextType>;
  FieldSpan: FieldSpanResolvers<ContextType>;
  DocumentElement: DocumentElementResolvers<ContextType>;
  HierarchyStep: HierarchyStepResolvers<ContextType>;
  HierarchyConnection: HierarchyConnectionResolvers<ContextType>;
  HierarchyEdge: HierarchyEdgeResolvers<ContextType>;
  LevelBelow: LevelBelowResolvers<ContextType>;
  AgencyInvolvement: AgencyInvolvementResolvers<ContextType>;
  Section: SectionResolvers<ContextType>;
  Annex: AnnexResolvers<ContextType>;
  Clause: ClauseResolvers<ContextType>;
  ProductMention: ProductMentionResolvers<ContextType>;
  Responsibility: ResponsibilityResolvers<ContextType>;
  RoleMention: RoleMentionResolvers<ContextType>;
  Agency: AgencyResolvers<ContextType>;
  Citation: CitationResolvers<ContextType>;
  Target: TargetResolvers<ContextType>;
  ProductType: ProductTypeResolvers<ContextType>;
  LedgerRow: LedgerRowResolvers<ContextType>;
  Correspondence: CorrespondenceResolvers<ContextType>;
  Evidence: EvidenceResolvers<ContextType>;
  RoleAlignment: RoleAlignmentResolvers<ContextType>;
  AgencyPair: AgencyPairResolvers<ContextType>;
  TargetComparison: TargetComparisonResolvers<ContextType>;
  Review: ReviewResolvers<ContextType>;
  ImplementationMatrix: ImplementationMatrixResolvers<ContextType>;
  ImplementationColumnConnection: ImplementationColumnConnectionResolvers<ContextType>;
  ImplementationColumnEdge: ImplementationColumnEdgeResolvers<ContextType>;
  ImplementationColumn: ImplementationColumnResolvers<ContextType>;
  ImplementationRow: ImplementationRowResolvers<ContextType>;
  ImplementationCell: ImplementationCellResolvers<ContextType>;
  FirstMover: FirstMoverResolvers<ContextType>;
  Peers: PeersResolvers<ContextType>;
  Peer: PeerResolvers<ContextType>;
  SearchHit: SearchHitResolvers<ContextType>;
  RankedBy: RankedByResolvers<ContextType>;
  DocumentConnection: DocumentConnectionResolvers<ContextType>;
  DocumentEdge: DocumentEdgeResolvers<ContextType>;
  ClauseConnection: ClauseConnectionResolvers<ContextType>;
  ClauseEdge: ClauseEdgeResolvers<ContextType>;
  AgencyConnection: AgencyConnectionResolvers<ContextType>;
  AgencyEdge: AgencyEdgeResolvers<ContextType>;
  ResponsibilityConnection: ResponsibilityConnectionResolvers<ContextType>;
  ResponsibilityEdge: ResponsibilityEdgeResolvers<ContextType>;
  CitationConnection: CitationConnectionResolvers<ContextType>;
  CitationEdge: CitationEdgeResolvers<ContextType>;
  TargetConnection: TargetConnectionResolvers<ContextType>;
  TargetEdge: TargetEdgeResolvers<ContextType>;
  CorrespondenceConnection: CorrespondenceConnectionResolvers<ContextType>;
  CorrespondenceEdge: CorrespondenceEdgeResolvers<ContextType>;
  SearchConnection: SearchConnectionResolvers<ContextType>;
  QueryCondition: QueryConditionResolvers<ContextType>;
  SearchEdge: SearchEdgeResolvers<ContextType>;
  Facet: FacetResolvers<ContextType>;
  FacetValue: FacetValueResolvers<ContextType>;
  Graph: GraphResolvers<ContextType>;
  GraphNode: GraphNodeResolvers<ContextType>;
  GraphEdge: GraphEdgeResolvers<ContextType>;
  Statistics: StatisticsResolvers<ContextType>;
  QuoteCheck: QuoteCheckResolvers<ContextType>;
  QuoteMatch: QuoteMatchResolvers<ContextType>;
  TextCheck: TextCheckResolvers<ContextType>;
  Finding: FindingResolvers<ContextType>;
  Fault: FaultResolvers<ContextType>;
  CheckEvidence: CheckEvidenceResolvers<ContextType>;
  Difference: DifferenceResolvers<ContextType>;
  Query: QueryResolvers<ContextType>;
  Mutation: MutationResolvers<ContextType>;
};


export const SDL = "# The GraphQL schema as served. The public contract holds: names, arguments, defaults and meanings stay; additions are welcome.\n# Descriptions here are served too; what has none here gets one.\n#\n# Conventions\n# - A String that names a place, an agency or a product type takes an id, a GB/T 2260 code or any of its names. Where one result is\n#   required and several match, the error AMBIGUOUS names the candidates; in a filter all that match count.\n# - `jurisdiction` is that place alone, `within` that place and all below it.\n# - Lists that can grow are connections; `first` is capped at 100. Other lists are complete and in the order of the text.\n# - Errors carry extensions.code: BAD_INPUT, NOT_FOUND, AMBIGUOUS, LIMIT, SEMANTIC_UNAVAILABLE, UNAUTHORIZED, UNAVAILABLE.\n\n\"ISO-8601 calendar date, e.g. 2024-07-18.\"\nscalar Date\n\n\"国家 → 省 → 市 → 县. A 直辖市 is PROVINCIAL, its districts COUNTY; a zone has the level of the place that runs it.\"\nenum Level {\n  \"国家\"\n  NATIONAL\n  \"省, 自治区, 直辖市\"\n  PROVINCIAL\n  \"市, 自治州, 地区, 盟\"\n  MUNICIPAL\n  \"县, 市辖区, 县级市, 旗\"\n  COUNTY\n}\n\n\"LEAD 牵头 · SUPPORT 配合/参与/协助 · RESPONSIBLE 负责/责任单位/按职责分工负责\"\nenum Role {\n  \"牵头\"\n  LEAD\n  \"配合, 参与, 协助\"\n  SUPPORT\n  \"负责, 责任单位, 按职责分工负责\"\n  RESPONSIBLE\n}\n\n\"IMPLEMENTS 贯彻落实 · BASED_ON 根据/依据/按照 · CITES any other mention · SUPERSEDES 废止/替代\"\nenum Relation {\n  \"贯彻落实: carries the cited document out.\"\n  IMPLEMENTS\n  \"根据, 依据, 按照: rests on the cited document.\"\n  BASED_ON\n  \"Any other mention.\"\n  CITES\n  \"废止, 替代: ends or replaces the cited document.\"\n  SUPERSEDES\n}\n\n\"HYBRID fuses SEMANTIC (embedding) and KEYWORD (BM25).\"\nenum SearchMode {\n  \"Meaning and words together (混合检索).\"\n  HYBRID\n  \"By meaning, with embeddings (语义检索).\"\n  SEMANTIC\n  \"By words, with BM25 (关键词检索).\"\n  KEYWORD\n}\n\n\"Where a fact was read: the clause's bracketed note, a ledger row, a note for a whole section or document, running text, or a model.\"\nenum FactOrigin {\n  \"The clause's own bracketed note, e.g. （市科技局牵头，市财政局配合）.\"\n  NOTE\n  \"A row of an annexed ledger (工作台账).\"\n  LEDGER\n  \"A note for a whole section.\"\n  SECTION_NOTE\n  \"A note for the whole document.\"\n  DOCUMENT_NOTE\n  \"Running text (正文).\"\n  RUNNING_TEXT\n  \"Read by a model, not by rules.\"\n  MODEL\n}\n\n\"EXPLICIT: the text says so. INFERRED: computed, with score and evidence. REVIEWED: a person confirmed it.\"\nenum Basis {\n  \"The text says so.\"\n  EXPLICIT\n  \"Computed, with score and evidence.\"\n  INFERRED\n  \"A person confirmed it.\"\n  REVIEWED\n}\n\n\"效力位阶: 法律, 行政法规, 地方性法规, 部门规章, 地方政府规章, 规范性文件, 党内文件.\"\nenum LegalForce {\n  \"法律\"\n  LAW\n  \"行政法规\"\n  ADMINISTRATIVE_REGULATION\n  \"地方性法规\"\n  LOCAL_REGULATION\n  \"部门规章\"\n  DEPARTMENT_RULE\n  \"地方政府规章\"\n  LOCAL_RULE\n  \"规范性文件\"\n  NORMATIVE_DOCUMENT\n  \"党内文件\"\n  PARTY_DOCUMENT\n  \"Anything else (其他).\"\n  OTHER\n}\n\n\"Whether a document is in force (时效性).\"\nenum Validity {\n  \"现行有效\"\n  IN_FORCE\n  \"尚未生效: its first day is still to come.\"\n  NOT_YET\n  \"已过期: its last day is over.\"\n  EXPIRED\n  \"已废止: a document of the corpus supersedes it.\"\n  REPEALED\n  \"不详: it bears no date.\"\n  UNKNOWN\n}\n\n\"Anything with a stable id (全局标识).\"\ninterface Node {\n  \"Stable id; `node(id:)` finds the object again.\"\n  id: ID!\n}\n\n\"Position of a page in its list (分页信息).\"\ntype PageInfo {\n  \"Whether items follow this page.\"\n  hasNextPage: Boolean!\n  \"Whether items stand before this page.\"\n  hasPreviousPage: Boolean!\n  \"Cursor of the first item; null for an empty page.\"\n  startCursor: String\n  \"Cursor of the last item; null for an empty page.\"\n  endCursor: String\n}\n\n\"Where a fact stands in Document.text: UTF-16 code units, end exclusive; source is the same place in the file as read.\"\ntype Span {\n  \"First code unit.\"\n  start: Int!\n  \"Behind the last code unit.\"\n  end: Int!\n  \"The words that stand there (原文).\"\n  quote: String!\n  \"The same place in the file as read.\"\n  source: SourceSpan\n}\n\n\"Offsets into the decoded source file; page from 1 where the format has pages.\"\ntype SourceSpan {\n  \"First code unit of the decoded file.\"\n  start: Int!\n  \"Behind the last code unit of the decoded file.\"\n  end: Int!\n  \"The words as the file has them.\"\n  quote: String!\n  \"Page, from 1; null where the format has no pages.\"\n  page: Int\n}\n\n\"The file that a document was read from.\"\ntype Source {\n  \"Base name of the file as given.\"\n  name: String!\n  \"SHA-256 of the bytes as read, in lower-case hexadecimal.\"\n  sha256: String!\n  \"Media type, e.g. text/plain.\"\n  mediaType: String!\n  \"When it was ingested: ISO-8601 date and time in UTC.\"\n  ingestedAt: String!\n}\n\n\"A doubt about a document's content: what was unexpected, where, and what was done.\"\ntype Notice {\n  \"Name of the rule that doubts, stable.\"\n  code: String!\n  \"How much it matters.\"\n  severity: Severity!\n  \"In Chinese: what was unexpected and what was done.\"\n  message: String!\n  \"Where; null where it concerns the whole file.\"\n  span: Span\n}\n\n\"How much a notice matters (提示级别).\"\nenum Severity {\n  \"Worth knowing (提示).\"\n  INFO\n  \"Something was unexpected and read with care (警告).\"\n  WARNING\n  \"Something could not be read (错误).\"\n  ERROR\n}\n\n\"An administrative division or zone. 国家 is the root, code 000000; a 开发区 or 自贸片区 has no code and the place that runs it as parent.\"\ntype Jurisdiction implements Node {\n  \"Stable id, the same after re-ingestion and in every store.\"\n  id: ID!\n  \"Full name, e.g. 济南市, 历城区, 济南高新区.\"\n  name: String!\n  \"Six-digit code of GB/T 2260 (行政区划代码); null for a zone.\"\n  code: String\n  \"Its level.\"\n  level: Level!\n  \"The place that it belongs to; null for 国家.\"\n  parent: Jurisdiction\n  \"Places directly below it.\"\n  children: [Jurisdiction!]!\n  \"Documents that apply to this very place, newest first.\"\n  documents(\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): DocumentConnection!\n}\n\n\"An official document (公文), ingested, or only known because another one cites it.\"\ntype Document implements Node {\n  \"Stable id, the same after re-ingestion and in every store.\"\n  id: ID!\n  \"Full title (标题).\"\n  title: String!\n  \"发文字号, e.g. 济政办字〔2024〕23号; null where the document has none.\"\n  number: String\n  \"文种, e.g. 实施意见, 通知, 若干措施.\"\n  kind: String\n  \"Title and 文种 of the document that this notice issues or forwards, e.g. the 若干措施 within a 通知.\"\n  carriedTitle: String\n  \"文种 of the document that this notice issues or forwards.\"\n  carriedKind: String\n  \"Its rank among norms (效力位阶).\"\n  legalForce: LegalForce\n  \"Level of the issuer.\"\n  level: Level\n  \"The place it applies to.\"\n  jurisdiction: Jurisdiction\n  \"Who issued it (发文机关), in printed order.\"\n  issuers: [Agency!]!\n  \"成文日期\"\n  issuedOn: Date\n  \"印发日期\"\n  printedOn: Date\n  \"Date of the web page.\"\n  publishedOn: Date\n  \"First day in force, where the text states it (施行日期).\"\n  effectiveFrom: Date\n  \"Last day in force, where the text states it (有效期至).\"\n  effectiveUntil: Date\n  \"On the given day, today where not given.\"\n  validity(\"The day to judge by.\" on: Date): Validity!\n  \"Documents of the corpus that end or replace it (废止, 替代).\"\n  supersededBy: [Document!]!\n  \"主送机关\"\n  recipients: [String!]!\n  \"抄送\"\n  copiedTo: [String!]!\n  \"Every other element of GB/T 9704 and every field of a portal's metadata table that was found.\"\n  elements: [DocumentElement!]!\n  \"Where the fields above were read in the text; empty for a document that is only cited.\"\n  fieldSpans: [FieldSpan!]!\n  \"False for a document that is only known because another one cites it.\"\n  ingested: Boolean!\n  \"The normalised text that every Span points into; null for a document that is only cited.\"\n  text: String\n  \"The file that it was read from; null for a document that is only cited.\"\n  source: Source\n  \"Doubts about its content, in the order they came up.\"\n  notices: [Notice!]!\n  \"Its sections, in the order of the text.\"\n  sections: [Section!]!\n  \"Its annexes, in the order of the text.\"\n  annexes: [Annex!]!\n  \"The clauses of the level that carries headings or responsibilities; items below them only as their children.\"\n  clauses(\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 100\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): ClauseConnection!\n  \"Outgoing citations of the document and its clauses.\"\n  cites(\n    \"Only citations of this kind.\"\n    relation: Relation\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 100\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): CitationConnection!\n  \"Incoming citations.\"\n  citedBy(\n    \"Only citations of this kind.\"\n    relation: Relation\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): CitationConnection!\n  \"What its title, preamble or closing part cites as IMPLEMENTS or BASED_ON; a law named inside a clause does not count.\"\n  implements: [Document!]!\n  \"Documents that implement this one or are based on it, directly: the reverse of implements, newest first.\"\n  implementedBy(\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): DocumentConnection!\n  \"Upward along such links, nearest first, through cited documents that were never ingested too.\"\n  hierarchy: [HierarchyStep!]!\n  \"Downward along such links: every document that implements it, directly or along a chain, nearest first (下位文件).\"\n  below(\n    \"Only documents of this level.\"\n    level: Level\n    \"Only documents of this place and all below it: id, GB/T 2260 code or name.\"\n    within: String\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): HierarchyConnection!\n  \"Who takes part and how often, most leads first.\"\n  agencies(\n    \"Only agencies that have this role at least once, in a clause or in the ledger.\"\n    role: Role\n  ): [AgencyInvolvement!]!\n  \"Rows of its annexed ledger (工作台账), in printed order.\"\n  ledger: [LedgerRow!]!\n  \"Address of its page.\"\n  url: String!\n  \"How to cite it, e.g. 《…的实施意见》（济政办字〔2024〕23号）.\"\n  reference: String!\n}\n\n\"Where a field of a document was read.\"\ntype FieldSpan {\n  \"Name of the field, e.g. number, issuedOn; issuers, recipients and copiedTo once for each.\"\n  field: String!\n  \"The very words.\"\n  span: Span!\n}\n\n\"One element (公文要素) or metadata field that has no field of its own.\"\ntype DocumentElement {\n  \"e.g. 签发人, 索引号, 附注.\"\n  name: String!\n  \"Its content as printed, normalised.\"\n  value: String!\n  \"How sure the reading is, 0 to 1.\"\n  confidence: Float!\n  \"Where it stands; null for a field of the file's own metadata.\"\n  span: Span\n}\n\n\"One step from a document to one that it implements or is based on (上位文件), or to one that implements it (下位文件).\"\ntype HierarchyStep {\n  \"The document reached.\"\n  document: Document!\n  \"The document one step nearer: upward it cites the one reached, downward it is cited by it.\"\n  from: Document!\n  \"Number of steps from the document asked for, from 1.\"\n  distance: Int!\n  \"The citation that makes the step.\"\n  citation: Citation!\n}\n\n\"A page of steps downward from a document.\"\ntype HierarchyConnection {\n  \"The items of this page, in the order of the list.\"\n  edges: [HierarchyEdge!]!\n  \"Where this page stands in the list.\"\n  pageInfo: PageInfo!\n  \"Number of items over all pages.\"\n  totalCount: Int!\n  \"The documents of all pages by level, highest first; those whose level is unknown are left out.\"\n  levels: [LevelBelow!]!\n}\n\n\"A step in a page.\"\ntype HierarchyEdge {\n  \"The item.\"\n  node: HierarchyStep!\n  \"Position of the item; give it as `after` to read on behind it.\"\n  cursor: String!\n}\n\n\"Documents of one level below another document (各级落实情况).\"\ntype LevelBelow {\n  \"The level.\"\n  level: Level!\n  \"Number of documents.\"\n  documents: Int!\n  \"Places that they apply to, by id.\"\n  places: [Jurisdiction!]!\n}\n\n\"How often an agency takes part in a document, by role (部门分工统计).\"\ntype AgencyInvolvement {\n  \"The agency.\"\n  agency: Agency!\n  \"Clauses that it leads (牵头).\"\n  lead: Int!\n  \"Clauses that it supports (配合).\"\n  support: Int!\n  \"Clauses that it is responsible for (负责).\"\n  responsible: Int!\n  \"Ledger rows that it leads.\"\n  ledgerLead: Int!\n  \"Ledger rows that it supports.\"\n  ledgerSupport: Int!\n}\n\n\"A headed part of a document (一级标题, 章).\"\ntype Section implements Node {\n  \"Stable id, the same after re-ingestion and in every store.\"\n  id: ID!\n  \"As printed without its mark, e.g. 一, 第二章.\"\n  label: String!\n  \"Heading.\"\n  title: String!\n  \"The document that it belongs to.\"\n  document: Document!\n  \"The section that it stands in.\"\n  parent: Section\n  \"Sections directly below it.\"\n  sections: [Section!]!\n  \"Clauses that stand directly in it.\"\n  clauses: [Clause!]!\n  \"Where it stands in the text.\"\n  span: Span!\n}\n\n\"An annex of a document (附件).\"\ntype Annex implements Node {\n  \"Stable id, the same after re-ingestion and in every store.\"\n  id: ID!\n  \"As printed, e.g. 附件1.\"\n  label: String!\n  \"Its title.\"\n  title: String\n  \"Its 文种.\"\n  kind: String\n  \"The document that it belongs to.\"\n  document: Document!\n  \"Its sections.\"\n  sections: [Section!]!\n  \"Where it stands in the text.\"\n  span: Span!\n}\n\n\"A clause of a document (条款): the unit of search, of responsibilities and of citing.\"\ntype Clause implements Node {\n  \"Stable id, the same after re-ingestion and in every store.\"\n  id: ID!\n  \"Running number over the document's clauses, from 1.\"\n  ordinal: Int!\n  \"As printed, e.g. （五） or 第五条.\"\n  label: String!\n  \"Heading phrase without its final mark; null where it has none.\"\n  title: String\n  \"Body without heading and without the closing responsibility note; inner notes stay.\"\n  text: String!\n  \"From the label to the end of the last note.\"\n  span: Span!\n  \"The document that it belongs to.\"\n  document: Document!\n  \"The section that it stands in.\"\n  section: Section\n  \"For an item below a clause: that clause.\"\n  parent: Clause\n  \"Items below it, in order.\"\n  children: [Clause!]!\n  \"One per agency, with its strongest role (LEAD > RESPONSIBLE > SUPPORT), in order of first appearance.\"\n  responsibilities(\n    \"Only those with this strongest role.\"\n    role: Role\n    \"Only those first read there.\"\n    origin: FactOrigin\n  ): [Responsibility!]!\n  \"Rows of an annexed ledger that belong to it.\"\n  ledger: [LedgerRow!]!\n  \"What it cites, in order.\"\n  citations: [Citation!]!\n  \"Its quantified goals, limits, rewards and deadlines, in order.\"\n  targets: [Target!]!\n  \"Product types that it is substantively about, in order of first mention.\"\n  productTypes: [ProductType!]!\n  \"Every place where it names a product type.\"\n  productMentions: [ProductMention!]!\n  \"Clauses of other documents on the same measure or topic, best first.\"\n  correspondences(\n    \"Only links of this kind, seen from this clause.\"\n    kind: CorrespondenceKind\n    \"Only links of this degree.\"\n    degree: CorrespondenceDegree\n    \"Only links to clauses of this document: its id.\"\n    document: ID\n    \"Only links to clauses of documents of this level.\"\n    level: Level\n    \"Only links with at least this score, 0 to 1.\"\n    minScore: Float\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n  ): [Correspondence!]!\n  \"Clauses of nearest meaning, best first.\"\n  similar(\"How many items at most; capped at 100, negative is BAD_INPUT.\" first: Int = 5): [SearchHit!]!\n  \"Address of its page.\"\n  url: String!\n  \"How to cite it: the document and the clause's label.\"\n  reference: String!\n}\n\n\"A place where a clause names a product type, whether or not the clause is about it.\"\ntype ProductMention {\n  \"The product type named.\"\n  productType: ProductType!\n  \"Where it stands in the text.\"\n  span: Span!\n}\n\n\"That an agency takes part in a clause (责任分工).\"\ntype Responsibility {\n  \"The agency.\"\n  agency: Agency!\n  \"The clause.\"\n  clause: Clause!\n  \"Its strongest role in the clause.\"\n  role: Role!\n  \"As first printed, e.g. 市科技局.\"\n  printed: String!\n  \"Where it is first named.\"\n  span: Span!\n  \"Where the role was read.\"\n  origin: FactOrigin!\n  \"How sure the reading is, 0 to 1.\"\n  confidence: Float!\n  \"Each note that names it.\"\n  mentions: [RoleMention!]!\n}\n\n\"scope and deadline: what the note limits itself to, e.g. 适用范围 or 完成时限.\"\ntype RoleMention {\n  \"Role that this note gives.\"\n  role: Role!\n  \"As printed there.\"\n  printed: String!\n  \"Where it stands in the text.\"\n  span: Span!\n  \"Where this note stands.\"\n  origin: FactOrigin!\n  \"What the note limits itself to.\"\n  scope: String\n  \"Deadline that the note sets.\"\n  deadline: Date\n}\n\n\"A body, an internal department, or a class of bodies (单位).\"\ntype Agency implements Node {\n  \"Stable id, the same after re-ingestion and in every store.\"\n  id: ID!\n  \"Name with its place, e.g. 济宁市科技局.\"\n  name: String!\n  \"Statutory name where known, e.g. 济宁市科学技术局.\"\n  officialName: String\n  \"Other names that it is known by.\"\n  aliases: [String!]!\n  \"CLASS: not one body but a class of them, e.g. 各县（市、区）人民政府, 有关部门.\"\n  kind: AgencyKind!\n  \"What it is in charge of, the same word at all levels, e.g. 科技, 市场监管.\"\n  function: String\n  \"The place that it serves; null where unknown.\"\n  jurisdiction: Jurisdiction\n  \"The body that it is an internal department of, e.g. 药品注册管理处 → 吉林省药监局.\"\n  parent: Agency\n  \"Its internal departments.\"\n  departments: [Agency!]!\n  \"对口: agencies of other levels or places with the same function.\"\n  counterparts(\n    \"Only agencies of this level.\"\n    level: Level\n    \"Only agencies of this place and all below it.\"\n    within: String\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): AgencyConnection!\n  \"Where it takes part, by document, then in the order of the text.\"\n  responsibilities(\n    \"Only within this document.\"\n    document: ID\n    \"Only with this strongest role.\"\n    role: Role\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): ResponsibilityConnection!\n  \"Ledger rows that name it.\"\n  ledger(\"LEAD or SUPPORT: only rows where it has this role; rows know no other.\" role: Role): [LedgerRow!]!\n  \"Documents that it issued.\"\n  documents(\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): DocumentConnection!\n  \"Address of its page.\"\n  url: String!\n}\n\n\"What sort of agency it is (单位类型).\"\nenum AgencyKind {\n  \"One body (单位), e.g. 济宁市科技局.\"\n  BODY\n  \"An internal department (内设机构), e.g. 药品注册管理处.\"\n  DEPARTMENT\n  \"A class of bodies (一类单位), e.g. 各县（市、区）人民政府.\"\n  CLASS\n}\n\n\"One citation of a document by a document or clause (引用).\"\ntype Citation {\n  \"The document, or the clause it stands in.\"\n  from: Node!\n  \"The clause that it stands in; null in title, preamble or closing part.\"\n  clause: Clause\n  \"The document cited, ingested or not.\"\n  document: Document!\n  \"How it is cited.\"\n  relation: Relation!\n  \"The wording, e.g. 贯彻落实, 转发, 修改.\"\n  cue: String\n  \"As printed.\"\n  title: String\n  \"发文字号 as printed.\"\n  number: String\n  \"e.g. 第三十四条第二款.\"\n  locator: String\n  \"The very clause cited, where ingested.\"\n  cited: Clause\n  \"Where it stands in the text.\"\n  span: Span!\n  \"How sure the reading is, 0 to 1.\"\n  confidence: Float!\n}\n\n\"A quantified goal, limit, reward or deadline.\"\ntype Target implements Node {\n  \"Stable id, the same after re-ingestion and in every store.\"\n  id: ID!\n  \"The clause that sets it.\"\n  clause: Clause!\n  \"What sort of target.\"\n  kind: TargetKind!\n  \"Which way the value binds.\"\n  bound: Bound!\n  \"What is measured, e.g. 临床试验启动整体用时.\"\n  metric: String\n  \"As printed: value 1, unit 亿元.\"\n  value: Float\n  \"Upper end of a range, as printed.\"\n  valueMax: Float\n  \"Unit as printed.\"\n  unit: String\n  \"In a base unit, comparable: 元, 天, 工作日, 个, %.\"\n  amount: Float\n  \"The base unit of amount.\"\n  amountUnit: String\n  \"e.g. from 200 in 从200日压缩至60日.\"\n  baseline: Float\n  \"e.g. 同一年度每家单位.\"\n  condition: String\n  \"By when.\"\n  deadline: Date\n  \"Product types that it concerns.\"\n  productTypes: [ProductType!]!\n  \"Who leads this very measure: its ledger row, else the note of its paragraph, else the clause's.\"\n  lead: [Agency!]!\n  \"Where it stands in the text.\"\n  span: Span!\n  \"How sure the reading is, 0 to 1.\"\n  confidence: Float!\n}\n\n\"What sort of target it is (量化指标类型).\"\nenum TargetKind {\n  \"A goal to reach (目标).\"\n  GOAL\n  \"A limit to keep (时限, 限额).\"\n  LIMIT\n  \"A reward or subsidy (奖补).\"\n  REWARD\n  \"The most that is paid (封顶).\"\n  CAP\n  \"A deadline without a quantity (完成时限).\"\n  DEADLINE\n}\n\n\"AT_LEAST 以上/不少于/力争达到 · AT_MOST 以内/不超过/最高 · EXACTLY · BY a pure deadline\"\nenum Bound {\n  \"以上, 不少于, 力争达到\"\n  AT_LEAST\n  \"以内, 不超过, 最高\"\n  AT_MOST\n  \"The very value.\"\n  EXACTLY\n  \"A pure deadline.\"\n  BY\n}\n\n\"A kind of product that policy is about (产品类别), e.g. 药品, 创新药, 医疗器械.\"\ntype ProductType implements Node {\n  \"Stable id, the same after re-ingestion and in every store.\"\n  id: ID!\n  \"Its name.\"\n  name: String!\n  \"Other names that it is known by.\"\n  aliases: [String!]!\n  \"The wider type.\"\n  broader: ProductType\n  \"The narrower types.\"\n  narrower: [ProductType!]!\n  \"Of narrower types too, unless exact.\"\n  clauses(\n    \"Only clauses about this very type, not about narrower ones.\"\n    exact: Boolean = false\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): ClauseConnection!\n}\n\n\"A row of an annexed work ledger (工作台账, 重点任务分工表).\"\ntype LedgerRow implements Node {\n  \"Stable id, the same after re-ingestion and in every store.\"\n  id: ID!\n  \"Position in the ledger, from 1.\"\n  ordinal: Int!\n  \"The task that it belongs to (重点任务).\"\n  task: String\n  \"What is to be done (具体措施).\"\n  measure: String!\n  \"In printed order.\"\n  lead: [Agency!]!\n  \"Who supports, in printed order (配合单位).\"\n  support: [Agency!]!\n  \"By when (完成时限).\"\n  deadline: Date\n  \"The document that it belongs to.\"\n  document: Document!\n  \"The clause of the main text that it belongs to.\"\n  clause: Clause\n  \"Where it stands in the text.\"\n  span: Span!\n}\n\n\"\"\"\nHow this clause relates to the other one.\nIMPLEMENTS: this clause's document implements the other's, directly or along a chain of IMPLEMENTS or BASED_ON links between documents.\nIMPLEMENTED_BY: the reverse. PARALLEL: no such chain, e.g. two provinces, or a city that went first.\n\"\"\"\nenum CorrespondenceKind {\n  \"This clause's document implements the other's (贯彻落实).\"\n  IMPLEMENTS\n  \"The other clause's document implements this one's.\"\n  IMPLEMENTED_BY\n  \"Neither document implements the other one (平行).\"\n  PARALLEL\n}\n\n\"SAME_MEASURE: the same concrete measure. SAME_TOPIC: the same narrow topic, another instrument or object.\"\nenum CorrespondenceDegree {\n  \"The same concrete measure (同一举措).\"\n  SAME_MEASURE\n  \"The same narrow topic, another instrument or object (同一主题).\"\n  SAME_TOPIC\n}\n\n\"A link between two clauses of different documents, as read from one of them (条款对应).\"\ntype Correspondence implements Node {\n  \"correspondence/<first clause>~<second clause>, the same from either side.\"\n  id: ID!\n  \"This clause.\"\n  clause: Clause!\n  \"The clause of the other document.\"\n  other: Clause!\n  \"How this clause relates to the other one.\"\n  kind: CorrespondenceKind!\n  \"How much the two have in common.\"\n  degree: CorrespondenceDegree!\n  \"0 to 1; docs say what share of links at each score proved right.\"\n  score: Float!\n  \"INFERRED, or REVIEWED where a person confirmed it.\"\n  basis: Basis!\n  \"Reasons for it, strongest first.\"\n  evidence: [Evidence!]!\n  \"Share of this clause's wording taken over from the other, 0 to 1.\"\n  sharedWording: Float!\n  \"The same in a word.\"\n  wording: WordingBand!\n  \"Days from the issue of the other's document to that of this one's; negative where this one came first; null where a date is unknown.\"\n  lagDays: Int\n  \"Targets of both clauses on the same metric, in the order of this clause's text.\"\n  targets: [TargetComparison!]!\n  \"Who leads on either side (对口).\"\n  leads: RoleAlignment!\n  \"What a person found of it.\"\n  review: Review\n}\n\n\"How much of a clause's wording stands in the other clause too.\"\nenum WordingBand {\n  \"Most of it (照搬).\"\n  COPIED\n  \"A part of it (改写).\"\n  ADAPTED\n  \"Little or nothing (自拟).\"\n  OWN\n}\n\n\"One reason for a link.\"\ntype Evidence {\n  \"In words a reader can check.\"\n  reason: String!\n  \"What sort of reason it is.\"\n  signal: EvidenceSignal!\n  \"Share of the score that it accounts for, 0 to 1.\"\n  weight: Float!\n  \"Where it stands in this clause; its source is null where the place in the file cannot be told exactly.\"\n  span: Span\n  \"Where it stands in the other clause.\"\n  otherSpan: Span\n}\n\n\"Sorts of reasons for a link.\"\nenum EvidenceSignal {\n  \"The passages mean much the same (语义相近).\"\n  MEANING\n  \"Rare words in common (共有术语).\"\n  TERMS\n  \"The leading bodies have the same function (职能对口).\"\n  FUNCTION\n  \"The same product types (产品类型).\"\n  PRODUCT_TYPE\n  \"Targets on the same metric (指标).\"\n  TARGET\n  \"One document cites the other one (引用).\"\n  CITATION\n  \"A row of a work ledger (工作台账).\"\n  LEDGER\n}\n\n\"Who leads on either side of a link; those responsible where nobody is said to lead.\"\ntype RoleAlignment {\n  \"Who leads this clause.\"\n  leads: [Agency!]!\n  \"Who leads the other one.\"\n  otherLeads: [Agency!]!\n  \"Bodies of both sides with the same or a corresponding function (对口).\"\n  counterparts: [AgencyPair!]!\n  \"Whether any function leads on both sides.\"\n  verdict: LeadVerdict!\n}\n\n\"A body and its counterpart on the other side of a link.\"\ntype AgencyPair {\n  \"Of this clause.\"\n  agency: Agency!\n  \"Of the other clause.\"\n  other: Agency!\n  \"False where the functions only correspond across levels (省药监局 ↔ 市市场监管局).\"\n  sameFunction: Boolean!\n}\n\n\"Whether the same function leads on both sides (对口情况).\"\nenum LeadVerdict {\n  \"A body that leads here has the function of one that leads there.\"\n  SAME_FUNCTION\n  \"It has a function that the other level keeps in another body.\"\n  CORRESPONDING_FUNCTION\n  \"The functions are known and differ.\"\n  OTHER_FUNCTION\n  \"A side names nobody, or nobody with a known function.\"\n  UNKNOWN\n}\n\n\"How target stands to other. STRICTER/LOOSER for limits and goals, HIGHER/LOWER for rewards and caps; INCOMPARABLE is said where it is so.\"\ntype TargetComparison {\n  \"Of this clause.\"\n  target: Target!\n  \"Of the other clause.\"\n  other: Target!\n  \"How the values compare; of two pure deadlines how the days do.\"\n  verdict: TargetVerdict!\n  \"How the deadlines compare; null where neither has one.\"\n  deadlineVerdict: DeadlineVerdict\n  \"target less other; null where they cannot be compared or a range is printed.\"\n  difference: Float\n  \"The printed unit where both have the same, else a base unit: 元, 天, 工作日.\"\n  differenceUnit: String\n}\n\n\"How one value stands to another one.\"\nenum TargetVerdict {\n  \"Demands more: a shorter limit, a higher goal (更严).\"\n  STRICTER\n  \"The same.\"\n  EQUAL\n  \"Demands less (更宽).\"\n  LOOSER\n  \"A higher reward or cap (更高).\"\n  HIGHER\n  \"A lower reward or cap (更低).\"\n  LOWER\n  \"In other units, on other terms, or a smaller place's lesser total, which may be its share, e.g. days against working days (不可比).\"\n  INCOMPARABLE\n}\n\n\"How one deadline stands to another one.\"\nenum DeadlineVerdict {\n  \"Before the other one's.\"\n  EARLIER\n  \"On the same day.\"\n  SAME\n  \"After the other one's.\"\n  LATER\n  \"Only one of the two has a deadline.\"\n  INCOMPARABLE\n}\n\n\"What a person found of a link (人工复核).\"\ntype Review {\n  \"Whether the link is right.\"\n  verdict: ReviewVerdict!\n  \"Why.\"\n  note: String\n  \"Who.\"\n  by: String\n  \"When, ISO-8601 date and time (UTC).\"\n  at: String!\n}\n\n\"What a person may find of a link.\"\nenum ReviewVerdict {\n  \"It is right (确认).\"\n  CONFIRMED\n  \"It is wrong (否定).\"\n  REJECTED\n}\n\n\"Which clauses of an upper document have a counterpart in which lower documents.\"\ntype ImplementationMatrix {\n  \"The upper document.\"\n  upper: Document!\n  \"The lower documents: in the order asked for, else those that implement the upper one first, by date of issue.\"\n  columns(\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 50\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): ImplementationColumnConnection!\n  \"One for each clause of the upper document, in the order of the text.\"\n  rows: [ImplementationRow!]!\n  \"Address of the same as a table (XLSX); .csv, .md and .html are there too.\"\n  exportUrl: String!\n}\n\n\"A page of lower documents.\"\ntype ImplementationColumnConnection {\n  \"The lower documents with their cursors.\"\n  edges: [ImplementationColumnEdge!]!\n  \"Where the page stands in the list.\"\n  pageInfo: PageInfo!\n  \"Number of lower documents over all pages.\"\n  totalCount: Int!\n}\n\n\"A lower document in its list.\"\ntype ImplementationColumnEdge {\n  \"The lower document.\"\n  node: ImplementationColumn!\n  \"To read on behind it.\"\n  cursor: String!\n}\n\n\"kind: the lower document's towards the upper one. covered: upper clauses with SAME_MEASURE. additions: lower clauses without any counterpart above.\"\ntype ImplementationColumn {\n  \"The lower document.\"\n  document: Document!\n  \"How the lower document stands to the upper one.\"\n  kind: CorrespondenceKind!\n  \"Number of upper clauses with a counterpart of degree SAME_MEASURE.\"\n  covered: Int!\n  \"Number of upper clauses with SAME_TOPIC only.\"\n  topicOnly: Int!\n  \"Number of clauses of the upper document.\"\n  total: Int!\n  \"Days from the issue of the upper document to that of this one; negative where this one came first; null where a date is unknown.\"\n  lagDays: Int\n  \"Clauses of the lower document that no clause of the upper one is linked to, in the order of the text.\"\n  additions: [Clause!]!\n  \"Whether the lower document is in force on the given day, today where not given.\"\n  validity(\"The day.\" on: Date): Validity!\n}\n\n\"A clause of the upper document and what became of it.\"\ntype ImplementationRow {\n  \"The upper clause.\"\n  clause: Clause!\n  \"For the documents of the page of columns asked for, or the first 50.\"\n  cells: [ImplementationCell!]!\n  \"Which of this clause and its counterparts of this degree was issued first; null where a date is unknown.\"\n  firstMover(\n    \"How much the counterparts have in common with it.\"\n    degree: CorrespondenceDegree = SAME_MEASURE\n  ): FirstMover\n}\n\n\"Correspondences from the upper clause to the lower ones. Empty of either degree: a gap, shown as such, with the best rejected candidate.\"\ntype ImplementationCell {\n  \"The lower document.\"\n  document: Document!\n  \"From the upper clause, best first.\"\n  correspondences: [Correspondence!]!\n  \"Of a gap: the likeliest clause, though not likely enough for a link, or rejected by a person; null without vectors.\"\n  nearest: Correspondence\n}\n\n\"The clause of a group whose document was issued first (先行).\"\ntype FirstMover {\n  \"The clause.\"\n  clause: Clause!\n  \"Its document.\"\n  document: Document!\n}\n\n\"How other documents treat one clause, side by side.\"\ntype Peers {\n  \"The clause asked about.\"\n  clause: Clause!\n  \"By date of issue, undated last.\"\n  peers: [Peer!]!\n  \"Who went first among the clause and these; null where a date is unknown.\"\n  firstMover: FirstMover\n}\n\n\"How one document treats the clause.\"\ntype Peer {\n  \"The document.\"\n  document: Document!\n  \"To its clauses, best first: from the clause asked about, or from the clause in via.\"\n  correspondences: [Correspondence!]!\n  \"The clause above that both implement, where the document is linked to the clause asked about only through that.\"\n  via: Clause\n}\n\n\"A clause found by a search, with the reason for its rank.\"\ntype SearchHit {\n  \"The clause found.\"\n  clause: Clause!\n  \"Fused score, greater is better; comparable within one search only.\"\n  score: Float!\n  \"The best passage, matches marked with <mark>…</mark>, all else escaped.\"\n  highlight: String!\n  \"Rank and score in each of the fused lists.\"\n  explanation: [RankedBy!]!\n}\n\n\"Rank and score in one of the fused lists.\"\ntype RankedBy {\n  \"Which list.\"\n  by: SearchMode!\n  \"Position in that list, from 1.\"\n  rank: Int!\n  \"Score in that list.\"\n  score: Float!\n}\n\n\"Conditions on documents; all that are given must hold.\"\ninput DocumentFilter {\n  \"发文字号 in any bracket or width variant.\"\n  number: String\n  \"Level of the issuer.\"\n  level: Level\n  \"Applies to this very place: id, GB/T 2260 code or name.\"\n  jurisdiction: String\n  \"Applies to this place or one below it: id, GB/T 2260 code or name.\"\n  within: String\n  \"Issued by this agency: id or any name.\"\n  issuer: String\n  \"文种, exactly.\"\n  kind: String\n  \"Its rank among norms (效力位阶).\"\n  legalForce: LegalForce\n  \"In the title or the carried title.\"\n  text: String\n  \"Issued on that day or later.\"\n  issuedFrom: Date\n  \"Issued on that day or earlier.\"\n  issuedUntil: Date\n  \"In force on that day.\"\n  validOn: Date\n  \"True: only ingested documents; false: only cited ones.\"\n  ingested: Boolean\n}\n\n\"Conditions on clauses; all that are given must hold.\"\ninput ClauseFilter {\n  \"Of this document.\"\n  document: ID\n  \"Level of the document's issuer.\"\n  level: Level\n  \"Of documents that apply to this very place: id, GB/T 2260 code or name.\"\n  jurisdiction: String\n  \"Of documents that apply to this place or one below it: id, GB/T 2260 code or name.\"\n  within: String\n  \"This agency takes part: id or any name.\"\n  agency: String\n  \"With `agency`: in this role; alone: somebody has this role.\"\n  role: Role\n  \"Also its narrower types.\"\n  productType: String\n  \"Of documents issued on that day or later.\"\n  issuedFrom: Date\n  \"Of documents issued on that day or earlier.\"\n  issuedUntil: Date\n  \"Of documents in force on that day.\"\n  validOn: Date\n  \"Of documents that implement this one, directly or along a chain.\"\n  implementing: ID\n}\n\n\"Conditions on agencies; all that are given must hold.\"\ninput AgencyFilter {\n  \"Contained in any of its names.\"\n  name: String\n  \"Its level.\"\n  level: Level\n  \"Of this very place: id, GB/T 2260 code or name.\"\n  jurisdiction: String\n  \"Of this place or one below it: id, GB/T 2260 code or name.\"\n  within: String\n  \"What it is in charge of, exactly, e.g. 科技.\"\n  function: String\n  \"What sort of agency.\"\n  kind: AgencyKind\n}\n\n\"metric: contained words. valueFrom and valueUntil compare amount in amountUnit, which they require.\"\ninput TargetFilter {\n  \"Of this document.\"\n  document: ID\n  \"Of documents that apply to this place or one below it.\"\n  within: String\n  \"What sort of target.\"\n  kind: TargetKind\n  \"Contained in what is measured.\"\n  metric: String\n  \"Unit as printed.\"\n  unit: String\n  \"Base unit, e.g. 元.\"\n  amountUnit: String\n  \"At least this amount.\"\n  valueFrom: Float\n  \"At most this amount.\"\n  valueUntil: Float\n  \"Of this product type or a narrower one: id or any name.\"\n  productType: String\n  \"This agency takes part in the target's clause: id or any name.\"\n  agency: String\n  \"Due on that day or later.\"\n  deadlineFrom: Date\n  \"Due on that day or earlier.\"\n  deadlineUntil: Date\n}\n\n\"Orders of a list of documents.\"\nenum DocumentOrder {\n  \"Newest first, undated ones last, then by id.\"\n  NEWEST\n  \"Most incoming citations first, then by id.\"\n  MOST_CITED\n}\n\n\"A page of documents.\"\ntype DocumentConnection {\n  \"The items of this page, in the order of the list.\"\n  edges: [DocumentEdge!]!\n  \"Where this page stands in the list.\"\n  pageInfo: PageInfo!\n  \"Number of items over all pages.\"\n  totalCount: Int!\n}\n\n\"A document in a page.\"\ntype DocumentEdge {\n  \"The item.\"\n  node: Document!\n  \"Position of the item; give it as `after` to read on behind it.\"\n  cursor: String!\n}\n\n\"A page of clauses.\"\ntype ClauseConnection {\n  \"The items of this page, in the order of the list.\"\n  edges: [ClauseEdge!]!\n  \"Where this page stands in the list.\"\n  pageInfo: PageInfo!\n  \"Number of items over all pages.\"\n  totalCount: Int!\n}\n\n\"A clause in a page.\"\ntype ClauseEdge {\n  \"The item.\"\n  node: Clause!\n  \"Position of the item; give it as `after` to read on behind it.\"\n  cursor: String!\n}\n\n\"A page of agencies.\"\ntype AgencyConnection {\n  \"The items of this page, in the order of the list.\"\n  edges: [AgencyEdge!]!\n  \"Where this page stands in the list.\"\n  pageInfo: PageInfo!\n  \"Number of items over all pages.\"\n  totalCount: Int!\n}\n\n\"An agency in a page.\"\ntype AgencyEdge {\n  \"The item.\"\n  node: Agency!\n  \"Position of the item; give it as `after` to read on behind it.\"\n  cursor: String!\n}\n\n\"A page of responsibilities.\"\ntype ResponsibilityConnection {\n  \"The items of this page, in the order of the list.\"\n  edges: [ResponsibilityEdge!]!\n  \"Where this page stands in the list.\"\n  pageInfo: PageInfo!\n  \"Number of items over all pages.\"\n  totalCount: Int!\n}\n\n\"A responsibility in a page.\"\ntype ResponsibilityEdge {\n  \"The item.\"\n  node: Responsibility!\n  \"Position of the item; give it as `after` to read on behind it.\"\n  cursor: String!\n}\n\n\"A page of citations.\"\ntype CitationConnection {\n  \"The items of this page, in the order of the list.\"\n  edges: [CitationEdge!]!\n  \"Where this page stands in the list.\"\n  pageInfo: PageInfo!\n  \"Number of items over all pages.\"\n  totalCount: Int!\n}\n\n\"A citation in a page.\"\ntype CitationEdge {\n  \"The item.\"\n  node: Citation!\n  \"Position of the item; give it as `after` to read on behind it.\"\n  cursor: String!\n}\n\n\"A page of targets.\"\ntype TargetConnection {\n  \"The items of this page, in the order of the list.\"\n  edges: [TargetEdge!]!\n  \"Where this page stands in the list.\"\n  pageInfo: PageInfo!\n  \"Number of items over all pages.\"\n  totalCount: Int!\n}\n\n\"A target in a page.\"\ntype TargetEdge {\n  \"The item.\"\n  node: Target!\n  \"Position of the item; give it as `after` to read on behind it.\"\n  cursor: String!\n}\n\n\"A page of links between clauses.\"\ntype CorrespondenceConnection {\n  \"The links with their cursors.\"\n  edges: [CorrespondenceEdge!]!\n  \"Where the page stands in the list.\"\n  pageInfo: PageInfo!\n  \"Number of links over all pages.\"\n  totalCount: Int!\n}\n\n\"A link in its list.\"\ntype CorrespondenceEdge {\n  \"The link, as read from its lower clause.\"\n  node: Correspondence!\n  \"To read on behind it.\"\n  cursor: String!\n}\n\n\"A page of search results, with what was understood and what the corpus holds.\"\ntype SearchConnection {\n  \"The items of this page, in the order of the list.\"\n  edges: [SearchEdge!]!\n  \"Where this page stands in the list.\"\n  pageInfo: PageInfo!\n  \"What was understood of the query: filters found in it, synonyms added.\"\n  interpretation: [String!]!\n  \"The conditions that were read from the query.\"\n  conditions: [QueryCondition!]!\n  \"What was understood besides, in Chinese: synonyms, and what the query names that made no condition.\"\n  asides: [String!]!\n  \"False where the corpus seems to hold nothing on the query (a calibrated threshold); the nearest clauses are given all the same.\"\n  relevant: Boolean!\n  \"The mode that really answered: HYBRID falls back to KEYWORD where no model is there; SEMANTIC then is the error SEMANTIC_UNAVAILABLE.\"\n  servedBy: SearchMode!\n  \"Counts over all candidates, for narrowing down.\"\n  facets: [Facet!]!\n  \"What the corpus holds.\"\n  coverage: Statistics!\n}\n\n\"A condition that was read from the query (取自检索词).\"\ntype QueryCondition {\n  \"What it is on.\"\n  kind: QueryConditionKind!\n  \"In words: 济南市; 2024-01-01 以来.\"\n  value: String!\n  \"The words of the query that name it; in quotation marks they are searched for instead.\"\n  words: [String!]!\n}\n\n\"What a condition of a query is on.\"\nenum QueryConditionKind {\n  \"An agency, perhaps with its role (部门).\"\n  AGENCY\n  \"A place and those below it (地区).\"\n  PLACE\n  \"Levels (层级).\"\n  LEVEL\n  \"A time of issue (成文日期).\"\n  DATE\n  \"Documents, by their numbers (文件).\"\n  DOCUMENT\n}\n\n\"A search result in a page.\"\ntype SearchEdge {\n  \"The item.\"\n  node: SearchHit!\n  \"Position of the item; give it as `after` to read on behind it.\"\n  cursor: String!\n}\n\n\"Counts of the candidates by one property (分面).\"\ntype Facet {\n  \"The property.\"\n  field: FacetField!\n  \"Its values, most frequent first.\"\n  values: [FacetValue!]!\n}\n\n\"One value of a facet and how many candidates have it.\"\ntype FacetValue {\n  \"For filters: an enum value, an id, a year or a word.\"\n  value: String!\n  \"For readers.\"\n  label: String!\n  \"Number of candidates.\"\n  count: Int!\n}\n\n\"The property that a facet counts by.\"\nenum FacetField {\n  \"Level of the document's issuer (层级).\"\n  LEVEL\n  \"Place that the document applies to (地区).\"\n  PLACE\n  \"Agency that takes part in the clause (责任单位).\"\n  AGENCY\n  \"Product type that the clause is about (产品类别).\"\n  PRODUCT_TYPE\n  \"Year of issue (年份).\"\n  YEAR\n  \"文种 of the document.\"\n  KIND\n  \"Whether the document is in force today (时效性).\"\n  VALIDITY\n}\n\n\"A piece of the graph, ready to draw.\"\ntype Graph {\n  \"The nodes, the nearest to the focus first; those of a path in its order.\"\n  nodes: [GraphNode!]!\n  \"Edges between the nodes, by kind in the order of EdgeKind, then by id.\"\n  edges: [GraphEdge!]!\n  \"True where the limit left nodes out.\"\n  truncated: Boolean!\n}\n\n\"A node of the graph.\"\ntype GraphNode {\n  \"Id of the document, section, clause, agency, place, product type or target.\"\n  id: ID!\n  \"What it is.\"\n  kind: NodeKind!\n  \"Its title or name; label and title of a section or clause, the beginning of its text where it has no title.\"\n  label: String!\n  \"Level of the document that it is or stands in, or of the place that it is or belongs to; null where unknown.\"\n  level: Level\n  \"Edges it has in the whole graph.\"\n  degree: Int!\n}\n\n\"An edge of the graph.\"\ntype GraphEdge {\n  \"Id of the citation or correspondence, else <kind>/<source>~<target>.\"\n  id: ID!\n  \"Id of the node where it begins.\"\n  source: ID!\n  \"Id of the node where it ends.\"\n  target: ID!\n  \"What it is.\"\n  kind: EdgeKind!\n  \"The wording of a citation, the printed name of a responsibility; null for the others.\"\n  label: String\n  \"Of a responsibility.\"\n  role: Role\n  \"Of a citation.\"\n  relation: Relation\n  \"How it is known: correspondences and counterparts are computed, all else is printed.\"\n  basis: Basis!\n  \"Of a correspondence, 0 to 1.\"\n  score: Float\n  \"Where it is printed, in the document of its source; null where it is not.\"\n  span: Span\n}\n\n\"Kinds of nodes of the graph.\"\nenum NodeKind {\n  \"A document, ingested or only cited (文件).\"\n  DOCUMENT\n  \"A section (章节).\"\n  SECTION\n  \"A clause, or an item below a clause (条款).\"\n  CLAUSE\n  \"An agency (机构).\"\n  AGENCY\n  \"A place (行政区划).\"\n  JURISDICTION\n  \"A product type (产品类型).\"\n  PRODUCT_TYPE\n  \"A target (目标).\"\n  TARGET\n}\n\n\"Kinds of edges of the graph; the arrow shows where each begins and ends.\"\nenum EdgeKind {\n  \"Document → section or clause, section → section or clause, clause → item (包含).\"\n  CONTAINS\n  \"Document → agency (发文机关).\"\n  ISSUED_BY\n  \"Document → place (适用地区).\"\n  APPLIES_TO\n  \"Clause → agency (责任分工).\"\n  RESPONSIBILITY\n  \"Clause, or document outside its clauses, → document (引用).\"\n  CITATION\n  \"Clause → product type (涉及产品).\"\n  ABOUT\n  \"Clause → target (提出目标).\"\n  SETS\n  \"Place → place above, department → body, body → place, product type → broader type (隶属).\"\n  PART_OF\n  \"Agency – agency of the same function in another place (对口).\"\n  COUNTERPART\n  \"Clause – clause of another document (条款对应).\"\n  CORRESPONDENCE\n}\n\n\"What the corpus holds: shown beside answers, so that silence is not taken for absence.\"\ntype Statistics {\n  \"Ingested documents.\"\n  documents: Int!\n  \"Documents that are only cited.\"\n  citedDocuments: Int!\n  \"Clauses, without the items below them.\"\n  clauses: Int!\n  \"Agencies.\"\n  agencies: Int!\n  \"Responsibilities.\"\n  responsibilities: Int!\n  \"Citations.\"\n  citations: Int!\n  \"Targets.\"\n  targets: Int!\n  \"Links between clauses of different documents (条款对应) that nobody rejected.\"\n  correspondences: Int!\n  \"Names of the places that ingested documents apply to.\"\n  places: [String!]!\n  \"Levels of the ingested documents, highest first.\"\n  levels: [Level!]!\n  \"Earliest date of issue.\"\n  issuedFrom: Date\n  \"Latest date of issue.\"\n  issuedUntil: Date\n  \"Ingested documents without a date of issue.\"\n  undated: Int!\n  \"Whether semantic search is on.\"\n  semantic: Boolean!\n}\n\n\"Whether a quotation stands in the corpus, and where: for checking what an assistant wrote.\"\ntype QuoteCheck {\n  \"Whether the words stand there.\"\n  verdict: QuoteVerdict!\n  \"Best matches first.\"\n  matches: [QuoteMatch!]!\n}\n\n\"Whether words stand in the corpus.\"\nenum QuoteVerdict {\n  \"The same words but for width, script, punctuation and white space.\"\n  EXACT\n  \"Nearly the same words.\"\n  NEAR\n  \"Nothing like them.\"\n  NOT_FOUND\n}\n\n\"A place where a quotation stands.\"\ntype QuoteMatch {\n  \"The clause that holds it.\"\n  clause: Clause!\n  \"The words there.\"\n  span: Span!\n  \"Share of the quotation's characters that agree, 0 to 1.\"\n  similarity: Float!\n}\n\n\"What was found in an answer.\"\ntype TextCheck {\n  \"In the order of the answer.\"\n  findings: [Finding!]!\n  \"Number of findings that have faults.\"\n  wrong: Int!\n}\n\n\"A document, clause number, quotation, passage, duty or figure of an answer, and what the corpus says of it.\"\ntype Finding {\n  \"What it is.\"\n  kind: FindingKind!\n  \"First UTF-16 code unit in the answer.\"\n  start: Int!\n  \"Behind the last code unit.\"\n  end: Int!\n  \"The words of the answer.\"\n  quote: String!\n  \"Whether the corpus says so.\"\n  verdict: FindingVerdict!\n  \"Whether the words stand in the corpus; of quotations and passages.\"\n  match: QuoteVerdict\n  \"What is wrong; none where it is right.\"\n  faults: [Fault!]!\n  \"Where the corpus says what this is about, best first; of what is not found the nearest.\"\n  evidence: [CheckEvidence!]!\n  \"Between the answer and the first evidence.\"\n  differences: [Difference!]!\n  \"The finding in one sentence (Chinese).\"\n  message: String!\n}\n\n\"What can be found in an answer.\"\nenum FindingKind {\n  \"A document named by number or title.\"\n  DOCUMENT\n  \"The number of a clause.\"\n  CLAUSE\n  \"Words in quotation marks or a block quote.\"\n  QUOTATION\n  \"Words without quotation marks that stand nearly in the corpus.\"\n  PASSAGE\n  \"Who leads, answers or supports.\"\n  DUTY\n  \"A quantity.\"\n  FIGURE\n}\n\n\"What the corpus says of a finding.\"\nenum FindingVerdict {\n  \"The corpus says so.\"\n  RIGHT\n  \"The corpus says otherwise.\"\n  WRONG\n  \"The corpus has nothing like it.\"\n  NOT_FOUND\n  \"The corpus knows of it only because other documents cite it.\"\n  UNCONFIRMED\n}\n\n\"Something wrong at a place of an answer.\"\ntype Fault {\n  \"What kind of fault.\"\n  kind: FaultKind!\n  \"First UTF-16 code unit in the answer.\"\n  start: Int!\n  \"Behind the last code unit.\"\n  end: Int!\n  \"The words of the answer.\"\n  found: String\n  \"What the corpus says.\"\n  expected: String\n  \"The fault in one sentence (Chinese).\"\n  message: String!\n}\n\n\"Kinds of faults.\"\nenum FaultKind {\n  \"No document bears the number, or another one than the title beside it.\"\n  NUMBER\n  \"No document bears the title, or another one than the number beside it.\"\n  TITLE\n  \"The number is that of another place.\"\n  PLACE\n  \"The document has no such clause.\"\n  CLAUSE_MISSING\n  \"The words stand in another clause.\"\n  CLAUSE\n  \"The words stand in another document.\"\n  DOCUMENT\n  \"The words stand nowhere.\"\n  QUOTATION\n  \"Words were changed, left out or added.\"\n  WORDING\n  \"A negation was dropped or added.\"\n  NEGATION\n  \"Another figure.\"\n  FIGURE\n  \"Another agency.\"\n  AGENCY\n  \"Another role of the agency.\"\n  ROLE\n  \"One quotation sewn from several clauses.\"\n  MERGED\n  \"The document was repealed.\"\n  SUPERSEDED\n  \"The document has expired.\"\n  EXPIRED\n  \"The document is not yet in force.\"\n  NOT_YET\n}\n\n\"Where the corpus says something.\"\ntype CheckEvidence {\n  \"The document.\"\n  document: Document!\n  \"The clause; null outside clauses.\"\n  clause: Clause\n  \"The words; null where the document as a whole is meant.\"\n  span: Span\n  \"Of a quotation or passage: share of its characters that agree, 0 to 1.\"\n  similarity: Float\n}\n\n\"Words of an answer beside those of the corpus that stand in their place; either may be empty.\"\ntype Difference {\n  \"First UTF-16 code unit in the answer.\"\n  start: Int!\n  \"Behind the last code unit.\"\n  end: Int!\n  \"The words of the answer, without punctuation.\"\n  found: String!\n  \"The words of the corpus, without punctuation.\"\n  expected: String!\n}\n\n\"All that can be read.\"\ntype Query {\n  \"Any object by its id; null where there is none.\"\n  node(\n    \"Id of a document, section, annex, clause, agency, place, product type, target or ledger row.\"\n    id: ID!\n  ): Node\n  \"By id, or by 发文字号 in any bracket or width variant, e.g. 鲁政办字[2025]177号; AMBIGUOUS where several places use that number.\"\n  document(\n    \"Id of the document; give either this or number.\"\n    id: ID\n    \"发文字号; give either this or id.\"\n    number: String\n  ): Document\n  \"Documents, newest first, undated ones last, unless ordered otherwise.\"\n  documents(\n    \"Conditions; all documents where not given.\"\n    filter: DocumentFilter\n    \"Order of the list.\"\n    orderBy: DocumentOrder = NEWEST\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): DocumentConnection!\n  \"Cited by others but never ingested, most cited first.\"\n  wantedDocuments(\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): DocumentConnection!\n  \"A clause by its id; null where there is none.\"\n  clause(\"Id of the clause.\" id: ID!): Clause\n  \"Clauses, by document, then in the order of the text.\"\n  clauses(\n    \"Conditions; all clauses where not given.\"\n    filter: ClauseFilter\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): ClauseConnection!\n  \"An agency by its id or by any of its names; null where there is none.\"\n  agency(\n    \"Id of the agency; give either this or name.\"\n    id: ID\n    \"Name, statutory name or alias; give either this or id.\"\n    name: String\n  ): Agency\n  \"Agencies, by id.\"\n  agencies(\n    \"Conditions; all agencies where not given.\"\n    filter: AgencyFilter\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): AgencyConnection!\n  \"Places, by code.\"\n  jurisdictions(\n    \"Only places of this level.\"\n    level: Level\n    \"Only this place and all below it: id, GB/T 2260 code or name.\"\n    within: String\n  ): [Jurisdiction!]!\n  \"A product type by id, name or alias; null where there is none.\"\n  productType(\"Id, name or alias.\" name: String!): ProductType\n  \"All product types.\"\n  productTypes: [ProductType!]!\n  \"Targets, by document, then in the order of the text.\"\n  targets(\n    \"Conditions; all targets where not given.\"\n    filter: TargetFilter\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): TargetConnection!\n  \"Clauses that answer a question or hold its words, best first (检索).\"\n  search(\n    \"Words or a question, in Chinese.\"\n    query: String!\n    \"How to search.\"\n    mode: SearchMode = HYBRID\n    \"Conditions, applied before ranking.\"\n    filter: ClauseFilter\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 10\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n    \"Whether places, levels, agencies, dates and numbers that the query names become conditions; words in quotation marks never do.\"\n    understand: Boolean = true\n  ): SearchConnection!\n  \"lower: ids of the documents to compare with; where not given, all that implement it, and all of places below it that have counterparts.\"\n  implementation(\n    \"Id of the upper document.\"\n    upper: ID!\n    \"Ids of the lower documents, at most 200.\"\n    lower: [ID!]\n    \"Only links with at least this score, 0 to 1.\"\n    minScore: Float\n  ): ImplementationMatrix!\n  \"How other documents treat one clause, side by side: those linked to it, and those linked to a clause that it implements.\"\n  peers(\n    \"Id of the clause.\"\n    clause: ID!\n    \"Only documents of this level.\"\n    level: Level\n    \"Only documents of this place and all below it: id, GB/T 2260 code or name.\"\n    within: String\n    \"Only links with at least this score, 0 to 1.\"\n    minScore: Float\n  ): Peers!\n  \"The surroundings of a node, breadth first; of equally near nodes one by each kind of edge in turn.\"\n  graph(\n    \"Id of any object; an annex means its document, a ledger row its clause or document, a correspondence its first clause.\"\n    focus: ID!\n    \"Steps from the focus, 0 to 3.\"\n    depth: Int = 1\n    \"Only nodes of these kinds, and the focus; others are no way either.\"\n    kinds: [NodeKind!]\n    \"Only edges of these kinds.\"\n    edgeKinds: [EdgeKind!]\n    \"Only citations of these relations.\"\n    relations: [Relation!]\n    \"Only responsibilities of these roles.\"\n    roles: [Role!]\n    \"How many nodes at most; capped at 500, less than 1 is BAD_INPUT.\"\n    limit: Int = 200\n  ): Graph!\n  \"Shortest connections between two nodes.\"\n  paths(\n    \"Id of any object.\"\n    from: ID!\n    \"Id of any object.\"\n    to: ID!\n    \"Edges of a connection at most, 1 to 8.\"\n    maxLength: Int = 6\n  ): [Graph!]!\n  \"Whether a quotation stands in the corpus, and where.\"\n  checkQuote(\n    \"The words quoted, without their marks; at most 20000 characters.\"\n    text: String!\n    \"Id or 发文字号 of the document that they are looked for in; the whole corpus where not given.\"\n    document: ID\n  ): QuoteCheck!\n  \"What an answer says of the corpus: each 发文字号, title, clause number, quotation, figure and duty in it, and whether the corpus says so.\"\n  checkText(\n    \"The answer; at most 20000 characters.\"\n    text: String!\n    \"Id or 发文字号 of the document that is meant where the answer names none.\"\n    document: ID\n  ): TextCheck!\n  \"Least certain links that nobody has reviewed.\"\n  reviewQueue(\n    \"How many items at most; capped at 100, negative is BAD_INPUT.\"\n    first: Int = 20\n    \"Cursor of the item to read on behind; the first page where not given.\"\n    after: String\n  ): CorrespondenceConnection!\n  \"What the corpus holds.\"\n  statistics: Statistics!\n}\n\n\"Needs the API key where one is set. Files are ingested by POST /v1/documents (multipart), which answers with the report per file.\"\ntype Mutation {\n  \"Says that two clauses correspond or do not; the later word counts, and it stays when the documents are read again. A confirmed pair that had no link gets one.\"\n  reviewCorrespondence(\n    \"Id of one clause; the answer is read from it.\"\n    clause: ID!\n    \"Id of the other one, of another document.\"\n    other: ID!\n    \"Whether they correspond.\"\n    verdict: ReviewVerdict!\n    \"Why; at most 1000 characters.\"\n    note: String\n    \"Who says so; at most 100 characters.\"\n    by: String\n  ): Correspondence!\n  \"Removes a document with all its facts, links and reviews; its id. NOT_FOUND where it is not ingested.\"\n  deleteDocument(\"Id of the document.\" id: ID!): ID!\n}\n"
