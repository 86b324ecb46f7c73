import type { DocumentBundle } from '../../src/domain/bundle.ts'
import type { DocumentNode } from '../../src/domain/nodes.ts'
import { toStub } from '../../src/domain/stub.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { PutOutcome } from '../port/graphStore.ts'
import { resolveId } from './aliases.ts'
import type { Connection } from './connection/connection.ts'
import { moveReviews, removeLinks, removeReviews } from './links.ts'
import { DOCUMENT_COLUMNS, documentValues, fromProps, listParameter } from './rows.ts'
import { putShares, settleShared, sharedIdsOf } from './sharedNodes.ts'
import { insertFacts } from './writeFacts.ts'
import { insertPassages } from './writePassages.ts'

const UPSERT_DOCUMENT = `
  INSERT INTO document (${DOCUMENT_COLUMNS.join(', ')}) VALUES (${DOCUMENT_COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${DOCUMENT_COLUMNS.slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`

/** Tables whose rows belong to the citing or stating document; what hangs below them goes with them. */
const OWNED_TABLES = [
  'citation',
  'responsibility',
  'target',
  'ledger_row',
  'clause',
  'section',
  'annex',
  'issuer',
  'share',
  'body',
]

function upsertDocument(connection: Connection, node: DocumentNode): void {
  connection.run(UPSERT_DOCUMENT, ...documentValues(node))
  connection.run('DELETE FROM issuer WHERE document_id = ?', node.id)
  for (const id of node.issuerIds) {
    connection.run('INSERT OR IGNORE INTO issuer (document_id, agency_id) VALUES (?, ?)', node.id, id)
  }
}

/** What a document leaves behind when its facts go: shared nodes and cited documents to look after. */
interface Remains {
  readonly sharedIds: string[]
  readonly citedIds: string[]
}

function removeFacts(connection: Connection, documentId: string): Remains {
  const cited = connection.all('SELECT DISTINCT target_id FROM citation WHERE document_id = ?', documentId)
  const issuers = connection.all('SELECT agency_id FROM issuer WHERE document_id = ?', documentId)
  const remains = {
    sharedIds: [...sharedIdsOf(connection, documentId), ...issuers.map((row) => row['agency_id'] as string)],
    citedIds: cited.map((row) => row['target_id'] as string),
  }
  removeLinks(connection, documentId)
  for (const table of OWNED_TABLES) connection.run(`DELETE FROM ${table} WHERE document_id = ?`, documentId)
  return remains
}

/** Removes documents that were only known by citations that are gone, with their aliases. */
function dropUncited(connection: Connection, ids: readonly string[]): void {
  connection.run(
    `DELETE FROM document WHERE ingested = 0 AND id IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM citation WHERE target_id = document.id)`,
    listParameter(ids),
  )
}

/** Adds the documents that a bundle cites where the store does not hold them; one that others cite too stays as it is. */
function putCited(connection: Connection, bundle: DocumentBundle): void {
  for (const node of bundle.citedDocuments) {
    if (node.ingested) {
      throw new ZhengmaiError('BAD_INPUT', `被引文件不能标为已入库：${node.id}`, { details: { id: node.id } })
    }
    if (resolveId(connection, node.id) !== node.id || node.id === bundle.document.id) continue
    const existing = connection.get(
      `SELECT ingested, EXISTS (SELECT 1 FROM citation WHERE target_id = document.id AND document_id <> ?) AS shared
       FROM document WHERE id = ?`,
      bundle.document.id,
      node.id,
    )
    if (existing === undefined || (existing['ingested'] === 0 && existing['shared'] === 0))
      upsertDocument(connection, node)
  }
}

/** Moves the citations, aliases and reviews of other ids to the document; an ingested document under such an id goes. */
function takeOver(connection: Connection, bundle: DocumentBundle, remains: Remains): void {
  const { id } = bundle.document
  for (const former of bundle.takesOver) {
    if (former === id) continue
    moveReviews(connection, former, id)
    const gone = removeFacts(connection, former)
    remains.sharedIds.push(...gone.sharedIds)
    remains.citedIds.push(...gone.citedIds)
    connection.run(
      "UPDATE citation SET target_id = ?1, props = json_set(props, '$.targetId', ?1) WHERE target_id = ?2",
      id,
      former,
    )
    connection.run('UPDATE alias SET id = ? WHERE id = ?', id, former)
    connection.run('DELETE FROM document WHERE id = ?', former)
    connection.run('INSERT OR REPLACE INTO alias (alias, id) VALUES (?, ?)', former, id)
  }
}

/** Writes all of one document; the caller holds the transaction. */
export function putDocument(connection: Connection, bundle: DocumentBundle): PutOutcome {
  const { document } = bundle
  if (!document.ingested) {
    throw new ZhengmaiError('BAD_INPUT', `只被引用的文件不能入库：${document.id}`, {
      details: { id: document.id },
    })
  }
  const former = connection.get('SELECT ingested FROM document WHERE id = ?', document.id)
  const remains = removeFacts(connection, document.id)
  // an id that now names a document of its own is nobody's alias
  connection.run('DELETE FROM alias WHERE alias = ?', document.id)
  upsertDocument(connection, document)
  takeOver(connection, bundle, remains)
  putCited(connection, bundle)
  putShares(connection, bundle)
  settleShared(connection, [...remains.sharedIds, ...sharedIdsOf(connection, document.id)])
  insertFacts(connection, bundle, (id) => resolveId(connection, id))
  insertPassages(connection, document.id, bundle.passages)
  dropUncited(connection, [...remains.citedIds, ...bundle.citedDocuments.map((node) => node.id)])
  return former?.['ingested'] === 1 ? 'replaced' : 'created'
}

/** Removes a document; the caller holds the transaction. */
export function deleteDocument(connection: Connection, idOrAlias: string): boolean {
  const id = resolveId(connection, idOrAlias)
  const row = connection.get('SELECT props FROM document WHERE id = ? AND ingested = 1', id)
  if (row === undefined) return false
  const remains = removeFacts(connection, id)
  removeReviews(connection, id)
  const node = fromProps<DocumentNode>(row)
  upsertDocument(connection, toStub(node))
  dropUncited(connection, [...remains.citedIds, id])
  // the place of the document may be a zone that nothing else uses now
  settleShared(connection, [...remains.sharedIds, ...(node.placeId === null ? [] : [node.placeId])])
  return true
}
