import { compileKnowledge, type Reference } from '../../ingest/knowledge.ts'
import { printParsed } from '../../ingest/printParsed.ts'
import { READ_OPTIONS } from '../../ingest/read/reader.ts'
import { readDocument } from '../../ingest/readDocument.ts'
import type { InputFile } from '../../ingest/values.ts'
import type { Seeds } from './seeds.ts'

/**
 * The object that `parse` prints.
 * @throws ZhengmaiError FILE_*, NOT_A_DOCUMENT
 */
export async function parseToJson(file: InputFile, seeds: Seeds, options = READ_OPTIONS): Promise<object> {
  const knowledge = compileKnowledge(referenceOf(seeds))
  return printParsed(await readDocument(file, knowledge, options), knowledge.gazetteer)
}

/** What reading needs of the seeds. */
export function referenceOf({ places, formerNames, agencies, products }: Seeds): Reference {
  return { places, formerNames, agencies, products }
}
