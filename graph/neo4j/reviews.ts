import { type CorrespondenceReview, type Pair, pairOf } from '../../src/domain/correspondence.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { Page, PageRequest } from '../port/graphStore.ts'
import { STORE_LABELS } from '../schema/relationships.ts'
import { fromProps, type Listing, readPage } from './paging.ts'
import type { Transaction } from './transaction.ts'

const { REVIEW } = STORE_LABELS

export function badPair(clauseIds: Pair<string>, reason: string): ZhengmaiError {
  return new ZhengmaiError('BAD_INPUT', `条款对应有误：${clauseIds.join(' ~ ')}：${reason}`, {
    details: { clauseIds },
  })
}

export function checkPair(clauseIds: Pair<string>, documentIds: Pair<string>): void {
  const [first, second] = pairOf(...clauseIds)
  if (first === second || first !== clauseIds[0]) throw badPair(clauseIds, '两个条款须不同，并按标识排序')
  if (documentIds[0] === documentIds[1]) throw badPair(clauseIds, '两个条款须属于不同文件')
}

/** The key of a review; no clause id holds a line break. */
function pairKey([first, second]: Pair<string>): string {
  return `${first}\n${second}`
}

/** The ingested document that a clause belongs or, in an earlier version, belonged to: its id begins with the document's. */
async function reviewedDocument(
  transaction: Transaction,
  clauseIds: Pair<string>,
  side: 0 | 1,
): Promise<string> {
  const parts = clauseIds[side].split('/')
  const [row] = await transaction.run(
    `OPTIONAL MATCH (clause:Clause {id: $id})
     OPTIONAL MATCH (n:Document) WHERE n.id IN $prefixes AND n.ingested
     RETURN coalesce(clause.documentId, n.id) AS id ORDER BY size(id) DESC LIMIT 1`,
    { id: clauseIds[side], prefixes: parts.map((_, i) => parts.slice(0, i).join('/')) },
  )
  const id = row?.['id']
  if (typeof id !== 'string') throw badPair(clauseIds, `${clauseIds[side]} 不属于任何已入库文件`)
  return id
}

/** A link repeats the verdict of its pair, so that lists and counts need not look for the review. */
async function markLink(
  transaction: Transaction,
  clauseIds: Pair<string>,
  verdict: string | null,
): Promise<void> {
  await transaction.run(
    'MATCH (:Clause {id: $first})-[n:CORRESPONDS_TO]->(:Clause {id: $second}) SET n.verdict = $verdict',
    { first: clauseIds[0], second: clauseIds[1], verdict },
  )
}

async function writeReview(transaction: Transaction, review: CorrespondenceReview): Promise<void> {
  const { clauseIds, verdict, note, by, at } = review
  const documentIds: Pair<string> = [
    await reviewedDocument(transaction, clauseIds, 0),
    await reviewedDocument(transaction, clauseIds, 1),
  ]
  checkPair(clauseIds, documentIds)
  await transaction.run(`MERGE (n:${REVIEW} {pair: $row.pair}) SET n = $row`, {
    row: {
      pair: pairKey(clauseIds),
      firstId: clauseIds[0],
      secondId: clauseIds[1],
      firstDocumentId: documentIds[0],
      secondDocumentId: documentIds[1],
      verdict,
      note,
      by,
      at,
      props: JSON.stringify(review),
    },
  })
  await markLink(transaction, clauseIds, verdict)
}

export async function putReview(transaction: Transaction, review: CorrespondenceReview): Promise<void> {
  await writeReview(transaction, review)
}

export async function deleteReview(transaction: Transaction, clauseIds: Pair<string>): Promise<boolean> {
  const pair = pairOf(...clauseIds)
  await markLink(transaction, pair, null)
  const [row] = await transaction.run(`MATCH (n:${REVIEW} {pair: $pair}) DELETE n RETURN count(*) AS gone`, {
    pair: pairKey(pair),
  })
  return Number(row?.['gone'] ?? 0) > 0
}

const REVIEWS: Listing = {
  tag: 'reviews',
  keys: [
    { cypher: 'n.firstId', type: 'string' },
    { cypher: 'n.secondId', type: 'string' },
  ],
}

export function listReviews(
  transaction: Transaction,
  page: PageRequest,
): Promise<Page<CorrespondenceReview>> {
  return readPage(transaction, REVIEWS, { match: `MATCH (n:${REVIEW})`, where: 'true', parameters: {} }, page)
}

const OF_DOCUMENT = `CALL () { MATCH (n:${REVIEW} {firstDocumentId: $documentId}) RETURN n
  UNION MATCH (n:${REVIEW} {secondDocumentId: $documentId}) RETURN n }`

/** Removes the reviews of a deleted document. */
export async function removeReviews(transaction: Transaction, documentId: string): Promise<void> {
  await transaction.run(`${OF_DOCUMENT} DELETE n`, { documentId })
}

/** Hands the reviews of a document's clauses to the document that takes it over; one that is there already stays. */
export async function moveReviews(transaction: Transaction, from: string, to: string): Promise<void> {
  const rows = await transaction.run(`${OF_DOCUMENT} RETURN n.props AS props ORDER BY n.pair`, {
    documentId: from,
  })
  await removeReviews(transaction, from)
  const moved = (clauseId: string) =>
    clauseId.startsWith(`${from}/`) ? `${to}${clauseId.slice(from.length)}` : clauseId
  for (const row of rows) {
    const review = fromProps<CorrespondenceReview>(row)
    const clauseIds = pairOf(moved(review.clauseIds[0]), moved(review.clauseIds[1]))
    const known = await transaction.run(`MATCH (n:${REVIEW} {pair: $pair}) RETURN n.pair AS pair`, {
      pair: pairKey(clauseIds),
    })
    if (known.length === 0) await writeReview(transaction, { ...review, clauseIds })
  }
}
