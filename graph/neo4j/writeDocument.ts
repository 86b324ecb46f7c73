import type { DocumentBundle } from '../../src/domain/bundle.ts'
import type { CitationEdge, DocumentNode } from '../../src/domain/nodes.ts'
import { toStub } from '../../src/domain/stub.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { PutOutcome } from '../port/graphStore.ts'
import { CITATION_TYPES, STORE_LABELS } from '../schema/relationships.ts'
import { createLinks } from './batches.ts'
import { checkBundle } from './checkBundle.ts'
import { CITATION } from './lists.ts'
import { readEmbeddingKey } from './meta.ts'
import { fromProps } from './paging.ts'
import { resolveId, resolveIds } from './readNodes.ts'
import { documentProperties } from './records.ts'
import { dropUncited, type Remains, removeFacts } from './removeFacts.ts'
import { moveReviews, removeReviews } from './reviews.ts'
import { dropPlaceholders, putShares, settleShared, sharedIdsOf } from './sharedNodes.ts'
import type { Transaction } from './transaction.ts'
import { insertFacts } from './writeFacts.ts'
import { insertPassages } from './writePassages.ts'
import { splitWords, TermChanges, termProperties } from './writeTerms.ts'

const { ALIAS } = STORE_LABELS

async function upsertDocuments(transaction: Transaction, nodes: readonly DocumentNode[]): Promise<void> {
  if (nodes.length === 0) return
  await transaction.run(
    `UNWIND $rows AS row MERGE (n:Document {id: row.id}) SET n = row
     WITH n MATCH (n)-[r:ISSUED_BY|APPLIES_TO]->() DELETE r`,
    { rows: nodes.map(documentProperties) },
  )
  const issuers = nodes.flatMap(({ id, issuerIds }) =>
    [...new Set(issuerIds)].map((to) => ({ from: id, to })),
  )
  const places = nodes.flatMap(({ id, placeId }) => (placeId === null ? [] : [{ from: id, to: placeId }]))
  const rule = { from: 'Document', placeholder: true } as const
  await createLinks(transaction, { ...rule, type: 'ISSUED_BY', to: 'Agency' }, issuers)
  await createLinks(transaction, { ...rule, type: 'APPLIES_TO', to: 'Place' }, places)
}

/** Adds the documents that a bundle cites where the store does not hold them; one that others cite too stays as it is. */
async function putCited(transaction: Transaction, bundle: DocumentBundle): Promise<void> {
  const cited = new Map(bundle.citedDocuments.map((node) => [node.id, node]))
  if (cited.size === 0) return
  const resolved = await resolveIds(transaction, [...cited.keys()])
  const known = await transaction.run(
    `MATCH (n:Document) WHERE n.id IN $ids
     RETURN n.id AS id, n.ingested OR EXISTS { (n)<-[citing:${CITATION}]-() WHERE citing.documentId <> $own } AS stays`,
    { ids: [...cited.keys()], own: bundle.document.id },
  )
  const stays = new Set(known.flatMap((row) => (row['stays'] === true ? [row['id'] as string] : [])))
  const added = [...cited.values()].filter(
    ({ id }) => resolved.get(id) === id && id !== bundle.document.id && !stays.has(id),
  )
  await upsertDocuments(transaction, added)
}

/** Makes the citations of one document those of another: a relationship's end cannot be changed, so it is drawn anew. */
async function redirectCitations(transaction: Transaction, from: string, to: string): Promise<void> {
  const rows = await transaction.run(
    `MATCH ()-[n:${CITATION}]->(:Document {id: $from}) RETURN elementId(n) AS element, type(n) AS type, n.props AS props`,
    { from },
  )
  for (const type of CITATION_TYPES) {
    const ofType = rows.filter((row) => row['type'] === type)
    if (ofType.length === 0) continue
    await transaction.run(
      `MATCH (target:Document {id: $to}) UNWIND $rows AS row
       MATCH (source)-[former:${type}]->() WHERE elementId(former) = row.element
       CREATE (source)-[n:${type}]->(target) SET n = properties(former), n.props = row.props DELETE former`,
      {
        to,
        rows: ofType.map((row) => ({
          element: row['element'],
          props: JSON.stringify({ ...fromProps<CitationEdge>(row), targetId: to }),
        })),
      },
    )
  }
}

/** Moves the citations, aliases and reviews of other ids to the document; an ingested document under such an id goes. */
async function takeOver(
  transaction: Transaction,
  bundle: DocumentBundle,
  remains: Remains,
  terms: TermChanges,
): Promise<void> {
  const { id } = bundle.document
  for (const former of bundle.takesOver) {
    if (former === id) continue
    await moveReviews(transaction, former, id)
    const gone = await removeFacts(transaction, former, terms)
    remains.sharedIds.push(...gone.sharedIds)
    remains.citedIds.push(...gone.citedIds)
    await redirectCitations(transaction, former, id)
    await transaction.run(
      `MATCH (target:Document {id: $id})
       MERGE (own:${ALIAS} {alias: $former}) MERGE (own)-[:ALIAS_OF]->(target)
       WITH target MATCH (alias:${ALIAS})-[r:ALIAS_OF]->(:Document {id: $former})
       DELETE r MERGE (alias)-[:ALIAS_OF]->(target)`,
      { id, former },
    )
    await transaction.run(
      `MATCH (own:${ALIAS} {alias: $former})-[r:ALIAS_OF]->(other:Document) WHERE other.id <> $id DELETE r`,
      { id, former },
    )
    await transaction.run('MATCH (n:Document {id: $former}) DETACH DELETE n', { former })
  }
}

/** Facts name agencies and documents that must be there by now. */
async function checkReferences(
  transaction: Transaction,
  bundle: DocumentBundle,
  resolved: ReadonlyMap<string, string>,
): Promise<void> {
  const agencyIds = new Set([
    ...bundle.responsibilities.map(({ agencyId }) => agencyId),
    ...bundle.ledger.flatMap(({ leadIds, supportIds }) => [...leadIds, ...supportIds]),
  ])
  const known = await transaction.run(
    `CALL () { MATCH (n:Agency) WHERE n.id IN $agencyIds AND n.props IS NOT NULL RETURN n.id AS id
       UNION ALL MATCH (n:Document) WHERE n.id IN $documentIds RETURN n.id AS id } RETURN id`,
    { agencyIds: [...agencyIds], documentIds: [...resolved.values()] },
  )
  const ids = new Set(known.map((row) => row['id']))
  for (const id of [...agencyIds, ...resolved.values()]) {
    if (!ids.has(id))
      throw new ZhengmaiError('BAD_INPUT', `写入的图谱数据自相矛盾（引用了不存在的节点）：${id}`, {
        details: { id },
      })
  }
}

function refuseUnlessIngested({ document, citedDocuments }: DocumentBundle): void {
  if (!document.ingested)
    throw new ZhengmaiError('BAD_INPUT', `只被引用的文件不能入库：${document.id}`, {
      details: { id: document.id },
    })
  const wrong = citedDocuments.find(({ ingested }) => ingested)
  if (wrong !== undefined)
    throw new ZhengmaiError('BAD_INPUT', `被引文件不能标为已入库：${wrong.id}`, { details: { id: wrong.id } })
}

/** Writes all of one document; the caller holds the transaction. */
export async function putDocument(transaction: Transaction, bundle: DocumentBundle): Promise<PutOutcome> {
  const { document } = bundle
  refuseUnlessIngested(bundle)
  checkBundle(bundle)
  const [former] = await transaction.run('MATCH (n:Document {id: $id}) RETURN n.ingested AS ingested', {
    id: document.id,
  })
  const terms = new TermChanges()
  const remains = await removeFacts(transaction, document.id, terms)
  // an id that now names a document of its own is nobody's alias
  await transaction.run(`MATCH (alias:${ALIAS} {alias: $id}) DETACH DELETE alias`, { id: document.id })
  await upsertDocuments(transaction, [document])
  await takeOver(transaction, bundle, remains, terms)
  await putCited(transaction, bundle)
  await putShares(transaction, bundle)
  await settleShared(transaction, [...remains.sharedIds, ...(await sharedIdsOf(transaction, document.id))])
  const resolved = await resolveIds(
    transaction,
    bundle.citations.map(({ targetId }) => targetId),
  )
  await checkReferences(transaction, bundle, resolved)
  await insertFacts(transaction, bundle, resolved)
  for (const entry of bundle.terms) terms.count(splitWords(termProperties(entry)['words'] as string), 1)
  await terms.write(transaction)
  await insertPassages(
    transaction,
    document.id,
    new Set(bundle.clauses.map(({ id }) => id)),
    bundle.passages,
    bundle.passages.length === 0 ? null : await readEmbeddingKey(transaction),
  )
  await dropUncited(transaction, [...remains.citedIds, ...bundle.citedDocuments.map(({ id }) => id)])
  await dropPlaceholders(transaction)
  return former?.['ingested'] === true ? 'replaced' : 'created'
}

/** Removes a document; the caller holds the transaction. */
export async function deleteDocument(transaction: Transaction, idOrAlias: string): Promise<boolean> {
  const id = await resolveId(transaction, idOrAlias)
  const [row] = await transaction.run(
    'MATCH (n:Document {id: $id}) WHERE n.ingested RETURN n.props AS props',
    { id },
  )
  if (row === undefined) return false
  const node = fromProps<DocumentNode>(row)
  const terms = new TermChanges()
  const remains = await removeFacts(transaction, id, terms)
  await removeReviews(transaction, id)
  await terms.write(transaction)
  await upsertDocuments(transaction, [toStub(node)])
  await dropUncited(transaction, [...remains.citedIds, id])
  // the place of the document may be a zone that nothing else uses now
  await settleShared(transaction, [...remains.sharedIds, ...(node.placeId === null ? [] : [node.placeId])])
  await dropPlaceholders(transaction)
  return true
}
