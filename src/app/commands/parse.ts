import { expandPaths, readInputFile } from '../../../ingest/files.ts'
import { ZhengmaiError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { parseToJson } from '../parsing.ts'
import { loadSeeds } from '../seeds.ts'

/**
 * `parse`: what is read in one file, as the object to print; nothing is stored.
 * @throws ZhengmaiError FILE_*, NOT_A_DOCUMENT; BAD_INPUT where the path is not one file
 */
export async function runParse({ place, workingDir }: CommandContext, path: string): Promise<object> {
  const { files, problems } = await expandPaths([path], workingDir)
  if (problems[0] !== undefined) throw problems[0].error
  const [file] = files
  if (file === undefined || files.length > 1) {
    throw new ZhengmaiError('BAD_INPUT', `parse 一次只读一个文件，${path} 是 ${files.length} 个`)
  }
  return parseToJson(await readInputFile(file), await loadSeeds(place.root))
}
