import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileKnowledge } from '../../ingest/knowledge.ts'
import { readDocument } from '../../ingest/readDocument.ts'
import { referenceOf } from '../../src/app/parsing.ts'
import type { loadSeeds } from '../../src/app/seeds.ts'
import type { ClauseNode } from '../../src/domain/nodes.ts'
import { clauseNode } from '../support/searchStore.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
type Seeds = Awaited<ReturnType<typeof loadSeeds>>

/** Clauses of the seed documents; the id says file and running number, as the labels do. */
export async function readSeedClauses(seeds: Seeds): Promise<ClauseNode[]> {
  const knowledge = compileKnowledge(referenceOf(seeds))
  const folder = `${ROOT}/seeds/documents`
  const documents = await Promise.all(
    readdirSync(folder).map(async (name) => {
      const read = await readDocument({ name, bytes: readFileSync(`${folder}/${name}`) }, knowledge)
      return { name, facts: read.facts }
    }),
  )
  return documents.flatMap(({ name, facts }) => {
    const { text } = facts.outline.normal
    return facts.clauses.map(({ clause: { node }, body }, index) =>
      clauseNode({
        id: `${name}#${index + 1}`,
        title: node.title === null ? null : text.slice(node.title.start, node.title.end),
        text: text.slice(body.start, body.end),
      }),
    )
  })
}
