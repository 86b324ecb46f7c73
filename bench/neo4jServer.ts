import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../test/support/packageRoot.ts'
import type { Neo4jServer } from './bench.ts'

/** Heap and page cache of the measured server: what 100,000 clauses with their vectors need. */
const HEAP = '2g'
const PAGE_CACHE = 'server.memory.pagecache.size=2g'
/** Servers for tests start quickest with the quick compiler alone; who runs one in earnest has Java's usual two. */
const COMPILERS = '-XX:TieredStopAtLevel=4'

/** Starts a real server with its data in a new folder. */
export async function startNeo4j(dir: string): Promise<{ readonly address: Neo4jServer } & AsyncDisposable> {
  const script = (...words: string[]) =>
    execFileSync(process.execPath, [join(packageRoot(), 'scripts', 'neo4j.mjs'), ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  const printed = script(
    ...['start', '--json', '--dir', dir, '--heap', HEAP, '--conf', PAGE_CACHE, `--java-option=${COMPILERS}`],
    ...['--watch', String(process.pid)],
  )
  const address = JSON.parse(printed) as Neo4jServer
  return {
    address,
    async [Symbol.asyncDispose]() {
      script('stop', '--dir', dir)
    },
  }
}
