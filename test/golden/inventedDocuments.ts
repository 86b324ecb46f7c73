import { readdirSync, readFileSync } from 'node:fs'
import type { InputFile } from '../../ingest/values.ts'
import { buildInventedDocx } from './inventedDocx.ts'
import { buildInventedPdf } from './inventedPdf.ts'
import { type AnnotatedDocument, loadKnowledge, readAnnotated } from './seedDocuments.ts'

const FOLDER = new URL('invented/', import.meta.url)

/**
 * What a file `name.<format>.txt` holds: DOCX and PDF are built from a notation, so that no binary file is kept; a page of
 * a portal is kept as it is, under a name that no tool takes for a page of ours.
 */
const BUILDERS: Readonly<Record<string, (notation: string) => Uint8Array>> = {
  html: (page) => Buffer.from(page, 'utf8'),
  docx: buildInventedDocx,
  pdf: buildInventedPdf,
}

function load(entry: string): InputFile {
  const bytes = readFileSync(new URL(entry, FOLDER))
  const built = /^(.*[.](html|docx|pdf))[.]txt$/.exec(entry)
  const build = BUILDERS[built?.[2] ?? '']
  if (built?.[1] === undefined || build === undefined) return { name: entry, bytes }
  return { name: built[1], bytes: build(bytes.toString('utf8')) }
}

/** The documents of our own making as files, in the order of their names; see `invented/README.md`. */
export function inventedFiles(): InputFile[] {
  return readdirSync(FOLDER)
    .filter((entry) => entry.endsWith('.txt'))
    .sort()
    .map(load)
}

export async function readInventedDocuments(): Promise<AnnotatedDocument[]> {
  const knowledge = await loadKnowledge()
  return Promise.all(
    inventedFiles().map((file) =>
      readAnnotated(file, `invented/${file.name.replace(/[.][a-z]+$/, '.gold.json')}`, knowledge),
    ),
  )
}
