import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { compileKnowledge, type Knowledge } from '../../ingest/knowledge.ts'
import { printParsed } from '../../ingest/printParsed.ts'
import { type ReadDocument, readDocument } from '../../ingest/readDocument.ts'
import type { InputFile } from '../../ingest/values.ts'
import { loadSeeds } from '../../src/app/seeds.ts'
import { packageRoot } from '../support/packageRoot.ts'

const root = packageRoot()
const folder = `${root}/seeds/documents`

/** An annotated document as the pipeline reads it, with what `parse` prints of it. */
export interface AnnotatedDocument {
  readonly name: string
  readonly read: ReadDocument
  // biome-ignore lint/suspicious/noExplicitAny: compared with hand-made JSON, field by field
  readonly printed: any
  // biome-ignore lint/suspicious/noExplicitAny: hand-made JSON of the same shape
  readonly gold: any
}

/** What documents are read with: the reference data that the product ships. */
export async function loadKnowledge(): Promise<Knowledge> {
  return compileKnowledge(await loadSeeds(root))
}

/** The shipped documents as files. */
export function seedFiles(): InputFile[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) }))
}

/** @param goldFile path of the annotation, below this folder */
export async function readAnnotated(
  file: InputFile,
  goldFile: string,
  knowledge: Knowledge,
): Promise<AnnotatedDocument> {
  const read = await readDocument(file, knowledge)
  const gold = JSON.parse(readFileSync(`${root}/test/golden/${goldFile}`, 'utf8'))
  return { name: file.name, read, printed: printParsed(read, knowledge.gazetteer), gold }
}

export async function readSeedDocuments(): Promise<AnnotatedDocument[]> {
  const knowledge = await loadKnowledge()
  return Promise.all(
    seedFiles().map((file) => readAnnotated(file, file.name.replace(/[.]txt$/, '.gold.json'), knowledge)),
  )
}

/** A file of expected results beside this one; with UPDATE=1 the results at hand become the expected ones. */
export function expectedResults(name: string, results: unknown): unknown {
  const file = new URL(name, import.meta.url)
  if (process.env['UPDATE'] === '1') writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`)
  return JSON.parse(readFileSync(file, 'utf8'))
}
