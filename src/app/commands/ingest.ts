import { openIsolatedReading } from '../../../ingest/read/isolatedReading.ts'
import type { FileReport } from '../../../ingest/report.ts'
import type { IngestOutcome, IngestWords, OnProgress } from '../../cli/runtime.ts'
import { adoptEmbedder } from '../backfill.ts'
import type { CommandContext } from '../context.ts'
import { ingestFiles } from '../ingestFiles.ts'
import { createIngestOne, putReferenceNodes } from '../ingestion.ts'
import { linkDocuments } from '../linking.ts'
import { openEmbedder } from '../model.ts'
import { readOptionsOf } from '../readOptions.ts'
import { openStore, patienceOf, segmenterOf } from '../resources.ts'
import { loadSeeds } from '../seeds.ts'

/**
 * `ingest`: the files of the paths into the store, as its one writer, then the links between their clauses and others.
 * Without a model at hand they are stored without vectors and links, which a later service adds.
 * @throws ZhengmaiError STORE_LOCKED beside a running service on the embedded store
 */
export async function runIngest(
  context: CommandContext,
  { paths, force }: Pick<IngestWords, 'paths' | 'force'>,
  onProgress: OnProgress,
  onReport: (report: FileReport) => void,
): Promise<IngestOutcome> {
  const { config, place, signal, terminal, workingDir } = context
  const store = await openStore(config, 'write', { force, patience: patienceOf(context) })
  try {
    const seeds = await loadSeeds(place.root)
    const { embedder } = await openEmbedder({ config, offline: true })
    if (embedder === null) {
      terminal.err(
        '没有语义检索模型，先收录文字；运行 zhengmai model fetch 后重启服务即可补上语义向量和条款关联\n',
      )
    }
    try {
      await putReferenceNodes(store, seeds)
      if (embedder !== null) await adoptEmbedder(store, embedder)
      const readOptions = readOptionsOf(config.reading)
      const segmenter = segmenterOf(seeds)
      const reading = openIsolatedReading()
      try {
        const readFile = reading.read
        const ingestOne = createIngestOne({ store, embedder, segmenter, seeds, readOptions, readFile })
        const { limits } = readOptions
        const run = { paths, workingDir, limits, signal, onProgress, onReport }
        const outcome = await ingestFiles(ingestOne, run)
        await linkDocuments({ store, seeds, segmenter }, { signal, onProgress })
        return outcome
      } finally {
        reading.close()
      }
    } finally {
      await embedder?.[Symbol.asyncDispose]()
    }
  } finally {
    await store.close()
  }
}
