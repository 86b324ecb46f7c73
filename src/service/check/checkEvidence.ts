import type { ClauseNode, DocumentNode } from '../../domain/nodes.ts'
import type { TextRange } from '../../domain/span.ts'
import { citeClause } from '../cite.ts'
import { documentReference } from '../reference.ts'
import type { Scope } from '../scope.ts'
import { pageUrl } from '../urls.ts'
import { validityOf } from '../validity.ts'
import type { CheckedClause, CheckedDocument, Evidence } from './textCheck.ts'

export async function describeDocument(scope: Scope, document: DocumentNode): Promise<CheckedDocument> {
  const { id, title, number, placeId, issuedOn, ingested } = document
  const [place, validity] = await Promise.all([
    placeId === null ? null : scope.read.find('JURISDICTION', placeId),
    validityOf(scope, document, scope.today()),
  ])
  const reference = documentReference(document)
  return {
    ...{ id, title, number, place: place?.name ?? null, issuedOn, ingested, validity, reference },
    url: pageUrl(scope.baseUrl, id),
  }
}

export async function describeClause(scope: Scope, clause: ClauseNode): Promise<CheckedClause> {
  const { id, label, title } = clause
  return { id, label, title, reference: await citeClause(scope, clause), url: pageUrl(scope.baseUrl, id) }
}

/** How the place is cited. */
export function placeReference({ clause, document }: Evidence): string {
  return clause?.reference ?? document.reference
}

/** Where the corpus says something; a place of no clause where `clause` is null. */
export async function makeEvidence(
  scope: Scope,
  place: {
    readonly documentId: string
    readonly clause?: ClauseNode | null
    readonly span?: TextRange | null
    readonly similarity?: number | null
  },
): Promise<Evidence | null> {
  const document = await scope.read.find('DOCUMENT', place.documentId)
  if (document === null) return null
  const { clause = null, span = null, similarity = null } = place
  const [described, body] = await Promise.all([
    describeDocument(scope, document),
    span === null ? null : scope.read.body(place.documentId),
  ])
  return {
    document: described,
    clause: clause === null ? null : await describeClause(scope, clause),
    span: span === null ? null : { start: span.start, end: span.end, source: null },
    text: span === null ? null : (body?.text.slice(span.start, span.end) ?? null),
    similarity,
  }
}
