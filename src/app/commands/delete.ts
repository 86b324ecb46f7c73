import { ZhengmaiError } from '../../errors/error.ts'
import { findDocumentNamed } from '../../service/findDocuments.ts'
import { openScope } from '../../service/scope.ts'
import type { CommandContext } from '../context.ts'
import { baseUrlOf, createServiceDeps, openStore, patienceOf, segmenterOf } from '../resources.ts'
import { loadSeeds } from '../seeds.ts'

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
    const document = await findDocumentNamed(openScope(deps), asked)
    if (document === null || !(await store.deleteDocument(document.id))) {
      throw new ZhengmaiError('NOT_FOUND', `没有收录这份文件：${asked}`)
    }
    return { id: document.id, title: document.title }
  } finally {
    await store.close()
  }
}
