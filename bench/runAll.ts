import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CorpusName, StoreName } from './bench.ts'
import { copyBuild } from './built.ts'
import type { Task } from './child.ts'
import type { Figure } from './figure.ts'
import type { Measurement } from './measurement.ts'
import { startNeo4j } from './neo4jServer.ts'
import type { Sizes } from './sizes.ts'

/**
 * Runs measurements one after the other, each in a process of its own, over corpora made before in others.
 * @param tell gets one line as each begins
 * @throws Error where a measurement ends without a result
 */
export async function runAll(
  measurements: readonly Measurement[],
  sizes: Sizes,
  tell: (line: string) => void,
  storeName: StoreName = 'embedded',
): Promise<Figure[]> {
  using built = copyBuild()
  const workspace = mkdtempSync(join(tmpdir(), 'zhengmai-bench-'))
  await using server = storeName === 'neo4j' ? await startNeo4j(join(workspace, 'neo4j')) : null
  const task = { sizes, build: built.folder, workspace, neo4j: server?.address ?? null }
  const made = new Set<CorpusName>()
  const figures: Figure[] = []
  try {
    for (const { name, corpora } of measurements) {
      for (const corpus of corpora) {
        if (made.has(corpus) || (server !== null && corpus !== 'large')) continue
        tell(`corpus ${corpus}`)
        await runChild({ ...task, kind: 'corpus', name: corpus })
        made.add(corpus)
      }
      tell(name)
      const measured = await runChild({ ...task, kind: 'measurement', name })
      figures.push(...measured.map((figure) => nameStore(figure, storeName)))
    }
    return figures
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
}

/** The embedded store is what is meant where none is named. */
function nameStore(figure: Figure, store: StoreName): Figure {
  if (store === 'embedded') return figure
  return { ...figure, name: `${figure.name}@${store}`, what: `${figure.what} [${store}]` }
}

function runChild(task: Task): Promise<readonly Figure[]> {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url))
  // what a measurement prints is for the reader; standard output belongs to the table
  const child = fork(script, [JSON.stringify(task)], {
    execArgv: ['--import', 'tsx'],
    // as the launcher sets it
    env: { NODE_ENV: 'production', ...process.env },
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  return new Promise((resolve, reject) => {
    let result: readonly Figure[] | undefined
    child.once('message', (figures) => {
      result = figures as readonly Figure[]
    })
    child.once('error', reject)
    child.once('close', (status) => {
      if (result !== undefined) resolve(result)
      else reject(new Error(`${task.kind} ${task.name} ended with ${status}`))
    })
  })
}
