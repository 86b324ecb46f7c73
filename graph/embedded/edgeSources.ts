import type { EdgeKind, GraphNodeKind } from '../../src/domain/graph.ts'

/** A list of ids as one parameter. */
export const LIST = '(SELECT value FROM json_each(?))'

/** Where edges of a kind are stored: rows of a table, as `e`, with the columns of both ends. */
export interface EdgeSource {
  readonly kind: EdgeKind
  readonly table: string
  /** Further tables. */
  readonly join?: string
  /** Table of the target where it may be named without being stored. */
  readonly described?: string
  /** Kinds of node at both ends: others are not looked up. */
  readonly sourceKind: GraphNodeKind
  readonly targetKind: GraphNodeKind
  readonly source: string
  readonly target: string
  /**
   * Index by which an end is looked up; absent for a primary key. Named, because the planner takes an index whose column
   * is mostly NULL for useless and would read the whole table.
   */
  readonly sourceIndex?: string
  readonly targetIndex?: string
  /** Which rows are edges; the plus sign keeps SQLite from looking them up by an index of NULLs. */
  readonly where: string
  /** SQL of the fields that some kinds have; `id` where it is not made of the ends. */
  readonly id?: string
  readonly role?: string
  readonly relation?: string
  readonly score?: string
  readonly reviewed?: string
}

/** All stored edges of the graph; an edge whose other end is not stored is none. */
export const STORED_EDGES: readonly EdgeSource[] = [
  {
    kind: 'CONTAINS',
    table: 'section',
    sourceKind: 'DOCUMENT',
    targetKind: 'SECTION',
    source: 'e.document_id',
    sourceIndex: 'section_document',
    target: 'e.id',
    where: '+e.parent_id IS NULL',
  },
  {
    kind: 'CONTAINS',
    table: 'section',
    sourceKind: 'SECTION',
    targetKind: 'SECTION',
    source: 'e.parent_id',
    sourceIndex: 'section_parent',
    target: 'e.id',
    where: '+e.parent_id IS NOT NULL',
  },
  {
    kind: 'CONTAINS',
    table: 'clause',
    sourceKind: 'SECTION',
    targetKind: 'CLAUSE',
    source: 'e.section_id',
    sourceIndex: 'clause_section',
    target: 'e.id',
    where: '+e.section_id IS NOT NULL AND +e.parent_id IS NULL',
  },
  {
    kind: 'CONTAINS',
    table: 'clause',
    sourceKind: 'DOCUMENT',
    targetKind: 'CLAUSE',
    source: 'e.document_id',
    sourceIndex: 'clause_document',
    target: 'e.id',
    where: '+e.section_id IS NULL AND +e.parent_id IS NULL',
  },
  {
    kind: 'CONTAINS',
    table: 'clause',
    sourceKind: 'CLAUSE',
    targetKind: 'CLAUSE',
    source: 'e.parent_id',
    sourceIndex: 'clause_parent',
    target: 'e.id',
    where: '+e.parent_id IS NOT NULL',
  },
  {
    kind: 'ISSUED_BY',
    table: 'issuer',
    described: 'agency',
    sourceKind: 'DOCUMENT',
    targetKind: 'AGENCY',
    source: 'e.document_id',
    target: 'e.agency_id',
    targetIndex: 'issuer_agency',
    where: '1',
  },
  {
    kind: 'APPLIES_TO',
    table: 'document',
    described: 'place',
    sourceKind: 'DOCUMENT',
    targetKind: 'JURISDICTION',
    source: 'e.id',
    target: 'e.place_id',
    targetIndex: 'document_place',
    where: '1',
  },
  {
    kind: 'RESPONSIBILITY',
    table: 'responsibility',
    sourceKind: 'CLAUSE',
    targetKind: 'AGENCY',
    source: 'e.clause_id',
    target: 'e.agency_id',
    targetIndex: 'responsibility_agency',
    where: '1',
    role: 'e.role',
  },
  {
    kind: 'CITATION',
    table: 'citation',
    sourceKind: 'CLAUSE',
    targetKind: 'DOCUMENT',
    source: 'e.clause_id',
    sourceIndex: 'citation_clause',
    target: 'e.target_id',
    targetIndex: 'citation_target',
    where: '+e.clause_id IS NOT NULL',
    id: 'e.id',
    relation: 'e.relation',
  },
  {
    kind: 'CITATION',
    table: 'citation',
    sourceKind: 'DOCUMENT',
    targetKind: 'DOCUMENT',
    source: 'e.document_id',
    sourceIndex: 'citation_document',
    target: 'e.target_id',
    targetIndex: 'citation_target',
    where: '+e.clause_id IS NULL',
    id: 'e.id',
    relation: 'e.relation',
  },
  {
    kind: 'ABOUT',
    table: 'about',
    described: 'product_type',
    sourceKind: 'CLAUSE',
    targetKind: 'PRODUCT_TYPE',
    source: 'e.clause_id',
    target: 'e.product_type_id',
    targetIndex: 'about_product',
    where: '1',
  },
  {
    kind: 'SETS',
    table: 'target',
    sourceKind: 'CLAUSE',
    targetKind: 'TARGET',
    source: 'e.clause_id',
    sourceIndex: 'target_clause',
    target: 'e.id',
    where: '1',
  },
  {
    kind: 'PART_OF',
    table: 'place',
    described: 'place',
    sourceKind: 'JURISDICTION',
    targetKind: 'JURISDICTION',
    source: 'e.id',
    target: 'e.parent_id',
    targetIndex: 'place_parent',
    where: '1',
  },
  {
    kind: 'PART_OF',
    table: 'agency',
    described: 'agency',
    sourceKind: 'AGENCY',
    targetKind: 'AGENCY',
    source: 'e.id',
    target: 'e.parent_id',
    targetIndex: 'agency_parent',
    where: '1',
  },
  {
    kind: 'PART_OF',
    table: 'agency',
    described: 'place',
    sourceKind: 'AGENCY',
    targetKind: 'JURISDICTION',
    source: 'e.id',
    target: 'e.place_id',
    targetIndex: 'agency_place',
    where: '+e.parent_id IS NULL',
  },
  {
    kind: 'PART_OF',
    table: 'product_type',
    described: 'product_type',
    sourceKind: 'PRODUCT_TYPE',
    targetKind: 'PRODUCT_TYPE',
    source: 'e.id',
    target: 'e.broader_id',
    targetIndex: 'product_type_broader',
    where: '1',
  },
  {
    kind: 'CORRESPONDENCE',
    table: 'correspondence',
    sourceKind: 'CLAUSE',
    targetKind: 'CLAUSE',
    source: 'e.first_id',
    sourceIndex: 'correspondence_first',
    target: 'e.second_id',
    targetIndex: 'correspondence_second',
    where: "+e.verdict IS NOT 'REJECTED'",
    id: 'e.id',
    score: 'e.score',
    reviewed: "e.verdict IS 'CONFIRMED'",
  },
]

/** Not stored: read from the function; agencies of one kind in different places. */
export const COUNTERPARTS: EdgeSource = {
  kind: 'COUNTERPART',
  table: 'agency',
  join: 'JOIN agency AS n ON n.function = e.function AND n.agency_kind = e.agency_kind AND n.place_id <> e.place_id AND n.id > e.id',
  sourceKind: 'AGENCY',
  targetKind: 'AGENCY',
  source: 'e.id',
  target: 'n.id',
  where: '1',
}

/** Where the printed words of an edge `k` are: rows of `p` with `props`, and the property that is its label. */
export const EDGE_DETAILS: Partial<Record<EdgeKind, { readonly join: string; readonly label: string }>> = {
  RESPONSIBILITY: {
    join: 'responsibility AS p ON p.clause_id = k.source AND p.agency_id = k.target',
    label: 'printed',
  },
  CITATION: { join: 'citation AS p ON p.id = k.id', label: 'cue' },
}

/** FROM and WHERE of the edges that begin at one of the nodes of a list, the next parameter. */
export function fromSources({ table, join = '', described, ...edges }: EdgeSource, where: string): string {
  const stored =
    described === undefined
      ? ''
      : ` AND EXISTS (SELECT 1 FROM ${described} AS n WHERE n.id = ${edges.target})`
  return `FROM ${table} AS e ${indexedBy(edges.sourceIndex)} ${join} WHERE ${where}${stored} AND ${edges.source} IN ${LIST}`
}

/** The same for the edges that end there; such a node is stored. */
export function toTargets({ table, join = '', ...edges }: EdgeSource, where: string): string {
  return `FROM ${table} AS e ${indexedBy(edges.targetIndex)} ${join} WHERE ${where} AND ${edges.target} IN ${LIST}`
}

function indexedBy(index: string | undefined): string {
  return index === undefined ? '' : `INDEXED BY ${index}`
}
