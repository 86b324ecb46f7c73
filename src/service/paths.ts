import { EDGE_KINDS, type GraphEdge } from '../domain/graph.ts'
import { readName } from './chooseOne.ts'
import { type DrawnGraph, drawGraph, findShownId } from './drawGraph.ts'
import { readCount } from './graph.ts'
import type { Scope } from './scope.ts'

/** Longer connections say little: nearly everything is connected within six steps. */
const MAX_PATH_LENGTH = 8
const DEFAULT_PATH_LENGTH = 6
/** Connections of one answer at most. */
export const MAX_PATHS = 10
/** Edges of a kind between the nodes of all paths at most: some 10 × 9 nodes, several citations between two of them. */
const MAX_EDGES = 1_000
/** Counterparts are computed, not stored: they make no path. */
const PATH_EDGES = EDGE_KINDS.filter((kind) => kind !== 'COUNTERPART')

export interface PathArguments {
  readonly from: string
  readonly to: string
  readonly maxLength?: number | null
}

/**
 * The shortest connections of two nodes, each as a graph whose nodes stand in the order of the path; in the order of the
 * nodes' ids. Truncated where there are more than `MAX_PATHS`; none where they are further apart than `maxLength`.
 * @throws ZhengmaiError BAD_INPUT, NOT_FOUND, LIMIT
 */
export async function readPaths(scope: Scope, args: PathArguments): Promise<readonly DrawnGraph[]> {
  const maxLength = readCount('maxLength', args.maxLength ?? DEFAULT_PATH_LENGTH, 1, MAX_PATH_LENGTH)
  const [from, to] = await Promise.all([
    findShownId(scope, readName('from', args.from)),
    findShownId(scope, readName('to', args.to)),
  ])
  const ways = await scope.store.shortestPaths(from, to, { maxLength, limit: MAX_PATHS + 1, filter: {} })
  const shown = ways.slice(0, MAX_PATHS)
  const nodeIds = [...new Set(shown.flat())]
  if (nodeIds.length === 0) return []
  const edges = await scope.store.edgesOf(nodeIds, { kinds: PATH_EDGES, bothEnds: true }, MAX_EDGES)
  const all = await drawGraph(scope, nodeIds, edges, ways.length > shown.length)
  return shown.map((way) => alongWay(all, way))
}

/** The part of a graph that one way runs through. */
function alongWay(all: DrawnGraph, way: readonly string[]): DrawnGraph {
  const positions = new Map(way.map((id, i) => [id, i]))
  const isStep = ({ sourceId, targetId }: GraphEdge) => {
    const [source, target] = [positions.get(sourceId), positions.get(targetId)]
    return source !== undefined && target !== undefined && Math.abs(source - target) === 1
  }
  return {
    nodes: way.flatMap((id) => all.nodes.find((node) => node.id === id) ?? []),
    edges: all.edges.filter(({ edge }) => isStep(edge)),
    truncated: all.truncated,
  }
}
