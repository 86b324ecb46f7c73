import type { DocumentBundle } from '../../src/domain/bundle.ts'
import type {
  AboutEdge,
  AgencyNode,
  AnnexNode,
  CitationEdge,
  ClauseNode,
  DocumentNode,
  LedgerRowNode,
  PlaceNode,
  ProductMentionEdge,
  ResponsibilityEdge,
  SectionNode,
  TargetNode,
} from '../../src/domain/nodes.ts'
import { byId } from '../../src/domain/order.ts'
import { toStub } from '../../src/domain/stub.ts'
import { STORE_LABELS } from '../schema/relationships.ts'
import { readPassages } from './dense.ts'
import { readTerms } from './keywords.ts'
import { CITATION } from './lists.ts'
import { fromProps } from './paging.ts'
import { readBodies, resolveId } from './readNodes.ts'
import type { Transaction } from './transaction.ts'

/** All that a document states, in the order of the text. */
const IN_TEXT_ORDER = {
  annex: 'MATCH (n:Annex {documentId: $id}) RETURN n.props AS props ORDER BY n.position, n.id',
  section: 'MATCH (n:Section {documentId: $id}) RETURN n.props AS props ORDER BY n.position, n.id',
  clause: 'MATCH (n:Clause {documentId: $id}) RETURN n.props AS props ORDER BY n.position',
  responsibility:
    'MATCH (:Clause {documentId: $id})-[n:ASSIGNED_TO]->() RETURN n.props AS props ORDER BY n.position',
  citation: `CALL () { MATCH (:Document {id: $id})-[n:${CITATION}]->() RETURN n
    UNION ALL MATCH (:Clause {documentId: $id})-[n:${CITATION}]->() RETURN n }
    RETURN n.props AS props ORDER BY n.position, n.id`,
  target: 'MATCH (n:Target {documentId: $id}) RETURN n.props AS props ORDER BY n.position',
  ledger: 'MATCH (n:LedgerRow {documentId: $id}) RETURN n.props AS props ORDER BY n.position, n.id',
  about: `MATCH (clause:Clause {documentId: $id})-[n:ABOUT]->(product)
    RETURN n.props AS props ORDER BY clause.position, n.position, product.id`,
  mention:
    'MATCH (clause:Clause {documentId: $id})-[n:MENTIONS]->() RETURN n.props AS props ORDER BY clause.position, n.position',
} as const

type Facts = Omit<
  DocumentBundle,
  'document' | 'body' | 'agencies' | 'places' | 'citedDocuments' | 'terms' | 'passages' | 'takesOver'
>

async function readFacts(transaction: Transaction, id: string): Promise<Facts> {
  const read = async <T>(what: keyof typeof IN_TEXT_ORDER) =>
    (await transaction.run(IN_TEXT_ORDER[what], { id })).map((row) => fromProps<T>(row))
  return {
    annexes: await read<AnnexNode>('annex'),
    sections: await read<SectionNode>('section'),
    clauses: await read<ClauseNode>('clause'),
    responsibilities: await read<ResponsibilityEdge>('responsibility'),
    citations: await read<CitationEdge>('citation'),
    targets: await read<TargetNode>('target'),
    about: await read<AboutEdge>('about'),
    productMentions: await read<ProductMentionEdge>('mention'),
    ledger: await read<LedgerRowNode>('ledger'),
  }
}

async function nodesOf<T>(
  transaction: Transaction,
  label: 'Document' | 'Agency' | 'Place',
  ids: Iterable<string>,
): Promise<T[]> {
  const rows = await transaction.run(
    `MATCH (n:${label}) WHERE n.id IN $ids AND n.props IS NOT NULL RETURN n.props AS props`,
    { ids: [...new Set(ids)] },
  )
  return rows.map((row) => fromProps<T>(row))
}

async function readCited(
  transaction: Transaction,
  { citations }: Facts,
  documentId: string,
): Promise<DocumentNode[]> {
  const ids = citations.map(({ targetId }) => targetId).filter((id) => id !== documentId)
  const nodes = await nodesOf<DocumentNode>(transaction, 'Document', ids)
  return nodes.map((node) => (node.ingested ? toStub(node) : node)).sort(byId)
}

/** What the document itself says of agencies and zones; of others that its facts name, what is known. */
async function readShared(
  transaction: Transaction,
  document: DocumentNode,
  facts: Facts,
  cited: readonly DocumentNode[],
): Promise<Pick<DocumentBundle, 'agencies' | 'places'>> {
  const said = await transaction.run(
    'MATCH (:Document {id: $id})-[share:NAMES]->() RETURN share.props AS props',
    {
      id: document.id,
    },
  )
  const agencies = new Map<string, AgencyNode>()
  const places = new Map<string, PlaceNode>()
  for (const node of said.map((row) => fromProps<AgencyNode | PlaceNode>(row))) {
    if (node.kind === 'AGENCY') agencies.set(node.id, node)
    else places.set(node.id, node)
  }
  const namedAgencies = [
    ...document.issuerIds,
    ...facts.responsibilities.map(({ agencyId }) => agencyId),
    ...facts.targets.flatMap(({ leadIds }) => leadIds),
    ...facts.ledger.flatMap(({ leadIds, supportIds }) => [...leadIds, ...supportIds]),
  ].filter((id) => !agencies.has(id))
  for (const node of await nodesOf<AgencyNode>(transaction, 'Agency', namedAgencies))
    agencies.set(node.id, node)
  const namedPlaces = [
    document.placeId,
    ...cited.map(({ placeId }) => placeId),
    ...[...agencies.values()].map(({ placeId }) => placeId),
    ...[...places.values()].map(({ parentId }) => parentId),
  ].filter((id): id is string => id !== null && !places.has(id))
  for (const node of await nodesOf<PlaceNode>(transaction, 'Place', namedPlaces)) places.set(node.id, node)
  return { agencies: [...agencies.values()].sort(byId), places: [...places.values()].sort(byId) }
}

/** All that the store holds of an ingested document; shared nodes, stubs and aliases by id, the rest in the order of the text. */
export async function readBundle(
  transaction: Transaction,
  idOrAlias: string,
): Promise<DocumentBundle | null> {
  const id = await resolveId(transaction, idOrAlias)
  const [row] = await transaction.run(
    'MATCH (n:Document {id: $id}) WHERE n.ingested RETURN n.props AS props',
    { id },
  )
  const body = (await readBodies(transaction, [id])).get(id)
  if (row === undefined || body === undefined) return null
  const document = fromProps<DocumentNode>(row)
  const facts = await readFacts(transaction, id)
  const citedDocuments = await readCited(transaction, facts, id)
  const clauseIds = facts.clauses.map((clause) => clause.id)
  const terms = await readTerms(transaction, clauseIds)
  const passages = await readPassages(transaction, clauseIds)
  const aliases = await transaction.run(
    `MATCH (alias:${STORE_LABELS.ALIAS})-[:ALIAS_OF]->(:Document {id: $id}) RETURN alias.alias AS alias`,
    { id },
  )
  return {
    document,
    body,
    ...facts,
    ...(await readShared(transaction, document, facts, citedDocuments)),
    citedDocuments,
    terms: clauseIds.flatMap((clauseId) => terms.get(clauseId) ?? []),
    passages: clauseIds.flatMap((clauseId) => passages.get(clauseId) ?? []),
    takesOver: aliases.map((each) => each['alias'] as string).sort(),
  }
}
