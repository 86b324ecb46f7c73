import type { OnProgress } from '../../cli/runtime.ts'
import { linkKeyOf } from '../../correspondence/link.ts'
import { exportFile } from '../../exchange/exportFile.ts'
import type { ExportOutcome, ExportWords } from '../../exchange/exportWords.ts'
import type { CommandContext } from '../context.ts'
import { baseUrlOf, createServiceDeps, openStore, patienceOf, segmenterOf } from '../resources.ts'
import { loadSeeds } from '../seeds.ts'

/** `export`: reads the store beside a running service too. */
export async function runExport(
  context: CommandContext,
  words: ExportWords,
  onProgress: OnProgress,
): Promise<ExportOutcome> {
  const { config, place, signal, terminal } = context
  const store = await openStore(config, 'read', { patience: patienceOf(context) })
  try {
    const seeds = await loadSeeds(place.root)
    const segmenter = segmenterOf(seeds)
    const baseUrl = baseUrlOf(config)
    // no list and no file needs the model
    const deps = createServiceDeps({ store, seeds, embedder: () => null, segmenter, baseUrl })
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    return await exportFile(words, {
      deps,
      linkKey: linkKeyOf(await store.embeddingKey()),
      signal,
      onDocument: (done, total) => onProgress({ stage: '导出', done, total, unit: '份文件' }),
      onOutput: (piece) => terminal.out(decoder.decode(piece, { stream: true })),
      onTruncated: () => terminal.err('周围的节点太多，只写了一部分；用较小的 --depth 可得到全部\n'),
    })
  } finally {
    await store.close()
  }
}
