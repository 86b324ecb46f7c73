import type { FoundClause, SearchAnswer, SearchWords } from '../../cli/runtime.ts'
import type { Scope } from '../../service/scope.ts'
import { type Hit, search } from '../../service/search.ts'
import { readStatistics } from '../../service/statistics.ts'
import type { CommandContext } from '../context.ts'
import { withReader } from './reader.ts'

/** `search`: the service's own search, over the store as it is. */
export function runSearch(context: CommandContext, words: SearchWords): Promise<SearchAnswer> {
  return withReader(context, async ({ scope }) => {
    const { query, mode, first, place, level, agency, role, productType } = words
    const [found, coverage] = await Promise.all([
      search(scope, { query, mode, first, filter: { within: place, level, agency, role, productType } }),
      readStatistics(scope),
    ])
    const hits = await Promise.all(found.edges.map(({ node }) => describeHit(scope, node)))
    const { servedBy, interpretation, relevant, total } = found
    const { documents, clauses, places, levels, issuedFrom, issuedUntil, semantic } = coverage
    return {
      servedBy,
      interpretation,
      relevant,
      total,
      hits,
      coverage: { documents, clauses, places, levels, issuedFrom, issuedUntil, semantic },
    }
  })
}

async function describeHit(scope: Scope, { clause, score, highlight }: Hit): Promise<FoundClause> {
  const document = await scope.read.get('DOCUMENT', clause.documentId)
  const place = document.placeId === null ? null : await scope.read.find('JURISDICTION', document.placeId)
  return {
    id: clause.id,
    label: clause.label,
    title: clause.title,
    score,
    highlight,
    document: {
      id: document.id,
      title: document.title,
      number: document.number,
      place: place?.name ?? null,
      issuedOn: document.issuedOn,
    },
  }
}
