import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ZhengmaiError } from '../errors/error.ts'

/** Where the program is installed. */
export interface PackagePlace {
  /** The folder of package.json: seeds lie there. */
  readonly root: string
  /** The same folder where it is a source checkout; null for an installed package. */
  readonly checkout: string | null
  readonly version: string
}

/**
 * The package that a module belongs to, whether it runs from the source or from the build below `dist/`.
 * @param moduleUrl `import.meta.url`
 * @throws ZhengmaiError INTERNAL where no package.json of this project lies above
 */
export function findPackage(moduleUrl: string): PackagePlace {
  for (let folder = dirname(fileURLToPath(moduleUrl)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (existsSync(file)) {
      const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string }
      if (name === 'zhengmai') {
        return {
          root: folder,
          checkout: existsSync(join(folder, 'src')) ? folder : null,
          version: version ?? '0.0.0',
        }
      }
    }
    if (dirname(folder) === folder)
      throw new ZhengmaiError('INTERNAL', `找不到程序的 package.json：${moduleUrl}`)
  }
}
