import type { GraphNodeKind } from '../../src/domain/graph.ts'
import { byCodeUnits } from '../../src/domain/order.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { EdgeFilter } from '../port/graphStore.ts'
import type { Connection } from './connection/connection.ts'
import { type EdgeSource, fromSources, STORED_EDGES, toTargets } from './edgeSources.ts'
import { edgeCondition, findGraphNodes, IdLists, type KnownNode, sourcesAt } from './edges.ts'

/**
 * Steps that one search may record (a node reached from one neighbour), both directions together: about 100 MB. The
 * two searches meet in the middle, so that only nodes with hundreds of thousands of neighbours come near it.
 */
const MAX_STEPS = 400_000

/** One half of the search: what is reached from one end, level by level. */
class Half {
  readonly #levels = new Map<string, number>()
  /** The nodes one level nearer to the end through which a node is reached. */
  readonly #nearer = new Map<string, string[]>()
  frontier: { readonly kind: GraphNodeKind; readonly id: string }[]
  depth = 0
  steps = 0

  constructor(end: KnownNode) {
    this.frontier = [end]
    this.#levels.set(end.id, 0)
  }

  level(id: string): number | undefined {
    return this.#levels.get(id)
  }

  nearer(id: string): readonly string[] {
    return this.#nearer.get(id) ?? []
  }

  beginLevel(): void {
    this.depth += 1
    this.frontier = []
  }

  reach(kind: GraphNodeKind, id: string, from: string): void {
    const level = this.#levels.get(id)
    if (level === undefined) {
      this.#levels.set(id, this.depth)
      this.#nearer.set(id, [from])
      this.frontier.push({ kind, id })
    } else if (level === this.depth) {
      // several edges may lead from one node to another: the same neighbour twice does no harm
      this.#nearer.get(id)?.push(from)
    } else return
    this.steps += 1
  }
}

/** Neighbours by one source of edges, in either direction. */
function* neighbours(
  connection: Connection,
  source: EdgeSource,
  filter: EdgeFilter,
  ids: IdLists,
): Generator<{ readonly from: string; readonly to: string; readonly kind: GraphNodeKind }> {
  const { sql, values } = edgeCondition(source, filter)
  const { source: begin, target: end, sourceKind, targetKind } = source
  const directions = [
    { near: begin, far: end, nearKind: sourceKind, kind: targetKind, from: fromSources(source, sql) },
    { near: end, far: begin, nearKind: targetKind, kind: sourceKind, from: toTargets(source, sql) },
  ]
  for (const { near, far, nearKind, kind, from } of directions) {
    if (!ids.has(nearKind)) continue
    const rows = connection.iterate(
      `SELECT ${near} AS near, ${far} AS far ${from}`,
      ...values,
      ids.of(nearKind),
    )
    for (const row of rows) yield { from: row['near'] as string, to: row['far'] as string, kind }
  }
}

function expand(connection: Connection, half: Half, other: Half, filter: EdgeFilter, maxSteps: number): void {
  const ids = new IdLists(half.frontier)
  half.beginLevel()
  for (const source of sourcesAt(STORED_EDGES, filter, ids)) {
    for (const { from, to, kind } of neighbours(connection, source, filter, ids)) {
      half.reach(kind, to, from)
      if (half.steps + other.steps > maxSteps) {
        throw new ZhengmaiError(
          'LIMIT',
          `两点之间的连接过多（超过 ${maxSteps} 步）：请限定边的类型或缩短路径`,
        )
      }
    }
  }
}

/** Where the two halves met: in the newest level of one, the outermost of the other. */
function meetings(grown: Half, other: Half): string[] {
  return grown.frontier.flatMap(({ id }) => (other.level(id) === other.depth ? [id] : []))
}

/** From each node of a shortest connection the next ones toward the far end. */
function successors(met: readonly string[], near: Half, far: Half): Map<string, Set<string>> {
  const next = new Map<string, Set<string>>()
  const link = (from: string, to: string) => {
    const known = next.get(from)
    if (known === undefined) next.set(from, new Set([to]))
    else known.add(to)
  }
  for (let level = new Set(met); level.size > 0; ) {
    const before = new Set<string>()
    for (const id of level) {
      for (const from of near.nearer(id)) {
        link(from, id)
        before.add(from)
      }
    }
    level = before
  }
  for (let level = new Set(met); level.size > 0; ) {
    const after = new Set<string>()
    for (const id of level) {
      for (const to of far.nearer(id)) {
        link(id, to)
        after.add(to)
      }
    }
    level = after
  }
  return next
}

/** The first `limit` ways in the order of the ids. */
function listWays(
  start: string,
  end: string,
  next: ReadonlyMap<string, Set<string>>,
  limit: number,
): string[][] {
  const ways: string[][] = []
  const way: string[] = []
  const walk = (id: string): void => {
    way.push(id)
    if (id === end) ways.push([...way])
    else {
      for (const to of [...(next.get(id) ?? [])].sort(byCodeUnits)) {
        if (ways.length < limit) walk(to)
      }
    }
    way.pop()
  }
  walk(start)
  return ways
}

/**
 * The shortest connections of two nodes, by a search from both ends that always widens the smaller side.
 * @throws ZhengmaiError LIMIT where more than `maxSteps` steps would have to be kept
 */
export function readShortestPaths(
  connection: Connection,
  fromId: string,
  toId: string,
  {
    maxLength,
    limit,
    filter,
  }: { readonly maxLength: number; readonly limit: number; readonly filter: EdgeFilter },
  maxSteps = MAX_STEPS,
): string[][] {
  const known = new Map(findGraphNodes(connection, [fromId, toId]).map((node) => [node.asked, node]))
  const start = known.get(fromId)
  const end = known.get(toId)
  if (start === undefined || end === undefined || limit <= 0 || maxLength < 0) return []
  if (start.id === end.id) return [[start.id]]
  const near = new Half(start)
  const far = new Half(end)
  while (near.depth + far.depth < maxLength) {
    const [smaller, larger] = near.frontier.length <= far.frontier.length ? [near, far] : [far, near]
    if (smaller.frontier.length === 0) return []
    expand(connection, smaller, larger, filter, maxSteps)
    const met = meetings(smaller, larger)
    if (met.length > 0) return listWays(start.id, end.id, successors(met, near, far), limit)
  }
  return []
}
