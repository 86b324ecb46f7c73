import { agencyInvolvement } from '../../../service/agencyInvolvement.ts'
import { documentsBelow, hierarchyOf, levelsBelow } from '../../../service/hierarchy.ts'
import { implementedBy, implementsOf } from '../../../service/implementation.ts'
import { listCitations, listIncomingCitations } from '../../../service/listCitations.ts'
import { listClausesOfDocument } from '../../../service/listClauses.ts'
import { documentReference } from '../../../service/reference.ts'
import { pageUrl } from '../../../service/urls.ts'
import { supersededBy, validityOf } from '../../../service/validity.ts'
import type { StrictResolvers } from '../strictResolvers.ts'

export const documentResolvers = {
  Document: {
    kind: (document) => document.documentKind,
    jurisdiction: ({ placeId }, _args, { scope }) =>
      placeId === null ? null : scope.read.find('JURISDICTION', placeId),
    issuers: ({ issuerIds }, _args, { scope }) => scope.read.list('AGENCY', issuerIds),
    validity: (document, { on }, { scope }) => validityOf(scope, document, on ?? scope.today()),
    supersededBy: ({ id }, _args, { scope }) => supersededBy(scope, id),
    elements: ({ id, elements }) => elements.map((element) => ({ element, documentId: id })),
    fieldSpans: ({ id, fieldSpans }) => fieldSpans.map((fieldSpan) => ({ fieldSpan, documentId: id })),
    text: async ({ id }, _args, { scope }) => (await scope.read.body(id))?.text ?? null,
    notices: ({ id, notices }) => notices.map((notice) => ({ notice, documentId: id })),
    sections: async ({ id }, _args, { scope }) => scope.read.children('SECTION', 'SECTIONS_OF_DOCUMENT', id),
    annexes: ({ id }, _args, { scope }) => scope.read.children('ANNEX', 'ANNEXES_OF_DOCUMENT', id),
    clauses: ({ id }, args, { scope }) => listClausesOfDocument(scope, id, args),
    cites: ({ id }, args, { scope }) => listCitations(scope, id, args.relation, args),
    citedBy: ({ id }, args, { scope }) => listIncomingCitations(scope, id, args.relation, args),
    implements: ({ id }, _args, { scope }) => implementsOf(scope, id),
    implementedBy: ({ id }, args, { scope }) => implementedBy(scope, id, args),
    hierarchy: (document, _args, { scope }) => hierarchyOf(scope, document),
    below: (document, args, { scope }) => documentsBelow(scope, document, args),
    agencies: ({ id }, { role }, { scope }) => agencyInvolvement(scope, id, role),
    ledger: ({ id }, _args, { scope }) => scope.read.children('LEDGER_ROW', 'LEDGER_OF_DOCUMENT', id),
    url: ({ id }, _args, { scope }) => pageUrl(scope.baseUrl, id),
    reference: (document) => documentReference(document),
  },
  HierarchyConnection: {
    levels: ({ documentIds }, _args, { scope }) => levelsBelow(scope, documentIds),
  },
  LevelBelow: {
    places: ({ placeIds }, _args, { scope }) => scope.read.list('JURISDICTION', placeIds),
  },
  Section: {
    document: ({ documentId }, _args, { scope }) => scope.read.get('DOCUMENT', documentId),
    parent: ({ parentId }, _args, { scope }) =>
      parentId === null ? null : scope.read.find('SECTION', parentId),
    sections: ({ id }, _args, { scope }) => scope.read.children('SECTION', 'SECTIONS_OF_SECTION', id),
    clauses: ({ id }, _args, { scope }) => scope.read.children('CLAUSE', 'CLAUSES_OF_SECTION', id),
    span: ({ span, documentId }) => ({ span, documentId }),
  },
  Annex: {
    kind: (annex) => annex.documentKind,
    document: ({ documentId }, _args, { scope }) => scope.read.get('DOCUMENT', documentId),
    sections: ({ id }, _args, { scope }) => scope.read.children('SECTION', 'SECTIONS_OF_ANNEX', id),
    span: ({ span, documentId }) => ({ span, documentId }),
  },
} satisfies Partial<StrictResolvers>
