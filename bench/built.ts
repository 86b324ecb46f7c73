import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageRoot } from '../test/support/packageRoot.ts'

/**
 * What is measured is the build, as users run it: the loader that runs TypeScript in a checkout wraps every inner function
 * to keep its name, which costs a third of the speed of reading.
 */
export interface Built {
  /** Absolute folder of the build. */
  readonly folder: string
}

/** A copy of the build, below dist/ so that it finds its packages, which no later build prunes. */
export function copyBuild(): Built & Disposable {
  const root = packageRoot()
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error('the build failed')
  const current = /build-[0-9a-f]+/.exec(readFileSync(join(root, 'dist', 'main.js'), 'utf8'))?.[0]
  if (current === undefined) throw new Error('dist/main.js names no build')
  const folder = join(root, 'dist', `.bench-${process.pid}`)
  cpSync(join(root, 'dist', current), folder, { recursive: true })
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * A module of the build: `loadBuilt<typeof import('../src/a.ts')>(built, 'src/a')`.
 * @throws Error where the build has no such module, as nothing in it imports it
 */
export async function loadBuilt<Module>(built: Built, path: string): Promise<Module> {
  return (await import(pathToFileURL(join(built.folder, `${path}.js`)).href)) as Module
}
