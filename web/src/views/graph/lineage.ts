import type { ShownEdge, ShownGraph } from './fold.ts'
import { holderOf, LEVEL_ORDER } from './graphData.ts'

export interface Lineage {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
}

/** What a node's own picture consists of: its neighbours, its line of descent over the levels, and the documents of both. */
export function lineageOf(graph: ShownGraph, start: string): Lineage {
  const node = graph.nodes.get(start)
  if (node === undefined) return { nodes: new Set(), edges: new Set() }
  const incident = incidence(graph)
  const edges = new Set<string>()
  const nodes = new Set([start])
  const take = (edge: ShownEdge) => {
    edges.add(edge.id)
    nodes.add(edge.source)
    nodes.add(edge.target)
  }
  for (const edge of incident.get(start) ?? []) take(edge)
  if (node.kind === 'DOCUMENT') {
    for (const each of graph.nodes.values()) {
      if (each.kind !== 'CLAUSE' || holderOf(each.id) !== start) continue
      nodes.add(each.id)
      for (const edge of incident.get(each.id) ?? []) take(edge)
    }
  }
  if (node.kind === 'CLAUSE') {
    for (const direction of [-1, 1]) descend(graph, incident, start, direction, take)
  }
  addDocuments(graph, nodes, edges)
  return { nodes, edges }
}

/** Follows correspondences and citations to higher levels only (-1) or to lower ones only (1). */
function descend(
  graph: ShownGraph,
  incident: ReadonlyMap<string, readonly ShownEdge[]>,
  start: string,
  direction: number,
  take: (edge: ShownEdge) => void,
): void {
  const level = (id: string) => LEVEL_ORDER.indexOf(graph.nodes.get(id)?.level ?? 'COUNTY')
  const seen = new Set([start])
  let edge: string[] = [start]
  while (edge.length > 0) {
    const next: string[] = []
    for (const id of edge) {
      for (const each of incident.get(id) ?? []) {
        if (each.kind !== 'CORRESPONDENCE') continue
        const other = each.source === id ? each.target : each.source
        if (seen.has(other) || (level(other) - level(id)) * direction <= 0) continue
        seen.add(other)
        take(each)
        next.push(other)
      }
    }
    edge = next
  }
}

function addDocuments(graph: ShownGraph, nodes: Set<string>, edges: Set<string>): void {
  for (const id of [...nodes]) {
    const document = holderOf(id)
    if (document !== null && graph.nodes.has(document)) nodes.add(document)
  }
  for (const edge of graph.edges.values()) {
    if (!nodes.has(edge.source) || !nodes.has(edge.target)) continue
    if (edge.kind === 'CONTAINS' || edge.kind === 'CITATION') edges.add(edge.id)
  }
}

/** The edges at each node. */
export function incidence(graph: ShownGraph): ReadonlyMap<string, readonly ShownEdge[]> {
  const incident = new Map<string, ShownEdge[]>()
  for (const edge of graph.edges.values()) {
    for (const id of [edge.source, edge.target]) {
      const list = incident.get(id)
      if (list === undefined) incident.set(id, [edge])
      else list.push(edge)
    }
  }
  return incident
}
