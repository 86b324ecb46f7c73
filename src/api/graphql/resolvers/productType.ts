import { listClausesAbout } from '../../../service/listClauses.ts'
import type { StrictResolvers } from '../strictResolvers.ts'

export const productTypeResolvers = {
  ProductType: {
    broader: ({ broaderId }, _args, { scope }) =>
      broaderId === null ? null : scope.read.find('PRODUCT_TYPE', broaderId),
    narrower: ({ id }, _args, { scope }) => scope.read.children('PRODUCT_TYPE', 'NARROWER_PRODUCT_TYPES', id),
    clauses: ({ id }, args, { scope }) => listClausesAbout(scope, id, args.exact ?? false, args),
  },
} satisfies Partial<StrictResolvers>
