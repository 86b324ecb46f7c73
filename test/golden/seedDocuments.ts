import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { compileKnowledge } from '../../ingest/knowledge.ts'
import { printParsed } from '../../ingest/printParsed.ts'
import { type ReadDocument, readDocument } from '../../ingest/readDocument.ts'
import { loadSeeds } from '../../src/app/seeds.ts'
import { packageRoot } from '../support/packageRoot.ts'

const root = packageRoot()
const folder = `${root}/seeds/documents`

/** The annotated documents as the pipeline reads them, with what `parse` prints of each. */
export interface SeedDocument {
  readonly name: string
  readonly read: ReadDocument
  // biome-ignore lint/suspicious/noExplicitAny: compared with hand-made JSON, field by field
  readonly printed: any
  // biome-ignore lint/suspicious/noExplicitAny: hand-made JSON, see the schema beside it
  readonly gold: any
}

export async function readSeedDocuments(): Promise<SeedDocument[]> {
  const knowledge = compileKnowledge(await loadSeeds(root))
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const read = readDocument({ name, bytes: readFileSync(`${folder}/${name}`) }, knowledge)
      const gold = JSON.parse(
        readFileSync(`${root}/test/golden/${name.replace(/[.]txt$/, '.gold.json')}`, 'utf8'),
      )
      return { name, read, printed: printParsed(read, knowledge.gazetteer), gold }
    })
}

/** A file of expected results beside this one; with UPDATE=1 the results at hand become the expected ones. */
export function expectedResults(name: string, results: unknown): unknown {
  const file = new URL(name, import.meta.url)
  if (process.env['UPDATE'] === '1') writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`)
  return JSON.parse(readFileSync(file, 'utf8'))
}
