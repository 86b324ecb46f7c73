import type { ShownEdge, ShownGraph, ShownNode } from './fold.ts'
import { EDGE_KINDS, holderOf, LEVEL_ORDER, type Level } from './graphData.ts'
import { incidence } from './lineage.ts'

/** A row of the list twin, in the order of a tree walked from the top. */
export interface OutlineRow {
  /** Unique in the tree: a node occurs once by itself and once in each relation to it. */
  readonly key: string
  /** 1 for levels. */
  readonly depth: number
  readonly parent: string | null
  readonly expandable: boolean
  readonly content:
    | { readonly kind: 'level'; readonly level: Level | null; readonly count: number }
    | { readonly kind: 'node'; readonly node: ShownNode }
    | {
        readonly kind: 'relation'
        readonly edge: ShownEdge
        readonly other: ShownNode
        readonly outgoing: boolean
      }
}

const collator = new Intl.Collator('zh', { numeric: true })

/** The whole tree: levels, below them documents with their clauses and whatever stands alone, below each its relations. */
export function outlineOf(graph: ShownGraph): readonly OutlineRow[] {
  const incident = incidence(graph)
  const rows: OutlineRow[] = []
  for (const level of [...LEVEL_ORDER, null]) {
    const tops = [...graph.nodes.values()].filter(
      (node) => node.level === level && homeOf(node, graph) === null,
    )
    if (tops.length === 0) continue
    const key = `level/${level ?? ''}`
    rows.push({
      ...{ key, depth: 1, parent: null, expandable: true },
      content: { kind: 'level', level, count: tops.length },
    })
    tops.sort(
      (a, b) => Number(b.kind === 'DOCUMENT') - Number(a.kind === 'DOCUMENT') || collator.compare(a.id, b.id),
    )
    for (const node of tops) addNode(rows, graph, incident, node, key, 2)
  }
  return rows
}

function homeOf(node: ShownNode, graph: ShownGraph): string | null {
  const holder = node.kind === 'DOCUMENT' ? null : holderOf(node.id)
  return holder !== null && graph.nodes.has(holder) ? holder : null
}

function addNode(
  rows: OutlineRow[],
  graph: ShownGraph,
  incident: ReadonlyMap<string, readonly ShownEdge[]>,
  node: ShownNode,
  parent: string,
  depth: number,
): void {
  const held =
    node.kind === 'DOCUMENT'
      ? [...graph.nodes.values()].filter((each) => homeOf(each, graph) === node.id)
      : []
  const edges = (incident.get(node.id) ?? [])
    .filter((edge) => edge.kind !== 'CONTAINS')
    .toSorted(
      (a, b) => EDGE_KINDS.indexOf(a.kind) - EDGE_KINDS.indexOf(b.kind) || (b.score ?? 0) - (a.score ?? 0),
    )
  const expandable = held.length + edges.length > 0
  rows.push({ key: node.id, depth, parent, expandable, content: { kind: 'node', node } })
  for (const edge of edges) {
    const outgoing = edge.source === node.id
    const other = graph.nodes.get(outgoing ? edge.target : edge.source)
    if (other === undefined) continue
    rows.push({
      ...{ key: `${node.id}\n${edge.id}`, depth: depth + 1, parent: node.id, expandable: false },
      content: { kind: 'relation', edge, other, outgoing },
    })
  }
  held.sort((a, b) => collator.compare(a.id, b.id))
  for (const each of held) addNode(rows, graph, incident, each, node.id, depth + 1)
}

/** The rows that show when only some are unfolded. */
export function visibleRows(
  rows: readonly OutlineRow[],
  unfolded: ReadonlySet<string>,
): readonly OutlineRow[] {
  const shown = new Set<string>()
  return rows.filter((row) => {
    const visible = row.parent === null || (shown.has(row.parent) && unfolded.has(row.parent))
    if (visible) shown.add(row.key)
    return visible
  })
}

export type OutlineMove =
  | { readonly to: string }
  | { readonly unfold: string }
  | { readonly fold: string }
  | null

/** What a key does in the tree, as WAI-ARIA describes it; null where it does nothing. */
export function moveByKey(
  key: string,
  rows: readonly OutlineRow[],
  current: string,
  unfolded: ReadonlySet<string>,
): OutlineMove {
  const index = rows.findIndex((row) => row.key === current)
  const row = rows[index]
  const to = (target: OutlineRow | undefined): OutlineMove =>
    target === undefined ? null : { to: target.key }
  if (row === undefined) return to(rows[0])
  switch (key) {
    case 'ArrowDown':
      return to(rows[index + 1])
    case 'ArrowUp':
      return to(rows[index - 1])
    case 'Home':
      return to(rows[0])
    case 'End':
      return to(rows.at(-1))
    case 'ArrowRight':
      if (!row.expandable) return null
      return unfolded.has(row.key) ? to(rows[index + 1]) : { unfold: row.key }
    case 'ArrowLeft':
      if (row.expandable && unfolded.has(row.key)) return { fold: row.key }
      return row.parent === null ? null : { to: row.parent }
    default:
      return null
  }
}
