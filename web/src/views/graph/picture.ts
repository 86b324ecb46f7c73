import type { GraphState } from './address.ts'
import { documentsToFold, fold, type ShownGraph, withSummaries } from './fold.ts'
import { type GraphData, holderOf, kindOfId, only, withoutKinds } from './graphData.ts'
import { type LaneLayout, type LaneShape, layOutLanes } from './lanes.ts'
import { type Lineage, lineageOf } from './lineage.ts'
import { type Scene, sceneOf } from './scene.ts'

export interface Picture {
  readonly graph: ShownGraph
  readonly lanes: LaneLayout
}

/** Nodes that stay by themselves whatever is filtered or folded: what the reader asked for by name. */
function keptNodes(data: GraphData, state: GraphState, path: ReadonlySet<string>): ReadonlySet<string> {
  const edge = data.edges.get(state.selected)
  const ends = edge === undefined ? [state.selected] : [edge.source, edge.target]
  const opened = state.open.filter((id) => holderOf(id) !== id)
  return new Set([state.focus, ...opened, ...ends, ...path])
}

/** What is in the picture and where; the selection only counts where it is folded away otherwise. */
export function composePicture(
  data: GraphData,
  state: GraphState,
  path: ReadonlySet<string>,
  shape?: LaneShape,
): Picture {
  const kept = keptNodes(data, state, path)
  const wanted = withoutKinds(data, new Set(state.kinds), new Set([state.focus, ...path]))
  const edgeKinds = new Set(state.edgeKinds)
  const seen = only(
    wanted,
    (node) => !state.hidden.includes(node.id) && !state.hidden.includes(holderOf(node.id) ?? ''),
  )
  const edges = new Map([...seen.edges].filter(([, edge]) => edgeKinds.has(edge.kind) || isOn(path, edge)))
  const rest = { ...seen, edges }
  const folded = fold(rest, documentsToFold(rest, state.focus, new Set(state.open)), kept)
  const graph = kindOfId(state.focus) === 'DOCUMENT' ? withSummaries(folded, rest, state.focus) : folded
  return { graph, lanes: layOutLanes(graph, shape) }
}

const isOn = (
  path: ReadonlySet<string>,
  edge: { readonly source: string; readonly target: string },
): boolean => path.has(edge.source) && path.has(edge.target)

/** The picture as it is drawn: what belongs to the selection, or to the connection asked for, is lit. */
export function drawPicture({ graph, lanes }: Picture, state: GraphState, path: ReadonlySet<string>): Scene {
  const selected = shownId(graph, state.selected === '' ? state.focus : state.selected)
  const free = state.layout === 'free'
  return sceneOf({
    ...{ graph, selected, lineage: state.all ? null : litPart(graph, selected, state.focus, path) },
    lanes: free ? [] : lanes.lanes,
    groups: free ? new Map() : lanes.groups,
  })
}

function litPart(graph: ShownGraph, selected: string, focus: string, path: ReadonlySet<string>): Lineage {
  const edge = graph.edges.get(selected)
  if (edge !== undefined) {
    const ends = [edge.source, edge.target]
    return { nodes: new Set([...ends, ...ends.map((id) => holderOf(id) ?? id)]), edges: new Set([edge.id]) }
  }
  if (path.size > 0 && (path.has(selected) || !graph.nodes.has(selected))) {
    const edges = [...graph.edges.values()].filter((each) => isOn(path, each))
    const nodes = new Set([...path].flatMap((id) => [id, holderOf(id) ?? id]))
    return { nodes, edges: new Set(edges.map((each) => each.id)) }
  }
  return lineageOf(graph, graph.nodes.has(selected) ? selected : focus)
}

/** An edge that was bundled is shown by its bundle. */
export function shownId(graph: ShownGraph, id: string): string {
  if (graph.nodes.has(id) || graph.edges.has(id)) return id
  for (const edge of graph.edges.values()) if (edge.members.includes(id)) return edge.id
  return id
}
