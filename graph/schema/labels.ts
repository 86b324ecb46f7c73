import type { NodeKind } from '../../src/domain/nodes.ts'

/**
 * How each kind of node is kept: its table in the embedded store and its label in a graph database, both keyed by `id`.
 * `owned` nodes belong to one document and go with it; the others are shared between documents.
 */
export const NODE_TABLES = {
  DOCUMENT: { table: 'document', label: 'Document', owned: false },
  ANNEX: { table: 'annex', label: 'Annex', owned: true },
  SECTION: { table: 'section', label: 'Section', owned: true },
  CLAUSE: { table: 'clause', label: 'Clause', owned: true },
  TARGET: { table: 'target', label: 'Target', owned: true },
  LEDGER_ROW: { table: 'ledger_row', label: 'LedgerRow', owned: true },
  JURISDICTION: { table: 'place', label: 'Place', owned: false },
  AGENCY: { table: 'agency', label: 'Agency', owned: false },
  PRODUCT_TYPE: { table: 'product_type', label: 'ProductType', owned: false },
} as const satisfies Record<NodeKind, { table: string; label: string; owned: boolean }>

/** A property of a child that names its parent, or (a list) its parents. */
type ParentProperty =
  | 'documentId'
  | 'clauseId'
  | 'annexId'
  | 'sectionId'
  | 'parentId'
  | 'broaderId'
  | 'agencyIds'

export interface ChildRule {
  readonly child: NodeKind
  /** `agencyIds`: the lead and support agencies of a ledger row. */
  readonly by: ParentProperty
  /** Properties that are null for these children: the top level only. */
  readonly without: readonly ('annexId' | 'parentId')[]
  /** `text`: in the order of the text, documents by id. */
  readonly order: 'text' | 'id'
}

/** What `childrenOf` of the port reads for each relation; an adapter that indexes it proves that none is missing. */
export const CHILD_RULES = {
  SECTIONS_OF_DOCUMENT: {
    child: 'SECTION',
    by: 'documentId',
    without: ['annexId', 'parentId'],
    order: 'text',
  },
  ANNEXES_OF_DOCUMENT: { child: 'ANNEX', by: 'documentId', without: [], order: 'text' },
  CLAUSES_OF_DOCUMENT: { child: 'CLAUSE', by: 'documentId', without: ['parentId'], order: 'text' },
  LEDGER_OF_DOCUMENT: { child: 'LEDGER_ROW', by: 'documentId', without: [], order: 'text' },
  LEDGER_OF_CLAUSE: { child: 'LEDGER_ROW', by: 'clauseId', without: [], order: 'text' },
  LEDGER_OF_AGENCY: { child: 'LEDGER_ROW', by: 'agencyIds', without: [], order: 'text' },
  SECTIONS_OF_SECTION: { child: 'SECTION', by: 'parentId', without: [], order: 'text' },
  SECTIONS_OF_ANNEX: { child: 'SECTION', by: 'annexId', without: ['parentId'], order: 'text' },
  CLAUSES_OF_SECTION: { child: 'CLAUSE', by: 'sectionId', without: ['parentId'], order: 'text' },
  ITEMS_OF_CLAUSE: { child: 'CLAUSE', by: 'parentId', without: [], order: 'text' },
  TARGETS_OF_CLAUSE: { child: 'TARGET', by: 'clauseId', without: [], order: 'text' },
  PLACES_OF_PLACE: { child: 'JURISDICTION', by: 'parentId', without: [], order: 'id' },
  DEPARTMENTS_OF_AGENCY: { child: 'AGENCY', by: 'parentId', without: [], order: 'id' },
  NARROWER_PRODUCT_TYPES: { child: 'PRODUCT_TYPE', by: 'broaderId', without: [], order: 'id' },
} as const satisfies Record<string, ChildRule>
