import type { DocumentBundle } from '../../src/domain/bundle.ts'
import type { AgencyNode, PlaceNode, ProductTypeNode } from '../../src/domain/nodes.ts'
import { mergeAgencies } from '../schema/mergeAgencies.ts'
import { createLinks } from './batches.ts'
import { agencyProperties, type Properties, placeProperties, productTypeProperties } from './records.ts'
import type { Transaction } from './transaction.ts'

interface SharedRow {
  readonly properties: Properties
  /** What it is a part of. */
  readonly upper: { readonly label: 'Place' | 'Agency' | 'ProductType'; readonly id: string } | null
}

function toRow(node: PlaceNode | ProductTypeNode | AgencyNode): SharedRow {
  const upper = (label: 'Place' | 'Agency' | 'ProductType', id: string | null) =>
    id === null ? null : { label, id }
  if (node.kind === 'PRODUCT_TYPE')
    return { properties: productTypeProperties(node), upper: upper('ProductType', node.broaderId) }
  if (node.kind === 'JURISDICTION')
    return { properties: placeProperties(node), upper: upper('Place', node.parentId) }
  return {
    properties: agencyProperties(node),
    upper: upper('Agency', node.parentId) ?? upper('Place', node.placeId),
  }
}

async function upsertLabel(
  transaction: Transaction,
  label: string,
  rows: readonly SharedRow[],
): Promise<void> {
  if (rows.length === 0) return
  await transaction.run(
    `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row REMOVE n:Placeholder
     WITH n MATCH (n)-[part:PART_OF]->() DELETE part`,
    { rows: rows.map(({ properties }) => properties) },
  )
  for (const to of ['Place', 'Agency', 'ProductType'] as const) {
    const links = rows.flatMap(({ properties, upper }) =>
      upper?.label === to ? [{ from: properties['id'] as string, to: upper.id }] : [],
    )
    await createLinks(transaction, { from: label, type: 'PART_OF', to, placeholder: true }, links)
  }
}

/** Writes nodes that belong to no document as they are given now; the last of several with one id counts. */
export async function upsertShared(
  transaction: Transaction,
  nodes: readonly (PlaceNode | ProductTypeNode | AgencyNode)[],
): Promise<void> {
  const last = [...new Map(nodes.map((node) => [node.id, node])).values()]
  const labels = { JURISDICTION: 'Place', PRODUCT_TYPE: 'ProductType', AGENCY: 'Agency' } as const
  for (const [kind, label] of Object.entries(labels)) {
    await upsertLabel(transaction, label, last.filter((node) => node.kind === kind).map(toRow))
  }
}

/** Ids of the agencies and zones that a document shares with others. */
export async function sharedIdsOf(transaction: Transaction, documentId: string): Promise<string[]> {
  const rows = await transaction.run('MATCH (:Document {id: $documentId})-[:NAMES]->(n) RETURN n.id AS id', {
    documentId,
  })
  return rows.map((row) => row['id'] as string)
}

/** Notes what a bundle says of agencies and zones; a division that the reference data lack is added for good. */
export async function putShares(transaction: Transaction, bundle: DocumentBundle): Promise<void> {
  const divisions = bundle.places.filter(({ code }) => code !== null)
  if (divisions.length > 0) {
    const known = await transaction.run(
      'MATCH (n:Place) WHERE n.id IN $ids AND n.props IS NOT NULL RETURN n.id AS id',
      {
        ids: divisions.map(({ id }) => id),
      },
    )
    const ids = new Set(known.map((row) => row['id']))
    await upsertShared(
      transaction,
      divisions.filter(({ id }) => !ids.has(id)),
    )
  }
  const from = bundle.document.id
  const link = (node: AgencyNode | PlaceNode) => ({
    from,
    to: node.id,
    properties: { props: JSON.stringify(node) },
  })
  const last = <T extends AgencyNode | PlaceNode>(nodes: readonly T[]) => [
    ...new Map(nodes.map((node) => [node.id, node])).values(),
  ]
  const zones = bundle.places.filter(({ code }) => code === null)
  const rule = { from: 'Document', type: 'NAMES', placeholder: true } as const
  await createLinks(transaction, { ...rule, to: 'Agency' }, last(bundle.agencies).map(link))
  await createLinks(transaction, { ...rule, to: 'Place' }, last(zones).map(link))
}

/** What all documents say of shared nodes, each saying once, by the id of the first document that says so. */
const VERSIONS = ['Agency', 'Place']
  .map(
    (label) => `MATCH (n:${label}) WHERE n.id IN $ids MATCH (document:Document)-[share:NAMES]->(n)
      WITH n.id AS id, n.props AS current, share.props AS props, min(document.id) AS firstSaid
      RETURN id, current, props, firstSaid`,
  )
  .join(' UNION ALL ')

async function refreshShared(transaction: Transaction, ids: readonly string[]): Promise<void> {
  const rows = await transaction.run(
    `CALL () { ${VERSIONS} } RETURN id, current, props ORDER BY id, firstSaid`,
    { ids },
  )
  const versions = new Map<string, (AgencyNode | PlaceNode)[]>()
  const current = new Map(rows.map((row) => [row['id'] as string, row['current']]))
  for (const row of rows) {
    const id = row['id'] as string
    const version = JSON.parse(row['props'] as string) as AgencyNode | PlaceNode
    versions.set(id, [...(versions.get(id) ?? []), version])
  }
  const merged = [...versions].map(([id, said]) => {
    const [first] = said
    return first?.kind === 'JURISDICTION' ? first : { ...mergeAgencies(said as AgencyNode[]), id }
  })
  // most documents say nothing new of an agency that hundreds name: its node is left alone
  await upsertShared(
    transaction,
    merged.filter((node) => JSON.stringify(node) !== current.get(node.id)),
  )
}

const DELETE_UNUSED = [
  `MATCH (n:Agency) WHERE n.id IN $ids AND n.props IS NOT NULL AND NOT EXISTS { (n)<--() } DETACH DELETE n RETURN count(*) AS gone`,
  `MATCH (n:Place) WHERE n.id IN $ids AND n.props IS NOT NULL AND n.code IS NULL AND NOT EXISTS { (n)<--() }
     AND NOT EXISTS { MATCH (:Agency {placeId: n.id}) } DETACH DELETE n RETURN count(*) AS gone`,
]

/** Brings shared nodes up to date with the documents that still name them, and removes those that none does. */
export async function settleShared(transaction: Transaction, ids: Iterable<string>): Promise<void> {
  const list = [...new Set(ids)]
  if (list.length === 0) return
  await refreshShared(transaction, list)
  for (let gone = 1; gone > 0; ) {
    // a parent can go only after its children: repeat until nothing goes
    gone = 0
    for (const statement of DELETE_UNUSED) {
      const [row] = await transaction.run(statement, { ids: list })
      gone += Number(row?.['gone'] ?? 0)
    }
  }
}

/** Removes nodes that stood for something not described and that nothing refers to any more. */
export async function dropPlaceholders(transaction: Transaction): Promise<void> {
  await transaction.run('MATCH (n:Placeholder) WHERE NOT EXISTS { (n)--() } DELETE n')
}
