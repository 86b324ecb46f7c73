import type { StrictResolvers } from '../strictResolvers.ts'

export const targetResolvers = {
  Target: {
    kind: (target) => target.targetKind,
    clause: ({ clauseId }, _args, { scope }) => scope.read.get('CLAUSE', clauseId),
    productTypes: ({ productTypeIds }, _args, { scope }) => scope.read.list('PRODUCT_TYPE', productTypeIds),
    lead: ({ leadIds }, _args, { scope }) => scope.read.list('AGENCY', leadIds),
    span: ({ span, documentId }) => ({ span, documentId }),
  },
  LedgerRow: {
    lead: ({ leadIds }, _args, { scope }) => scope.read.list('AGENCY', leadIds),
    support: ({ supportIds }, _args, { scope }) => scope.read.list('AGENCY', supportIds),
    document: ({ documentId }, _args, { scope }) => scope.read.get('DOCUMENT', documentId),
    clause: ({ clauseId }, _args, { scope }) =>
      clauseId === null ? null : scope.read.find('CLAUSE', clauseId),
    span: ({ span, documentId }) => ({ span, documentId }),
  },
} satisfies Partial<StrictResolvers>
