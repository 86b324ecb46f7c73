/**
 * A process of its own that uses an embedded store, for tests of locks, crashes and limits:
 * `node --import tsx storeProcess.ts <command> <data folder>`. Prints one JSON value a line.
 *
 *   hold   opens for writing and waits until its input ends
 *   fill   puts documents until it ends or fails, and names each when it is stored
 *   read   opens for reading and prints the statistics
 *   read-as-nobody, hold-as-nobody   the same as user 65534
 */
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { seededRandom, syntheticBundle } from './bundle.ts'

/** The user `nobody` of most systems. */
const NOBODY = 65_534
export const FILL_DOCUMENTS = 40
export const FILL_CLAUSES = 50
export const fillId = (index: number) => `cn/990100/甲政发/2024/${index}`
/** The same document for the same index in every process. */
export const fillBundle = (index: number) =>
  syntheticBundle(fillId(index), FILL_CLAUSES, seededRandom(index), { dimensions: 64 })
export const FILL_KEY = { modelId: 'test', sha256: '00', dimensions: 64, preparation: 'v1' }

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)

async function run(command: string, dataDir: string): Promise<void> {
  if (command.endsWith('-as-nobody')) process.setuid?.(NOBODY)
  const reads = command.startsWith('read')
  await using store = await openEmbeddedStore({ dataDir, mode: reads ? 'read' : 'write' })
  if (reads) print(await store.statistics())
  else if (command.startsWith('hold')) {
    print('ready')
    await new Promise((resolve) => process.stdin.on('end', resolve).resume())
  } else {
    await store.setEmbeddingKey(FILL_KEY)
    for (let index = 0; index < FILL_DOCUMENTS; index++) {
      await store.putDocument(fillBundle(index))
      print(fillId(index))
    }
  }
}

const [command, dataDir] = process.argv.slice(2)
if (process.argv[1]?.endsWith('storeProcess.ts') && command !== undefined && dataDir !== undefined) {
  run(command, dataDir).catch((error: unknown) => {
    print(
      error instanceof ZhengmaiError
        ? { code: error.code, message: error.message, details: error.details }
        : String(error),
    )
    process.exitCode = 1
  })
}
