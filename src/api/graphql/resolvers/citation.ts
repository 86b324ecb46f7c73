import { citedClause } from '../../../service/listCitations.ts'
import type { StrictResolvers } from '../strictResolvers.ts'

export const citationResolvers = {
  Citation: {
    from: ({ clauseId, documentId }, _args, { scope }) =>
      clauseId === null ? scope.read.get('DOCUMENT', documentId) : scope.read.get('CLAUSE', clauseId),
    clause: ({ clauseId }, _args, { scope }) =>
      clauseId === null ? null : scope.read.find('CLAUSE', clauseId),
    document: ({ targetId }, _args, { scope }) => scope.read.get('DOCUMENT', targetId),
    cited: (citation, _args, { scope }) => citedClause(scope, citation),
    span: ({ span, documentId }) => ({ span, documentId }),
  },
} satisfies Partial<StrictResolvers>
