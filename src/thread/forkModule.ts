import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * Starts a process from a module beside the caller, whether the project runs as TypeScript or as a bundle. Messages are
 * cloned like those between threads; what it writes on standard error can be read, nothing else.
 * @param module without its extension, e.g. `./ocrProcess`
 * @param base `import.meta.url` of the caller
 * @param nodeArguments e.g. `--max-old-space-size=512`
 */
export function forkModule(
  module: string,
  base: string,
  nodeArguments: readonly string[] = [],
  words: readonly string[] = [],
): ChildProcess {
  const extension = /\.[cm]?[jt]s$/.exec(new URL(base).pathname)?.[0] ?? '.js'
  return fork(fileURLToPath(new URL(module + extension, base)), words, {
    execArgv: [...nodeArguments, ...(extension.endsWith('ts') ? typeScriptArguments() : [])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** A process of Node before 22.18 does not strip types by itself. */
function typeScriptArguments(): string[] {
  if ((process.features as { typescript?: unknown }).typescript) return []
  const tsx = createRequire(import.meta.url).resolve('tsx')
  return ['--import', pathToFileURL(tsx).href]
}
