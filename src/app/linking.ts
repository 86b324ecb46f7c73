import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { OnProgress } from '../cli/runtime.ts'
import { linkAll } from '../correspondence/link.ts'
import type { Segmenter } from '../search/index.ts'
import { restoreConfirmed } from '../service/reviewRestore.ts'
import { openScope } from '../service/scope.ts'
import { createServiceDeps } from './resources.ts'
import type { Seeds } from './seeds.ts'

export interface LinkParts {
  readonly store: GraphStore
  readonly seeds: Seeds
  readonly segmenter: Segmenter
}

/**
 * Links the clauses of the documents that lack it, one document after the other, until done or aborted, and gives pairs
 * that a person confirmed their link again. Documents without vectors wait. The number of documents linked.
 */
export async function linkDocuments(
  parts: LinkParts,
  options: { readonly signal: AbortSignal; readonly onProgress?: OnProgress },
): Promise<number> {
  const { signal, onProgress } = options
  const reports = await linkAll(
    { store: parts.store },
    {
      signal,
      onProgress: ({ done, total }) => onProgress?.({ stage: '关联条款', done, total, unit: '份文件' }),
    },
  )
  if (reports.length > 0 && !signal.aborted) {
    const services = createServiceDeps({ ...parts, embedder: () => null, baseUrl: '' })
    await restoreConfirmed(openScope(services))
  }
  return reports.length
}
