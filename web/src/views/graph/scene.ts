import { type EdgeLook, edgeLook, labelWidth, NODE_LOOKS, type NodeLook } from './appearance.ts'
import type { ShownEdge, ShownGraph, ShownNode } from './fold.ts'
import { parallelIndexes } from './geometry.ts'
import { numberOf } from './graphData.ts'
import { labelLines } from './labelLines.ts'
import type { Box, Lane } from './lanes.ts'
import type { Lineage } from './lineage.ts'

export interface SceneNode {
  readonly id: string
  readonly node: ShownNode
  readonly look: NodeLook
  readonly lines: readonly string[]
  /** Whether it belongs to what is looked at; the rest steps back. */
  readonly lit: boolean
  readonly chosen: boolean
}

export interface SceneEdge {
  readonly id: string
  readonly edge: ShownEdge
  readonly look: EdgeLook
  /** Which it is of several between the same nodes. */
  readonly index: number
  readonly lit: boolean
  /** Lit, but in the second row: of a whole document all edges of its clauses. */
  readonly quiet: boolean
  readonly chosen: boolean
}

/** All that is drawn, by whatever draws it: canvas, SVG file, overview. */
export interface Scene {
  readonly nodes: readonly SceneNode[]
  readonly edges: readonly SceneEdge[]
  /** Both empty in the free layout. */
  readonly lanes: readonly Lane[]
  readonly groups: ReadonlyMap<string, Box>
}

export interface Shown {
  readonly graph: ShownGraph
  /** Null where everything is lit. */
  readonly lineage: Lineage | null
  readonly selected: string
  readonly lanes: readonly Lane[]
  readonly groups: ReadonlyMap<string, Box>
}

/** Labels of the lit nodes first, documents before clauses before the rest: who comes first keeps his place. */
const PRIORITY = [
  'DOCUMENT',
  'CLAUSE',
  'AGENCY',
  'PRODUCT_TYPE',
  'TARGET',
  'SECTION',
  'JURISDICTION',
] as const

export function sceneOf({ graph, lineage, selected, lanes, groups }: Shown): Scene {
  const nodes = [...graph.nodes.values()].map((node) => ({
    ...{ id: node.id, node, look: NODE_LOOKS[node.kind], lines: linesOf(node) },
    lit: lineage === null || lineage.nodes.has(node.id),
    chosen: node.id === selected,
  }))
  const rank = (each: SceneNode) => (each.chosen ? 0 : each.lit ? 10 : 20) + PRIORITY.indexOf(each.node.kind)
  nodes.sort((a, b) => rank(a) - rank(b))
  const laned = lanes.length > 0
  // in lanes a box round the clauses says what contains them
  const drawn = [...graph.edges.values()].filter(
    (edge) => !laned || edge.kind !== 'CONTAINS' || !isBoxed(edge, graph),
  )
  const indexes = parallelIndexes(drawn)
  const whole = graph.nodes.get(selected)?.kind === 'DOCUMENT'
  const edges = drawn.map((edge) => ({
    ...{ id: edge.id, edge, look: edgeLook(edge), index: indexes.get(edge.id) ?? 0 },
    lit: edge.id === selected || lineage === null || lineage.edges.has(edge.id),
    quiet: whole && edge.source !== selected && edge.target !== selected && edge.id !== selected,
    chosen: edge.id === selected,
  }))
  edges.sort(
    (a, b) =>
      Number(a.lit) - Number(b.lit) ||
      Number(b.quiet) - Number(a.quiet) ||
      Number(a.chosen) - Number(b.chosen),
  )
  return { nodes, edges, lanes, groups }
}

function isBoxed(edge: ShownEdge, graph: ShownGraph): boolean {
  return graph.nodes.get(edge.source)?.kind === 'DOCUMENT' && graph.nodes.get(edge.target)?.kind !== 'SECTION'
}

function linesOf(node: ShownNode): readonly string[] {
  if (node.kind !== 'DOCUMENT') return labelLines(node.label, labelWidth(node))
  const number = numberOf(node.id)
  const name = number === null ? labelLines(`《${node.label}》`, labelWidth(node)) : [number]
  return node.folded > 0 ? [...name.slice(0, 2), `${node.folded} 条`] : name
}
