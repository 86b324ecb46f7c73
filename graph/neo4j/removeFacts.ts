import { STORE_LABELS } from '../schema/relationships.ts'
import { CITATION } from './lists.ts'
import type { Transaction } from './transaction.ts'
import { splitWords, type TermChanges } from './writeTerms.ts'

/** What a document leaves behind when its facts go: shared nodes and cited documents to look after. */
export interface Remains {
  readonly sharedIds: string[]
  readonly citedIds: string[]
}

/** Nodes that belong to a document; what hangs below them goes with them. */
const OWNED_LABELS = [
  STORE_LABELS.PASSAGE,
  'Target',
  'LedgerRow',
  'Clause',
  'Section',
  'Annex',
  STORE_LABELS.BODY,
]

const CITED = `
  CALL () { MATCH (:Document {id: $id})-[:${CITATION}]->(cited:Document) RETURN cited.id AS id
    UNION MATCH (:Clause {documentId: $id})-[:${CITATION}]->(cited:Document) RETURN cited.id AS id }
  RETURN id`

/** Removes all that one document says, its links to other documents' clauses with it; its own node and its reviews stay. */
export async function removeFacts(
  transaction: Transaction,
  id: string,
  terms: TermChanges,
): Promise<Remains> {
  const [cited, shared, indexed] = await Promise.all([
    transaction.run(CITED, { id }),
    transaction.run('MATCH (:Document {id: $id})-[:NAMES|ISSUED_BY]->(n) RETURN DISTINCT n.id AS id', { id }),
    transaction.run('MATCH (n:Clause {documentId: $id}) WHERE n.words IS NOT NULL RETURN n.words AS words', {
      id,
    }),
  ])
  for (const row of indexed) terms.count(splitWords(row['words'] as string), -1)
  await Promise.all([
    ...OWNED_LABELS.map((label) =>
      transaction.run(`MATCH (n:${label} {documentId: $id}) DETACH DELETE n`, { id }),
    ),
    transaction.run('MATCH (:Document {id: $id})-[r]->() DELETE r', { id }),
    transaction.run('MATCH (n:Document {id: $id}) REMOVE n.linksKey', { id }),
  ])
  return {
    sharedIds: shared.map((row) => row['id'] as string),
    citedIds: cited.map((row) => row['id'] as string),
  }
}

/** Removes documents that were only known by citations that are gone, with their aliases. */
export async function dropUncited(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.run(
    `MATCH (n:Document) WHERE n.id IN $ids AND NOT n.ingested AND NOT EXISTS { (n)<-[:${CITATION}]-() }
     OPTIONAL MATCH (alias:${STORE_LABELS.ALIAS})-[:ALIAS_OF]->(n) DETACH DELETE alias, n`,
    { ids },
  )
}
