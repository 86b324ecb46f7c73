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
import { resolveId } from './aliases.ts'
import type { Connection } from './connection/connection.ts'
import type { DenseIndex } from './dense.ts'
import { readTerms } from './keywords.ts'
import { fromProps, listParameter, toBody } from './rows.ts'

/** Rows of a document in the order of the text, ties by id. */
const IN_TEXT_ORDER = {
  annex: 'SELECT props FROM annex WHERE document_id = ? ORDER BY position, id',
  section: 'SELECT props FROM section WHERE document_id = ? ORDER BY position, id',
  clause: 'SELECT props FROM clause WHERE document_id = ? ORDER BY position',
  responsibility: 'SELECT props FROM responsibility WHERE document_id = ? ORDER BY position',
  citation: 'SELECT props FROM citation WHERE document_id = ? ORDER BY position, id',
  target: 'SELECT props FROM target WHERE document_id = ? ORDER BY position',
  ledger: 'SELECT props FROM ledger_row WHERE document_id = ? ORDER BY position, id',
  about:
    'SELECT e.props FROM clause AS c JOIN about AS e ON e.clause_id = c.id WHERE c.document_id = ? ORDER BY c.position, e.position, e.product_type_id',
  mention:
    'SELECT e.props FROM clause AS c JOIN mention AS e ON e.clause_id = c.id WHERE c.document_id = ? ORDER BY c.position, e.position',
} as const

type Facts = Omit<
  DocumentBundle,
  'document' | 'body' | 'agencies' | 'places' | 'citedDocuments' | 'terms' | 'passages' | 'takesOver'
>

function readFacts(connection: Connection, documentId: string): Facts {
  const read = <T>(table: keyof typeof IN_TEXT_ORDER) =>
    connection.all(IN_TEXT_ORDER[table], documentId).map((row) => fromProps<T>(row))
  return {
    annexes: read<AnnexNode>('annex'),
    sections: read<SectionNode>('section'),
    clauses: read<ClauseNode>('clause'),
    responsibilities: read<ResponsibilityEdge>('responsibility'),
    citations: read<CitationEdge>('citation'),
    targets: read<TargetNode>('target'),
    about: read<AboutEdge>('about'),
    productMentions: read<ProductMentionEdge>('mention'),
    ledger: read<LedgerRowNode>('ledger'),
  }
}

/** Nodes of a table by id. */
function nodesOf<T>(
  connection: Connection,
  table: 'document' | 'agency' | 'place',
  ids: Iterable<string>,
): T[] {
  return connection
    .all(
      `SELECT props FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
      listParameter([...new Set(ids)]),
    )
    .map((row) => fromProps<T>(row))
}

function readCited(
  connection: Connection,
  documentId: string,
  citations: readonly CitationEdge[],
): DocumentNode[] {
  const ids = new Set(citations.map(({ targetId }) => targetId))
  ids.delete(documentId)
  const nodes = nodesOf<DocumentNode>(connection, 'document', ids)
  return nodes.map((node) => (node.ingested ? toStub(node) : node)).sort(byId)
}

/** What the document itself says of agencies and zones; of others that its facts name, what is known. */
function readShared(
  connection: Connection,
  document: DocumentNode,
  facts: Facts,
  cited: readonly DocumentNode[],
): Pick<DocumentBundle, 'agencies' | 'places'> {
  const said = connection
    .all('SELECT props FROM share WHERE document_id = ?', document.id)
    .map((row) => fromProps<AgencyNode | PlaceNode>(row))
  const agencies = new Map<string, AgencyNode>()
  const places = new Map<string, PlaceNode>()
  for (const node of said) {
    if (node.kind === 'AGENCY') agencies.set(node.id, node)
    else places.set(node.id, node)
  }
  const namedAgencies = [
    ...document.issuerIds,
    ...facts.responsibilities.map(({ agencyId }) => agencyId),
    ...facts.targets.flatMap(({ leadIds }) => leadIds),
    ...facts.ledger.flatMap(({ leadIds, supportIds }) => [...leadIds, ...supportIds]),
  ].filter((id) => !agencies.has(id))
  for (const node of nodesOf<AgencyNode>(connection, 'agency', namedAgencies)) agencies.set(node.id, node)
  const namedPlaces = [
    document.placeId,
    ...cited.map(({ placeId }) => placeId),
    ...[...agencies.values()].map(({ placeId }) => placeId),
    ...[...places.values()].map(({ parentId }) => parentId),
  ].filter((id) => id !== null && !places.has(id)) as string[]
  for (const node of nodesOf<PlaceNode>(connection, 'place', namedPlaces)) places.set(node.id, node)
  return { agencies: [...agencies.values()].sort(byId), places: [...places.values()].sort(byId) }
}

/** All that the store holds of an ingested document; shared nodes, stubs and aliases by id, the rest in the order of the text. */
export function readBundle(
  connection: Connection,
  idOrAlias: string,
  dense: DenseIndex,
): DocumentBundle | null {
  const id = resolveId(connection, idOrAlias)
  const row = connection.get('SELECT props FROM document WHERE id = ? AND ingested = 1', id)
  const body = connection.get('SELECT * FROM body WHERE document_id = ?', id)
  if (row === undefined || body === undefined) return null
  const document = fromProps<DocumentNode>(row)
  const facts = readFacts(connection, id)
  const citedDocuments = readCited(connection, id, facts.citations)
  const clauseIds = facts.clauses.map((clause) => clause.id)
  const terms = readTerms(connection, clauseIds)
  const passages = dense.passagesOf(clauseIds)
  const aliases = connection.all('SELECT alias FROM alias WHERE id = ?', id)
  return {
    document,
    body: toBody(body),
    ...facts,
    ...readShared(connection, document, facts, citedDocuments),
    citedDocuments,
    terms: clauseIds.flatMap((clauseId) => terms.get(clauseId) ?? []),
    passages: clauseIds.flatMap((clauseId) => passages.get(clauseId) ?? []),
    takesOver: aliases.map((each) => each['alias'] as string).sort(),
  }
}
