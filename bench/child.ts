/** One measurement, or the making of one corpus, in a process of its own. Its result goes to the parent as a message. */
import { join } from 'node:path'
import type { Bench, CorpusName, CorpusPlace, Neo4jServer } from './bench.ts'
import { makeCorpus } from './corpus.ts'
import type { Figure } from './figure.ts'
import { MEASUREMENTS } from './measurement.ts'
import type { Sizes } from './sizes.ts'

/** What the parent asks for. */
export interface Task {
  readonly kind: 'corpus' | 'measurement'
  readonly name: string
  readonly sizes: Sizes
  /** Folder of the build. */
  readonly build: string
  /** Folder that holds the data folders of the corpora. */
  readonly workspace: string
  /** Null for the embedded store. */
  readonly neo4j: Neo4jServer | null
}

async function run({ kind, name, sizes, build, workspace, neo4j }: Task): Promise<readonly Figure[]> {
  const built = { folder: build }
  const corpus = (corpusName: CorpusName): CorpusPlace => ({ dataDir: join(workspace, corpusName), neo4j })
  if (kind === 'corpus') {
    const corpusName = name as CorpusName
    await makeCorpus(built, { name: corpusName, place: corpus(corpusName), sizes })
    return []
  }
  const measurement = MEASUREMENTS.find((row) => row.name === name)
  if (measurement === undefined) throw new Error(`no measurement ${name}`)
  const bench: Bench = { built, sizes, store: neo4j === null ? 'embedded' : 'neo4j', corpus }
  return await (await measurement.load()).measure(bench)
}

const task = JSON.parse(process.argv[2] ?? '') as Task
const figures = await run(task)
process.send?.(figures, () => process.exit())
