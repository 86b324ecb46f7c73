import type { DocumentBody } from '../../src/domain/bundle.ts'
import type {
  AboutEdge,
  DocumentNode,
  GraphNode,
  NodeKind,
  NodeOf,
  ProductMentionEdge,
} from '../../src/domain/nodes.ts'
import { LEVELS } from '../../src/domain/vocabulary.ts'
import { foldKey } from '../../src/text/fold.ts'
import type { CorpusStatistics } from '../port/corpusStatistics.ts'
import type { ChildRelation } from '../port/graphStore.ts'
import { CHILD_RULES, type ChildRule, NODE_TABLES } from '../schema/labels.ts'
import type { Connection } from './connection/connection.ts'
import { fromProps, listParameter, toBody } from './rows.ts'

const NODES_BY_ID = Object.values(NODE_TABLES)
  .map(
    ({ table }) =>
      `SELECT asked.value AS asked, n.props FROM wanted AS asked JOIN ${table} AS n ON n.id = asked.id`,
  )
  .join(' UNION ALL ')

/** The node of each id or alias that exists. */
export function readNodes(connection: Connection, ids: readonly string[]): Map<string, GraphNode> {
  const rows = connection.all(
    `WITH wanted AS MATERIALIZED (SELECT DISTINCT j.value, coalesce(alias.id, j.value) AS id FROM json_each(?) AS j LEFT JOIN alias ON alias.alias = j.value)
     ${NODES_BY_ID}`,
    listParameter(ids),
  )
  return new Map(rows.map((row) => [row['asked'] as string, fromProps<GraphNode>(row)]))
}

function column(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The statement that reads the children of a relation, with the parent of each. */
function childStatement(relation: ChildRelation): string {
  const { child, by, without, order }: ChildRule = CHILD_RULES[relation]
  const { table, owned } = NODE_TABLES[child]
  const orderBy = order === 'id' ? 'n.id' : owned ? 'n.document_id, n.position, n.id' : 'n.id'
  const topOnly = without.map((property) => ` AND n.${column(property)} IS NULL`).join('')
  if (by === 'agencyIds') {
    return `SELECT a.agency_id AS parent, n.props FROM ledger_agency AS a JOIN ledger_row AS n ON n.id = a.ledger_row_id
      WHERE a.agency_id IN (SELECT value FROM json_each(?)) ORDER BY ${orderBy}`
  }
  // every such column has an index of this name; the planner takes one whose column is mostly NULL for useless
  const index = `${table}_${column(by).replace(/_id$/, '')}`
  return `SELECT n.${column(by)} AS parent, n.props FROM ${table} AS n INDEXED BY ${index}
    WHERE n.${column(by)} IN (SELECT value FROM json_each(?))${topOnly} ORDER BY ${orderBy}`
}

function group<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

export function readChildren(
  connection: Connection,
  parentIds: readonly string[],
  relation: ChildRelation,
): Map<string, GraphNode[]> {
  const children = new Map<string, GraphNode[]>()
  for (const row of connection.all(childStatement(relation), listParameter(parentIds))) {
    group(children, row['parent'] as string, fromProps<GraphNode>(row))
  }
  return children
}

interface Products {
  readonly about: AboutEdge[]
  readonly mentions: ProductMentionEdge[]
}

export function readProducts(connection: Connection, clauseIds: readonly string[]): Map<string, Products> {
  const products = new Map<string, Products>()
  const of = (clauseId: string) => {
    const known = products.get(clauseId) ?? { about: [], mentions: [] }
    products.set(clauseId, known)
    return known
  }
  const read = <T>(table: 'about' | 'mention') =>
    connection
      .all(
        `SELECT props FROM ${table} WHERE clause_id IN (SELECT value FROM json_each(?)) ORDER BY clause_id, position`,
        listParameter(clauseIds),
      )
      .map((row) => fromProps<T>(row))
  for (const edge of read<AboutEdge>('about')) of(edge.clauseId).about.push(edge)
  for (const edge of read<ProductMentionEdge>('mention')) of(edge.clauseId).mentions.push(edge)
  return products
}

export function readBodies(
  connection: Connection,
  documentIds: readonly string[],
): Map<string, DocumentBody> {
  const rows = connection.all(
    'SELECT * FROM body WHERE document_id IN (SELECT value FROM json_each(?))',
    listParameter(documentIds),
  )
  return new Map(rows.map((row) => [row['document_id'] as string, toBody(row)]))
}

export function readAll<K extends NodeKind>(connection: Connection, kind: K): NodeOf<K>[] {
  return connection
    .all(`SELECT props FROM ${NODE_TABLES[kind].table} ORDER BY id`)
    .map((row) => fromProps<NodeOf<K>>(row))
}

/** By folded number, title or carried title; by id. */
export function readDocumentsByKey(
  connection: Connection,
  keys: { readonly numbers?: readonly string[]; readonly titles?: readonly string[] },
): DocumentNode[] {
  const list = (values: readonly string[] = []) =>
    listParameter(values.map(foldKey).filter((key) => key !== ''))
  return connection
    .all(
      `SELECT props FROM document WHERE number_key IN (SELECT value FROM json_each(?1))
         OR title_key IN (SELECT value FROM json_each(?2)) OR carried_title_key IN (SELECT value FROM json_each(?2)) ORDER BY id`,
      list(keys.numbers),
      list(keys.titles),
    )
    .map((row) => fromProps<DocumentNode>(row))
}

export function readDocumentBySha256(connection: Connection, sha256: string): DocumentNode | null {
  const row = connection.get(
    'SELECT props FROM document WHERE sha256 = ? AND ingested = 1 ORDER BY id',
    sha256.toLowerCase(),
  )
  return row === undefined ? null : fromProps<DocumentNode>(row)
}

export function readDocumentsWithoutVectors(connection: Connection): string[] {
  return connection
    .all(
      `SELECT d.id FROM document AS d WHERE d.ingested = 1 AND EXISTS (
         SELECT 1 FROM clause AS c WHERE c.document_id = d.id AND c.parent_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM passage WHERE clause_seq = c.seq)) ORDER BY d.id`,
    )
    .map((row) => row['id'] as string)
}

export function readStatistics(connection: Connection): CorpusStatistics {
  const counts = connection.get(`SELECT
    (SELECT count(*) FROM document WHERE ingested = 1) AS documents,
    (SELECT count(*) FROM document WHERE ingested = 0) AS citedDocuments,
    (SELECT count(*) FROM clause WHERE parent_id IS NULL) AS clauses,
    (SELECT count(*) FROM agency) AS agencies,
    (SELECT count(*) FROM responsibility) AS responsibilities,
    (SELECT count(*) FROM citation) AS citations,
    (SELECT count(*) FROM target) AS targets,
    (SELECT count(*) FROM passage) AS embeddedClauses,
    (SELECT count(*) FROM correspondence) - (SELECT count(*) FROM correspondence WHERE verdict = 'REJECTED') AS correspondences,
    (SELECT min(issued_on) FROM document WHERE ingested = 1) AS issuedFrom,
    (SELECT max(issued_on) FROM document WHERE ingested = 1) AS issuedUntil,
    (SELECT count(*) FROM document WHERE ingested = 1 AND issued_on IS NULL) AS undated`)
  const distinct = (name: string) =>
    connection
      .all(
        `SELECT DISTINCT ${name} AS value FROM document WHERE ingested = 1 AND ${name} IS NOT NULL ORDER BY 1`,
      )
      .map((row) => row['value'] as string)
  const levels = new Set(distinct('level'))
  return {
    ...(counts as unknown as Omit<CorpusStatistics, 'placeIds' | 'levels'>),
    placeIds: distinct('place_id'),
    levels: LEVELS.filter((level) => levels.has(level)),
  }
}
