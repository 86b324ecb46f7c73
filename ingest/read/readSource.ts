import { createHash } from 'node:crypto'
import type { Notice } from '../../src/domain/notice.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { InputFile, SourceText } from '../values.ts'
import { detectFormat, type FileFormat } from './formats.ts'
import { READ_OPTIONS, type Reader, type ReadLimits, type ReadOptions, type ReadText } from './reader.ts'

/**
 * Decodes a file of any format and takes its digest.
 * @throws ZhengmaiError FILE_TOO_LARGE, FILE_EMPTY, FILE_UNSUPPORTED, FILE_BINARY, FILE_UNDECODABLE
 */
export async function readSource(file: InputFile, options: ReadOptions = READ_OPTIONS): Promise<SourceText> {
  assertSize(file, options.limits.fileBytes)
  if (file.bytes.length === 0) throw new ZhengmaiError('FILE_EMPTY', `文件“${file.name}”没有内容。`)
  const format = detectFormat(file, options)
  assertSize(file, limitOf(format, options.limits))
  if (format.read === null) throw unsupported(file, format)
  const read = await readWith(format.read, file, options)
  if (read.text.trim() === '') throw new ZhengmaiError('FILE_EMPTY', `文件“${file.name}”没有文字内容。`)
  const notices = [...read.notices, ...recognitionNotice(read)]
  return {
    name: file.name,
    mediaType: format.mediaType,
    sha256: digestOf(file.bytes),
    bytes: file.bytes,
    edits: [],
    ...read,
    notices,
  }
}

/** Decodes a file; rejects as `readSource` does. */
export type ReadFile = (file: InputFile, options: ReadOptions) => Promise<SourceText>

/** SHA-256 of a file in hex: what tells whether the same bytes are stored already. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Libraries throw errors of their own on damaged files; a fault of ours shows in the cause. */
async function readWith(reader: Reader, file: InputFile, options: ReadOptions): Promise<ReadText> {
  try {
    return await reader(file, options)
  } catch (cause) {
    if (cause instanceof ZhengmaiError) throw cause
    const message = `文件“${file.name}”已损坏，无法读取。`
    throw new ZhengmaiError('FILE_UNDECODABLE', message, { cause })
  }
}

function limitOf({ mediaType }: FileFormat, { textBytes, fileBytes }: ReadLimits): number {
  return mediaType.startsWith('text/') ? textBytes : fileBytes
}

function assertSize({ name, bytes }: InputFile, limit: number): void {
  if (bytes.length <= limit) return
  const message = `文件“${name}”有 ${bytes.length} 字节，超过上限 ${limit} 字节（设置 ZHENGMAI_MAX_FILE_MB）。`
  throw new ZhengmaiError('FILE_TOO_LARGE', message, { details: { bytes: bytes.length, limit } })
}

function unsupported({ name }: InputFile, format: FileFormat): ZhengmaiError {
  const advice = format.advice ?? '能读取的格式：TXT、HTML、PDF、DOCX、DOC、OFD、图片（文字识别）和它们的 ZIP'
  const message = `文件“${name}”是 ${format.name} 格式，不支持；${advice}。`
  return new ZhengmaiError('FILE_UNSUPPORTED', message, { details: { mediaType: format.mediaType } })
}

function recognitionNotice({ recognition }: ReadText): Notice[] {
  if (recognition === null) return []
  const percent = Math.round(recognition.confidence * 100)
  const message = `文字由图像识别得来，平均可信度 ${percent}%，请对照原件核对。`
  return [{ code: 'read/recognised', severity: 'WARNING', message, span: null }]
}
