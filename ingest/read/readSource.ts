import { createHash } from 'node:crypto'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { InputFile, SourceText } from '../values.ts'
import { type ReadText, readText } from './readText.ts'
import { formatOf } from './signature.ts'

/** 16 MiB: some hundred times the longest policy document seen. */
export const FILE_LIMIT_BYTES = 16 * 1024 * 1024

/** The reader of each media type that can be read. */
const READERS: Readonly<Record<string, (file: InputFile) => ReadText>> = {
  'text/plain': readText,
}

/**
 * Decodes a file and takes its digest.
 * @throws ZhengmaiError FILE_TOO_LARGE, FILE_EMPTY, FILE_UNSUPPORTED, FILE_BINARY, FILE_UNDECODABLE
 */
export function readSource(file: InputFile, options: { readonly limitBytes?: number } = {}): SourceText {
  const limit = options.limitBytes ?? FILE_LIMIT_BYTES
  if (file.bytes.length > limit) {
    const message = `文件“${file.name}”有 ${file.bytes.length} 字节，超过上限 ${limit} 字节。`
    throw new ZhengmaiError('FILE_TOO_LARGE', message, { details: { bytes: file.bytes.length, limit } })
  }
  if (file.bytes.length === 0) throw new ZhengmaiError('FILE_EMPTY', `文件“${file.name}”没有内容。`)
  const format = formatOf(file.bytes)
  const mediaType = format?.mediaType ?? 'text/plain'
  const reader = READERS[mediaType]
  if (reader === undefined) {
    const message = `文件“${file.name}”是 ${format?.name ?? mediaType} 格式，目前只能读取纯文本。`
    throw new ZhengmaiError('FILE_UNSUPPORTED', message, { details: { mediaType } })
  }
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return { name: file.name, mediaType, sha256, bytes: file.bytes, ...reader(file) }
}
