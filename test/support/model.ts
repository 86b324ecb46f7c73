import { homedir } from 'node:os'
import { defaultModelDir } from '../../src/config/folders.ts'
import { acquireModel } from '../../src/embedding/model.ts'
import type { ModelFiles } from '../../src/embedding/modelFiles.ts'

const surroundings = {
  platform: process.platform,
  home: homedir(),
  checkout: null,
  workingDir: process.cwd(),
}

/**
 * The real model where it stands in the model folder already (`zhengmai model fetch` puts it there), else why not.
 * With `model` among the words of ZHENGMAI_REQUIRE it is obtained, and its lack is a failure.
 */
export async function findModel(): Promise<{ files: ModelFiles } | { reason: string }> {
  const required = (process.env['ZHENGMAI_REQUIRE'] ?? '').split(/[\s,]+/).includes('model')
  const dir = process.env['ZHENGMAI_MODEL_DIR'] ?? defaultModelDir(process.env, surroundings)
  try {
    const endpoint = process.env['HF_ENDPOINT']
    return { files: await acquireModel({ dir, endpoint, offline: !required }) }
  } catch (error) {
    if (required) throw error
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}
