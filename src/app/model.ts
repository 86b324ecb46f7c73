import type { OnProgress } from '../cli/runtime.ts'
import type { Config } from '../config/loadConfig.ts'
import type { ModelLog } from '../embedding/model.ts'
import type { ModelFiles } from '../embedding/modelFiles.ts'
import type { Embedder } from '../embedding/port.ts'
import { toZhengmaiError, type ZhengmaiError } from '../errors/error.ts'

/** Bulk embedding uses two threads of one core each; beyond the first they end when idle (src/embedding/onnx.ts). */
const WORKERS = 2
const STAGES = { hub: '下载模型', maven: '经 Maven 获取模型' } as const

export interface ModelRequest {
  readonly config: Config
  /** Only look into the model folder. */
  readonly offline: boolean
  readonly onProgress?: OnProgress
  readonly log?: ModelLog
}

/**
 * The model's files, got where they are missing.
 * @throws ZhengmaiError MODEL_NOT_FOUND, MODEL_HASH_MISMATCH
 */
export async function getModel({ config, offline, onProgress, log }: ModelRequest): Promise<ModelFiles> {
  const { acquireModel } = await import('../embedding/model.ts')
  return acquireModel({
    dir: config.modelDir,
    endpoint: config.modelEndpoint,
    offline,
    ...(log === undefined ? {} : { log }),
    onProgress: ({ stage, received, total }) =>
      onProgress?.({ stage: STAGES[stage], done: received, total, unit: '字节' }),
  })
}

/** The embedder, or null and the reason where the model cannot be had: the program works without it, by keywords. */
export async function openEmbedder(
  request: ModelRequest,
): Promise<{ readonly embedder: Embedder | null; readonly fault: ZhengmaiError | null }> {
  try {
    const files = await getModel(request)
    const { openOnnxEmbedder } = await import('../embedding/onnx.ts')
    return { embedder: await openOnnxEmbedder({ files, workers: WORKERS }), fault: null }
  } catch (error) {
    return { embedder: null, fault: toZhengmaiError(error) }
  }
}
