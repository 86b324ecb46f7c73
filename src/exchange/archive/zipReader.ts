import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { damaged } from './damaged.ts'
import { archiveComment, SIGNATURES, SIZES } from './zipLayout.ts'

const inflate = promisify(inflateRaw)

/** An entry as the directory at the end of the file names it. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

interface OpenFile {
  readonly handle: FileHandle
  readonly size: number
}

interface End {
  /** Where the end record stands. */
  readonly at: number
  readonly start: number
  readonly length: number
  readonly count: number
  readonly comment: string
}

const DIRECTORY = 'ZIP 目录'
const MAX_COMMENT = 0xffff
/** The largest entry that is unpacked: far above any source file that is read (bytes). */
const MAX_ENTRY = 1 << 30
const READ_SIZE = 1 << 20
const ENCRYPTED = 1

/** Reads the entries of a ZIP file in any order; every deviation rejects with ARCHIVE_DAMAGED and the entry's name. */
export class ZipReader {
  readonly #file: OpenFile
  readonly #end: End
  readonly entries: ReadonlyMap<string, ZipEntry>

  private constructor(file: OpenFile, end: End, entries: ReadonlyMap<string, ZipEntry>) {
    this.#file = file
    this.#end = end
    this.entries = entries
  }

  static async open(handle: FileHandle): Promise<ZipReader> {
    const file = { handle, size: (await handle.stat()).size }
    const end = await readEnd(file)
    const directory = await readAt(file, end.start, end.length, DIRECTORY)
    return new ZipReader(file, end, readDirectory(directory, end.count))
  }

  /** The unpacked bytes, its length and check sum compared. */
  async read(name: string): Promise<Buffer> {
    const entry = this.entries.get(name)
    if (entry === undefined) throw damaged(name, '缺少这一条目 (missing entry)')
    const head = await readAt(this.#file, entry.offset, SIZES.local, name)
    const nameLength = head.readUInt16LE(26)
    const given = await readAt(this.#file, entry.offset + SIZES.local, nameLength, name)
    if (head.readUInt32LE(0) !== SIGNATURES.local || given.toString() !== name) {
      throw damaged(name, '条目的头部不符 (entry header differs)')
    }
    const start = entry.offset + SIZES.local + nameLength + head.readUInt16LE(28)
    const bytes = await unpack(await readAt(this.#file, start, entry.packed, name), entry)
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
      throw damaged(name, '校验和不符 (check sum differs)')
    }
    return bytes
  }

  /** Compares the digest that the archive comment holds; an archive packed anew by another program has none. */
  async checkDigest(): Promise<void> {
    if (this.#end.comment === '') return
    const hash = createHash('sha256')
    const end = this.#end.at + SIZES.end
    for (let at = 0; at < end; at += READ_SIZE) {
      hash.update(await readAt(this.#file, at, Math.min(READ_SIZE, end - at), DIRECTORY))
    }
    if (this.#end.comment !== archiveComment(hash.digest('hex'))) {
      throw damaged(DIRECTORY, '整个文件的摘要不符 (digest of the whole file differs)')
    }
  }
}

async function readEnd(file: OpenFile): Promise<End> {
  const { size } = file
  const length = Math.min(size, SIZES.end + MAX_COMMENT)
  const tail = await readAt(file, size - length, length, DIRECTORY)
  const at = findEnd(tail)
  if (at === null) throw damaged(DIRECTORY, '没有 ZIP 目录，文件不完整或不是政脉档案 (cut, or no archive)')
  const comment = tail.toString('utf8', at + SIZES.end)
  const place = size - length + at
  const plain = {
    count: tail.readUInt16LE(at + 10),
    length: tail.readUInt32LE(at + 12),
    start: tail.readUInt32LE(at + 16),
  }
  const isLarge = plain.count === 0xffff || plain.length === 0xffffffff || plain.start === 0xffffffff
  const { zip64At, ...directory } = isLarge ? await readZip64End(file, place) : { ...plain, zip64At: place }
  if (directory.start + directory.length !== zip64At)
    throw damaged(DIRECTORY, '目录的位置不符 (directory misplaced)')
  return { at: place, ...directory, comment }
}

/** The end record is the last one whose comment ends with the file. */
function findEnd(tail: Buffer): number | null {
  for (let at = tail.length - SIZES.end; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== SIGNATURES.end) continue
    if (at + SIZES.end + tail.readUInt16LE(at + 20) === tail.length) return at
  }
  return null
}

async function readZip64End(
  file: OpenFile,
  end: number,
): Promise<{ count: number; length: number; start: number; zip64At: number }> {
  const locator = await readAt(file, end - SIZES.zip64Locator, SIZES.zip64Locator, DIRECTORY)
  const zip64At = Number(locator.readBigUInt64LE(8))
  const record = await readAt(file, zip64At, SIZES.zip64End, DIRECTORY)
  if (locator.readUInt32LE(0) !== SIGNATURES.zip64Locator || record.readUInt32LE(0) !== SIGNATURES.zip64End) {
    throw damaged(DIRECTORY, 'ZIP64 记录不符 (ZIP64 record differs)')
  }
  return {
    count: Number(record.readBigUInt64LE(32)),
    length: Number(record.readBigUInt64LE(40)),
    start: Number(record.readBigUInt64LE(48)),
    zip64At,
  }
}

function readDirectory(directory: Buffer, count: number): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  while (at < directory.length) {
    if (at + SIZES.central > directory.length || directory.readUInt32LE(at) !== SIGNATURES.central) {
      throw damaged(DIRECTORY, '目录的记录不符 (directory record differs)')
    }
    const nameEnd = at + SIZES.central + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    const name = directory.toString('utf8', at + SIZES.central, nameEnd)
    if (entries.has(name)) throw damaged(name, '条目重复 (entry given twice)')
    if ((directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw damaged(name, '条目已加密 (encrypted)')
    entries.set(name, {
      name,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      ...readSizes(directory, at, directory.subarray(nameEnd, extraEnd)),
    })
    at = extraEnd + directory.readUInt16LE(at + 32)
  }
  if (entries.size !== count) throw damaged(DIRECTORY, '条目的数目不符 (number of entries differs)')
  return entries
}

/** Sizes and offset, each from the ZIP64 field where the header says that it stands there (APPNOTE 4.5.3). */
function readSizes(
  directory: Buffer,
  at: number,
  extra: Buffer,
): Pick<ZipEntry, 'size' | 'packed' | 'offset'> {
  const large = findExtra(extra, 1)
  let next = 0
  const read = (place: number): number => {
    const value = directory.readUInt32LE(at + place)
    if (value !== 0xffffffff) return value
    if (large === null || next + 8 > large.length)
      throw damaged(DIRECTORY, 'ZIP64 字段不符 (ZIP64 field differs)')
    next += 8
    return Number(large.readBigUInt64LE(next - 8))
  }
  const size = read(24)
  return { size, packed: read(20), offset: read(42) }
}

function findExtra(extra: Buffer, id: number): Buffer | null {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, end)
    at = end
  }
  return null
}

async function unpack(packed: Buffer, { name, method, size }: ZipEntry): Promise<Buffer> {
  if (size > MAX_ENTRY) throw damaged(name, '条目过大 (entry too large)')
  if (method === 0) return packed
  if (method !== 8) throw damaged(name, '压缩方式不支持 (compression not supported)')
  if (size === 0) return Buffer.alloc(0)
  try {
    return await inflate(packed, { maxOutputLength: size })
  } catch (error) {
    throw damaged(name, '无法解压 (cannot be unpacked)', error)
  }
}

async function readAt(file: OpenFile, position: number, length: number, name: string): Promise<Buffer> {
  // compared before memory is taken: a damaged record may name any length
  if (position < 0 || position + length > file.size) throw damaged(name, '文件不完整 (file is cut)')
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.handle.read(buffer, 0, length, position)
  if (bytesRead !== length) throw damaged(name, '文件不完整 (file is cut)')
  return buffer
}
