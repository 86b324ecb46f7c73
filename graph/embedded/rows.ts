import { deflateSync, inflateSync } from 'node:zlib'
import type { DocumentBody } from '../../src/domain/bundle.ts'
import type { AgencyNode, DocumentNode } from '../../src/domain/nodes.ts'
import { foldKey } from '../../src/text/fold.ts'
import { searchText } from '../schema/searchText.ts'
import type { Row, SqlValue } from './connection/openSqlite.ts'

/** A list as one SQL parameter: `column IN (SELECT value FROM json_each(?))`. */
export function listParameter(values: readonly (string | number)[]): string {
  return JSON.stringify(values)
}

/** The node or edge of a row that has a `props` column. */
export function fromProps<T>(row: Row): T {
  return JSON.parse(row['props'] as string) as T
}

/** Values of the columns of `document`, in the order of `DOCUMENT_COLUMNS`. */
export function documentValues(node: DocumentNode): SqlValue[] {
  return [
    node.id,
    node.ingested ? 1 : 0,
    node.number === null ? null : foldKey(node.number),
    foldKey(node.title),
    node.carriedTitle === null ? null : foldKey(node.carriedTitle),
    searchText([node.title, node.carriedTitle]),
    node.level,
    node.placeId,
    node.documentKind,
    node.legalForce,
    node.issuedOn,
    node.effectiveFrom,
    node.effectiveUntil,
    node.source?.sha256 ?? null,
    JSON.stringify(node),
  ]
}
export const DOCUMENT_COLUMNS = [
  'id',
  'ingested',
  'number_key',
  'title_key',
  'carried_title_key',
  'search_text',
  'level',
  'place_id',
  'document_kind',
  'legal_force',
  'issued_on',
  'effective_from',
  'effective_until',
  'sha256',
  'props',
] as const

/** Values of the columns of `agency`: id, search_text, agency_kind, function, place_id, parent_id, props. */
export function agencyValues(node: AgencyNode): SqlValue[] {
  return [
    node.id,
    searchText([node.name, node.officialName, ...node.aliases]),
    node.agencyKind,
    node.function,
    node.placeId,
    node.parentId,
    JSON.stringify(node),
  ]
}

/** Values of the columns of `body`, each text deflated (RFC 1950). */
export function bodyValues(documentId: string, body: DocumentBody): SqlValue[] {
  return [
    documentId,
    deflateSync(Buffer.from(body.text, 'utf8')),
    deflateSync(Buffer.from(body.sourceText, 'utf8')),
    deflateSync(body.sourceBytes),
  ]
}

export function toBody(row: Row): DocumentBody {
  const inflate = (column: string) => inflateSync(row[column] as Uint8Array)
  return {
    text: inflate('text').toString('utf8'),
    sourceText: inflate('source_text').toString('utf8'),
    // an own array, so that crossing to another thread copies these bytes only
    sourceBytes: new Uint8Array(inflate('source_bytes')),
  }
}
