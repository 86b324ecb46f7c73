import type { Embedder } from '../src/embedding/port.ts'
import { findModel } from '../test/support/model.ts'
import { type Built, loadBuilt } from './built.ts'

/** As `src/app/model.ts`: two threads for bulk work. */
const WORKERS = 2

/** The embedder of the build, as ingestion uses it, and the folder of its model; or why there is none. */
export async function openModel(
  built: Built,
): Promise<{ readonly embedder: Embedder; readonly dir: string } | { readonly reason: string }> {
  const model = await findModel()
  if ('reason' in model) return model
  const { openOnnxEmbedder } = await loadBuilt<typeof import('../src/embedding/onnx.ts')>(
    built,
    'src/embedding/onnx',
  )
  return { embedder: await openOnnxEmbedder({ files: model.files, workers: WORKERS }), dir: model.files.dir }
}
