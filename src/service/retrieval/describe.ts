import type { ClauseNode, DocumentNode } from '../../domain/nodes.ts'
import { citeClause } from '../cite.ts'
import type { Scope } from '../scope.ts'
import { pageUrl } from '../urls.ts'
import { validityOf } from '../validity.ts'
import type { PassageClause, PassageDocument } from './passage.ts'

export async function describeDocument(scope: Scope, document: DocumentNode): Promise<PassageDocument> {
  const { id, title, number, level, issuedOn, effectiveUntil, placeId, issuerIds } = document
  const [place, issuers, validity] = await Promise.all([
    placeId === null ? null : scope.read.find('JURISDICTION', placeId),
    scope.read.list('AGENCY', issuerIds),
    validityOf(scope, document, scope.today()),
  ])
  return {
    ...{ id, title, number, level, issuedOn, effectiveUntil, validity },
    kind: document.documentKind,
    place: place?.name ?? null,
    issuers: issuers.map(({ name }) => name),
    url: pageUrl(scope.baseUrl, id),
  }
}

export async function describeClause(scope: Scope, clause: ClauseNode): Promise<PassageClause> {
  const { id, label, title, sectionId } = clause
  const [section, reference] = await Promise.all([
    sectionId === null ? null : scope.read.find('SECTION', sectionId),
    citeClause(scope, clause),
  ])
  return {
    ...{ id, label, title, reference },
    section: section === null ? null : [section.label, section.title].filter(Boolean).join(' '),
    url: pageUrl(scope.baseUrl, id),
  }
}

/** A clause with the document that it stands in. */
export async function describeSource(
  scope: Scope,
  clause: ClauseNode,
): Promise<{ readonly clause: PassageClause; readonly document: PassageDocument }> {
  const [describedClause, document] = await Promise.all([
    describeClause(scope, clause),
    scope.read.get('DOCUMENT', clause.documentId).then((node) => describeDocument(scope, node)),
  ])
  return { clause: describedClause, document }
}
