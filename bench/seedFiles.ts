import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InputFile } from '../ingest/values.ts'
import type { ClauseNode } from '../src/domain/nodes.ts'
import { packageRoot } from '../test/support/packageRoot.ts'
import { type Built, loadBuilt } from './built.ts'

/** The documents that come with the program. */
export function readSeedFiles(): InputFile[] {
  const folder = join(packageRoot(), 'seeds', 'documents')
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
}

export async function loadBuiltSeeds(built: Built) {
  const { loadSeeds } = await loadBuilt<typeof import('../src/app/seeds.ts')>(built, 'src/app/seeds')
  return loadSeeds(packageRoot())
}

/** The clauses of those documents: heading and text. */
export async function readSeedClauses(built: Built): Promise<Pick<ClauseNode, 'title' | 'text'>[]> {
  const { compileKnowledge } = await loadBuilt<typeof import('../ingest/knowledge.ts')>(
    built,
    'ingest/knowledge',
  )
  const { readDocument } = await loadBuilt<typeof import('../ingest/readDocument.ts')>(
    built,
    'ingest/readDocument',
  )
  const knowledge = compileKnowledge(await loadBuiltSeeds(built))
  const clauses: Pick<ClauseNode, 'title' | 'text'>[] = []
  for (const file of readSeedFiles()) {
    const { facts } = await readDocument(file, knowledge)
    const { text } = facts.outline.normal
    for (const { clause, body } of facts.clauses) {
      const { title } = clause.node
      clauses.push({
        title: title === null ? null : text.slice(title.start, title.end),
        text: text.slice(body.start, body.end),
      })
    }
  }
  return clauses
}
