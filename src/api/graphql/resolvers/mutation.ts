import { deleteDocument } from '../../../service/deleteDocument.ts'
import { reviewCorrespondence } from '../../../service/review.ts'
import type { StrictResolvers } from '../strictResolvers.ts'

export const mutationResolvers = {
  Mutation: {
    reviewCorrespondence: (_root, words, { scope, change }) => {
      const target = `${words.clause} ${words.other} ${words.verdict}`
      return change({ scope: 'review', what: 'review', target }, () => reviewCorrespondence(scope, words))
    },
    deleteDocument: (_root, { id }, { scope, change }) =>
      change({ scope: 'ingest', what: 'delete', target: id }, () => deleteDocument(scope, id)),
  },
} satisfies Partial<StrictResolvers>
