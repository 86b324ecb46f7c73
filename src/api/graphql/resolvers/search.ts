import { countFacets } from '../../../service/facets.ts'
import { readStatistics } from '../../../service/statistics.ts'
import type { StrictResolvers } from '../strictResolvers.ts'

export const searchResolvers = {
  SearchConnection: {
    facets: ({ candidateIds }, _args, { scope }) => countFacets(scope, candidateIds),
    coverage: (_result, _args, { scope }) => readStatistics(scope),
  },
} satisfies Partial<StrictResolvers>
