import {
  type CorrespondenceEdge,
  correspondenceId,
  type ReviewedCorrespondence,
} from '../../src/domain/correspondence.ts'
import type {
  CorrespondenceFilter,
  CorrespondenceOrder,
  LinkOutline,
  Page,
  PageRequest,
} from '../port/graphStore.ts'
import { STORE_LABELS } from '../schema/relationships.ts'
import { correspondenceCondition } from './conditions.ts'
import { type Listing, readPage } from './paging.ts'
import { resolveId, resolveIds } from './readNodes.ts'
import { badPair, checkPair } from './reviews.ts'
import type { Row, Transaction } from './transaction.ts'

/** The edges whose clauses are both there; refuses one that says of a clause what is not so. */
async function withBothThere(
  transaction: Transaction,
  edges: readonly CorrespondenceEdge[],
): Promise<CorrespondenceEdge[]> {
  for (const { id, clauseIds, documentIds } of edges) {
    checkPair(clauseIds, documentIds)
    if (id !== correspondenceId(clauseIds)) throw badPair(clauseIds, `标识不符：${id}`)
  }
  const rows = await transaction.run(
    'MATCH (n:Clause) WHERE n.id IN $ids RETURN n.id AS id, n.documentId AS owner',
    {
      ids: [...new Set(edges.flatMap(({ clauseIds }) => clauseIds))],
    },
  )
  const owners = new Map(rows.map((row) => [row['id'] as string, row['owner'] as string]))
  return edges.filter(({ clauseIds, documentIds }) => {
    for (const side of [0, 1] as const) {
      const owner = owners.get(clauseIds[side])
      if (owner !== undefined && owner !== documentIds[side])
        throw badPair(clauseIds, `${clauseIds[side]} 不是 ${documentIds[side]} 的条款`)
    }
    return clauseIds.every((clauseId) => owners.has(clauseId))
  })
}

/** Writes links whose clauses are there. */
async function upsertEdges(transaction: Transaction, edges: readonly CorrespondenceEdge[]): Promise<void> {
  await transaction.run(
    `UNWIND $rows AS row
     MATCH (a:Clause {id: row.firstId}) MATCH (b:Clause {id: row.secondId})
     OPTIONAL MATCH (review:${STORE_LABELS.REVIEW} {pair: row.pair})
     MERGE (a)-[n:CORRESPONDS_TO]->(b) SET n = row.properties, n.verdict = review.verdict`,
    {
      rows: edges.map((edge) => ({
        firstId: edge.clauseIds[0],
        secondId: edge.clauseIds[1],
        pair: edge.clauseIds.join('\n'),
        properties: {
          id: edge.id,
          degree: edge.degree,
          score: edge.score,
          certainty: edge.certainty,
          props: JSON.stringify(edge),
        },
      })),
    },
  )
}

/** Replaces the links of one document; one that is not ingested (any longer) is left alone. */
export async function putCorrespondences(
  transaction: Transaction,
  documentId: string,
  key: string,
  edges: readonly CorrespondenceEdge[],
  compared?: readonly string[],
): Promise<void> {
  const id = await resolveId(transaction, documentId)
  for (const { clauseIds, documentIds } of edges) {
    if (!documentIds.includes(id)) throw badPair(clauseIds, `没有 ${id} 的条款`)
  }
  const [ingested] = await transaction.run(
    'MATCH (n:Document {id: $id}) WHERE n.ingested SET n.linksKey = $key RETURN n.id AS id',
    { id, key },
  )
  if (ingested === undefined) return
  const written = new Set<string>()
  for (const edge of edges) {
    if (written.has(edge.id)) throw badPair(edge.clauseIds, '重复')
    written.add(edge.id)
  }
  const resolved = await resolveIds(transaction, compared ?? [])
  await transaction.run(
    `MATCH (:Clause {documentId: $id})-[n:CORRESPONDS_TO]-(clause:Clause) WHERE NOT n.id IN $given
     MATCH (other:Document {id: clause.documentId})
     WHERE $compared IS NULL OR other.id IN $compared OR other.linksKey IS NULL OR other.linksKey <> $key DELETE n`,
    {
      id,
      key,
      given: [...written],
      compared: compared?.map((asked) => resolved.get(asked) ?? asked) ?? null,
    },
  )
  const there = await withBothThere(transaction, edges)
  const unchanged = await readUnchanged(transaction, id, there)
  await upsertEdges(
    transaction,
    there.filter((edge) => !unchanged.has(edge.id)),
  )
}

/** The links that stand as they are: linking finds most of them from either side. */
async function readUnchanged(
  transaction: Transaction,
  documentId: string,
  edges: readonly CorrespondenceEdge[],
): Promise<ReadonlySet<string>> {
  const rows = await transaction.run(
    'MATCH (:Clause {documentId: $documentId})-[n:CORRESPONDS_TO]-(:Clause) RETURN n.id AS id, n.props AS props',
    { documentId },
  )
  const stored = new Map(rows.map((row) => [row['id'] as string, row['props']]))
  const same = edges.filter((edge) => stored.has(edge.id) && stored.get(edge.id) === JSON.stringify(edge))
  return new Set(same.map(({ id }) => id))
}

/** Adds or replaces one link. */
export async function putCorrespondence(transaction: Transaction, edge: CorrespondenceEdge): Promise<void> {
  const there = await withBothThere(transaction, [edge])
  if (there.length === 0) throw badPair(edge.clauseIds, '条款不存在')
  await upsertEdges(transaction, there)
}

const ITEM = `n.props AS props, CASE WHEN n.verdict IS NULL THEN null ELSE
  head(COLLECT { MATCH (review:${STORE_LABELS.REVIEW} {pair: startNode(n).id + '\\n' + endNode(n).id}) RETURN review.props }) END AS review`
const LISTINGS: Readonly<Record<CorrespondenceOrder, Listing>> = {
  BEST: {
    tag: 'correspondences',
    item: ITEM,
    keys: [
      { cypher: 'n.score', type: 'number', descending: true },
      { cypher: 'n.id', type: 'string' },
    ],
  },
  LEAST_CERTAIN: {
    tag: 'reviewQueue',
    item: ITEM,
    keys: [
      { cypher: 'n.certainty', type: 'number' },
      { cypher: 'n.id', type: 'string' },
    ],
  },
}

function toReviewed(row: Row): ReviewedCorrespondence {
  const review = row['review']
  return {
    edge: JSON.parse(row['props'] as string) as CorrespondenceEdge,
    review: typeof review === 'string' ? (JSON.parse(review) as ReviewedCorrespondence['review']) : null,
  }
}

export async function listCorrespondences(
  transaction: Transaction,
  filter: CorrespondenceFilter,
  order: CorrespondenceOrder,
  page: PageRequest,
): Promise<Page<ReviewedCorrespondence>> {
  const condition = correspondenceCondition(await resolveFilter(transaction, filter))
  return readPage(transaction, LISTINGS[order], condition, page, toReviewed)
}

async function resolveFilter(
  transaction: Transaction,
  filter: CorrespondenceFilter,
): Promise<CorrespondenceFilter> {
  const asked = [...(filter.documentIds ?? []), ...(filter.otherDocumentIds ?? [])]
  const resolved = asked.length === 0 ? new Map<string, string>() : await resolveIds(transaction, asked)
  const resolve = (ids: readonly string[]) => ids.map((id) => resolved.get(id) ?? id)
  return {
    ...filter,
    ...(filter.documentIds && { documentIds: resolve(filter.documentIds) }),
    ...(filter.otherDocumentIds && { otherDocumentIds: resolve(filter.otherDocumentIds) }),
  }
}

export async function readLinkOutlines(
  transaction: Transaction,
  filter: CorrespondenceFilter,
): Promise<LinkOutline[]> {
  const { match, where, parameters } = correspondenceCondition(await resolveFilter(transaction, filter))
  const rows = await transaction.run(
    `${match} WHERE ${where} WITH n, startNode(n) AS a, endNode(n) AS b
     RETURN a.id AS first, b.id AS second, a.documentId AS firstDocument, b.documentId AS secondDocument,
       n.degree AS degree, n.score AS score ORDER BY n.id`,
    parameters,
  )
  return rows.map((row) => ({
    clauseIds: [row['first'] as string, row['second'] as string],
    documentIds: [row['firstDocument'] as string, row['secondDocument'] as string],
    degree: row['degree'] as LinkOutline['degree'],
    score: row['score'] as number,
  }))
}

export async function readDocumentsWithoutLinks(transaction: Transaction, key: string): Promise<string[]> {
  const rows = await transaction.run(
    'MATCH (n:Document) WHERE n.ingested AND (n.linksKey IS NULL OR n.linksKey <> $key) RETURN n.id AS id ORDER BY id',
    { key },
  )
  return rows.map((row) => row['id'] as string)
}
