import { randomBytes } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { toFileError } from './fileError.ts'

/**
 * Writes a file that appears under its name when it is whole; one that stood there is replaced then. What fails leaves no trace.
 * @throws ZhengmaiError FILE_NOT_FOUND, FILE_UNREADABLE, STORE_FULL
 */
export async function writeWhole<T>(path: string, fill: (file: OutputFile) => Promise<T>): Promise<T> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`
  const handle = await open(temporary, 'wx').catch(toFileError(path))
  try {
    const result = await fillAndClose(handle, path, fill)
    await rename(temporary, path).catch(toFileError(path))
    return result
  } finally {
    await rm(temporary, { force: true })
  }
}

/** A file being written, one piece after the other. */
export class OutputFile {
  readonly #handle: FileHandle
  readonly #path: string
  /** Number of bytes written. */
  length = 0

  constructor(handle: FileHandle, path: string) {
    this.#handle = handle
    this.#path = path
  }

  async write(piece: Uint8Array): Promise<void> {
    await this.#handle.writeFile(piece).catch(toFileError(this.#path))
    this.length += piece.length
  }
}

async function fillAndClose<T>(
  handle: FileHandle,
  path: string,
  fill: (file: OutputFile) => Promise<T>,
): Promise<T> {
  try {
    const result = await fill(new OutputFile(handle, path))
    await handle.sync().catch(toFileError(path))
    return result
  } finally {
    await handle.close()
  }
}
