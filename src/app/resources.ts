import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { Config } from '../config/loadConfig.ts'
import type { Embedder } from '../embedding/port.ts'
import { createSegmenter, type Segmenter } from '../search/index.ts'
import { createNameIndexCache } from '../service/nameIndex.ts'
import { type ServiceDeps, todayInChina } from '../service/scope.ts'
import type { Seeds } from './seeds.ts'

/**
 * The store of the data folder; `write` takes the one writer's place.
 * @throws ZhengmaiError STORE_*
 */
export async function openStore(config: Config, mode: 'read' | 'write'): Promise<GraphStore> {
  const { openEmbeddedStore } = await import('../../graph/embedded/store.ts')
  return openEmbeddedStore({ dataDir: config.dataDir, mode })
}

export interface ServiceParts {
  readonly store: GraphStore
  readonly seeds: Seeds
  /** Asked for at each request: the model may arrive later. */
  readonly embedder: () => Embedder | null
  readonly segmenter: Segmenter
  /** Without a slash at its end. */
  readonly baseUrl: string
}

/** What the use cases of `src/service` need. */
export function createServiceDeps({ store, seeds, embedder, segmenter, baseUrl }: ServiceParts): ServiceDeps {
  return {
    store,
    names: createNameIndexCache(store, seeds.formerNames),
    search: () => ({ store, embedder: embedder(), segmenter, synonyms: seeds.synonyms }),
    baseUrl,
    today: todayInChina,
  }
}

/** The address that the service is reached at from this machine. */
export function baseUrlOf({ host, port }: { readonly host: string; readonly port: number }): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? '127.0.0.1' : host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
  return `http://${name}:${port}`
}

export function segmenterOf(seeds: Seeds): Segmenter {
  return createSegmenter(seeds.words)
}
