import type { GraphStore } from '../../../graph/port/graphStore.ts'
import type { InstallationStatus, WantedDocument } from '../../cli/runtime.ts'
import { readStatistics } from '../../service/statistics.ts'
import type { CommandContext } from '../context.ts'
import { withReader } from './reader.ts'

/** `status`: what the store holds and whether semantic search is on. */
export function readStatus(context: CommandContext): Promise<InstallationStatus> {
  const { config, place } = context
  return withReader(context, async ({ scope, embedder }) => {
    const [{ semantic, ...counts }, { embeddedClauses }, wanted] = await Promise.all([
      readStatistics(scope),
      scope.store.statistics(),
      readWanted(scope.store),
    ])
    return {
      version: place.version,
      store: {
        kind: config.store,
        dataDir: config.dataDir,
        uri: config.store === 'neo4j' ? config.neo4j.uri : null,
      },
      model: embedder === null ? null : { id: embedder.modelId, dir: config.modelDir },
      searchMode: semantic ? 'HYBRID' : 'KEYWORD',
      documents: counts.documents,
      citedDocuments: counts.citedDocuments,
      clauses: counts.clauses,
      embeddedClauses,
      agencies: counts.agencies,
      responsibilities: counts.responsibilities,
      citations: counts.citations,
      targets: counts.targets,
      places: counts.places,
      issuedFrom: counts.issuedFrom,
      issuedUntil: counts.issuedUntil,
      wanted,
    }
  })
}

/** How many missing documents are named: a screen's worth beside the counts. */
const WANTED = 10

async function readWanted(store: GraphStore): Promise<WantedDocument[]> {
  const { items } = await store.wantedDocuments({ first: WANTED, after: null })
  return Promise.all(
    items.map(async ({ node: { id, title, number } }) => {
      const { totalCount } = await store.citations({ targetIds: [id] }, { first: 1, after: null })
      return { id, title, number, citations: totalCount }
    }),
  )
}
