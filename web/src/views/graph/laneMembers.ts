import type { ShownGraph, ShownNode } from './fold.ts'
import { holderOf, LEVEL_ORDER, type Level } from './graphData.ts'

const collator = new Intl.Collator('zh', { numeric: true })
const LANE_LEVELS: readonly (Level | null)[] = [...LEVEL_ORDER, null]

/** What stands in a lane, in the order of names. */
export interface LaneMembers {
  readonly level: Level | null
  /** Clauses and the like by their document. */
  readonly members: ReadonlyMap<string, readonly string[]>
  readonly loose: readonly string[]
}

/** The members of each lane that has any, the highest level first, what has no level last. */
export function sortIntoLanes(graph: ShownGraph): readonly LaneMembers[] {
  const levels = levelsOf(graph)
  const ids = [...graph.nodes.keys()].sort(collator.compare)
  return LANE_LEVELS.map((level) => {
    const members = new Map<string, string[]>()
    const loose: string[] = []
    for (const id of ids) {
      const holder = holderOf(id)
      // a clause stands with its document, whatever its own level is
      const home = holder !== null && graph.nodes.has(holder) ? holder : id
      if ((levels.get(home) ?? null) !== level) continue
      if (graph.nodes.get(id)!.kind === 'DOCUMENT') members.set(id, members.get(id) ?? [])
      else if (home !== id) members.set(home, [...(members.get(home) ?? []), id])
      else loose.push(id)
    }
    return { level, members, loose }
  }).filter(({ members, loose }) => members.size + loose.length > 0)
}

/** Levels; what has none is where most of what it is joined to is, product types aside. */
function levelsOf(graph: ShownGraph): ReadonlyMap<string, Level | null> {
  const levels = new Map<string, Level | null>()
  const own = (node: ShownNode) => (node.kind === 'PRODUCT_TYPE' ? null : node.level)
  for (const node of graph.nodes.values()) levels.set(node.id, own(node))
  for (const edge of graph.edges.values()) {
    for (const [id, other] of [
      [edge.source, edge.target],
      [edge.target, edge.source],
    ] as const) {
      const node = graph.nodes.get(id)
      if (node === undefined || node.kind === 'PRODUCT_TYPE' || levels.get(id) !== null) continue
      levels.set(id, levels.get(other) ?? null)
    }
  }
  return levels
}
