import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, relative, resolve, sep } from 'node:path'
import { ZhengmaiError } from '../src/errors/error.ts'
import { isGlob, splitGlob } from './glob.ts'
import { READ_LIMITS, type ReadLimits } from './read/reader.ts'
import type { LeftOutPath } from './report.ts'
import type { InputFile } from './values.ts'
import { expandGlob, isSupported, walkFolder } from './walk.ts'

/** A file to ingest, not read yet. */
export interface FoundFile {
  /** As shown to the user: relative to the working directory where it lies below it. */
  readonly path: string
  /** Absolute, without links. */
  readonly real: string
}

/** A path argument that gave no file, with the reason. */
export interface PathProblem {
  readonly path: string
  readonly error: ZhengmaiError
}

export interface ExpandedPaths {
  readonly files: readonly FoundFile[]
  readonly problems: readonly PathProblem[]
  /** Files that were met but not taken: hidden, of another type, or met before. */
  readonly leftOut: readonly LeftOutPath[]
}

/**
 * The files that path arguments stand for: files as named, folders with all supported files below them, patterns with
 * `*`, `?` and `**`. A file met twice is taken once. Never rejects: a path that gives nothing becomes a problem and the
 * rest goes on.
 */
export async function expandPaths(paths: readonly string[], workingDir: string): Promise<ExpandedPaths> {
  const taken = new Map<string, FoundFile>()
  const problems: PathProblem[] = []
  const leftOut: LeftOutPath[] = []
  for (const path of paths) {
    try {
      const found = await expandPath(path, workingDir)
      leftOut.push(...found.leftOut.map((item) => ({ ...item, path: shown(item.path, workingDir) })))
      for (const absolute of found.files) {
        const file = { path: shown(absolute, workingDir), real: await realpath(absolute) }
        const earlier = taken.get(file.real)
        if (earlier === undefined) taken.set(file.real, file)
        else leftOut.push({ path: file.path, reason: repeatReason(file, earlier) })
      }
    } catch (error) {
      problems.push({ path, error: fileError(path, error) })
    }
  }
  return { files: [...taken.values()], problems, leftOut }
}

/**
 * The bytes of a file, its size checked before it is read.
 * @throws ZhengmaiError FILE_NOT_FOUND, FILE_UNREADABLE, FILE_TOO_LARGE
 */
export async function readInputFile(file: FoundFile, limits: ReadLimits = READ_LIMITS): Promise<InputFile> {
  const limit = PLAIN_TEXT.test(file.path) ? limits.textBytes : limits.fileBytes
  try {
    const facts = await stat(file.real)
    if (!facts.isFile()) throw new ZhengmaiError('FILE_UNREADABLE', `不是普通文件：${file.path}`)
    if (facts.size > limit) {
      const [size, most] = [facts.size, limit].map((bytes) => `${Math.ceil(bytes / 1024 / 1024)} MB`)
      throw new ZhengmaiError('FILE_TOO_LARGE', `文件过大（${size}，上限 ${most}）：${file.path}`)
    }
    const bytes = await readFile(file.real)
    const after = await stat(file.real)
    if (bytes.length !== facts.size || after.mtimeMs !== facts.mtimeMs) {
      throw new ZhengmaiError('FILE_UNREADABLE', `文件在读取过程中被改动，请重试：${file.path}`)
    }
    return { name: basename(file.path), bytes }
  } catch (error) {
    throw fileError(file.path, error)
  }
}

const PLAIN_TEXT = /\.(?:txt|text|html?|shtml|xhtml)$/i

async function expandPath(
  path: string,
  workingDir: string,
): Promise<{ files: string[]; leftOut: LeftOutPath[] }> {
  const absolute = resolve(workingDir, path)
  const facts = await stat(absolute).catch((error: unknown) => {
    // a file may be named with a star in it: only what does not exist is a pattern
    if (isGlob(path) && isMissing(error)) return null
    throw error
  })
  if (facts === null) return expandPattern(path, workingDir)
  if (!facts.isDirectory()) return { files: [absolute], leftOut: [] }
  const found = await walkFolder(absolute)
  if (found.files.length === 0)
    throw new ZhengmaiError('FILE_NOT_FOUND', `文件夹里没有可以收录的文件：${path}`)
  return found
}

async function expandPattern(
  pattern: string,
  workingDir: string,
): Promise<{ files: string[]; leftOut: LeftOutPath[] }> {
  const { folder, rest } = splitGlob(pattern.split(sep).join('/'))
  const files = await expandGlob(resolve(workingDir, folder), rest)
  if (files.length === 0) throw new ZhengmaiError('FILE_NOT_FOUND', `没有文件符合：${pattern}`)
  return {
    files: files.filter(isSupported),
    leftOut: files.filter((path) => !isSupported(path)).map((path) => ({ path, reason: '不支持的文件类型' })),
  }
}

function repeatReason(file: FoundFile, earlier: FoundFile): string {
  return file.path === earlier.path ? '重复给出，只读一次' : `与 ${earlier.path} 是同一个文件，只读一次`
}

function shown(path: string, workingDir: string): string {
  const below = relative(workingDir, path)
  return below === '' || below.startsWith('..') ? path : below
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** The file system's error in our codes, the path named in the message. */
function fileError(path: string, error: unknown): ZhengmaiError {
  if (error instanceof ZhengmaiError) return error
  if (isMissing(error)) return new ZhengmaiError('FILE_NOT_FOUND', `找不到文件：${path}`, { cause: error })
  const code = (error as NodeJS.ErrnoException).code
  const reasons: Readonly<Record<string, string>> = {
    EACCES: '没有读取权限',
    EPERM: '没有读取权限',
    ELOOP: '符号链接成环',
  }
  const reason = reasons[code ?? ''] ?? `无法读取（${code ?? String(error)}）`
  return new ZhengmaiError('FILE_UNREADABLE', `${reason}：${path}`, { cause: error })
}
