import type { Config } from '../src/config/loadConfig.ts'
import { NEO4J_DEFAULTS } from '../src/config/neo4jConfig.ts'
import type { Embedder } from '../src/embedding/port.ts'
import type { ServiceDeps } from '../src/service/scope.ts'
import type { CorpusPlace } from './bench.ts'
import { type Built, loadBuilt } from './built.ts'
import { loadBuiltSeeds } from './seedFiles.ts'

/** Nothing here listens; only the store counts. */
export function configOf({ dataDir, neo4j }: CorpusPlace): Config {
  const server = neo4j === null ? {} : { uri: neo4j.uri, user: neo4j.user, password: neo4j.password }
  return {
    ...{ host: '127.0.0.1', port: 0, dataDir, modelDir: '', modelEndpoint: '' },
    ...{ store: neo4j === null ? 'embedded' : 'neo4j', neo4j: { ...NEO4J_DEFAULTS, ...server } },
    ...{ apiKey: null, logLevel: 'silent' },
    access: { readers: null, allowedHosts: [], trustedProxies: [], ratePerMinute: null },
    reading: {
      ...{ ocr: true, fileMegabytes: null, unpackedMegabytes: null, pages: null, seconds: null },
      memoryMegabytes: null,
    },
  }
}

/** The service layer over a store, as `src/app/service.ts` wires it, in this process. */
export async function openServices(
  built: Built,
  place: CorpusPlace,
  embedder: Embedder | null,
): Promise<ServiceDeps> {
  const { openStore, createServiceDeps, segmenterOf } = await loadBuilt<
    typeof import('../src/app/resources.ts')
  >(built, 'src/app/resources')
  const [store, seeds] = await Promise.all([openStore(configOf(place), 'read'), loadBuiltSeeds(built)])
  const segmenter = segmenterOf(seeds)
  return createServiceDeps({ store, seeds, embedder: () => embedder, segmenter, baseUrl: '' })
}
