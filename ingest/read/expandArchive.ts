import { basename } from 'node:path'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { InputFile } from '../values.ts'
import { openArchive } from './archive.ts'
import { formatOfArchive } from './formats.ts'
import { READ_LIMITS, type ReadLimits } from './reader.ts'
import { formatOf } from './signature.ts'

/** A file of an archive, or why it was not taken. */
export interface ArchiveMember {
  /** `archive.zip/folder/member.txt`. */
  readonly path: string
  readonly file: InputFile | null
  /** In Chinese; null where the file was taken. */
  readonly reason: string | null
  readonly error: ZhengmaiError | null
}

/** What macOS and Windows put into archives. */
const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX\/|\.[^/]+$|Thumbs\.db$|desktop\.ini$)/i

/** Whether a file is a ZIP archive of files: not one that is a document itself, as DOCX and OFD are. */
export function isArchive(file: InputFile, limits: ReadLimits = READ_LIMITS): boolean {
  if (formatOf(file.bytes)?.mediaType !== 'application/zip') return false
  try {
    return formatOfArchive(openArchive(file, limits)) === null
  } catch {
    // what is broken is told by its reader
    return false
  }
}

/**
 * The files of a ZIP archive one after the other, so that only one is unpacked at a time. A member that cannot be
 * unpacked is told and the rest goes on; an archive inside it is not opened.
 * @throws ZhengmaiError FILE_UNDECODABLE (broken), FILE_TOO_LARGE (too many files)
 */
export function* expandArchive(
  archive: InputFile,
  isSupported: (path: string) => boolean,
  limits: ReadLimits = READ_LIMITS,
): Generator<ArchiveMember> {
  const { parts, unpack } = openArchive(archive, limits)
  if (parts.length > limits.archiveFiles) {
    const message = `压缩包“${archive.name}”有 ${parts.length} 个文件，超过上限 ${limits.archiveFiles} 个。`
    throw new ZhengmaiError('FILE_TOO_LARGE', message, { details: { files: parts.length } })
  }
  for (const part of parts) {
    const path = `${archive.name}/${part.path}`
    const leftOut = (reason: string): ArchiveMember => ({ path, file: null, reason, error: null })
    if (SYSTEM_FILE.test(part.path)) yield leftOut('隐藏文件')
    else if (/\.(?:zip|rar|7z|gz|tar)$/i.test(part.path)) yield nested(path)
    else if (!isSupported(part.path)) yield leftOut('不支持的文件类型')
    else {
      try {
        const file = { name: `${basename(archive.name)}/${part.path}`, bytes: unpack(part) }
        yield isArchive(file, limits) ? nested(path) : { path, file, reason: null, error: null }
      } catch (error) {
        if (!(error instanceof ZhengmaiError)) throw error
        yield { path, file: null, reason: null, error }
      }
    }
  }
}

function nested(path: string): ArchiveMember {
  const message = `压缩包中的压缩包不展开，请先解压：${path}`
  return { path, file: null, reason: null, error: new ZhengmaiError('FILE_UNSUPPORTED', message) }
}
