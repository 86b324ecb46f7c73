import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { PageFile, PageFiles } from '../api/page.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}
const PACKED = /\.(?:br|gz)$/

/**
 * The page that `scripts/build.mjs` built last; null where there is none.
 * @param root the folder of package.json
 */
export async function readPageFiles(root: string): Promise<PageFiles | null> {
  try {
    const dist = join(root, 'dist')
    const { folder } = JSON.parse(await readFile(join(dist, 'page.json'), 'utf8')) as { folder: string }
    return await readFolder(join(dist, folder))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function readFolder(folder: string): Promise<PageFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const read = async (path: string) => new Uint8Array(await readFile(join(folder, path)))
  const readFileOf = async (path: string): Promise<PageFile> => ({
    mediaType: MEDIA_TYPES[extname(path)] ?? 'application/octet-stream',
    bytes: await read(path),
    packed: {
      ...(paths.includes(`${path}.br`) && { br: await read(`${path}.br`) }),
      ...(paths.includes(`${path}.gz`) && { gzip: await read(`${path}.gz`) }),
    },
  })
  const shown = paths.filter((path) => path !== 'index.html' && !PACKED.test(path))
  const files = await Promise.all(
    shown.map(async (path) => [path.split(sep).join('/'), await readFileOf(path)] as const),
  )
  return { index: await readFile(join(folder, 'index.html'), 'utf8'), files: new Map(files) }
}
