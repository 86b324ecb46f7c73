import type { EdgeFilter } from '../../graph/port/graphStore.ts'
import { EDGE_KINDS, type EdgeKind, type GraphEdge, type GraphNodeKind } from '../domain/graph.ts'
import type { Relation, Role } from '../domain/vocabulary.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { readName } from './chooseOne.ts'
import { type DrawnGraph, drawGraph, findShownId } from './drawGraph.ts'
import { withoutUndefined } from './filterParts.ts'
import type { Scope } from './scope.ts'

/** More steps reach most of a corpus through its places and agencies. */
export const MAX_GRAPH_DEPTH = 3
/** Nodes of one answer at most. */
export const MAX_GRAPH_NODES = 500
const DEFAULT_GRAPH_NODES = 200
/** Edges of one kind that one step reads, for each node that may be shown: nodes share agencies, so edges are more. */
const EDGES_PER_NODE = 2

/** See the GraphQL field `graph`. */
export interface GraphArguments {
  readonly focus: string
  readonly depth?: number | null
  readonly kinds?: readonly GraphNodeKind[] | null
  readonly edgeKinds?: readonly EdgeKind[] | null
  readonly relations?: readonly Relation[] | null
  readonly roles?: readonly Role[] | null
  readonly limit?: number | null
}

/** What has been found so far. */
interface Growing {
  /** In the order in which they were reached, the focus first. */
  readonly nodeIds: Set<string>
  readonly edges: Map<string, GraphEdge>
  truncated: boolean
}

/**
 * The surroundings of a node, breadth first: the nearest nodes first, of equally near ones in turn one by an edge of each
 * kind, each kind in the order of its edges' ids, so that no kind crowds out the others and every call gives the same.
 * Edges are those met on the way. A kind of node that is not shown is no way either; the focus is always shown.
 * @throws ZhengmaiError BAD_INPUT, NOT_FOUND
 */
export async function readGraph(scope: Scope, args: GraphArguments): Promise<DrawnGraph> {
  const depth = readCount('depth', args.depth ?? 1, 0, MAX_GRAPH_DEPTH)
  const limit = Math.min(
    readCount('limit', args.limit ?? DEFAULT_GRAPH_NODES, 1, Number.MAX_SAFE_INTEGER),
    MAX_GRAPH_NODES,
  )
  const filter = withoutUndefined<EdgeFilter>({
    kinds: args.edgeKinds ?? undefined,
    relations: args.relations ?? undefined,
    roles: args.roles ?? undefined,
  })
  const read = (ids: readonly string[]) => scope.store.edgesOf(ids, filter, EDGES_PER_NODE * limit)
  const { focusId, edges: first } = await startAt(scope, readName('focus', args.focus), depth, read)
  const growing: Growing = { nodeIds: new Set([focusId]), edges: new Map(), truncated: false }
  const kinds = args.kinds == null ? null : new Set(args.kinds)
  let frontier: readonly string[] = [focusId]
  for (let step = 1; step <= depth && frontier.length > 0; step += 1) {
    // full, and known to be cut: a further step would add nothing
    if (growing.truncated && growing.nodeIds.size >= limit) break
    const edges = step === 1 ? first : await read(frontier)
    if (isCut(edges, EDGES_PER_NODE * limit)) growing.truncated = true
    frontier = take(growing, await candidates(scope, edges, growing, kinds), limit)
  }
  return drawGraph(scope, [...growing.nodeIds], growing.edges.values(), growing.truncated)
}

/**
 * The edges of the focus, and its id: an alias or a thing that the graph does not show has none, and only then is looked up.
 */
async function startAt(
  scope: Scope,
  focus: string,
  depth: number,
  read: (ids: readonly string[]) => Promise<readonly GraphEdge[]>,
): Promise<{ readonly focusId: string; readonly edges: readonly GraphEdge[] }> {
  const edges = depth === 0 ? [] : await read([focus])
  if (edges.some(({ sourceId, targetId }) => sourceId === focus || targetId === focus))
    return { focusId: focus, edges }
  const focusId = await findShownId(scope, focus)
  return { focusId, edges: depth === 0 || focusId === focus ? edges : await read([focusId]) }
}

/** Ids that the edges lead to and that were not reached before, by the kind of edge. */
async function candidates(
  scope: Scope,
  edges: readonly GraphEdge[],
  growing: Growing,
  kinds: ReadonlySet<GraphNodeKind> | null,
): Promise<ReadonlyMap<EdgeKind, readonly string[]>> {
  const reached = new Map<EdgeKind, Set<string>>()
  for (const edge of edges) {
    growing.edges.set(edge.id, edge)
    for (const id of [edge.sourceId, edge.targetId]) {
      if (growing.nodeIds.has(id)) continue
      const known = reached.get(edge.kind)
      if (known === undefined) reached.set(edge.kind, new Set([id]))
      else known.add(id)
    }
  }
  const groups = new Map([...reached].map(([kind, ids]) => [kind, [...ids]]))
  if (kinds === null) return groups
  const shown = new Set<string>()
  await Promise.all(
    // with the nodes that are drawn already, so that they need no call of their own
    [...growing.nodeIds, ...new Set([...groups.values()].flat())].map(async (id) => {
      const kind = (await scope.read.node(id))?.kind
      if (kind !== undefined && (kinds as ReadonlySet<string>).has(kind)) shown.add(id)
    }),
  )
  return new Map([...groups].map(([kind, ids]) => [kind, ids.filter((id) => shown.has(id))]))
}

/** Adds the next node of each kind of edge in turn until there is no more room. @returns the nodes added */
function take(
  growing: Growing,
  groups: ReadonlyMap<EdgeKind, readonly string[]>,
  limit: number,
): readonly string[] {
  const queues = EDGE_KINDS.flatMap((kind) => {
    const ids = groups.get(kind)
    return ids === undefined ? [] : [[...ids].reverse()]
  })
  const added: string[] = []
  for (let waiting = queues; waiting.length > 0; waiting = waiting.filter((queue) => queue.length > 0)) {
    for (const queue of waiting) {
      const id = queue.pop()
      if (id === undefined || growing.nodeIds.has(id)) continue
      if (growing.nodeIds.size >= limit) {
        growing.truncated = true
        return added
      }
      growing.nodeIds.add(id)
      added.push(id)
    }
  }
  return added
}

/** Whether a kind has as many edges as were asked for: there may be more. */
function isCut(edges: readonly GraphEdge[], limit: number): boolean {
  const counts = new Map<EdgeKind, number>()
  for (const { kind } of edges) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts.values()].some((count) => count >= limit)
}

/** @throws ZhengmaiError BAD_INPUT */
export function readCount(argument: string, value: number, least: number, most: number): number {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value
  const range = most === Number.MAX_SAFE_INTEGER ? `不小于 ${least} 的整数` : `${least} 到 ${most} 的整数`
  throw new ZhengmaiError('BAD_INPUT', `${argument} 应为${range}，收到 ${value}`)
}
