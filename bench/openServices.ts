import type { Config } from '../src/config/loadConfig.ts'
import type { Embedder } from '../src/embedding/port.ts'
import type { ServiceDeps } from '../src/service/scope.ts'
import { type Built, loadBuilt } from './built.ts'
import { loadBuiltSeeds } from './seedFiles.ts'

/** Nothing here listens; only the folder counts. */
export function configOf(dataDir: string): Config {
  return {
    ...{ host: '127.0.0.1', port: 0, dataDir, store: 'embedded', modelDir: '', modelEndpoint: '' },
    ...{ apiKey: null, logLevel: 'silent' },
    reading: { ocr: true, fileMegabytes: null, unpackedMegabytes: null, pages: null, seconds: null },
  }
}

/** The service layer over a store, as `src/app/service.ts` wires it, in this process. */
export async function openServices(
  built: Built,
  dataDir: string,
  embedder: Embedder | null,
): Promise<ServiceDeps> {
  const { openStore, createServiceDeps, segmenterOf } = await loadBuilt<
    typeof import('../src/app/resources.ts')
  >(built, 'src/app/resources')
  const [store, seeds] = await Promise.all([openStore(configOf(dataDir), 'read'), loadBuiltSeeds(built)])
  const segmenter = segmenterOf(seeds)
  return createServiceDeps({ store, seeds, embedder: () => embedder, segmenter, baseUrl: '' })
}
