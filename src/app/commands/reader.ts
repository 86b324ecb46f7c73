import type { Embedder } from '../../embedding/port.ts'
import { openScope, type Scope } from '../../service/scope.ts'
import type { CommandContext } from '../context.ts'
import { openEmbedder } from '../model.ts'
import { baseUrlOf, createServiceDeps, openStore, patienceOf, segmenterOf } from '../resources.ts'
import { loadSeeds } from '../seeds.ts'

/** What a reading command works with. */
export interface Reading {
  readonly scope: Scope
  readonly embedder: Embedder | null
}

/** Runs a command on the store opened read-only, beside a running service too, and closes everything after it. */
export async function withReader<T>(
  context: CommandContext,
  read: (reading: Reading) => Promise<T>,
): Promise<T> {
  const { config, place } = context
  const store = await openStore(config, 'read', { patience: patienceOf(context) })
  try {
    const seeds = await loadSeeds(place.root)
    const { embedder } = await openEmbedder({ config, offline: true })
    try {
      const deps = createServiceDeps({
        store,
        seeds,
        embedder: () => embedder,
        segmenter: segmenterOf(seeds),
        baseUrl: baseUrlOf(config),
      })
      return await read({ scope: openScope(deps), embedder })
    } finally {
      await embedder?.[Symbol.asyncDispose]()
    }
  } finally {
    await store.close()
  }
}
