import type { StrictResolvers } from '../strictResolvers.ts'

export const graphResolvers = {
  GraphEdge: {
    id: ({ edge }) => edge.id,
    source: ({ edge }) => edge.sourceId,
    target: ({ edge }) => edge.targetId,
    kind: ({ edge }) => edge.kind,
    label: ({ edge }) => edge.label,
    role: ({ edge }) => edge.role,
    relation: ({ edge }) => edge.relation,
    score: ({ edge }) => edge.score,
    span: ({ edge: { span }, documentId }) =>
      span === null || documentId === null ? null : { span, documentId },
  },
} satisfies Partial<StrictResolvers>
