/** A thread that runs the model: texts in, vectors out, one message each way per request. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { FeatureExtractionPipeline } from '@huggingface/transformers'
import { FAREWELL } from './farewell.ts'

/** How the pool starts a thread. */
export interface EmbedWorkerData {
  /** The folder that holds `Xenova/bge-small-zh-v1.5/…`. */
  readonly modelDir: string
  readonly modelId: string
}
export interface EmbedRequest {
  readonly texts: readonly string[]
}
/** The vectors one after another, or why there are none. A thread first sends one reply without vectors: it is ready. */
export type EmbedReply = { readonly vectors: Float32Array } | { readonly failure: string }

const port = parentPort
if (port === null) throw new Error('embedWorker runs as a worker thread only')

const { modelDir, modelId } = workerData as EmbedWorkerData

async function loadModel(): Promise<FeatureExtractionPipeline> {
  const { env, pipeline } = await import('@huggingface/transformers')
  env.allowRemoteModels = false
  env.localModelPath = modelDir
  // one thread: the matrices are so small that two cost 2 to 3 times the CPU of one
  const session_options = { intraOpNumThreads: 1, interOpNumThreads: 1 }
  return await pipeline('feature-extraction', modelId, { dtype: 'q8', session_options })
}

/** One text a call: int8 quantisation scales by batch, so a vector would depend on its neighbours. */
async function embedTexts(model: FeatureExtractionPipeline, texts: readonly string[]): Promise<Float32Array> {
  const vectors: Float32Array[] = []
  for (const text of texts) {
    const output = await model(text, { pooling: 'cls', normalize: true })
    vectors.push(output.data as Float32Array)
  }
  const dimensions = vectors[0]?.length ?? 0
  const joined = new Float32Array(dimensions * texts.length)
  for (const [index, vector] of vectors.entries()) joined.set(vector, index * dimensions)
  return joined
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const loading = loadModel()
loading.then(
  () => port.postMessage({ vectors: new Float32Array(0) } satisfies EmbedReply),
  (error: unknown) => port.postMessage({ failure: describe(error) } satisfies EmbedReply),
)

/** What is under way: the farewell waits for it. */
let work: Promise<unknown> = loading.catch(() => undefined)

port.on('message', (message: EmbedRequest | typeof FAREWELL) => {
  work = work.then(() => (message === FAREWELL ? leave(port) : answer(port, message)))
})

async function answer(to: MessagePort, { texts }: EmbedRequest): Promise<void> {
  try {
    const vectors = await embedTexts(await loading, texts)
    to.postMessage({ vectors } satisfies EmbedReply, [vectors.buffer as ArrayBuffer])
  } catch (error) {
    to.postMessage({ failure: describe(error) } satisfies EmbedReply)
  }
}

/** A thread without an open port has nothing left to do and ends. */
async function leave(open: MessagePort): Promise<void> {
  await loading.then((model) => model.dispose()).catch(() => undefined)
  open.close()
}
