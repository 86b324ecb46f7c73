import { ZhengmaiError } from '../errors/error.ts'
import { spawnWorker } from '../thread/spawnWorker.ts'
import type { EmbedReply, EmbedRequest, EmbedWorkerData } from './embedWorker.ts'
import { FAREWELL } from './farewell.ts'
import { MODEL_DIMENSIONS, MODEL_ID, type ModelFiles } from './modelFiles.ts'
import type { Embedder } from './port.ts'
import { WorkerPool } from './workerPool.ts'

/** Texts that one thread takes at a time: some 50 ms of work, so that a query soon gets its turn. */
const TEXTS_PER_REQUEST = 4
/** A thread beyond the first ends after so long without work (ms), and its memory with it. */
const IDLE = 10_000

export interface OnnxOptions {
  /** See `acquireModel`. */
  readonly files: ModelFiles
  /** Greatest number of threads, one core each; 1 unless told. Beyond the first they run only during bulk work. */
  readonly workers?: number
}

/**
 * The real model, in threads of its own. Texts are folded by NFKC and lower-cased here, as the tokenizer knows no
 * upper-case Latin; simplified characters are the caller's business. Nothing is padded; 512 tokens count.
 * @throws ZhengmaiError MODEL_FAILED
 */
export async function openOnnxEmbedder({ files, workers = 1 }: OnnxOptions): Promise<Embedder> {
  const workerData: EmbedWorkerData = { modelDir: files.dir, modelId: MODEL_ID }
  const pool = new WorkerPool<EmbedRequest, EmbedReply>({
    spawn: () => spawnWorker('./embedWorker', import.meta.url, { workerData }),
    limit: workers,
    idle: IDLE,
    farewell: FAREWELL,
  })
  const run = async (texts: readonly string[], urgent: boolean): Promise<Float32Array[]> => {
    const reply = await pool.run({ texts: texts.map(prepareText) }, urgent).catch((cause: unknown) => {
      throw failed(cause instanceof Error ? cause.message : String(cause), cause)
    })
    if ('failure' in reply) throw failed(reply.failure)
    return texts.map((_text, index) =>
      reply.vectors.slice(index * MODEL_DIMENSIONS, (index + 1) * MODEL_DIMENSIONS),
    )
  }
  // the weights are read now rather than at the first search, and a model that cannot run is noticed
  try {
    await run(['政'], false)
  } catch (error) {
    await pool.close()
    throw error
  }
  return {
    modelId: `${MODEL_ID}#q8`,
    sha256: files.sha256,
    dimensions: MODEL_DIMENSIONS,
    preparation: 'cls;nfkc;lower;v1',
    async embed(texts) {
      const urgent = texts.length === 1
      return (await Promise.all(requestsOf(texts).map((some) => run(some, urgent)))).flat()
    },
    [Symbol.asyncDispose]: () => pool.close(),
  }
}

function requestsOf(texts: readonly string[]): string[][] {
  const requests: string[][] = []
  for (let start = 0; start < texts.length; start += TEXTS_PER_REQUEST) {
    requests.push(texts.slice(start, start + TEXTS_PER_REQUEST))
  }
  return requests
}

function prepareText(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function failed(reason: string, cause?: unknown): ZhengmaiError {
  return new ZhengmaiError('MODEL_FAILED', `语义检索模型运行失败 (embedding model failed): ${reason}`, {
    cause,
  })
}
