import { inflateSync } from 'node:zlib'
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
import { STORE_LABELS } from '../schema/relationships.ts'
import { byIds, groupIds } from './idShapes.ts'
import { CITATION } from './lists.ts'
import { fromProps } from './paging.ts'
import type { Row, Transaction } from './transaction.ts'

const NODE_KINDS = Object.keys(NODE_TABLES) as NodeKind[]

/** The documents that some of `$ids` are aliases of. */
export const ALIASES = `MATCH (alias:${STORE_LABELS.ALIAS})-[:ALIAS_OF]->(document:Document) WHERE alias.alias IN $ids
  RETURN alias.alias AS alias, document.id AS id`

/** @param rows of `ALIASES` */
export function resolveBy(rows: readonly Row[], ids: readonly string[]): Map<string, string> {
  const resolved = new Map(ids.map((id) => [id, id]))
  for (const row of rows) resolved.set(row['alias'] as string, row['id'] as string)
  return resolved
}

/** The ids that ids or aliases stand for, by the id asked for; itself where it is unknown. */
export async function resolveIds(
  transaction: Transaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  return resolveBy(await transaction.run(ALIASES, { ids }), ids)
}

export async function resolveId(transaction: Transaction, id: string): Promise<string> {
  return (await resolveIds(transaction, [id])).get(id) ?? id
}

const NODES = byIds(NODE_KINDS, (asked) => `${asked} AS id, node.props AS props`)

/** The node of each id or alias that exists. */
export async function readNodes(
  transaction: Transaction,
  ids: readonly string[],
): Promise<Map<string, GraphNode>> {
  const rows = await transaction.run(NODES, { ids: groupIds(ids) })
  const found = new Map(rows.map((row) => [row['id'] as string, row]))
  const nodes = new Map<string, GraphNode>()
  for (const id of ids) {
    const row = found.get(id)
    if (row !== undefined) nodes.set(id, fromProps<GraphNode>(row))
  }
  return nodes
}

/** The statement that reads the children of a relation, with the parent of each. */
function childStatement(relation: ChildRelation): string {
  const { child, by, without, order }: ChildRule = CHILD_RULES[relation]
  const { label, owned } = NODE_TABLES[child]
  const orderBy = order === 'text' && owned ? 'n.documentId, n.position, n.id' : 'n.id'
  const match =
    by === 'agencyIds'
      ? `MATCH (agency:Agency)<-[:LED_BY|SUPPORTED_BY]-(n:${label}) WHERE agency.id IN $ids WITH DISTINCT agency.id AS parent, n`
      : `MATCH (n:${label}) WHERE n.${by} IN $ids AND n.props IS NOT NULL${without.map((property) => ` AND n.${property} IS NULL`).join('')} WITH n.${by} AS parent, n`
  return `${match} RETURN parent, n.props AS props ORDER BY ${orderBy}`
}

export async function readChildren(
  transaction: Transaction,
  parentIds: readonly string[],
  relation: ChildRelation,
): Promise<Map<string, GraphNode[]>> {
  const children = new Map<string, GraphNode[]>()
  for (const row of await transaction.run(childStatement(relation), { ids: parentIds })) {
    const parent = row['parent'] as string
    const list = children.get(parent)
    if (list === undefined) children.set(parent, [fromProps<GraphNode>(row)])
    else list.push(fromProps<GraphNode>(row))
  }
  return children
}

interface Products {
  readonly about: AboutEdge[]
  readonly mentions: ProductMentionEdge[]
}

export async function readProducts(
  transaction: Transaction,
  clauseIds: readonly string[],
): Promise<Map<string, Products>> {
  const rows = await transaction.run(
    `MATCH (clause:Clause)-[n:ABOUT|MENTIONS]->(:ProductType) WHERE clause.id IN $ids
     RETURN clause.id AS clauseId, type(n) AS type, n.props AS props ORDER BY clauseId, n.position`,
    { ids: clauseIds },
  )
  const products = new Map<string, Products>()
  for (const row of rows) {
    const clauseId = row['clauseId'] as string
    const known = products.get(clauseId) ?? { about: [], mentions: [] }
    products.set(clauseId, known)
    if (row['type'] === 'ABOUT') known.about.push(fromProps<AboutEdge>(row))
    else known.mentions.push(fromProps<ProductMentionEdge>(row))
  }
  return products
}

function toBody(row: Row): DocumentBody {
  const inflate = (column: string) => {
    const bytes = row[column] as Int8Array
    return inflateSync(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }
  return {
    text: inflate('text').toString('utf8'),
    sourceText: inflate('sourceText').toString('utf8'),
    sourceBytes: new Uint8Array(inflate('sourceBytes')),
  }
}

export async function readBodies(
  transaction: Transaction,
  documentIds: readonly string[],
): Promise<Map<string, DocumentBody>> {
  const rows = await transaction.run(
    `MATCH (body:${STORE_LABELS.BODY}) WHERE body.documentId IN $ids
     RETURN body.documentId AS id, body.text AS text, body.sourceText AS sourceText, body.sourceBytes AS sourceBytes`,
    { ids: documentIds },
  )
  return new Map(rows.map((row) => [row['id'] as string, toBody(row)]))
}

export async function readAll<K extends NodeKind>(transaction: Transaction, kind: K): Promise<NodeOf<K>[]> {
  const rows = await transaction.run(
    `MATCH (n:${NODE_TABLES[kind].label}) WHERE n.props IS NOT NULL RETURN n.props AS props ORDER BY n.id`,
  )
  return rows.map((row) => fromProps<NodeOf<K>>(row))
}

/** By folded number, title or carried title; by id. */
export async function readDocumentsByKey(
  transaction: Transaction,
  keys: { readonly numbers?: readonly string[]; readonly titles?: readonly string[] },
): Promise<DocumentNode[]> {
  const fold = (values: readonly string[] = []) => values.map(foldKey).filter((key) => key !== '')
  const rows = await transaction.run(
    `CALL () { MATCH (n:Document) WHERE n.numberKey IN $numbers RETURN n
       UNION MATCH (n:Document) WHERE n.titleKey IN $titles RETURN n
       UNION MATCH (n:Document) WHERE n.carriedTitleKey IN $titles RETURN n }
     RETURN n.props AS props ORDER BY n.id`,
    { numbers: fold(keys.numbers), titles: fold(keys.titles) },
  )
  return rows.map((row) => fromProps<DocumentNode>(row))
}

export async function readDocumentBySha256(
  transaction: Transaction,
  sha256: string,
): Promise<DocumentNode | null> {
  const [row] = await transaction.run(
    'MATCH (n:Document {sha256: $sha256}) WHERE n.ingested RETURN n.props AS props ORDER BY n.id LIMIT 1',
    { sha256: sha256.toLowerCase() },
  )
  return row === undefined ? null : fromProps<DocumentNode>(row)
}

export async function readDocumentsWithoutVectors(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.run(
    `MATCH (clause:Clause) WHERE clause.parentId IS NULL AND NOT EXISTS { (clause)-[:HAS_PASSAGE]->() }
     RETURN DISTINCT clause.documentId AS id ORDER BY id`,
  )
  return rows.map((row) => row['id'] as string)
}

/** Counts come from the counts that the server keeps, by label and by type. */
const COUNTS = `
  CALL () { MATCH (n:Document) WHERE n.ingested RETURN count(n) AS documents, min(n.issuedOn) AS issuedFrom, max(n.issuedOn) AS issuedUntil,
    count(CASE WHEN n.issuedOn IS NULL THEN 1 END) AS undated, collect(DISTINCT n.placeId) AS placeIds, collect(DISTINCT n.level) AS levels }
  CALL () { MATCH (n:Document) RETURN count(n) AS allDocuments }
  CALL () { MATCH (n:Clause) RETURN count(n) AS allClauses }
  CALL () { MATCH (n:${STORE_LABELS.ITEM}) RETURN count(n) AS items }
  CALL () { MATCH (n:Agency) RETURN count(n) AS allAgencies }
  CALL () { MATCH (n:${STORE_LABELS.PLACEHOLDER}) WHERE n:Agency RETURN count(n) AS unknownAgencies }
  CALL () { MATCH ()-[n:ASSIGNED_TO]->() RETURN count(n) AS responsibilities }
  CALL () { MATCH ()-[n:${CITATION}]->() RETURN count(n) AS citations }
  CALL () { MATCH (n:Target) RETURN count(n) AS targets }
  CALL () { MATCH (n:${STORE_LABELS.WHOLE}) RETURN count(n) AS embeddedClauses }
  CALL () { MATCH ()-[n:CORRESPONDS_TO]->() RETURN count(n) AS allLinks }
  CALL () { MATCH (:Clause)-[n:CORRESPONDS_TO]->(:Clause) WHERE n.verdict = 'REJECTED' RETURN count(n) AS rejectedLinks }
  RETURN *`

export async function readStatistics(transaction: Transaction): Promise<CorpusStatistics> {
  const [row = {}] = await transaction.run(COUNTS)
  const count = (name: string) => row[name] as number
  const levels = new Set(row['levels'] as string[])
  return {
    documents: count('documents'),
    citedDocuments: count('allDocuments') - count('documents'),
    clauses: count('allClauses') - count('items'),
    agencies: count('allAgencies') - count('unknownAgencies'),
    responsibilities: count('responsibilities'),
    citations: count('citations'),
    targets: count('targets'),
    placeIds: [...(row['placeIds'] as string[])].sort(),
    levels: LEVELS.filter((level) => levels.has(level)),
    issuedFrom: row['issuedFrom'] as string | null,
    issuedUntil: row['issuedUntil'] as string | null,
    undated: count('undated'),
    embeddedClauses: count('embeddedClauses'),
    correspondences: count('allLinks') - count('rejectedLinks'),
  }
}
