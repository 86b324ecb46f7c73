import type { EdgeKind } from '../../src/domain/graph.ts'
import type { NodeKind } from '../../src/domain/nodes.ts'
import type { Relation } from '../../src/domain/vocabulary.ts'

/** What keeps the store itself in order, besides the nodes of the domain (`labels.ts`). */
export const STORE_LABELS = {
  /** Schema version, embedding key, totals; there is one. */
  META: 'ZhengmaiMeta',
  /** Whether a commit is under way; there is one. */
  GATE: 'ZhengmaiGate',
  /** A former id of a document. */
  ALIAS: 'Alias',
  /** The texts of an ingested document. */
  BODY: 'DocumentBody',
  /** A vector of a clause: also `WHOLE` or `WINDOW`. */
  PASSAGE: 'Passage',
  WHOLE: 'WholeClause',
  WINDOW: 'Window',
  /** How many clauses hold a word. */
  TERM: 'Term',
  /** What a person found of a link between clauses. */
  REVIEW: 'Review',
  /** A clause that is an item below another one. */
  ITEM: 'Item',
  /** A node that others refer to and that nobody has described yet: it holds nothing but its id. */
  PLACEHOLDER: 'Placeholder',
} as const

export interface RelationshipRule {
  /** Ends: kinds of the domain, or labels of the store. */
  readonly from: readonly (NodeKind | 'BODY' | 'PASSAGE' | 'ALIAS')[]
  readonly to: readonly (NodeKind | 'BODY' | 'PASSAGE' | 'ALIAS')[]
  /** The kind of edge that the port shows it as; null where it shows none. */
  readonly edge: EdgeKind | null
  readonly meaning: string
}

/** Relationship types of a graph database, in the words of the domain. */
export const RELATIONSHIPS = {
  CONTAINS: {
    from: ['DOCUMENT', 'SECTION', 'CLAUSE'],
    to: ['SECTION', 'CLAUSE'],
    edge: 'CONTAINS',
    meaning: '文件→节、节→节、节→条款、无节的文件→条款、条款→项',
  },
  ISSUED_BY: { from: ['DOCUMENT'], to: ['AGENCY'], edge: 'ISSUED_BY', meaning: '发文机关' },
  APPLIES_TO: { from: ['DOCUMENT'], to: ['JURISDICTION'], edge: 'APPLIES_TO', meaning: '适用地区' },
  ASSIGNED_TO: {
    from: ['CLAUSE'],
    to: ['AGENCY'],
    edge: 'RESPONSIBILITY',
    meaning: '责任单位；role 为 LEAD 牵头、RESPONSIBLE 负责、SUPPORT 配合',
  },
  IMPLEMENTS: { from: ['DOCUMENT', 'CLAUSE'], to: ['DOCUMENT'], edge: 'CITATION', meaning: '贯彻落实' },
  BASED_ON: { from: ['DOCUMENT', 'CLAUSE'], to: ['DOCUMENT'], edge: 'CITATION', meaning: '以……为依据' },
  CITES: { from: ['DOCUMENT', 'CLAUSE'], to: ['DOCUMENT'], edge: 'CITATION', meaning: '提及' },
  SUPERSEDES: { from: ['DOCUMENT', 'CLAUSE'], to: ['DOCUMENT'], edge: 'CITATION', meaning: '废止、代替' },
  ABOUT: { from: ['CLAUSE'], to: ['PRODUCT_TYPE'], edge: 'ABOUT', meaning: '条款所涉产品类型' },
  SETS: { from: ['CLAUSE'], to: ['TARGET'], edge: 'SETS', meaning: '条款设定的量化目标' },
  PART_OF: {
    from: ['JURISDICTION', 'AGENCY', 'PRODUCT_TYPE'],
    to: ['JURISDICTION', 'AGENCY', 'PRODUCT_TYPE'],
    edge: 'PART_OF',
    meaning: '下级地区→上级地区、内设机构→所属机关、机关→所在地区、产品小类→大类',
  },
  CORRESPONDS_TO: {
    from: ['CLAUSE'],
    to: ['CLAUSE'],
    edge: 'CORRESPONDENCE',
    meaning: '条款对应；degree、score、verdict',
  },
  HAS_ANNEX: { from: ['DOCUMENT'], to: ['ANNEX'], edge: null, meaning: '附件' },
  ANNEXED: { from: ['ANNEX'], to: ['SECTION'], edge: null, meaning: '附件中的节' },
  HAS_LEDGER_ROW: { from: ['DOCUMENT'], to: ['LEDGER_ROW'], edge: null, meaning: '工作台账的一行' },
  DETAILS: { from: ['LEDGER_ROW'], to: ['CLAUSE'], edge: null, meaning: '台账所对应的条款' },
  LED_BY: { from: ['LEDGER_ROW'], to: ['AGENCY'], edge: null, meaning: '台账的牵头单位' },
  SUPPORTED_BY: { from: ['LEDGER_ROW'], to: ['AGENCY'], edge: null, meaning: '台账的配合单位' },
  MENTIONS: { from: ['CLAUSE'], to: ['PRODUCT_TYPE'], edge: null, meaning: '条款提到产品类型之处' },
  NAMES: {
    from: ['DOCUMENT'],
    to: ['AGENCY', 'JURISDICTION'],
    edge: null,
    meaning: '文件对机关、园区的说法，共享节点由此合成',
  },
  HAS_TEXT: { from: ['DOCUMENT'], to: ['BODY'], edge: null, meaning: '全文' },
  HAS_PASSAGE: { from: ['CLAUSE'], to: ['PASSAGE'], edge: null, meaning: '条款的向量' },
  ALIAS_OF: { from: ['ALIAS'], to: ['DOCUMENT'], edge: null, meaning: '曾用标识' },
} as const satisfies Record<string, RelationshipRule>
export type RelationshipType = keyof typeof RELATIONSHIPS

/** The four types of a citation, by its relation. */
export const CITATION_TYPES = [
  'IMPLEMENTS',
  'BASED_ON',
  'CITES',
  'SUPERSEDES',
] as const satisfies readonly (Relation & RelationshipType)[]
