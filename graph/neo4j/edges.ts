import {
  EDGE_KINDS,
  type EdgeKind,
  GRAPH_NODE_KINDS,
  type GraphEdge,
  graphEdgeId,
} from '../../src/domain/graph.ts'
import type { NodeKind } from '../../src/domain/nodes.ts'
import type { Relation, Role } from '../../src/domain/vocabulary.ts'
import type { EdgeFilter } from '../port/graphStore.ts'
import { NODE_TABLES } from '../schema/labels.ts'
import { RELATIONSHIPS, type RelationshipType, STORE_LABELS } from '../schema/relationships.ts'
import { byIds, groupIds } from './idShapes.ts'
import { toSpan } from './records.ts'
import type { Parameters, Transaction } from './transaction.ts'

/** The relationship types that hold the edges of a kind. */
export function typesOf(kind: EdgeKind): RelationshipType[] {
  return (Object.keys(RELATIONSHIPS) as RelationshipType[]).filter(
    (type) => RELATIONSHIPS[type].edge === kind,
  )
}

const STORED_KINDS = EDGE_KINDS.filter((kind) => kind !== 'COUNTERPART')
const GRAPH_LABELS = GRAPH_NODE_KINDS.map((kind) => NODE_TABLES[kind].label)

/** Types of the stored edges that a filter leaves, as a pattern; null where it leaves none. */
export function typePattern(filter: EdgeFilter): string | null {
  const kinds = STORED_KINDS.filter((kind) => filter.kinds?.includes(kind) ?? true)
  return kinds.length === 0 ? null : kinds.flatMap(typesOf).join('|')
}

const NOT_REJECTED = "(r.verdict IS NULL OR r.verdict <> 'REJECTED')"

/** What a filter asks of a relationship `r`, beside its type; rejected links and links to what is not described are no edges. */
export function edgeWhere(filter: EdgeFilter): { readonly where: string; readonly parameters: Parameters } {
  const { roles, relations } = filter
  const parts = [NOT_REJECTED, 'NOT startNode(r):Placeholder', 'NOT endNode(r):Placeholder']
  if (roles !== undefined) parts.push("(type(r) <> 'ASSIGNED_TO' OR r.role IN $roles)")
  if (relations !== undefined)
    parts.push(
      `(NOT type(r) IN [${typesOf('CITATION')
        .map((type) => `'${type}'`)
        .join(', ')}] OR type(r) IN $relations)`,
    )
  return { where: parts.join(' AND '), parameters: { roles, relations } }
}

/** Kinds whose edges may lead to what nobody has described: only at their far end, as that has none of its own. */
const OPEN_KINDS: ReadonlySet<EdgeKind | null> = new Set<EdgeKind>([
  'ISSUED_BY',
  'APPLIES_TO',
  'ABOUT',
  'PART_OF',
])

/** The same for edges of one kind, which are asked no more than they can fail. */
function edgeOfKindWhere(kind: EdgeKind, { roles, relations }: EdgeFilter): string {
  if (kind === 'CORRESPONDENCE') return NOT_REJECTED
  if (OPEN_KINDS.has(kind)) return `NOT endNode(r):${STORE_LABELS.PLACEHOLDER}`
  if (kind === 'RESPONSIBILITY' && roles !== undefined) return 'r.role IN $roles'
  if (kind === 'CITATION' && relations !== undefined) return 'type(r) IN $relations'
  return 'true'
}

/** Nodes `node` of any kind that the graph shows with an id of `$ids`; each label has an index of its own. */
export const GRAPH_NODES = `CALL () { ${GRAPH_LABELS.map(
  (label) => `MATCH (node:${label}) WHERE node.id IN $ids AND node.props IS NOT NULL RETURN node`,
).join(' UNION ALL ')} }`

/** The same by former ids of documents too, `$ids` being those of `groupIds`: `asked` is the id that was given. */
const ASKED_NODES = `CALL () { ${byIds(GRAPH_NODE_KINDS, (asked) => `node, ${asked} AS asked`)} }`

/** Labels of the nodes that the edges of a kind begin or end at: others are not looked at. */
function labelsOf(kind: EdgeKind): string {
  const ends = typesOf(kind).flatMap((type) => [...RELATIONSHIPS[type].from, ...RELATIONSHIPS[type].to])
  const labels = new Set(
    ends.flatMap((end) => (end in NODE_TABLES ? NODE_TABLES[end as NodeKind].label : [])),
  )
  return [...labels].map((label) => `node:${label}`).join(' OR ')
}

/** What an edge of each kind is told of in `edges`, beside its ends; its id is made of these where it has none of its own. */
const DETAILS: Readonly<Partial<Record<EdgeKind, string>>> = {
  RESPONSIBILITY: ', r.role, r.printed, r.span',
  CITATION: ', r.id, type(r), r.cue, r.span',
  CORRESPONDENCE: ', r.id, r.score, r.verdict',
}

/**
 * Of each kind the first edges by id, of the nodes in `nodes` (`ids`: their ids). Where both ends are to be among the nodes,
 * they are followed in their direction only: those that many edges end at have few of their own.
 */
function edgesOfKind(kind: EdgeKind, where: string, bothEnds: boolean): string {
  const own = kind === 'CITATION' || kind === 'CORRESPONDENCE'
  return `UNWIND nodes AS node WITH node, node.id AS nodeId, ids WHERE ${labelsOf(kind)}
    MATCH (node)-[r:${typesOf(kind).join('|')}]-${bothEnds ? '>(other) WHERE other.id IN ids AND ' : '(other) WHERE '}${where}
    WITH r, nodeId, other.id AS otherId, startNode(r) = node AS isSource
    WITH DISTINCT r, CASE WHEN isSource THEN nodeId ELSE otherId END AS source, CASE WHEN isSource THEN otherId ELSE nodeId END AS target
    WITH r, source, target ORDER BY ${own ? 'r.id' : "source + '~' + target"} LIMIT $limit
    RETURN '${kind}' AS kind, collect([source, target${DETAILS[kind] ?? ''}]) AS edges`
}

const counterparts = (
  bothEnds: boolean,
) => `UNWIND nodes AS node WITH node, node.id AS nodeId, node.placeId AS placeId, node.agencyKind AS agencyKind, ids
    WHERE node:Agency AND node.function IS NOT NULL
  MATCH (other:Agency {function: node.function}) WHERE other.agencyKind = agencyKind AND other.placeId <> placeId${bothEnds ? ' AND other.id IN ids' : ''}
  WITH nodeId, other.id AS otherId
  WITH DISTINCT CASE WHEN nodeId < otherId THEN nodeId ELSE otherId END AS source,
    CASE WHEN nodeId < otherId THEN otherId ELSE nodeId END AS target
  WITH source, target ORDER BY source + '~' + target LIMIT $limit
  RETURN 'COUNTERPART' AS kind, collect([source, target]) AS edges`

function toEdge(kind: EdgeKind, [source, target, ...details]: readonly unknown[]): GraphEdge {
  const edge: GraphEdge = {
    ...{ id: graphEdgeId(kind, source as string, target as string), kind },
    ...{ sourceId: source as string, targetId: target as string },
    ...{ label: null, role: null, relation: null, score: null, reviewed: false, span: null },
  }
  if (kind === 'RESPONSIBILITY') {
    const [role, printed, span] = details
    return { ...edge, role: role as Role, label: printed as string, span: toSpan(span) }
  }
  if (kind === 'CITATION') {
    const [id, relation, cue, span] = details
    return {
      ...{ ...edge, id: id as string, relation: relation as Relation },
      ...{ label: cue as string | null, span: toSpan(span) },
    }
  }
  if (kind !== 'CORRESPONDENCE') return edge
  const [id, score, verdict] = details
  return { ...edge, id: id as string, score: score as number | null, reviewed: verdict === 'CONFIRMED' }
}

/** Kinds of which there are most: they take the server as long as all the others. */
const MOST_FREQUENT: ReadonlySet<EdgeKind> = new Set<EdgeKind>(['RESPONSIBILITY', 'CITATION'])
/** Kinds that one statement reads; where each has a connection of its own, they are read at the same time. */
const SHARES: readonly ReadonlySet<EdgeKind>[] = [
  MOST_FREQUENT,
  new Set(EDGE_KINDS.filter((kind) => !MOST_FREQUENT.has(kind))),
]

/** Edges that begin or end at any of the nodes, at most `limit` of each kind. */
export async function readEdges(
  transaction: Transaction,
  nodeIds: readonly string[],
  filter: EdgeFilter,
  limit: number,
): Promise<GraphEdge[]> {
  const kinds = EDGE_KINDS.filter((kind) => filter.kinds?.includes(kind) ?? true)
  if (limit <= 0 || kinds.length === 0) return []
  const { roles, relations } = filter
  const bothEnds = filter.bothEnds === true
  const partOf = (kind: EdgeKind) =>
    kind === 'COUNTERPART'
      ? counterparts(bothEnds)
      : edgesOfKind(kind, edgeOfKindWhere(kind, filter), bothEnds)
  const parameters = { roles, relations, ids: groupIds(nodeIds), limit: BigInt(limit) }
  const rows = await Promise.all(
    SHARES.map((share) => kinds.filter((kind) => share.has(kind)))
      .filter((share) => share.length > 0)
      .map((share) =>
        transaction.run(
          `${ASKED_NODES} WITH collect(DISTINCT node) AS nodes, collect(DISTINCT node.id) AS ids
           CALL (nodes, ids) { ${share.map(partOf).join(' UNION ALL ')} } RETURN kind, edges`,
          parameters,
        ),
      ),
  )
  const found = new Map(rows.flat().map((row) => [row['kind'], row['edges'] as unknown[][]]))
  return kinds.flatMap((kind) => (found.get(kind) ?? []).map((edge) => toEdge(kind, edge)))
}

const typesIn = (kinds: readonly EdgeKind[]) => kinds.flatMap(typesOf).join('|')
const OPEN_TYPES = typesIn(STORED_KINDS.filter((kind) => OPEN_KINDS.has(kind)))
const SURE_TYPES = typesIn(STORED_KINDS.filter((kind) => !OPEN_KINDS.has(kind) && kind !== 'CORRESPONDENCE'))
/** The server keeps the numbers of relationships with a node: only those that may not count are looked at. */
const DEGREE = `COUNT { (node)-[:${SURE_TYPES}|${OPEN_TYPES}]-() }
  - CASE WHEN open THEN COUNT { (node)-[:${OPEN_TYPES}]->(:${STORE_LABELS.PLACEHOLDER}) } ELSE 0 END
  + CASE WHEN node:Clause THEN COUNT { (node)-[r:CORRESPONDS_TO]-() WHERE ${NOT_REJECTED} } ELSE 0 END`

/** Number of stored edges of each node, by the id asked for. */
export async function readDegrees(
  transaction: Transaction,
  nodeIds: readonly string[],
): Promise<Map<string, number>> {
  // mostly there is nothing that nobody has described: then no relationship need be looked at
  const open = `WITH EXISTS { MATCH (:${STORE_LABELS.PLACEHOLDER}) } AS open`
  const rows = await transaction.run(`${open} ${ASKED_NODES} RETURN asked, ${DEGREE} AS degree`, {
    ids: groupIds(nodeIds),
  })
  return new Map(rows.map((row) => [row['asked'] as string, row['degree'] as number]))
}
