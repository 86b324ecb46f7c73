import {
  EDGE_KINDS,
  type EdgeKind,
  type GraphEdge,
  type GraphNodeKind,
  graphEdgeId,
} from '../../src/domain/graph.ts'
import type { Span } from '../../src/domain/span.ts'
import type { Relation, Role } from '../../src/domain/vocabulary.ts'
import type { EdgeFilter } from '../port/graphStore.ts'
import { NODE_TABLES } from '../schema/labels.ts'
import type { Condition } from './conditions.ts'
import type { Connection } from './connection/connection.ts'
import type { Row, SqlValue } from './connection/openSqlite.ts'
import {
  COUNTERPARTS,
  EDGE_DETAILS,
  type EdgeSource,
  fromSources,
  LIST,
  STORED_EDGES,
  toTargets,
} from './edgeSources.ts'
import { fromProps, listParameter } from './rows.ts'

/** The commonest kinds first: the first table that holds the id ends the search. */
const SEARCHED_KINDS = [
  'CLAUSE',
  'DOCUMENT',
  'AGENCY',
  'TARGET',
  'SECTION',
  'JURISDICTION',
  'PRODUCT_TYPE',
] as const satisfies readonly GraphNodeKind[]
const KIND_OF_NODE = SEARCHED_KINDS.map(
  (kind) =>
    `WHEN EXISTS (SELECT 1 FROM ${NODE_TABLES[kind].table} AS n WHERE n.id = asked.id) THEN '${kind}'`,
).join(' ')

export interface KnownNode {
  readonly kind: GraphNodeKind
  /** As asked for: an id or an alias. */
  readonly asked: string
  readonly id: string
}

/** Those of the ids or aliases that stand for a node of a kind that the graph shows. */
export function findGraphNodes(connection: Connection, ids: readonly string[]): KnownNode[] {
  const rows = connection.all(
    `SELECT asked.asked, asked.id, CASE ${KIND_OF_NODE} END AS kind
     FROM (SELECT DISTINCT j.value AS asked, coalesce(alias.id, j.value) AS id FROM json_each(?) AS j LEFT JOIN alias ON alias.alias = j.value) AS asked`,
    listParameter(ids),
  )
  return rows.filter((row) => row['kind'] !== null) as unknown as KnownNode[]
}

/** Ids of nodes of each kind, as the parameter of a statement. */
export class IdLists {
  readonly #lists = new Map<GraphNodeKind, string>()

  constructor(nodes: Iterable<{ readonly kind: GraphNodeKind; readonly id: string }>) {
    const groups = new Map<GraphNodeKind, Set<string>>()
    for (const { kind, id } of nodes) {
      const group = groups.get(kind)
      if (group === undefined) groups.set(kind, new Set([id]))
      else group.add(id)
    }
    for (const [kind, group] of groups) this.#lists.set(kind, listParameter([...group]))
  }

  has(kind: GraphNodeKind): boolean {
    return this.#lists.has(kind)
  }

  of(kind: GraphNodeKind): string {
    return this.#lists.get(kind) ?? '[]'
  }
}

/** The rows of a source that an edge filter leaves, beside the condition on its kind. */
export function edgeCondition(source: EdgeSource, { roles, relations }: EdgeFilter): Condition {
  const parts = [source.where]
  const values: SqlValue[] = []
  if (source.role !== undefined && roles !== undefined) {
    parts.push(`${source.role} IN ${LIST}`)
    values.push(listParameter(roles))
  }
  if (source.relation !== undefined && relations !== undefined) {
    parts.push(`${source.relation} IN ${LIST}`)
    values.push(listParameter(relations))
  }
  return { sql: parts.join(' AND '), values }
}

/** Sources of the kinds that a filter names and whose ends can be among the nodes. */
export function sourcesAt(sources: readonly EdgeSource[], filter: EdgeFilter, ids: IdLists): EdgeSource[] {
  return sources.filter(
    ({ kind, sourceKind, targetKind }) =>
      (filter.kinds?.includes(kind) ?? true) && (ids.has(sourceKind) || ids.has(targetKind)),
  )
}

/** The edges of one source that begin or end at the nodes, each once. */
function edgesAt(source: EdgeSource, filter: EdgeFilter, ids: IdLists): Condition {
  const { kind, score = 'NULL', role = 'NULL', relation = 'NULL', reviewed = '0' } = source
  const { sql, values } = edgeCondition(source, filter)
  const id =
    source.id ?? `'${graphEdgeId(kind, '', '').slice(0, -1)}' || ${source.source} || '~' || ${source.target}`
  const select = `SELECT ${id} AS id, ${source.source} AS source, ${source.target} AS target, ${role} AS role,
    ${relation} AS relation, ${score} AS score, ${reviewed} AS reviewed`
  const begins = ids.of(source.sourceKind)
  const ends = ids.of(source.targetKind)
  const fromSource = `${select} ${fromSources(source, sql)}`
  if (filter.bothEnds === true)
    return { sql: `${fromSource} AND +${source.target} IN ${LIST}`, values: [...values, begins, ends] }
  return {
    sql: `${fromSource} UNION ALL ${select} ${toTargets(source, sql)} AND ${source.source} NOT IN ${LIST}`,
    values: [...values, begins, ...values, ends, begins],
  }
}

function toEdge(kind: EdgeKind, row: Row): GraphEdge {
  const label = EDGE_DETAILS[kind]?.label
  const props = label === undefined ? null : fromProps<Record<string, unknown>>(row)
  return {
    id: row['id'] as string,
    kind,
    sourceId: row['source'] as string,
    targetId: row['target'] as string,
    label: label === undefined ? null : ((props?.[label] as string | undefined) ?? null),
    role: row['role'] as Role | null,
    relation: row['relation'] as Relation | null,
    score: row['score'] as number | null,
    reviewed: row['reviewed'] === 1,
    span: (props?.['span'] as Span | undefined) ?? null,
  }
}

function readEdgesOfKind(
  connection: Connection,
  kind: EdgeKind,
  parts: readonly Condition[],
  limit: number,
): GraphEdge[] {
  const details = EDGE_DETAILS[kind]
  const keys = `SELECT * FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')}) ORDER BY id LIMIT ?`
  const sql =
    details === undefined
      ? keys
      : `SELECT k.*, p.props FROM (${keys}) AS k JOIN ${details.join} ORDER BY k.id`
  return connection.all(sql, ...parts.flatMap(({ values }) => values), limit).map((row) => toEdge(kind, row))
}

/** Edges that begin or end at any of the nodes, at most `limit` of each kind. */
export function readEdges(
  connection: Connection,
  nodeIds: readonly string[],
  filter: EdgeFilter,
  limit: number,
): GraphEdge[] {
  const ids = new IdLists(findGraphNodes(connection, nodeIds))
  const sources = sourcesAt([...STORED_EDGES, COUNTERPARTS], filter, ids)
  return EDGE_KINDS.flatMap((kind) => {
    const parts = sources
      .filter((source) => source.kind === kind)
      .map((source) => edgesAt(source, filter, ids))
    return parts.length === 0 || limit <= 0 ? [] : readEdgesOfKind(connection, kind, parts, limit)
  })
}

/** Number of stored edges of each node, by the id asked for. */
export function readDegrees(connection: Connection, nodeIds: readonly string[]): Map<string, number> {
  const nodes = findGraphNodes(connection, nodeIds)
  const ids = new IdLists(nodes)
  const counts = new Map<string, number>()
  for (const edges of sourcesAt(STORED_EDGES, {}, ids)) {
    const { where, source, target } = edges
    // a document that cites itself has one edge, not two
    const otherEnd = edges.sourceKind === edges.targetKind ? `AND ${source} <> ${target}` : ''
    const rows = connection.all(
      `SELECT ${source} AS node, count(*) AS n ${fromSources(edges, where)} GROUP BY 1
       UNION ALL SELECT ${target}, count(*) ${toTargets(edges, where)} ${otherEnd} GROUP BY 1`,
      ids.of(edges.sourceKind),
      ids.of(edges.targetKind),
    )
    for (const row of rows) {
      const node = row['node'] as string
      counts.set(node, (counts.get(node) ?? 0) + Number(row['n']))
    }
  }
  return new Map(nodes.map(({ asked, id }) => [asked, counts.get(id) ?? 0]))
}
