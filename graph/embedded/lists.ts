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
import {
  agencyCondition,
  citationCondition,
  clauseCondition,
  documentCondition,
  responsibilityCondition,
  targetCondition,
} from './conditions.ts'
import type { Connection } from './connection/connection.ts'
import { type Listing, readPage } from './paging.ts'

/** Every list: by document id, then in the order of the text, where nothing else is said. */
function inDocumentOrder(tag: string, table: string, alias: string): Listing {
  return {
    tag,
    from: `${table} AS ${alias}`,
    props: `${alias}.props`,
    keys: [
      { sql: `${alias}.document_id`, type: 'string' },
      { sql: `${alias}.position`, type: 'number' },
    ],
  }
}

const DOCUMENTS: Readonly<Record<DocumentOrder, Listing>> = {
  NEWEST: {
    tag: 'documents',
    from: 'document AS d',
    props: 'd.props',
    // an undated document sorts as the oldest: after all dated ones
    keys: [
      { sql: "coalesce(d.issued_on, '')", type: 'string', descending: true },
      { sql: 'd.id', type: 'string' },
    ],
  },
  MOST_CITED: {
    tag: 'citedDocuments',
    from: 'document AS d LEFT JOIN (SELECT target_id, count(*) AS cited FROM citation GROUP BY target_id) AS x ON x.target_id = d.id',
    props: 'd.props',
    keys: [
      { sql: 'coalesce(x.cited, 0)', type: 'number', descending: true },
      { sql: 'd.id', type: 'string' },
    ],
  },
}
const WANTED: Listing = {
  tag: 'wanted',
  from: '(SELECT id, props, (SELECT count(*) FROM citation WHERE target_id = document.id) AS cited FROM document WHERE ingested = 0) AS d',
  props: 'd.props',
  keys: [
    { sql: 'd.cited', type: 'number', descending: true },
    { sql: 'd.id', type: 'string' },
  ],
}
const CLAUSES = inDocumentOrder('clauses', 'clause', 'c')
const AGENCIES: Listing = {
  tag: 'agencies',
  from: 'agency AS a',
  props: 'a.props',
  keys: [{ sql: 'a.id', type: 'string' }],
}
const TARGETS = inDocumentOrder('targets', 'target', 't')
const RESPONSIBILITIES = inDocumentOrder('responsibilities', 'responsibility', 'r')
const CITATIONS: Listing = {
  ...inDocumentOrder('citations', 'citation', 'x'),
  // two citations of one document may claim one ordinal
  keys: [
    { sql: 'x.document_id', type: 'string' },
    { sql: 'x.position', type: 'number' },
    { sql: 'x.id', type: 'string' },
  ],
}

export function listDocuments(
  connection: Connection,
  filter: DocumentFilter,
  page: PageRequest,
  order: DocumentOrder = 'NEWEST',
): Page<DocumentNode> {
  return readPage(connection, DOCUMENTS[order], documentCondition(filter), page)
}

export function listWantedDocuments(connection: Connection, page: PageRequest): Page<DocumentNode> {
  return readPage(connection, WANTED, { sql: '1', values: [] }, page)
}

export function listClauses(
  connection: Connection,
  filter: ClauseFilter,
  page: PageRequest,
): Page<ClauseNode> {
  const { sql, values } = clauseCondition(filter)
  return readPage(connection, CLAUSES, { sql: `c.parent_id IS NULL AND ${sql}`, values }, page)
}

export function listAgencies(
  connection: Connection,
  filter: AgencyFilter,
  page: PageRequest,
): Page<AgencyNode> {
  return readPage(connection, AGENCIES, agencyCondition(filter), page)
}

export function listTargets(
  connection: Connection,
  filter: TargetFilter,
  page: PageRequest,
): Page<TargetNode> {
  return readPage(connection, TARGETS, targetCondition(filter), page)
}

export function listResponsibilities(
  connection: Connection,
  filter: ResponsibilityFilter,
  page: PageRequest,
): Page<ResponsibilityEdge> {
  return readPage(connection, RESPONSIBILITIES, responsibilityCondition(filter), page)
}

export function listCitations(
  connection: Connection,
  filter: CitationFilter,
  page: PageRequest,
): Page<CitationEdge> {
  return readPage(connection, CITATIONS, citationCondition(filter), page)
}
