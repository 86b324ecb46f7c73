// The yardstick of bench/embedding.ts: the bare model runtime over a list of texts, one a call, one thread, as a user of
// the runtime would write it. A process of its own: `ready` when the model is loaded, then texts in, their number out.
import { env, pipeline } from '@huggingface/transformers'

const [modelDir, modelId] = process.argv.slice(2)
env.allowRemoteModels = false
env.localModelPath = modelDir
const session_options = { intraOpNumThreads: 1, interOpNumThreads: 1 }
const model = await pipeline('feature-extraction', modelId, { dtype: 'q8', session_options })
process.on('message', async (texts) => {
  const vectors = []
  for (const text of texts)
    vectors.push((await model(text.toLowerCase(), { pooling: 'cls', normalize: true })).data)
  process.send(vectors.length)
})
process.on('disconnect', () => process.exit())
process.send('ready')
