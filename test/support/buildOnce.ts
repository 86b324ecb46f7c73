import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Before all tests: the build that the tests of the command line run. One that fails fails those tests, not all. */
export default function buildOnce(): void {
  const script = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url))
  spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2] })
}
