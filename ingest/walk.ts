import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { matchesSegment } from './glob.ts'
import type { LeftOutPath } from './report.ts'

/** What `ingest/read` can read, by the end of the name; an archive is opened and its files are taken. */
const SUPPORTED = /\.(?:txt|text|html?|shtml|xhtml|pdf|docx?|wps|ofd|png|jpe?g|tiff?|zip)$/i

export function isSupported(path: string): boolean {
  return SUPPORTED.test(path)
}

/** All supported files below a folder, by name, and the others with the reason why they were left out; a link that leads back is followed once. */
export async function walkFolder(folder: string): Promise<{ files: string[]; leftOut: LeftOutPath[] }> {
  const files: string[] = []
  const leftOut: LeftOutPath[] = []
  const seen = new Set<string>()
  const visit = async (place: string): Promise<void> => {
    const real = await realpath(place)
    if (seen.has(real)) {
      leftOut.push({ path: place, reason: '链接指向已读过的文件夹' })
      return
    }
    seen.add(real)
    for (const entry of await listFolder(place)) {
      const path = join(place, entry.name)
      const kind = await kindOf(path, entry)
      if (entry.name.startsWith('.')) leftOut.push({ path, reason: '隐藏文件' })
      else if (kind === 'folder') await visitOrTell(path)
      else if (kind !== 'file') leftOut.push({ path, reason: kind })
      else if (isSupported(path)) files.push(path)
      else leftOut.push({ path, reason: '不支持的文件类型' })
    }
  }
  // one folder without permission does not end the walk
  const visitOrTell = (path: string) =>
    visit(path).catch((error: NodeJS.ErrnoException) => {
      leftOut.push({ path, reason: `文件夹无法读取（${error.code ?? error.message}）` })
    })
  await visit(folder)
  return { files, leftOut }
}

/** The files below `folder` that match the segments of a pattern, by name; links to folders are not followed by `**`. */
export async function expandGlob(folder: string, segments: readonly string[]): Promise<string[]> {
  const [segment, ...rest] = segments
  if (segment === undefined) return []
  const entries = await listFolder(folder).catch(() => [])
  const found: string[] = []
  if (segment === '**' && rest.length > 0) found.push(...(await expandGlob(folder, rest)))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (segment === '**') {
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) found.push(...(await expandGlob(path, segments)))
      else if (rest.length === 0 && entry.isFile()) found.push(path)
    } else if (matchesSegment(segment, entry.name)) {
      const kind = await kindOf(path, entry)
      if (rest.length > 0 && kind === 'folder') found.push(...(await expandGlob(path, rest)))
      if (rest.length === 0 && kind === 'file') found.push(path)
    }
  }
  return [...new Set(found)]
}

/** By code units of the name, so that the order does not depend on the locale or the file system. */
async function listFolder(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** `file`, `folder`, or the reason why it is neither; links are followed. */
async function kindOf(path: string, entry: Dirent): Promise<'file' | 'folder' | string> {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (!entry.isSymbolicLink()) return '不是普通文件'
  const target = await stat(path).catch(() => null)
  if (target === null) return '链接没有目标'
  return target.isFile() ? 'file' : target.isDirectory() ? 'folder' : '不是普通文件'
}
