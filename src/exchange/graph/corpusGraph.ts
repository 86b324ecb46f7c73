import type { GraphStore } from '../../../graph/port/graphStore.ts'
import {
  type EdgeKind,
  GRAPH_NODE_KINDS,
  type GraphEdge,
  type GraphNodeKind,
  graphEdgeId,
} from '../../domain/graph.ts'
import type { GraphNode, NodeOf } from '../../domain/nodes.ts'
import type { Span } from '../../domain/span.ts'
import type { Level } from '../../domain/vocabulary.ts'
import { stopIfAborted } from '../abort.ts'
import { aboveOf, type DocumentFacts, readDocumentFacts } from '../documentFacts.ts'

/** A node as programs that draw graphs take it. */
export interface DrawnNode {
  readonly id: string
  readonly kind: GraphNodeKind
  readonly label: string
  /** Of a document, of what stands in it, of a place and of an agency's place. */
  readonly level: Level | null
  /** 发文字号 of a document. */
  readonly number: string | null
  readonly issuedOn: string | null
}

/** Some nodes and edges of a graph; no node and no edge comes twice over all pieces, and an edge not before its ends. */
export interface GraphPiece {
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly GraphEdge[]
}

export interface CorpusGraphOptions {
  readonly documentIds: readonly string[]
  readonly signal?: AbortSignal
  readonly onDocument?: (done: number, total: number) => void
}

/** Documents with all that they name, document by document. A correspondence comes with the later of its two documents. */
export async function* graphOfDocuments(
  store: GraphStore,
  { documentIds, signal, onDocument }: CorpusGraphOptions,
): AsyncGenerator<GraphPiece> {
  const told = new Set<string>()
  const isNew = ({ id }: { readonly id: string }): boolean => !told.has(id) && told.add(id) !== undefined
  for (const [position, documentId] of documentIds.entries()) {
    stopIfAborted(signal)
    const facts = await readDocumentFacts(store, documentId)
    if (facts === null) continue
    const nodes = nodesOf(facts).filter(isNew)
    const edges = edgesOf(facts).filter((edge) => told.has(edge.sourceId) && told.has(edge.targetId))
    yield { nodes, edges: edges.filter(isNew) }
    onDocument?.(position + 1, documentIds.length)
  }
}

function nodesOf(facts: DocumentFacts): DrawnNode[] {
  const { document, sections, clauses, targets, named } = facts
  const own = [document, ...sections, ...clauses, ...targets].map((node) => drawn(node, document.level))
  const others = [...named.values()].map((node) => drawn(node, levelOf(node, named)))
  return [...own, ...others].filter((node) => node !== null)
}

/** Null for the kinds that are no nodes of the graph. */
export function drawn(node: GraphNode, level: Level | null): DrawnNode | null {
  const { kind } = node
  if (!isDrawn(kind)) return null
  const isDocument = kind === 'DOCUMENT'
  return {
    id: node.id,
    kind,
    label: labelOf(node as NodeOf<GraphNodeKind>),
    level,
    number: isDocument ? node.number : null,
    issuedOn: isDocument ? node.issuedOn : null,
  }
}

function isDrawn(kind: GraphNode['kind']): kind is GraphNodeKind {
  return GRAPH_NODE_KINDS.some((each) => each === kind)
}

/** Own level, or that of the place. */
export function levelOf(node: GraphNode, others: ReadonlyMap<string, GraphNode>): Level | null {
  if (node.kind === 'DOCUMENT' || node.kind === 'JURISDICTION') return node.level
  const place = node.kind === 'AGENCY' && node.placeId !== null ? others.get(node.placeId) : undefined
  return place?.kind === 'JURISDICTION' ? place.level : null
}

function labelOf(node: NodeOf<GraphNodeKind>): string {
  switch (node.kind) {
    case 'DOCUMENT':
      return node.carriedTitle ?? node.title
    case 'SECTION':
      return node.title
    case 'CLAUSE':
      return `${node.label}${node.title ?? node.text.slice(0, SHORT)}`
    case 'TARGET':
      return [node.metric, node.value, node.unit, node.deadline].filter((part) => part !== null).join(' ')
    default:
      return node.name
  }
}

/** Characters of a clause without a heading that stand for it. */
const SHORT = 20

function edgesOf(facts: DocumentFacts): GraphEdge[] {
  const { document, responsibilities, citations, about, targets, named } = facts
  const plain = (kind: EdgeKind, sourceId: string, targetId: string): GraphEdge =>
    edge(graphEdgeId(kind, sourceId, targetId), kind, sourceId, targetId)
  return [
    ...containment(facts).map(([above, below]) => plain('CONTAINS', above, below)),
    ...document.issuerIds.map((id) => plain('ISSUED_BY', document.id, id)),
    ...(document.placeId === null ? [] : [plain('APPLIES_TO', document.id, document.placeId)]),
    ...responsibilities.map(({ clauseId, agencyId, role, printed, span }) => ({
      ...plain('RESPONSIBILITY', clauseId, agencyId),
      role,
      label: printed,
      span,
    })),
    ...citations.map(({ id, clauseId, targetId, relation, cue, span }) => ({
      ...edge(id, 'CITATION', clauseId ?? document.id, targetId, cue, span),
      relation,
    })),
    ...about.map(({ clauseId, productTypeId }) => plain('ABOUT', clauseId, productTypeId)),
    ...targets.map(({ id, clauseId }) => plain('SETS', clauseId, id)),
    ...[...named.values()].flatMap((node) => partOf(node).map((above) => plain('PART_OF', node.id, above))),
    ...facts.links.map(({ edge: { id, clauseIds, score }, reviewed }) => ({
      ...edge(id, 'CORRESPONDENCE', clauseIds[0], clauseIds[1]),
      score,
      reviewed,
    })),
  ]
}

/** As `EDGE_KINDS` has it: a department is part of its body, a body of its place. */
function partOf(node: GraphNode): string[] {
  if (node.kind === 'DOCUMENT') return []
  return node.kind === 'AGENCY' ? aboveOf(node).slice(0, 1) : aboveOf(node)
}

function containment({ document, sections, clauses }: DocumentFacts): [above: string, below: string][] {
  return [
    ...sections.map(({ id, parentId }): [string, string] => [parentId ?? document.id, id]),
    ...clauses.map(({ id, parentId, sectionId }): [string, string] => [
      parentId ?? sectionId ?? document.id,
      id,
    ]),
  ]
}

function edge(
  id: string,
  kind: EdgeKind,
  sourceId: string,
  targetId: string,
  label: string | null = null,
  span: Span | null = null,
): GraphEdge {
  return {
    id,
    kind,
    sourceId,
    targetId,
    label,
    role: null,
    relation: null,
    score: null,
    reviewed: false,
    span,
  }
}
