import {
  EDGE_KINDS,
  type EdgeKind,
  GRAPH_NODE_KINDS,
  type GraphEdge,
  graphEdgeId,
} from '../../src/domain/graph.ts'
import type { Span } from '../../src/domain/span.ts'
import type { Relation, Role } from '../../src/domain/vocabulary.ts'
import type { EdgeFilter } from '../port/graphStore.ts'
import { NODE_TABLES } from '../schema/labels.ts'
import { RELATIONSHIPS, type RelationshipType } from '../schema/relationships.ts'
import { resolveIds } from './readNodes.ts'
import type { Parameters, Row, Transaction } from './transaction.ts'

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

/** What a filter asks of a relationship `r`, beside its type; rejected links and links to what is not described are no edges. */
export function edgeWhere({ roles, relations }: EdgeFilter): {
  readonly where: string
  readonly parameters: Parameters
} {
  const parts = [
    "(r.verdict IS NULL OR r.verdict <> 'REJECTED')",
    'NOT startNode(r):Placeholder',
    'NOT endNode(r):Placeholder',
  ]
  if (roles !== undefined) parts.push("(type(r) <> 'ASSIGNED_TO' OR r.role IN $roles)")
  if (relations !== undefined)
    parts.push(
      `(NOT type(r) IN [${typesOf('CITATION')
        .map((type) => `'${type}'`)
        .join(', ')}] OR type(r) IN $relations)`,
    )
  return { where: parts.join(' AND '), parameters: { roles, relations } }
}

/** Nodes `node` of any kind that the graph shows with an id of `$ids`; each label has an index of its own. */
export const GRAPH_NODES = `CALL () { ${GRAPH_LABELS.map(
  (label) => `MATCH (node:${label}) WHERE node.id IN $ids AND node.props IS NOT NULL RETURN node`,
).join(' UNION ALL ')} }`

/**
 * Of each kind the first edges by id. `id` is that of the citation or correspondence, else made of the ends. Where both
 * ends are to be among the nodes, they are followed in their direction only: those that many edges end at have few of their own.
 */
function edgesOfKind(kind: EdgeKind, where: string, bothEnds: boolean): string {
  const own = kind === 'CITATION' || kind === 'CORRESPONDENCE'
  const prefix = graphEdgeId(kind, '', '').slice(0, -1)
  return `${GRAPH_NODES}
    MATCH (node)-[r:${typesOf(kind).join('|')}]-${bothEnds ? '>(other) WHERE other.id IN $ids AND ' : '() WHERE '}${where}
    WITH DISTINCT r, startNode(r).id AS source, endNode(r).id AS target
    WITH r, source, target, ${own ? 'r.id' : `'${prefix}' + source + '~' + target`} AS id ORDER BY id LIMIT $limit
    RETURN id, source, target, type(r) AS type, r.role AS role, r.score AS score, r.verdict AS verdict,
      ${kind === 'CITATION' || kind === 'RESPONSIBILITY' ? 'r.props' : 'null'} AS props`
}

const counterparts = (
  bothEnds: boolean,
) => `MATCH (node:Agency) WHERE node.id IN $ids AND node.props IS NOT NULL AND node.function IS NOT NULL
  MATCH (other:Agency {function: node.function}) WHERE other.agencyKind = node.agencyKind AND other.placeId <> node.placeId${bothEnds ? ' AND other.id IN $ids' : ''}
  WITH DISTINCT CASE WHEN node.id < other.id THEN node.id ELSE other.id END AS source,
    CASE WHEN node.id < other.id THEN other.id ELSE node.id END AS target
  WITH source, target, 'counterpart/' + source + '~' + target AS id ORDER BY id LIMIT $limit
  RETURN id, source, target, null AS type, null AS role, null AS score, null AS verdict, null AS props`

function toEdge(kind: EdgeKind, row: Row): GraphEdge {
  const json = row['props']
  const props = typeof json === 'string' ? (JSON.parse(json) as Record<string, unknown>) : null
  const label = kind === 'CITATION' ? props?.['cue'] : kind === 'RESPONSIBILITY' ? props?.['printed'] : null
  return {
    id: row['id'] as string,
    kind,
    sourceId: row['source'] as string,
    targetId: row['target'] as string,
    label: (label as string | null | undefined) ?? null,
    role: row['role'] as Role | null,
    relation: kind === 'CITATION' ? (row['type'] as Relation) : null,
    score: row['score'] as number | null,
    reviewed: row['verdict'] === 'CONFIRMED',
    span: (props?.['span'] as Span | undefined) ?? null,
  }
}

/** Edges that begin or end at any of the nodes, at most `limit` of each kind. */
export async function readEdges(
  transaction: Transaction,
  nodeIds: readonly string[],
  filter: EdgeFilter,
  limit: number,
): Promise<GraphEdge[]> {
  if (limit <= 0) return []
  const ids = [...new Set((await resolveIds(transaction, nodeIds)).values())]
  const { where, parameters } = edgeWhere(filter)
  const bothEnds = filter.bothEnds === true
  const kinds = EDGE_KINDS.filter((kind) => filter.kinds?.includes(kind) ?? true)
  const answers = await Promise.all(
    kinds.map((kind) =>
      transaction.run(kind === 'COUNTERPART' ? counterparts(bothEnds) : edgesOfKind(kind, where, bothEnds), {
        ...parameters,
        ids,
        limit: BigInt(limit),
      }),
    ),
  )
  return kinds.flatMap((kind, i) => (answers[i] ?? []).map((row) => toEdge(kind, row)))
}

/** Number of stored edges of each node, by the id asked for. */
export async function readDegrees(
  transaction: Transaction,
  nodeIds: readonly string[],
): Promise<Map<string, number>> {
  const resolved = await resolveIds(transaction, nodeIds)
  const { where } = edgeWhere({})
  const rows = await transaction.run(
    `${GRAPH_NODES} RETURN node.id AS id, COUNT { (node)-[r:${typePattern({})}]-() WHERE ${where} } AS degree`,
    { ids: [...new Set(resolved.values())] },
  )
  const degrees = new Map(rows.map((row) => [row['id'] as string, row['degree'] as number]))
  const byAsked = new Map<string, number>()
  for (const [asked, id] of resolved) {
    const degree = degrees.get(id)
    if (degree !== undefined) byAsked.set(asked, degree)
  }
  return byAsked
}
