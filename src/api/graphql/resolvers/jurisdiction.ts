import { listDocumentsOfPlace } from '../../../service/listDocuments.ts'
import type { StrictResolvers } from '../strictResolvers.ts'

export const jurisdictionResolvers = {
  Jurisdiction: {
    parent: ({ parentId }, _args, { scope }) =>
      parentId === null ? null : scope.read.find('JURISDICTION', parentId),
    children: ({ id }, _args, { scope }) => scope.read.children('JURISDICTION', 'PLACES_OF_PLACE', id),
    documents: ({ id }, args, { scope }) => listDocumentsOfPlace(scope, id, args),
  },
} satisfies Partial<StrictResolvers>
