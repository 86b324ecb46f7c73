import type { Notice } from './notice.ts'
import type { Span } from './span.ts'
import type {
  AgencyKind,
  Bound,
  FactOrigin,
  LegalForce,
  Level,
  Relation,
  Role,
  TargetKind,
} from './vocabulary.ts'

/** ISO-8601 calendar date, `2024-07-18`. Made only by `text/dates.ts`. */
export type IsoDate = string

/** The file that a document was read from. */
export interface SourceFile {
  /** Base name of the file as given. */
  readonly name: string
  /** Lower-case hexadecimal digest of the bytes as read. */
  readonly sha256: string
  readonly mediaType: string
  /** ISO-8601 date and time (UTC) of the ingestion. */
  readonly ingestedAt: string
  /** Offset in the source text at which each page begins, the first one 0; empty where the format has no pages. */
  readonly pageStarts: readonly number[]
  /** Where the text was recognised from images: mean confidence over the characters, 0 to 1. */
  readonly recognition: { readonly confidence: number } | null
}

/** The page, from 1, that an offset of the source text lies on; null where the format has no pages. */
export function pageOf({ pageStarts }: Pick<SourceFile, 'pageStarts'>, offset: number): number | null {
  if (pageStarts.length === 0) return null
  let page = 0
  while (page < pageStarts.length && pageStarts[page]! <= offset) page += 1
  return Math.max(page, 1)
}

/** An element of GB/T 9704—2012, or a field of a portal's metadata table, beyond those with a field of their own. */
export interface DocumentElement {
  /** e.g. 签发人, 附注, 索引号. */
  readonly name: string
  readonly value: string
  /** 0 to 1. */
  readonly confidence: number
  readonly span: Span | null
}

/** Where a field of a document was read: `number`, `issuedOn`, `issuers` (once for each) …. */
export interface FieldSpan {
  readonly field: string
  readonly span: Span
}

/** An official document, ingested or only known because another one cites it. */
export interface DocumentNode {
  readonly kind: 'DOCUMENT'
  /** `cn/370800/济政办字/2024/23`, see `ids.ts`. */
  readonly id: string
  readonly title: string
  /** 发文字号, canonical: `济政办字〔2024〕23号`. */
  readonly number: string | null
  /** 文种. */
  readonly documentKind: string | null
  readonly carriedTitle: string | null
  readonly carriedKind: string | null
  readonly legalForce: LegalForce | null
  /** Level of the issuer. */
  readonly level: Level | null
  /** `place/<code>` of the place that it applies to. */
  readonly placeId: string | null
  readonly issuerIds: readonly string[]
  readonly issuedOn: IsoDate | null
  readonly printedOn: IsoDate | null
  readonly publishedOn: IsoDate | null
  readonly effectiveFrom: IsoDate | null
  readonly effectiveUntil: IsoDate | null
  readonly recipients: readonly string[]
  readonly copiedTo: readonly string[]
  readonly elements: readonly DocumentElement[]
  readonly fieldSpans: readonly FieldSpan[]
  /** False for a document that is only cited. */
  readonly ingested: boolean
  readonly source: SourceFile | null
  readonly notices: readonly Notice[]
}

export interface AnnexNode {
  readonly kind: 'ANNEX'
  /** `<document>/att_1`. */
  readonly id: string
  readonly documentId: string
  readonly ordinal: number
  readonly label: string
  readonly title: string | null
  readonly documentKind: string | null
  readonly span: Span
}

export interface SectionNode {
  readonly kind: 'SECTION'
  /** `<document>/sec_2`, nested `<document>/sec_2__sec_1`, in an annex `<document>/att_1/sec_2`. */
  readonly id: string
  readonly documentId: string
  readonly annexId: string | null
  /** The section that it stands in. */
  readonly parentId: string | null
  /** Position in the document, from 1, over all sections. */
  readonly ordinal: number
  /** As printed without its mark: 一; 第二章. */
  readonly label: string
  readonly title: string
  readonly span: Span
}

/** A clause, or an item below a clause (then `parentId` is that clause and it is not counted among the clauses). */
export interface ClauseNode {
  readonly kind: 'CLAUSE'
  /** `<document>/sec_2__cl_7`, article `<document>/art_5`, item `<clause>__item_3`. */
  readonly id: string
  readonly documentId: string
  readonly sectionId: string | null
  readonly annexId: string | null
  /** For an item below a clause: that clause. */
  readonly parentId: string | null
  /** Running number over the document's clauses from 1; for an item, over its siblings. */
  readonly ordinal: number
  /** As printed, in full-width brackets: （五）, 第五条. */
  readonly label: string
  readonly title: string | null
  /** Body without heading and without the closing responsibility note; equals the text at `bodySpan`. */
  readonly text: string
  /** From the label to the end of the last note. */
  readonly span: Span
  readonly bodySpan: Span
}

/** An administrative division (GB/T 2260), or a zone: a 开发区, 自贸片区 … without a code of its own. */
export interface PlaceNode {
  readonly kind: 'JURISDICTION'
  /** `place/370800`; a zone `place/<code of the place that runs it>/<name>`; 国家 is `place/000000`. */
  readonly id: string
  /** Full name: 济南市, 历城区, 济南高新区. */
  readonly name: string
  /** Six digits; null for a zone. */
  readonly code: string | null
  readonly level: Level
  readonly parentId: string | null
}

export interface AgencyNode {
  readonly kind: 'AGENCY'
  /** `agency/370800/济宁市科技局`. */
  readonly id: string
  /** Usual short name with its place: 济宁市科技局. */
  readonly name: string
  /** Statutory name where known: 济宁市科学技术局. */
  readonly officialName: string | null
  /** Other names it was seen with or is known by, without `name` and `officialName`. */
  readonly aliases: readonly string[]
  readonly agencyKind: AgencyKind
  /** What it is in charge of, the same word at all levels: 科技. */
  readonly function: string | null
  readonly placeId: string | null
  /** The body that it is an internal department of. */
  readonly parentId: string | null
}

export interface ProductTypeNode {
  readonly kind: 'PRODUCT_TYPE'
  /** `product/药品`. */
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly broaderId: string | null
}

/** A quantified goal, limit, reward or deadline of a clause. */
export interface TargetNode {
  readonly kind: 'TARGET'
  /** `<clause>/target_1`. */
  readonly id: string
  readonly documentId: string
  readonly clauseId: string
  /** Position within the clause, from 1. */
  readonly ordinal: number
  readonly targetKind: TargetKind
  readonly bound: Bound
  readonly metric: string | null
  /** As printed: 1 and 亿元. */
  readonly value: number | null
  readonly valueMax: number | null
  readonly unit: string | null
  /** In a base unit: 100000000 and 元. */
  readonly amount: number | null
  readonly amountUnit: string | null
  /** As printed, e.g. 200 in 从200日压缩至60日. */
  readonly baseline: number | null
  readonly condition: string | null
  readonly deadline: IsoDate | null
  readonly productTypeIds: readonly string[]
  readonly leadIds: readonly string[]
  readonly span: Span
  readonly confidence: number
}

/** A row of an annexed work ledger (工作台账, 重点任务分工表). */
export interface LedgerRowNode {
  readonly kind: 'LEDGER_ROW'
  /** `<document>/ledger_3`. */
  readonly id: string
  readonly documentId: string
  readonly ordinal: number
  readonly task: string | null
  readonly measure: string
  readonly leadIds: readonly string[]
  readonly supportIds: readonly string[]
  readonly deadline: IsoDate | null
  readonly clauseId: string | null
  readonly span: Span
}

export type GraphNode =
  | DocumentNode
  | AnnexNode
  | SectionNode
  | ClauseNode
  | PlaceNode
  | AgencyNode
  | ProductTypeNode
  | TargetNode
  | LedgerRowNode
export type NodeKind = GraphNode['kind']
export type NodeOf<K extends NodeKind> = Extract<GraphNode, { kind: K }>

/** One note that gives an agency a role in a clause. */
export interface RoleMention {
  readonly role: Role
  /** As printed: 市科技局. */
  readonly printed: string
  readonly span: Span
  readonly origin: FactOrigin
  readonly scope: string | null
  readonly deadline: IsoDate | null
}

/** The edge clause → agency: one per clause and agency, with the strongest role of its mentions. */
export interface ResponsibilityEdge {
  readonly documentId: string
  readonly clauseId: string
  readonly agencyId: string
  /** Position in the clause by first appearance, from 1. */
  readonly ordinal: number
  readonly role: Role
  readonly printed: string
  readonly span: Span
  readonly origin: FactOrigin
  readonly confidence: number
  readonly mentions: readonly RoleMention[]
}

/** The edge document or clause → document, one per citation. */
export interface CitationEdge {
  /** `<document>/cite_4`. */
  readonly id: string
  readonly documentId: string
  /** Null where it stands in the title, the preamble or the closing part. */
  readonly clauseId: string | null
  /** Position in the document, from 1. */
  readonly ordinal: number
  /** The cited document, ingested or not. */
  readonly targetId: string
  readonly relation: Relation
  /** The wording: 贯彻落实, 根据. */
  readonly cue: string | null
  /** As printed. */
  readonly title: string | null
  readonly number: string | null
  /** e.g. 第三十四条第二款. */
  readonly locator: string | null
  readonly span: Span
  readonly confidence: number
}

/** The edge clause → product type: what the clause is substantively about. */
export interface AboutEdge {
  readonly clauseId: string
  readonly productTypeId: string
  /** Position by first mention, from 1. */
  readonly ordinal: number
}

/** A place where a clause names a product type, whether or not the clause is about it. */
export interface ProductMentionEdge {
  readonly clauseId: string
  readonly productTypeId: string
  readonly span: Span
}
