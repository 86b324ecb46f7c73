import { openScope, type Scope } from '../../service/scope.ts'
import type { CommandContext } from '../context.ts'
import { baseUrlOf, createServiceDeps, openStore, patienceOf, segmenterOf } from '../resources.ts'
import { loadSeeds } from '../seeds.ts'

/** Runs a command that needs no model on the store; `write` takes the one writer's place. */
export async function withScope<T>(
  context: CommandContext,
  mode: 'read' | 'write',
  use: (scope: Scope) => Promise<T>,
): Promise<T> {
  const { config, place } = context
  const store = await openStore(config, mode, { patience: patienceOf(context) })
  try {
    const seeds = await loadSeeds(place.root)
    const deps = createServiceDeps({
      store,
      seeds,
      embedder: () => null,
      segmenter: segmenterOf(seeds),
      baseUrl: baseUrlOf(config),
    })
    return await use(openScope(deps))
  } finally {
    await store.close()
  }
}
