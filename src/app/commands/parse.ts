import { expandPaths, readInputFile } from '../../../ingest/files.ts'
import { ZhengmaiError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { parseToJson } from '../parsing.ts'
import { readOptionsOf } from '../readOptions.ts'
import { loadSeeds } from '../seeds.ts'

/**
 * `parse`: what is read in one file, as the object to print; nothing is stored.
 * @throws ZhengmaiError FILE_*, NOT_A_DOCUMENT; BAD_INPUT where the path is not one file
 */
export async function runParse(context: CommandContext, path: string): Promise<object> {
  const { config, place, workingDir } = context
  const { files, problems } = await expandPaths([path], workingDir)
  if (problems[0] !== undefined) throw problems[0].error
  const [file] = files
  if (file === undefined || files.length > 1) {
    throw new ZhengmaiError('BAD_INPUT', `parse 一次只读一个文件，${path} 是 ${files.length} 个`)
  }
  const options = readOptionsOf(config.reading)
  return parseToJson(await readInputFile(file, options.limits), await loadSeeds(place.root), options)
}
