import type {
  AgencyNode,
  CitationEdge,
  ClauseNode,
  DocumentNode,
  ResponsibilityEdge,
  TargetNode,
} from '../../src/domain/nodes.ts'
import type {
  AgencyFilter,
  CitationFilter,
  ClauseFilter,
  DocumentFilter,
  DocumentOrder,
  Page,
  PageRequest,
  ResponsibilityFilter,
  TargetFilter,
} from '../port/graphStore.ts'
import { CITATION_TYPES } from '../schema/relationships.ts'
import {
  agencyCondition,
  citationCondition,
  clauseListCondition,
  documentCondition,
  responsibilityCondition,
  targetCondition,
} from './conditions.ts'
import { type Listing, readPage } from './paging.ts'
import type { Transaction } from './transaction.ts'

/** Any of the four types, as a pattern. */
export const CITATION = CITATION_TYPES.join('|')

/** How often a document is cited: the number of relationships is kept with the node. */
const CITED = `COUNT { (n)<-[:${CITATION}]-() }`

const BY_ID = { cypher: 'n.id', type: 'string' } as const

/** Every list: by document id, then in the order of the text, where nothing else is said. */
function inDocumentOrder(tag: string): Listing {
  return {
    tag,
    keys: [
      { cypher: 'n.documentId', type: 'string' },
      { cypher: 'n.position', type: 'number' },
    ],
  }
}

const DOCUMENTS: Readonly<Record<DocumentOrder, Listing>> = {
  NEWEST: {
    tag: 'documents',
    // an undated document sorts as the oldest: after all dated ones
    keys: [{ cypher: "coalesce(n.issuedOn, '')", type: 'string', descending: true }, BY_ID],
  },
  MOST_CITED: { tag: 'citedDocuments', keys: [{ cypher: CITED, type: 'number', descending: true }, BY_ID] },
}
const WANTED: Listing = { tag: 'wanted', keys: [{ cypher: CITED, type: 'number', descending: true }, BY_ID] }
const CLAUSES = inDocumentOrder('clauses')
const AGENCIES: Listing = { tag: 'agencies', keys: [BY_ID] }
const TARGETS = inDocumentOrder('targets')
const RESPONSIBILITIES = inDocumentOrder('responsibilities')
const CITATIONS: Listing = {
  tag: 'citations',
  // two citations of one document may claim one ordinal
  keys: [...inDocumentOrder('citations').keys, BY_ID],
}

export function listDocuments(
  transaction: Transaction,
  filter: DocumentFilter,
  page: PageRequest,
  order: DocumentOrder = 'NEWEST',
): Promise<Page<DocumentNode>> {
  return readPage(transaction, DOCUMENTS[order], documentCondition(filter), page)
}

export function listWantedDocuments(
  transaction: Transaction,
  page: PageRequest,
): Promise<Page<DocumentNode>> {
  return readPage(transaction, WANTED, documentCondition({ ingested: false }), page)
}

export function listClauses(
  transaction: Transaction,
  filter: ClauseFilter,
  page: PageRequest,
): Promise<Page<ClauseNode>> {
  const condition = clauseListCondition(filter)
  return readPage(
    transaction,
    CLAUSES,
    { ...condition, where: `n.parentId IS NULL AND ${condition.where}` },
    page,
  )
}

export function listAgencies(
  transaction: Transaction,
  filter: AgencyFilter,
  page: PageRequest,
): Promise<Page<AgencyNode>> {
  return readPage(transaction, AGENCIES, agencyCondition(filter), page)
}

export function listTargets(
  transaction: Transaction,
  filter: TargetFilter,
  page: PageRequest,
): Promise<Page<TargetNode>> {
  return readPage(transaction, TARGETS, targetCondition(filter), page)
}

export function listResponsibilities(
  transaction: Transaction,
  filter: ResponsibilityFilter,
  page: PageRequest,
): Promise<Page<ResponsibilityEdge>> {
  return readPage(transaction, RESPONSIBILITIES, responsibilityCondition(filter), page)
}

export function listCitations(
  transaction: Transaction,
  filter: CitationFilter,
  page: PageRequest,
): Promise<Page<CitationEdge>> {
  return readPage(transaction, CITATIONS, citationCondition(filter, CITATION), page)
}
