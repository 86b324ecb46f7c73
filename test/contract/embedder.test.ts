import { describe, it } from 'vitest'
import { createHashingEmbedder } from '../../src/embedding/hashing.ts'
import { openOnnxEmbedder } from '../../src/embedding/onnx.ts'
import { findModel } from '../support/model.ts'
import { describeEmbedder } from './embedder.ts'

describeEmbedder('hashing', () => Promise.resolve(createHashingEmbedder()))

const model = await findModel()
if ('files' in model) {
  describeEmbedder('onnx, one thread', () => openOnnxEmbedder({ files: model.files }))
  describeEmbedder('onnx, two threads', () => openOnnxEmbedder({ files: model.files, workers: 2 }))
} else {
  describe('embedder contract: onnx', () => {
    it.skip(`needs the model: ${model.reason}`, () => undefined)
  })
}
