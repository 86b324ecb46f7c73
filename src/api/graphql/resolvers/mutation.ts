import { deleteDocument } from '../../../service/deleteDocument.ts'
import { reviewCorrespondence } from '../../../service/review.ts'
import type { StrictResolvers } from '../strictResolvers.ts'

export const mutationResolvers = {
  Mutation: {
    reviewCorrespondence: (_root, words, { scope, checkWrite }) => {
      checkWrite()
      return reviewCorrespondence(scope, words)
    },
    deleteDocument: (_root, { id }, { scope, checkWrite }) => {
      checkWrite()
      return deleteDocument(scope, id)
    },
  },
} satisfies Partial<StrictResolvers>
