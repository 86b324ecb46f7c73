import { ZhengmaiError } from '../../errors/error.ts'
import { findDocument } from '../../service/findDocuments.ts'
import { openScope } from '../../service/scope.ts'
import type { CommandContext } from '../context.ts'
import { baseUrlOf, createServiceDeps, openStore, patienceOf, segmenterOf } from '../resources.ts'
import { loadSeeds } from '../seeds.ts'

/** An id begins so (src/domain/ids.ts); everything else is taken for a number. */
const ID_PREFIX = 'cn/'

/**
 * `delete`: removes a document by id or number.
 * @throws ZhengmaiError NOT_FOUND, AMBIGUOUS, STORE_LOCKED
 */
export async function runDelete(
  context: CommandContext,
  asked: string,
): Promise<{ id: string; title: string }> {
  const { config, place } = context
  const store = await openStore(config, 'write', { patience: patienceOf(context) })
  try {
    const seeds = await loadSeeds(place.root)
    const deps = createServiceDeps({
      store,
      seeds,
      embedder: () => null,
      segmenter: segmenterOf(seeds),
      baseUrl: baseUrlOf(config),
    })
    const key = asked.startsWith(ID_PREFIX) ? { id: asked } : { number: asked }
    const document = await findDocument(openScope(deps), key)
    if (document === null || !(await store.deleteDocument(document.id))) {
      throw new ZhengmaiError('NOT_FOUND', `没有收录这份文件：${asked}`)
    }
    return { id: document.id, title: document.title }
  } finally {
    await store.close()
  }
}
