import { fileURLToPath } from 'node:url'

/** The folder of the package, without a slash at its end. */
export function packageRoot(): string {
  return fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
}
