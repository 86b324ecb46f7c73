import { MultiDirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import FA2Layout from 'graphology-layout-forceatlas2/worker'
import type { ShownGraph } from './fold.ts'
import type { Point } from './lanes.ts'

/** How long the layout moves before it is left alone (ms). */
const RUNNING = 2_600
/** Rounds where it must not be seen moving; enough for a graph within the budget. */
const ROUNDS = 300

function prepare(graph: ShownGraph, start: ReadonlyMap<string, Point>): MultiDirectedGraph {
  const prepared = new MultiDirectedGraph()
  for (const { id } of graph.nodes.values()) prepared.addNode(id, { ...(start.get(id) ?? { x: 0, y: 0 }) })
  for (const edge of graph.edges.values()) {
    // what a document contains stays near it
    prepared.addEdge(edge.source, edge.target, { weight: edge.kind === 'CONTAINS' ? 2 : 1 })
  }
  return prepared
}

function settingsFor(graph: MultiDirectedGraph) {
  return {
    ...forceAtlas2.inferSettings(graph),
    strongGravityMode: true,
    gravity: 0.08,
    scalingRatio: 12,
    slowDown: 4,
  }
}

function positionsOf(graph: MultiDirectedGraph): ReadonlyMap<string, Point> {
  return new Map(
    graph.mapNodes(
      (id, attributes) => [id, { x: Number(attributes['x']), y: Number(attributes['y']) }] as const,
    ),
  )
}

/** Laid out by forces at once; the same every time. */
export function layOutFree(graph: ShownGraph, start: ReadonlyMap<string, Point>): ReadonlyMap<string, Point> {
  const prepared = prepare(graph, start)
  forceAtlas2.assign(prepared, { iterations: ROUNDS, settings: settingsFor(prepared) })
  return positionsOf(prepared)
}

/**
 * Lays out by forces in a worker and tells each step.
 * @returns ends it
 */
export function runFreeLayout(
  graph: ShownGraph,
  start: ReadonlyMap<string, Point>,
  step: (positions: ReadonlyMap<string, Point>) => void,
  done: () => void,
): () => void {
  const prepared = prepare(graph, start)
  const layout = new FA2Layout(prepared, {
    settings: settingsFor(prepared),
    getEdgeWeight: 'weight',
  })
  prepared.on('eachNodeAttributesUpdated', () => step(positionsOf(prepared)))
  layout.start()
  const timer = setTimeout(() => {
    layout.stop()
    done()
  }, RUNNING)
  return () => {
    clearTimeout(timer)
    layout.kill()
  }
}
