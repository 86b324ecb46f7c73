import type { DocumentBundle } from '../../src/domain/bundle.ts'
import type { AgencyNode, PlaceNode, ProductTypeNode } from '../../src/domain/nodes.ts'
import { mergeAgencies } from '../schema/mergeAgencies.ts'
import type { Connection } from './connection/connection.ts'
import { agencyValues, fromProps, listParameter } from './rows.ts'

/** Writes a division, zone or product type as it is given now. */
export function upsertReference(connection: Connection, node: PlaceNode | ProductTypeNode): void {
  if (node.kind === 'PRODUCT_TYPE') {
    connection.run(
      'INSERT OR REPLACE INTO product_type (id, broader_id, props) VALUES (?, ?, ?)',
      node.id,
      node.broaderId,
      JSON.stringify(node),
    )
    return
  }
  connection.run(
    'INSERT OR REPLACE INTO place (id, code, level, parent_id, props) VALUES (?, ?, ?, ?, ?)',
    node.id,
    node.code,
    node.level,
    node.parentId,
    JSON.stringify(node),
  )
}

function refreshAgency(connection: Connection, id: string, versions: readonly AgencyNode[]): void {
  connection.run(
    `INSERT INTO agency (id, search_text, agency_kind, function, place_id, parent_id, props) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET search_text = excluded.search_text, agency_kind = excluded.agency_kind,
       function = excluded.function, place_id = excluded.place_id, parent_id = excluded.parent_id, props = excluded.props`,
    ...agencyValues({ ...mergeAgencies(versions), id }),
  )
}

function refreshShared(connection: Connection, id: string): void {
  const rows = connection.all('SELECT props FROM share WHERE node_id = ? ORDER BY document_id', id)
  const versions = rows.map((row) => fromProps<AgencyNode | PlaceNode>(row))
  const [first] = versions
  if (first === undefined) return
  if (first.kind === 'JURISDICTION') upsertReference(connection, first)
  else refreshAgency(connection, id, versions as AgencyNode[])
}

/** Ids of the agencies and zones that a document shares with others. */
export function sharedIdsOf(connection: Connection, documentId: string): string[] {
  return connection
    .all('SELECT node_id FROM share WHERE document_id = ?', documentId)
    .map((row) => row['node_id'] as string)
}

/** Notes what a bundle says of agencies and zones; a division that the reference data lack is added for good. */
export function putShares(connection: Connection, bundle: DocumentBundle): void {
  for (const node of [...bundle.agencies, ...bundle.places]) {
    if (node.kind === 'JURISDICTION' && node.code !== null) {
      const known = connection.get('SELECT 1 FROM place WHERE id = ?', node.id)
      if (known === undefined) upsertReference(connection, node)
      continue
    }
    connection.run(
      'INSERT OR REPLACE INTO share (node_id, document_id, props) VALUES (?, ?, ?)',
      node.id,
      bundle.document.id,
      JSON.stringify(node),
    )
  }
}

const DELETE_UNUSED_AGENCIES = `
  DELETE FROM agency WHERE id IN (SELECT value FROM json_each(?))
    AND NOT EXISTS (SELECT 1 FROM share WHERE node_id = agency.id)
    AND NOT EXISTS (SELECT 1 FROM issuer WHERE agency_id = agency.id)
    AND NOT EXISTS (SELECT 1 FROM responsibility WHERE agency_id = agency.id)
    AND NOT EXISTS (SELECT 1 FROM ledger_agency WHERE agency_id = agency.id)
    AND NOT EXISTS (SELECT 1 FROM agency AS child WHERE child.parent_id = agency.id)`
const DELETE_UNUSED_ZONES = `
  DELETE FROM place WHERE id IN (SELECT value FROM json_each(?)) AND code IS NULL
    AND NOT EXISTS (SELECT 1 FROM share WHERE node_id = place.id)
    AND NOT EXISTS (SELECT 1 FROM agency WHERE place_id = place.id)
    AND NOT EXISTS (SELECT 1 FROM document WHERE place_id = place.id)
    AND NOT EXISTS (SELECT 1 FROM place AS child WHERE child.parent_id = place.id)`

/** Brings shared nodes up to date with the documents that still name them, and removes those that none does. */
export function settleShared(connection: Connection, ids: Iterable<string>): void {
  const list = [...new Set(ids)]
  for (const id of list) refreshShared(connection, id)
  const parameter = listParameter(list)
  // a parent can go only after its children: repeat until nothing goes
  while (
    connection.run(DELETE_UNUSED_AGENCIES, parameter) + connection.run(DELETE_UNUSED_ZONES, parameter) >
    0
  );
}
