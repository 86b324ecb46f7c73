import { crc32, inflateRawSync } from 'node:zlib'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { InputFile } from '../values.ts'
import { decode } from './charset.ts'
import type { ReadLimits } from './reader.ts'

/** A file inside a ZIP archive. */
export interface Part {
  /** With `/`, names in GBK decoded. */
  readonly path: string
  /** Bytes, as the archive says. */
  readonly size: number
  readonly encrypted: boolean
}

/** A ZIP archive whose parts are unpacked one by one within a budget. Source: PKWARE APPNOTE 6.3.10. */
export interface Archive {
  /** Without folders, in the order of the archive. */
  readonly parts: readonly Part[]
  /** By its path from the root; case and the kind of slash do not count, as writers of OFD mix them. */
  find(path: string): Part | undefined
  /** @throws ZhengmaiError FILE_UNSUPPORTED (encrypted), FILE_TOO_LARGE (zip bomb), FILE_UNDECODABLE (broken) */
  unpack(part: Part): Uint8Array
}

interface Entry extends Part {
  readonly method: number
  readonly packed: number
  readonly checksum: number
  readonly offset: number
}

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const LONGEST_COMMENT = 0xffff
const METHOD = { stored: 0, deflated: 8 }
const FLAG = { encrypted: 1, utf8: 0x800 }
/** A part that unpacks to less does no harm whatever its ratio. */
const HARMLESS_BYTES = 4 * 1024 * 1024

/** @throws ZhengmaiError FILE_UNDECODABLE where it is no whole archive */
export function openArchive(file: InputFile, limits: ReadLimits): Archive {
  const broken = (cause?: unknown) =>
    new ZhengmaiError('FILE_UNDECODABLE', `文件“${file.name}”已损坏或不完整，无法解压。`, { cause })
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  const entries = attempt(() => readDirectory(bytes), broken)
  const files = entries.filter(({ path }) => !path.endsWith('/'))
  const byKey = new Map(files.map((entry) => [keyOf(entry.path), entry]))
  let unpacked = 0
  return {
    parts: files,
    find: (path) => byKey.get(keyOf(path)),
    unpack(part) {
      const entry = part as Entry
      if (entry.encrypted) {
        throw new ZhengmaiError('FILE_UNSUPPORTED', `文件“${file.name}”已加密，无法读取；请解密后重试。`)
      }
      unpacked += entry.size
      const swollen =
        entry.size > HARMLESS_BYTES && entry.size > Math.max(entry.packed, 1) * limits.unpackedRatio
      if (swollen || unpacked > limits.unpackedBytes) {
        const message = `文件“${file.name}”解压后过大（疑为压缩炸弹），未读取（设置 ZHENGMAI_MAX_UNPACKED_MB）。`
        throw new ZhengmaiError('FILE_TOO_LARGE', message, { details: { part: entry.path, unpacked } })
      }
      return attempt(() => inflate(bytes, entry), broken)
    },
  }
}

function attempt<T>(read: () => T, broken: (cause: unknown) => ZhengmaiError): T {
  try {
    return read()
  } catch (error) {
    throw broken(error)
  }
}

function keyOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

function readDirectory(bytes: Buffer): Entry[] {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new RangeError(`no entry at ${at}`)
    const flags = bytes.readUInt16LE(at + 8)
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      path: readName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & FLAG.utf8) !== 0),
      size: bytes.readUInt32LE(at + 24),
      encrypted: (flags & FLAG.encrypted) !== 0,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      checksum: bytes.readUInt32LE(at + 16),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - LONGEST_COMMENT)
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  throw new RangeError('no central directory')
}

/** Windows writes names in the code page of the system, which in China is GBK. */
function readName(bytes: Uint8Array, utf8: boolean): string {
  const name = utf8 ? new TextDecoder().decode(bytes) : decode(bytes).text
  return name.replaceAll('\\', '/')
}

function inflate(bytes: Buffer, { offset, packed, size, method, checksum, path }: Entry): Uint8Array {
  if (bytes.readUInt32LE(offset) !== LOCAL_HEADER) throw new RangeError(`no part at ${offset}`)
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const data = bytes.subarray(start, start + packed)
  if (method !== METHOD.stored && method !== METHOD.deflated) throw new RangeError(`method ${method}`)
  // a part that is larger than it says is refused, not cut off
  const out = method === METHOD.stored ? data : inflateRawSync(data, { maxOutputLength: Math.max(size, 1) })
  if (out.length !== size || crc32(out) !== checksum) throw new RangeError(`${path} is damaged`)
  return out
}
