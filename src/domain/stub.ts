import type { DocumentNode } from './nodes.ts'

/** The fields that only an ingested document has, empty. */
const NOT_INGESTED = {
  issuerIds: [],
  issuedOn: null,
  printedOn: null,
  publishedOn: null,
  effectiveFrom: null,
  effectiveUntil: null,
  recipients: [],
  copiedTo: [],
  elements: [],
  fieldSpans: [],
  ingested: false,
  source: null,
  notices: [],
} as const satisfies Partial<DocumentNode>

/** What is known of a document from being cited. */
export type StubFields = Omit<DocumentNode, keyof typeof NOT_INGESTED | 'kind'>

/** The node of a document that others cite and that is not, or no longer, ingested. */
export function stubDocument(known: StubFields): DocumentNode {
  return { kind: 'DOCUMENT', ...known, ...NOT_INGESTED }
}

/** What stays known of a document that is no longer ingested but still cited. */
export function toStub(node: DocumentNode): DocumentNode {
  return stubDocument({ ...node, carriedTitle: null, carriedKind: null, legalForce: null })
}
