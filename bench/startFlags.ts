import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../test/support/packageRoot.ts'

/** What `npm start` gives Node beside the program, such as the size of the heap's young generation. */
export function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string }
  }
  return scripts.start.split(' ').filter((word) => word.startsWith('--'))
}
