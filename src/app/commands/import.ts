import type { OnProgress } from '../../cli/runtime.ts'
import { openArchive } from '../../exchange/archive/checkArchive.ts'
import { importArchive } from '../../exchange/archive/importArchive.ts'
import type { ImportReport } from '../../exchange/archive/importReport.ts'
import type { CommandContext } from '../context.ts'
import { putReferenceNodes } from '../ingestion.ts'
import { openStore, patienceOf } from '../resources.ts'
import { loadSeeds } from '../seeds.ts'

/**
 * `import`: checks the archive as a whole before the store is even opened, then writes it as the store's one writer.
 * @throws ZhengmaiError ARCHIVE_DAMAGED, ARCHIVE_NEWER, FILE_*, STORE_LOCKED beside a running service
 */
export async function runImport(
  context: CommandContext,
  { path, force }: { readonly path: string; readonly force: boolean },
  onProgress: OnProgress,
): Promise<ImportReport> {
  const { config, place, signal } = context
  await using archive = await openArchive(path, {
    signal,
    onDocument: (done, total) => onProgress({ stage: '检查档案', done, total, unit: '份文件' }),
  })
  const store = await openStore(config, 'write', { force, patience: patienceOf(context) })
  try {
    await putReferenceNodes(store, await loadSeeds(place.root))
    return await importArchive(store, archive, {
      signal,
      onDocument: (_, done, total) => onProgress({ stage: '导入', done, total, unit: '份文件' }),
    })
  } finally {
    await store.close()
  }
}
