import { openIsolatedReading } from '../../ingest/read/isolatedReading.ts'
import type { FileReport, LeftOutPath } from '../../ingest/report.ts'
import type { Uploads } from '../api/uploads.ts'
import type { Embedder } from '../embedding/port.ts'
import { toZhengmaiError, ZhengmaiError } from '../errors/error.ts'
import { createQueue } from '../thread/queue.ts'
import { ingestInput } from './ingestFiles.ts'
import { createIngestOne, type IngestParts } from './ingestion.ts'
import { linkDocuments } from './linking.ts'
import type { Logger } from './logger.ts'

export interface UploadParts
  extends Required<Pick<IngestParts, 'store' | 'segmenter' | 'seeds' | 'readOptions'>> {
  /** Asked for at each file: the model may arrive later. */
  readonly embedder: () => Embedder | null
  readonly logger: Logger
  readonly signal: AbortSignal
  /** Something was written: what is remembered of names is old. */
  readonly onWritten: () => void
}

export interface OpenUploads extends Uploads {
  /** Ends what reads files; those under way fail. */
  close(): Promise<void>
}

/** Files that a service is sent: each is read in a process of its own and taken in beside the queries, one after the other. */
export function openUploads(parts: UploadParts): OpenUploads {
  const { store, segmenter, seeds, readOptions, logger, signal, onWritten } = parts
  const { limits } = readOptions
  const reading = openIsolatedReading()
  const linking = createLinking(parts)
  const inTurn = createQueue()
  const take = async (file: { readonly name: string; readonly bytes: Uint8Array }) => {
    if (signal.aborted) throw new ZhengmaiError('UNAVAILABLE', '服务正在停止')
    const embedder = parts.embedder()
    const ingestOne = createIngestOne({
      ...{ store, embedder, segmenter, seeds, readOptions, readFile: reading.read },
    })
    const reports: FileReport[] = []
    const leftOut: LeftOutPath[] = []
    for await (const result of ingestInput(ingestOne, file, limits)) {
      if ('reason' in result) leftOut.push(result)
      else reports.push(result)
    }
    for (const { name, outcome, ms, error } of reports)
      logger.info({ stage: 'upload', file: name, ms, code: error?.code }, outcome)
    if (reports.some(({ outcome }) => outcome === 'created' || outcome === 'replaced')) {
      onWritten()
      linking.ask()
    }
    return { reports, leftOut }
  }
  return {
    requestBytes: limits.fileBytes,
    ingest: (file) => inTurn(() => take(file)),
    close: async () => {
      reading.close()
      await inTurn(linking.done)
    },
  }
}

/** Links what lacks it, in the background; asked for again while it runs, it runs once more. */
function createLinking({ store, seeds, segmenter, logger, signal, onWritten }: UploadParts) {
  const inTurn = createQueue()
  let waiting = false
  const link = async () => {
    waiting = false
    try {
      const count = await linkDocuments({ store, seeds, segmenter }, { signal })
      if (count > 0) onWritten()
    } catch (error) {
      const { code, message, stack } = toZhengmaiError(error)
      logger.error({ stage: 'link', code, stack }, `条款关联未完成：${message}`)
    }
  }
  return {
    ask: () => {
      if (waiting || signal.aborted) return
      waiting = true
      void inTurn(link)
    },
    done: () => inTurn(async () => undefined),
  }
}
