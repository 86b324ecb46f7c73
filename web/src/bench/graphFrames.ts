/** A page of its own for `npm run bench`: the picture of the graph explorer with made-up nodes, panned for some seconds. */
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { fold } from '../views/graph/fold.ts'
import type { EdgeKind, GraphEdge, GraphNode } from '../views/graph/graphData.ts'
import { layOutLanes } from '../views/graph/lanes.ts'
import { readPalette } from '../views/graph/palette.ts'
import { GraphRenderer } from '../views/graph/renderer.ts'
import { sceneOf } from '../views/graph/scene.ts'
import '../styles.css'

export interface GraphFrames {
  /** Laying out, ms. */
  readonly layout: number
  /** From the laid out graph to the first frame, ms. */
  readonly firstFrame: number
  /** While panning. */
  readonly framesPerSecond: number
  /** One frame with all edges and labels, at rest, ms. */
  readonly still: number
}

declare global {
  interface Window {
    measureGraph(nodes: number, edgesPerNode: number, seconds: number): Promise<GraphFrames>
    /** Frames a second of sigma alone with its own edges, hidden while it moves: what the explorer is compared with. */
    measureSigma(nodes: number, edgesPerNode: number, seconds: number): Promise<number>
  }
}

const LEVELS = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY'] as const
const KINDS = ['CORRESPONDENCE', 'CITATION', 'RESPONSIBILITY'] as const satisfies readonly EdgeKind[]
const CLAUSES = 24
const PLAIN = { label: null, role: null, relation: null, basis: 'EXPLICIT', score: null, span: null } as const

/** The same pseudo-random numbers every time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function makeGraph(size: number, edgesPerNode: number) {
  const nodes: GraphNode[] = Array.from({ length: size }, (_, index) => {
    const document = Math.floor(index / CLAUSES)
    const level = LEVELS[document % LEVELS.length]!
    const id = `cn/370000/鲁政办字/2025/${document}`
    if (index % CLAUSES === 0)
      return { id, kind: 'DOCUMENT', label: `关于第${document}项工作的意见`, level, degree: 8 }
    if (index % CLAUSES > CLAUSES - 4)
      return { id: `agency/370000/第${index}局`, kind: 'AGENCY', label: `第${index}局`, level, degree: 8 }
    return {
      id: `${id}/sec_1__cl_${index}`,
      kind: 'CLAUSE',
      label: `（${index}）推进第${index}项改革`,
      level,
      degree: 8,
    }
  })
  const random = randomFrom(7)
  const pick = () => nodes[Math.floor(random() * nodes.length)]!.id
  const edges: GraphEdge[] = Array.from({ length: size * edgesPerNode }, (_, index) => {
    return {
      id: `edge/${index}`,
      source: pick(),
      target: pick(),
      kind: KINDS[index % KINDS.length]!,
      ...PLAIN,
    }
  })
  const data = {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    edges: new Map(edges.filter((edge) => edge.source !== edge.target).map((edge) => [edge.id, edge])),
    truncated: false,
  }
  return fold(data, new Set(), new Set())
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
const ignore = () => undefined

window.measureGraph = async (nodes, edgesPerNode, seconds) => {
  const stage = document.getElementById('stage')!
  const graph = makeGraph(nodes, edgesPerNode)
  const begun = performance.now()
  const layout = layOutLanes(graph)
  const laidOut = performance.now()
  const events = {
    chooseNode: ignore,
    openNode: ignore,
    chooseEdge: ignore,
    chooseNothing: ignore,
    hover: ignore,
    moved: ignore,
  }
  const renderer = new GraphRenderer(stage, {
    font: 'sans-serif',
    laneName: (index) => LEVELS[index] ?? '',
    events,
  })
  const scene = sceneOf({ graph, lineage: null, selected: '', lanes: layout.lanes, groups: layout.groups })
  renderer.show(scene, layout.positions, layout.box, readPalette(stage))
  await frame()
  await frame()
  const shown = performance.now()
  renderer.zoomBy(2, false)
  let frames = 0
  const start = await frame()
  let now = start
  while (now - start < seconds * 1000) {
    renderer.moveBy(frames % 40 < 20 ? 6 : -6, 2 * (frames % 2))
    now = await frame()
    frames += 1
  }
  renderer.fit(false)
  // until the picture counts as at rest; then one more frame with everything
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const rest = performance.now()
  renderer.place(layout.positions)
  await frame()
  await frame()
  const still = performance.now() - rest
  renderer.kill()
  return {
    ...{ layout: laidOut - begun, firstFrame: shown - laidOut, still },
    framesPerSecond: (frames * 1000) / (now - start),
  }
}

window.measureSigma = async (nodes, edgesPerNode, seconds) => {
  const stage = document.getElementById('stage')!
  const shown = makeGraph(nodes, edgesPerNode)
  const { positions } = layOutLanes(shown)
  const graph = new MultiDirectedGraph()
  for (const { id, label } of shown.nodes.values()) {
    const { x, y } = positions.get(id) ?? { x: 0, y: 0 }
    graph.addNode(id, { x, y: -y, size: 7, label, color: '#1d4f91' })
  }
  for (const { source, target } of shown.edges.values()) graph.addEdge(source, target)
  const sigma = new Sigma(graph, stage, { hideEdgesOnMove: true, hideLabelsOnMove: true })
  const camera = sigma.getCamera()
  await frame()
  let frames = 0
  const start = await frame()
  let now = start
  // an animation, since sigma hides edges in one and not when the camera is set
  void camera.animate({ x: 0.7, y: 0.6, ratio: 0.5 }, { duration: seconds * 1000 + 500 })
  while (now - start < seconds * 1000) {
    now = await frame()
    frames += 1
  }
  sigma.kill()
  return (frames * 1000) / (now - start)
}
