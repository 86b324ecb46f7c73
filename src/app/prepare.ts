import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { OnProgress } from '../cli/runtime.ts'
import type { Embedder } from '../embedding/port.ts'
import { toZhengmaiError } from '../errors/error.ts'
import type { Segmenter } from '../search/index.ts'
import { adoptEmbedder, backfillVectors } from './backfill.ts'
import type { CommandContext } from './context.ts'
import { ingestFiles } from './ingestFiles.ts'
import { createIngestOne, putReferenceNodes } from './ingestion.ts'
import { linkDocuments } from './linking.ts'
import type { Logger } from './logger.ts'
import { openEmbedder } from './model.ts'
import { readOptionsOf } from './readOptions.ts'
import type { Seeds } from './seeds.ts'

/** What a service that has begun to answer still has to get ready. */
export interface Preparation {
  readonly context: CommandContext
  readonly store: GraphStore
  readonly seeds: Seeds
  readonly segmenter: Segmenter
  /** Filled when the model is there. */
  readonly model: { embedder: Embedder | null }
  readonly logger: Logger
  readonly signal: AbortSignal
  readonly onProgress: OnProgress
  /** Something was written: what is remembered of names is old. */
  readonly onWritten: () => void
  /** The first ingestion is over. */
  readonly onReady: () => void
}

/** Stands in the data folder from the beginning of the first ingestion to its end, so that one cut short is taken up again. */
const PENDING = 'first-ingestion.pending'

/**
 * Reference data, the model, on the first start the documents that come with the program, then the vectors and the links
 * between clauses that are missing. Never rejects: a service whose preparation fails goes on with what it has and says so
 * in the log.
 */
export async function prepare(preparation: Preparation): Promise<void> {
  const { store, seeds, logger, onReady, onWritten } = preparation
  try {
    const isFirst = await isFirstStart(preparation)
    await putReferenceNodes(store, seeds)
    onWritten()
    if (!isFirst) onReady()
    await loadModel(preparation)
    if (isFirst) {
      await ingestSeedDocuments(preparation)
      await link(preparation)
    }
    onReady()
    await warmUp(preparation)
    await backfill(preparation)
    await link(preparation)
  } catch (error) {
    const { code, message, stack } = toZhengmaiError(error)
    logger.error({ stage: 'prepare', code, stack }, `准备工作未完成：${message}`)
  }
}

async function isFirstStart({ context, store }: Preparation): Promise<boolean> {
  const pending = await stat(join(context.config.dataDir, PENDING)).catch(() => null)
  return pending !== null || (await store.statistics()).documents === 0
}

async function loadModel({ context, store, model, logger, onProgress }: Preparation): Promise<void> {
  const { embedder, fault } = await openEmbedder({
    config: context.config,
    offline: false,
    onProgress,
    log: logger,
  })
  if (embedder === null) {
    logger.warn({ stage: 'model', code: fault?.code }, `只提供关键词检索：${fault?.message ?? '没有模型'}`)
    return
  }
  await adoptEmbedder(store, embedder)
  model.embedder = embedder
}

async function ingestSeedDocuments(preparation: Preparation): Promise<void> {
  const { context, store, seeds, segmenter, model, logger, signal, onProgress, onWritten } = preparation
  const marker = join(context.config.dataDir, PENDING)
  // no store makes the folder where the data are in a database
  await mkdir(context.config.dataDir, { recursive: true })
  await writeFile(marker, '')
  const readOptions = readOptionsOf(context.config.reading)
  const ingestOne = createIngestOne({ store, embedder: model.embedder, segmenter, seeds, readOptions })
  const { reports } = await ingestFiles(ingestOne, {
    paths: [join(context.place.root, 'seeds', 'documents')],
    workingDir: context.place.root,
    limits: readOptions.limits,
    signal,
    onProgress,
    onReport: ({ name, outcome, ms, error }) => {
      onWritten()
      if (error === null) logger.info({ stage: 'ingest', file: name, ms }, outcome)
      else logger.error({ stage: 'ingest', file: name, ms, code: error.code }, error.message)
    },
  })
  if (signal.aborted) return
  logger.info({ stage: 'ingest', count: reports.length }, '首次收录完毕')
  await rm(marker, { force: true })
}

async function backfill({ store, model, signal, logger, onProgress }: Preparation): Promise<void> {
  if (model.embedder === null) return
  const count = await backfillVectors(store, model.embedder, { signal, onProgress })
  if (count > 0) logger.info({ stage: 'embed', count }, '补齐语义向量')
}

/** Lets the store read its vectors before somebody waits for them: a second or two in a large corpus. */
async function warmUp({ store, model }: Preparation): Promise<void> {
  if (model.embedder !== null) await store.nearestClauses([], 1)
}

/** A fault of linking is told and kept from the rest: all but the links can be used. */
async function link({ store, seeds, segmenter, signal, logger, onProgress }: Preparation): Promise<void> {
  try {
    const count = await linkDocuments({ store, seeds, segmenter }, { signal, onProgress })
    if (count > 0) logger.info({ stage: 'link', count }, '关联条款')
  } catch (error) {
    const { code, message, stack } = toZhengmaiError(error)
    logger.error({ stage: 'link', code, stack }, `条款关联未完成：${message}`)
  }
}
