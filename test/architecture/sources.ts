import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, ending in a slash. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Made by tools or by the program, or not ours. */
const NOT_SOURCE = new Set(['node_modules', 'dist', '.git', '.zhengmai', 'coverage'])

/** Paths of all files below a folder of the project, relative to it, sorted; what git ignores is no part of it. */
export function listFiles(folder = '.'): string[] {
  return readdirSync(join(ROOT, folder))
    .sort()
    .filter((name) => !NOT_SOURCE.has(name) && name !== '.env')
    .flatMap((name) => {
      const path = folder === '.' ? name : `${folder}/${name}`
      return statSync(join(ROOT, path)).isDirectory() ? listFiles(path) : [path]
    })
}

/** TypeScript of the product: no tests. */
export function listSources(): string[] {
  return ['src', 'graph', 'ingest'].flatMap((folder) =>
    listFiles(folder).filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts')),
  )
}

export function readSource(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}
