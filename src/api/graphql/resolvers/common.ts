import { type GraphNode, pageOf } from '../../../domain/nodes.ts'
import { dateScalar } from '../dateScalar.ts'
import type { ResolversParentTypes } from '../generated.ts'
import type { StrictResolvers } from '../strictResolvers.ts'

const TYPE_OF_KIND = {
  DOCUMENT: 'Document',
  ANNEX: 'Annex',
  SECTION: 'Section',
  CLAUSE: 'Clause',
  JURISDICTION: 'Jurisdiction',
  AGENCY: 'Agency',
  PRODUCT_TYPE: 'ProductType',
  TARGET: 'Target',
  LEDGER_ROW: 'LedgerRow',
} as const satisfies Record<GraphNode['kind'], keyof ResolversParentTypes>

/** Types without a noun of their own: ids, dates, spans, notices. */
export const commonResolvers = {
  Date: dateScalar as never,
  Node: { __resolveType: (node) => ('edge' in node ? 'Correspondence' : TYPE_OF_KIND[node.kind]) },
  Span: {
    start: ({ span }) => span.start,
    end: ({ span }) => span.end,
    quote: async ({ span, documentId }, _args, { scope }) => {
      const body = await scope.read.body(documentId)
      return body?.text.slice(span.start, span.end) ?? ''
    },
    source: ({ span: { source }, documentId }) => (source === null ? null : { source, documentId }),
  },
  SourceSpan: {
    start: ({ source }) => source.start,
    end: ({ source }) => source.end,
    quote: async ({ source, documentId }, _args, { scope }) => {
      const body = await scope.read.body(documentId)
      return body?.sourceText.slice(source.start, source.end) ?? ''
    },
    page: async ({ source, documentId }, _args, { scope }) => {
      const document = await scope.read.find('DOCUMENT', documentId)
      // a store written by the first version holds no page starts
      return pageOf({ pageStarts: document?.source?.pageStarts ?? [] }, source.start)
    },
  },
  Notice: {
    code: ({ notice }) => notice.code,
    severity: ({ notice }) => notice.severity,
    message: ({ notice }) => notice.message,
    span: ({ notice, documentId }) => (notice.span === null ? null : { span: notice.span, documentId }),
  },
  FieldSpan: {
    field: ({ fieldSpan }) => fieldSpan.field,
    span: ({ fieldSpan, documentId }) => ({ span: fieldSpan.span, documentId }),
  },
  DocumentElement: {
    name: ({ element }) => element.name,
    value: ({ element }) => element.value,
    confidence: ({ element }) => element.confidence,
    span: ({ element, documentId }) => (element.span === null ? null : { span: element.span, documentId }),
  },
} satisfies Partial<StrictResolvers>
