import {
  type CorrespondenceEdge,
  type CorrespondenceReview,
  correspondenceId,
  type Pair,
  pairOf,
  type ReviewedCorrespondence,
} from '../../src/domain/correspondence.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type {
  CorrespondenceFilter,
  CorrespondenceOrder,
  LinkOutline,
  Page,
  PageRequest,
} from '../port/graphStore.ts'
import { resolveId } from './aliases.ts'
import { correspondenceCondition } from './conditions.ts'
import type { Connection } from './connection/connection.ts'
import { type Listing, readPage } from './paging.ts'
import { fromProps, listParameter } from './rows.ts'

function badPair(clauseIds: Pair<string>, reason: string): ZhengmaiError {
  return new ZhengmaiError('BAD_INPUT', `条款对应有误：${clauseIds.join(' ~ ')}：${reason}`, {
    details: { clauseIds },
  })
}

function checkPair(clauseIds: Pair<string>, documentIds: Pair<string>): void {
  const [first, second] = pairOf(...clauseIds)
  if (first === second || first !== clauseIds[0]) throw badPair(clauseIds, '两个条款须不同，并按标识排序')
  if (documentIds[0] === documentIds[1]) throw badPair(clauseIds, '两个条款须属于不同文件')
}

/** Whether both clauses are there; refuses an edge that says of a clause what is not so. */
function bothThere(edge: CorrespondenceEdge, documentOf: (clauseId: string) => string | null): boolean {
  const { id, clauseIds, documentIds } = edge
  checkPair(clauseIds, documentIds)
  if (id !== correspondenceId(clauseIds)) throw badPair(clauseIds, `标识不符：${id}`)
  const owners = clauseIds.map(documentOf)
  owners.forEach((owner, side) => {
    if (owner !== null && owner !== documentIds[side]) {
      throw badPair(clauseIds, `${clauseIds[side]} 不是 ${documentIds[side]} 的条款`)
    }
  })
  return owners.every((owner) => owner !== null)
}

function documentOfClause(connection: Connection, clauseId: string): string | null {
  const row = connection.get('SELECT document_id FROM clause WHERE id = ?', clauseId)
  return (row?.['document_id'] as string | undefined) ?? null
}

/** The document of a clause, looked up once: a clause has many links. */
function rememberOwners(connection: Connection): (clauseId: string) => string | null {
  const owners = new Map<string, string | null>()
  return (clauseId) => {
    const known = owners.get(clauseId)
    if (known !== undefined) return known
    const owner = documentOfClause(connection, clauseId)
    owners.set(clauseId, owner)
    return owner
  }
}

/** Writes a link whose clauses are there. */
function upsertEdge(connection: Connection, edge: CorrespondenceEdge): void {
  connection.run(
    `INSERT OR REPLACE INTO correspondence
       (id, first_id, second_id, first_document_id, second_document_id, degree, score, certainty, verdict, props)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,
       (SELECT json_extract(props, '$.verdict') FROM review WHERE first_id = ?2 AND second_id = ?3), ?9)`,
    edge.id,
    ...edge.clauseIds,
    ...edge.documentIds,
    edge.degree,
    edge.score,
    edge.certainty,
    JSON.stringify(edge),
  )
}

/**
 * Removes links of a document that are neither given (by id) nor with a document that stays. What is as it was is not
 * written again: a link stands in eight indexes, and linking finds most of them from either side.
 * @param stays tells of another document whether links with it stay
 */
function removeOthers(
  connection: Connection,
  documentId: string,
  given: ReadonlyMap<string, string>,
  stays: (otherId: string) => boolean,
): ReadonlySet<string> {
  const unchanged = new Set<string>()
  const rows = connection.all(
    `SELECT id, props, second_document_id AS other FROM correspondence WHERE first_document_id = ?1
     UNION ALL SELECT id, props, first_document_id FROM correspondence WHERE second_document_id = ?1`,
    documentId,
  )
  for (const row of rows) {
    const id = row['id'] as string
    const props = given.get(id)
    if (props !== undefined && props === row['props']) unchanged.add(id)
    else if (props === undefined && !stays(row['other'] as string))
      connection.run('DELETE FROM correspondence WHERE id = ?', id)
  }
  return unchanged
}

/** Tells of a document whether its links were computed under the key and it is none of those compared anew. */
function settledUnder(
  connection: Connection,
  key: string,
  compared: readonly string[],
): (documentId: string) => boolean {
  const known = new Map(compared.map((id) => [resolveId(connection, id), false]))
  return (documentId) => {
    const isSettled =
      known.get(documentId) ??
      connection.get('SELECT 1 FROM link_state WHERE document_id = ? AND key = ?', documentId, key) !==
        undefined
    known.set(documentId, isSettled)
    return isSettled
  }
}

/** Removes the links of a document's clauses and the note that they were computed. */
export function removeLinks(connection: Connection, documentId: string): void {
  connection.run(
    'DELETE FROM correspondence WHERE first_document_id = ?1 OR second_document_id = ?1',
    documentId,
  )
  connection.run('DELETE FROM link_state WHERE document_id = ?', documentId)
}

/** Replaces the links of one document; one that is not ingested (any longer) is left alone. */
export function putCorrespondences(
  connection: Connection,
  documentId: string,
  key: string,
  edges: readonly CorrespondenceEdge[],
  compared?: readonly string[],
): void {
  const id = resolveId(connection, documentId)
  const ingested = connection.get('SELECT 1 FROM document WHERE id = ? AND ingested = 1', id)
  for (const { clauseIds, documentIds } of edges) {
    if (!documentIds.includes(id)) throw badPair(clauseIds, `没有 ${id} 的条款`)
  }
  if (ingested === undefined) return
  const documentOf = rememberOwners(connection)
  const given = new Map<string, string>()
  for (const edge of edges) {
    if (given.has(edge.id)) throw badPair(edge.clauseIds, '重复')
    given.set(edge.id, JSON.stringify(edge))
  }
  const stays = compared === undefined ? () => false : settledUnder(connection, key, compared)
  const unchanged = removeOthers(connection, id, given, stays)
  for (const edge of edges) {
    if (bothThere(edge, documentOf) && !unchanged.has(edge.id)) upsertEdge(connection, edge)
  }
  connection.run('INSERT OR REPLACE INTO link_state (document_id, key) VALUES (?, ?)', id, key)
}

/** Adds or replaces one link. */
export function putCorrespondence(connection: Connection, edge: CorrespondenceEdge): void {
  if (!bothThere(edge, rememberOwners(connection))) throw badPair(edge.clauseIds, '条款不存在')
  upsertEdge(connection, edge)
}

const LINKS_AND_REVIEWS = `correspondence AS x LEFT JOIN review AS r ON r.first_id = x.first_id AND r.second_id = x.second_id`
const LINK_PROPS = "json_object('edge', json(x.props), 'review', json(r.props))"
const LISTINGS: Readonly<Record<CorrespondenceOrder, Listing>> = {
  BEST: {
    tag: 'correspondences',
    from: LINKS_AND_REVIEWS,
    props: LINK_PROPS,
    keys: [
      { sql: 'x.score', type: 'number', descending: true },
      { sql: 'x.id', type: 'string' },
    ],
  },
  LEAST_CERTAIN: {
    tag: 'reviewQueue',
    from: LINKS_AND_REVIEWS,
    props: LINK_PROPS,
    keys: [
      { sql: 'x.certainty', type: 'number' },
      { sql: 'x.id', type: 'string' },
    ],
  },
}

export function listCorrespondences(
  connection: Connection,
  filter: CorrespondenceFilter,
  order: CorrespondenceOrder,
  page: PageRequest,
): Page<ReviewedCorrespondence> {
  return readPage(connection, LISTINGS[order], correspondenceCondition(filter), page)
}

export function readLinkOutlines(connection: Connection, filter: CorrespondenceFilter): LinkOutline[] {
  const { sql, values } = correspondenceCondition(filter)
  return connection
    .all(
      `SELECT x.first_id, x.second_id, x.first_document_id, x.second_document_id, x.degree, x.score
       FROM correspondence AS x WHERE ${sql} ORDER BY x.id`,
      ...values,
    )
    .map((row) => ({
      clauseIds: [row['first_id'] as string, row['second_id'] as string],
      documentIds: [row['first_document_id'] as string, row['second_document_id'] as string],
      degree: row['degree'] as LinkOutline['degree'],
      score: row['score'] as number,
    }))
}

export function readDocumentsWithoutLinks(connection: Connection, key: string): string[] {
  return connection
    .all(
      `SELECT d.id FROM document AS d WHERE d.ingested = 1
         AND NOT EXISTS (SELECT 1 FROM link_state AS s WHERE s.document_id = d.id AND s.key = ?) ORDER BY d.id`,
      key,
    )
    .map((row) => row['id'] as string)
}

/** The ingested document that a clause belongs or, in an earlier version, belonged to: its id begins with the document's. */
function reviewedDocument(connection: Connection, clauseIds: Pair<string>, side: 0 | 1): string {
  const owner = documentOfClause(connection, clauseIds[side])
  if (owner !== null) return owner
  const parts = clauseIds[side].split('/')
  const prefixes = parts.map((_, i) => parts.slice(0, i).join('/'))
  const row = connection.get(
    'SELECT id FROM document WHERE ingested = 1 AND id IN (SELECT value FROM json_each(?)) ORDER BY length(id) DESC LIMIT 1',
    listParameter(prefixes),
  )
  if (row === undefined) throw badPair(clauseIds, `${clauseIds[side]} 不属于任何已入库文件`)
  return row['id'] as string
}

export function putReview(connection: Connection, review: CorrespondenceReview): void {
  const { clauseIds } = review
  const documentIds: Pair<string> = [
    reviewedDocument(connection, clauseIds, 0),
    reviewedDocument(connection, clauseIds, 1),
  ]
  checkPair(clauseIds, documentIds)
  connection.run(
    'INSERT OR REPLACE INTO review (first_id, second_id, first_document_id, second_document_id, props) VALUES (?, ?, ?, ?, ?)',
    ...clauseIds,
    ...documentIds,
    JSON.stringify(review),
  )
  markLink(connection, clauseIds, review.verdict)
}

function markLink(connection: Connection, clauseIds: Pair<string>, verdict: string | null): void {
  connection.run(
    'UPDATE correspondence SET verdict = ? WHERE first_id = ? AND second_id = ?',
    verdict,
    ...clauseIds,
  )
}

export function deleteReview(connection: Connection, clauseIds: Pair<string>): boolean {
  const pair = pairOf(...clauseIds)
  markLink(connection, pair, null)
  return connection.run('DELETE FROM review WHERE first_id = ? AND second_id = ?', ...pair) > 0
}

const REVIEWS: Listing = {
  tag: 'reviews',
  from: 'review AS r',
  props: 'r.props',
  keys: [
    { sql: 'r.first_id', type: 'string' },
    { sql: 'r.second_id', type: 'string' },
  ],
}

export function listReviews(connection: Connection, page: PageRequest): Page<CorrespondenceReview> {
  return readPage(connection, REVIEWS, { sql: '1', values: [] }, page)
}

/** Removes the reviews of a deleted document. */
export function removeReviews(connection: Connection, documentId: string): void {
  connection.run('DELETE FROM review WHERE first_document_id = ?1 OR second_document_id = ?1', documentId)
}

/** Hands the reviews of a document's clauses to the document that takes it over; one that is there already stays. */
export function moveReviews(connection: Connection, from: string, to: string): void {
  const rows = connection.all(
    'SELECT props FROM review WHERE first_document_id = ?1 OR second_document_id = ?1',
    from,
  )
  removeReviews(connection, from)
  const moved = (clauseId: string) =>
    clauseId.startsWith(`${from}/`) ? `${to}${clauseId.slice(from.length)}` : clauseId
  for (const row of rows) {
    const review = fromProps<CorrespondenceReview>(row)
    const clauseIds = pairOf(moved(review.clauseIds[0]), moved(review.clauseIds[1]))
    const known = connection.get('SELECT 1 FROM review WHERE first_id = ? AND second_id = ?', ...clauseIds)
    // both clauses may be the same document's now
    const apart = clauseIds.some((clauseId) => !clauseId.startsWith(`${to}/`))
    if (known === undefined && apart) putReview(connection, { ...review, clauseIds })
  }
}
