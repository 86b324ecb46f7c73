import { EDGE_KINDS, GRAPH_NODE_KINDS, type GraphEdge, type GraphNodeKind } from '../domain/graph.ts'
import type { GraphNode, NodeOf } from '../domain/nodes.ts'
import { byId } from '../domain/order.ts'
import type { Level } from '../domain/vocabulary.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { findCorrespondence } from './correspondences.ts'
import { graphLabel } from './graphLabels.ts'
import type { Scope } from './scope.ts'

/** EXPLICIT: the text says so. INFERRED: computed. REVIEWED: a person confirmed it. */
export type Basis = 'EXPLICIT' | 'INFERRED' | 'REVIEWED'

export type ShownNode = NodeOf<GraphNodeKind>

export interface DrawnNode {
  readonly id: string
  readonly kind: GraphNodeKind
  readonly label: string
  /** Of the document that it is or stands in, or of the place that it is or belongs to. */
  readonly level: Level | null
  /** Edges that it has in the whole graph. */
  readonly degree: number
  readonly node: ShownNode
}

export interface DrawnEdge {
  readonly edge: GraphEdge
  readonly basis: Basis
  /** The document whose text the edge's span points into; null where it has none. */
  readonly documentId: string | null
}

/** A piece of the graph, ready to draw. */
export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[]
  /** By kind in the order of EDGE_KINDS, then by id. */
  readonly edges: readonly DrawnEdge[]
  /** True where the limit left nodes out. */
  readonly truncated: boolean
}

const SHOWN_KINDS: ReadonlySet<string> = new Set(GRAPH_NODE_KINDS)

export function isShown(node: GraphNode): node is ShownNode {
  return SHOWN_KINDS.has(node.kind)
}

/**
 * Id of the node of the graph that an id means: an annex means its document, a row of a ledger its clause or document, a
 * link between clauses its first clause.
 * @throws ZhengmaiError NOT_FOUND
 */
export async function findShownId(scope: Scope, id: string): Promise<string> {
  if (id.startsWith('correspondence/')) {
    const link = await findCorrespondence(scope, id)
    if (link !== null) return link.edge.clauseIds[0]
  }
  const node = await scope.read.node(id)
  if (node === null) throw new ZhengmaiError('NOT_FOUND', `图中没有这个对象：${id}`, { details: { id } })
  if (node.kind === 'ANNEX') return node.documentId
  if (node.kind === 'LEDGER_ROW') return node.clauseId ?? node.documentId
  return node.id
}

/** Reads what a drawing shows of the nodes, in their order; an edge whose end is none of them is left out. */
export async function drawGraph(
  scope: Scope,
  nodeIds: readonly string[],
  edges: Iterable<GraphEdge>,
  truncated: boolean,
): Promise<DrawnGraph> {
  const [found, degrees] = await Promise.all([
    Promise.all(nodeIds.map((id) => scope.read.node(id))),
    scope.store.degreesOf(nodeIds),
  ])
  const shown = found.filter((node) => node !== null).filter(isShown)
  const byId = new Map(shown.map((node) => [node.id, node]))
  const levelOf = await readLevels(scope, shown)
  return {
    nodes: shown.map((node) => ({
      id: node.id,
      kind: node.kind,
      label: graphLabel(node),
      level: levelOf(node),
      degree: degrees.get(node.id) ?? 0,
      node,
    })),
    edges: [...edges]
      .filter(({ sourceId, targetId }) => byId.has(sourceId) && byId.has(targetId))
      .sort(byKindAndId)
      .map((edge) => ({
        edge,
        basis: basisOf(edge),
        documentId: edge.span === null ? null : documentIdOf(byId.get(edge.sourceId)!),
      })),
    truncated,
  }
}

function byKindAndId(a: GraphEdge, b: GraphEdge): number {
  return EDGE_KINDS.indexOf(a.kind) - EDGE_KINDS.indexOf(b.kind) || byId(a, b)
}

function basisOf({ kind, reviewed }: GraphEdge): Basis {
  if (kind === 'CORRESPONDENCE') return reviewed ? 'REVIEWED' : 'INFERRED'
  return kind === 'COUNTERPART' ? 'INFERRED' : 'EXPLICIT'
}

/** The document that a node is or stands in. */
export function documentIdOf(node: ShownNode): string | null {
  if (node.kind === 'DOCUMENT') return node.id
  return 'documentId' in node ? node.documentId : null
}

/** Documents of sections, clauses and targets are read together; places are at hand. */
async function readLevels(
  scope: Scope,
  nodes: readonly ShownNode[],
): Promise<(node: ShownNode) => Level | null> {
  const documentIds = [...new Set(nodes.flatMap((node) => documentIdOf(node) ?? []))]
  const [documents, names] = await Promise.all([
    scope.read.list('DOCUMENT', documentIds),
    nodes.some(({ kind }) => kind === 'AGENCY') ? scope.names.current() : null,
  ])
  const levels = new Map(documents.map(({ id, level }) => [id, level]))
  return (node) => {
    if (node.kind === 'JURISDICTION') return node.level
    if (node.kind === 'AGENCY')
      return node.placeId === null ? null : (names?.gazetteer.byId(node.placeId)?.level ?? null)
    return levels.get(documentIdOf(node) ?? '') ?? null
  }
}
