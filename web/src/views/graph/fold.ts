import { type GraphData, type GraphEdge, type GraphNode, holderOf, type NodeKind } from './graphData.ts'

export interface ShownNode extends GraphNode {
  /** Clauses folded into this document; 0 where none is. */
  readonly folded: number
}

export interface ShownEdge extends GraphEdge {
  /** Ids of the edges that this one stands for; itself alone where nothing was bundled. */
  readonly members: readonly string[]
}

export interface ShownGraph {
  readonly nodes: ReadonlyMap<string, ShownNode>
  readonly edges: ReadonlyMap<string, ShownEdge>
  readonly truncated: boolean
}

const FOLDABLE: ReadonlySet<NodeKind> = new Set(['SECTION', 'CLAUSE', 'TARGET'])

/** From this number of clauses on a document is shown closed until someone opens it. */
export const FOLD_FROM = 16

/** Documents to show closed: those with many clauses, all others when a whole document is looked at. */
export function documentsToFold(
  data: GraphData,
  focus: string,
  open: ReadonlySet<string>,
): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const node of data.nodes.values()) {
    const document = node.kind === 'CLAUSE' ? holderOf(node.id) : null
    if (document !== null) counts.set(document, (counts.get(document) ?? 0) + 1)
  }
  const least = data.nodes.get(focus)?.kind === 'DOCUMENT' ? 1 : FOLD_FROM
  return new Set(
    [...counts]
      .filter(([document, count]) => count >= least && document !== focus && !open.has(document))
      .map(([document]) => document),
  )
}

/**
 * Folds the clauses of closed documents into them and bundles the edges that then join the same two nodes.
 * @param kept nodes that stay by themselves: the focus, what is selected, what was opened, what lies on a path
 */
export function fold(data: GraphData, closed: ReadonlySet<string>, kept: ReadonlySet<string>): ShownGraph {
  const standIn = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const node of data.nodes.values()) {
    const document = FOLDABLE.has(node.kind) && !kept.has(node.id) ? holderOf(node.id) : null
    if (document === null || !closed.has(document) || !data.nodes.has(document)) continue
    standIn.set(node.id, document)
    if (node.kind === 'CLAUSE') counts.set(document, (counts.get(document) ?? 0) + 1)
  }
  const nodes = new Map<string, ShownNode>()
  for (const node of data.nodes.values()) {
    if (!standIn.has(node.id)) nodes.set(node.id, { ...node, folded: counts.get(node.id) ?? 0 })
  }
  return { nodes, edges: bundle(data.edges.values(), standIn), truncated: data.truncated }
}

function bundle(edges: Iterable<GraphEdge>, standIn: ReadonlyMap<string, string>): Map<string, ShownEdge> {
  const shown = new Map<string, ShownEdge>()
  for (const edge of edges) {
    const source = standIn.get(edge.source) ?? edge.source
    const target = standIn.get(edge.target) ?? edge.target
    if (source === target) continue
    if (source === edge.source && target === edge.target) {
      shown.set(edge.id, { ...edge, members: [edge.id] })
      continue
    }
    if (edge.kind === 'CONTAINS') continue
    const id = `bundle/${edge.kind}/${edge.role ?? edge.relation ?? ''}/${source}~${target}`
    const before = shown.get(id)
    shown.set(id, {
      ...edge,
      ...{ id, source, target, label: null },
      basis: before === undefined || before.basis === edge.basis ? edge.basis : 'INFERRED',
      score: Math.max(before?.score ?? 0, edge.score ?? 0) || null,
      members: [...(before?.members ?? []), edge.id],
    })
  }
  return shown
}

/**
 * Adds one edge between a document that is shown open and each other document that its clauses are linked to, standing
 * for all those links: how strongly two documents are linked shows before one looks at clauses.
 */
export function withSummaries(graph: ShownGraph, data: GraphData, document: string): ShownGraph {
  if (!graph.nodes.has(document)) return graph
  const edges = new Map(graph.edges)
  for (const edge of data.edges.values()) {
    if (edge.kind !== 'CORRESPONDENCE') continue
    const [a, b] = [holderOf(edge.source), holderOf(edge.target)]
    const other = a === document ? b : b === document ? a : null
    if (other === null || other === document || !graph.nodes.has(other)) continue
    const id = `summary/${document}~${other}`
    const before = edges.get(id)
    edges.set(id, {
      ...edge,
      ...{ id, source: document, target: other, label: null, span: null },
      basis: before === undefined || before.basis === edge.basis ? edge.basis : 'INFERRED',
      score: null,
      members: [...(before?.members ?? []), edge.id],
    })
  }
  return { ...graph, edges }
}
