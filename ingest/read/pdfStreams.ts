import { constants, inflateSync } from 'node:zlib'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { InputFile } from '../values.ts'

/** What a page draws takes some KB, a map some MB. */
const STREAM_BYTES = 32 * 1024 * 1024
/** The most that deflate packs, https://zlib.net/zlib_tech.html: a shorter stream cannot unpack to more. */
const DEFLATE_RATIO = 1032
/** A dictionary before its stream; the keys looked for stand well within. */
const DICTIONARY_BYTES = 600
const STREAM = Buffer.from('stream', 'latin1')
const STREAM_END = Buffer.from('endstream', 'latin1')

/**
 * Refuses a file with a stream that unpacks beyond all measure: the library would unpack it whole. Pictures are left to
 * the library's own limit.
 * @throws ZhengmaiError FILE_TOO_LARGE
 */
export function assertStreams({ name, bytes }: InputFile): void {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  for (;;) {
    const start = content.indexOf(STREAM, at)
    if (start < 0) return
    at = start + STREAM.length
    const found = content.indexOf(STREAM_END, at)
    const end = found < 0 ? content.length : found
    if (isBomb(dictionaryBefore(content, start), content.subarray(lineEnd(content, at), end))) {
      const message = `PDF 文件“${name}”中有一个数据流解压后超过 ${STREAM_BYTES} 字节。`
      throw new ZhengmaiError('FILE_TOO_LARGE', message, { details: { limit: STREAM_BYTES } })
    }
    at = end + STREAM_END.length
  }
}

function dictionaryBefore(content: Buffer, start: number): string {
  const text = content.toString('latin1', Math.max(0, start - DICTIONARY_BYTES), start)
  return text.slice(Math.max(0, text.lastIndexOf(' obj')))
}

function lineEnd(content: Buffer, at: number): number {
  if (content[at] === 0x0d && content[at + 1] === 0x0a) return at + 2
  return content[at] === 0x0a || content[at] === 0x0d ? at + 1 : at
}

function isBomb(dictionary: string, data: Buffer): boolean {
  const packed = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0
  if (packed === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) return false
  // packed twice there is no bound, and no program that prints writes such streams
  if (packed > 1) return true
  if (data.length * DEFLATE_RATIO < STREAM_BYTES) return false
  try {
    inflateSync(data, { maxOutputLength: STREAM_BYTES, finishFlush: constants.Z_SYNC_FLUSH })
    return false
  } catch (error) {
    return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
  }
}
