import { createSchema } from 'graphql-yoga'
import type { Context } from './context.ts'
import { SDL } from './generated.ts'
import { agencyResolvers } from './resolvers/agency.ts'
import { checkResolvers } from './resolvers/check.ts'
import { citationResolvers } from './resolvers/citation.ts'
import { clauseResolvers } from './resolvers/clause.ts'
import { commonResolvers } from './resolvers/common.ts'
import { correspondenceResolvers } from './resolvers/correspondence.ts'
import { documentResolvers } from './resolvers/document.ts'
import { graphResolvers } from './resolvers/graph.ts'
import { implementationResolvers } from './resolvers/implementation.ts'
import { jurisdictionResolvers } from './resolvers/jurisdiction.ts'
import { mutationResolvers } from './resolvers/mutation.ts'
import { productTypeResolvers } from './resolvers/productType.ts'
import { queryResolvers } from './resolvers/query.ts'
import { searchResolvers } from './resolvers/search.ts'
import { targetResolvers } from './resolvers/target.ts'
import type { StrictResolvers } from './strictResolvers.ts'

/** Every type of the contract; the annotation makes a forgotten resolver a compile error. */
const RESOLVERS: StrictResolvers = {
  ...commonResolvers,
  ...queryResolvers,
  ...documentResolvers,
  ...clauseResolvers,
  ...agencyResolvers,
  ...citationResolvers,
  ...targetResolvers,
  ...productTypeResolvers,
  ...jurisdictionResolvers,
  ...searchResolvers,
  ...graphResolvers,
  ...correspondenceResolvers,
  ...implementationResolvers,
  ...checkResolvers,
  ...mutationResolvers,
}

/** The executable schema: the contract file with its resolvers. */
export function createGraphqlSchema() {
  // The strict type has narrower parents than the tool's own, which takes any.
  return createSchema<Context>({ typeDefs: SDL, resolvers: RESOLVERS as never })
}
