import type { GraphStore } from '../../../graph/port/graphStore.ts'
import type { EdgeKind, GraphEdge } from '../../domain/graph.ts'
import type { GraphNode } from '../../domain/nodes.ts'
import type { Level } from '../../domain/vocabulary.ts'
import { ZhengmaiError } from '../../errors/error.ts'
import { drawn, type GraphPiece, levelOf } from './corpusGraph.ts'

export interface FocusOptions {
  /** Id of any node of the graph. */
  readonly focus: string
  /** Steps from it, 1 to 5. */
  readonly depth: number
  /** All kinds where absent. */
  readonly edgeKinds?: readonly EdgeKind[]
  /** Told where the surroundings were larger than what is written. */
  readonly onTruncated?: () => void
}

/** What programs that draw graphs still take with ease. */
const MAX_NODES = 20_000
/** Edges of each kind that one step reads. */
const MAX_EDGES = 20_000
/** Nodes whose edges are read with one call. */
const IDS_AT_ONCE = 500

/**
 * The surroundings of a node, nearest first, as one piece.
 * @throws ZhengmaiError NOT_FOUND
 */
export async function* graphAround(store: GraphStore, options: FocusOptions): AsyncGenerator<GraphPiece> {
  const { focus, depth, edgeKinds, onTruncated } = options
  const start = (await store.nodes([focus])).get(focus)
  if (start === undefined) throw new ZhengmaiError('NOT_FOUND', `图中没有 ${focus.slice(0, 100)}`)
  const ids = new Set([start.id])
  const edges = new Map<string, GraphEdge>()
  let frontier = [start.id]
  let isCut = false
  for (let step = 0; step < depth && frontier.length > 0; step += 1) {
    const found = await readEdges(store, frontier, edgeKinds)
    isCut ||= found.isCut
    const next: string[] = []
    for (const edge of found.edges) {
      edges.set(edge.id, edge)
      for (const id of [edge.sourceId, edge.targetId]) {
        if (ids.has(id)) continue
        if (ids.size >= MAX_NODES) isCut = true
        else {
          ids.add(id)
          next.push(id)
        }
      }
    }
    frontier = next
  }
  if (isCut) onTruncated?.()
  const nodes = await readNodes(store, [...ids])
  const shown = new Set(nodes.map(({ id }) => id))
  const between = [...edges.values()].filter(
    ({ sourceId, targetId }) => shown.has(sourceId) && shown.has(targetId),
  )
  yield { nodes, edges: between }
}

async function readEdges(
  store: GraphStore,
  ids: readonly string[],
  kinds: readonly EdgeKind[] | undefined,
): Promise<{ edges: GraphEdge[]; isCut: boolean }> {
  const edges: GraphEdge[] = []
  let isCut = false
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const found = await store.edgesOf(
      ids.slice(at, at + IDS_AT_ONCE),
      kinds === undefined ? {} : { kinds },
      MAX_EDGES,
    )
    isCut ||= found.length >= MAX_EDGES
    edges.push(...found)
  }
  return { edges, isCut }
}

/** With the level of the document or place that each belongs to. */
async function readNodes(store: GraphStore, ids: readonly string[]): Promise<GraphPiece['nodes']> {
  const nodes = await store.nodes(ids)
  const homes = [...nodes.values()].flatMap(homeOf).filter((id) => !nodes.has(id))
  const all = new Map([...nodes, ...(await store.nodes([...new Set(homes)]))])
  const level = (node: GraphNode): Level | null => {
    const home = 'documentId' in node ? all.get(node.documentId) : undefined
    return levelOf(home ?? node, all)
  }
  const inOrder = ids.flatMap((id) => nodes.get(id) ?? [])
  return inOrder.map((node) => drawn(node, level(node))).filter((node) => node !== null)
}

function homeOf(node: GraphNode): string[] {
  if ('documentId' in node) return [node.documentId]
  return node.kind === 'AGENCY' && node.placeId !== null ? [node.placeId] : []
}
