import type { CitationEdge, NodeKind } from './nodes.ts'
import type { Span } from './span.ts'
import type { Relation, Role } from './vocabulary.ts'

/** Kinds of node that the graph shows; annexes and ledger rows are read through their documents and clauses. */
export const GRAPH_NODE_KINDS = [
  'DOCUMENT',
  'SECTION',
  'CLAUSE',
  'AGENCY',
  'JURISDICTION',
  'PRODUCT_TYPE',
  'TARGET',
] as const satisfies readonly NodeKind[]
export type GraphNodeKind = (typeof GRAPH_NODE_KINDS)[number]

/**
 * CONTAINS document → top section, section → section, section → clause, document → clause without a section, clause → item ·
 * ISSUED_BY document → agency · APPLIES_TO document → place · RESPONSIBILITY clause → agency · CITATION clause (or document,
 * where it stands outside clauses) → document · ABOUT clause → product type · SETS clause → target ·
 * PART_OF place → place above, department → body, body → its place, product type → broader ·
 * COUNTERPART agency – agency of the same kind with the same function in another place (not stored: read from the function; source is the smaller id) ·
 * CORRESPONDENCE clause – clause (source is the smaller id)
 */
export const EDGE_KINDS = [
  'CONTAINS',
  'ISSUED_BY',
  'APPLIES_TO',
  'RESPONSIBILITY',
  'CITATION',
  'ABOUT',
  'SETS',
  'PART_OF',
  'COUNTERPART',
  'CORRESPONDENCE',
] as const
export type EdgeKind = (typeof EDGE_KINDS)[number]

/** An edge as the graph shows it. */
export interface GraphEdge {
  /** Id of the citation or the correspondence, else `<kind>/<source>~<target>`. */
  readonly id: string
  readonly kind: EdgeKind
  readonly sourceId: string
  readonly targetId: string
  /** The wording of a citation, the printed name of a responsibility; null for the others. */
  readonly label: string | null
  readonly role: Role | null
  readonly relation: Relation | null
  /** Of a correspondence. */
  readonly score: number | null
  /** True where a person confirmed the correspondence. */
  readonly reviewed: boolean
  /** Of a responsibility and of a citation: in the source's document; null for the others. */
  readonly span: Span | null
}

/** One step along IMPLEMENTS and BASED_ON citations of title, preamble and closing part. */
export interface ChainStep {
  /** The document reached: the cited one upward, the citing one downward. */
  readonly documentId: string
  readonly fromId: string
  /** Number of steps from the document asked for, from 1. */
  readonly distance: number
  readonly citation: CitationEdge
}

export function graphEdgeId(kind: EdgeKind, sourceId: string, targetId: string): string {
  return `${kind.toLowerCase()}/${sourceId}~${targetId}`
}
