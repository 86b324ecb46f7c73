import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { deflateSync } from 'fflate'
import {
  archiveComment,
  COMMENT_LENGTH,
  SIGNATURES,
  SIZES,
  ZIP64_LIMITS,
  type Zip64Limits,
} from './zipLayout.ts'

/** Takes the bytes in order; the next ones wait until it has settled. */
export type Sink = (bytes: Uint8Array) => Promise<void>

interface Written {
  readonly name: Uint8Array
  readonly crc: number
  readonly method: 0 | 8
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** 1980-01-01 00:00, the first moment that ZIP knows: the same content gives the same bytes. */
const DOS_DATE = 0x0021
/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const FLAGS = 0x0800
const VERSION = 20
const ZIP64_VERSION = 45
const LEVEL = 6

/**
 * Writes a ZIP file entry by entry (PKWARE APPNOTE 6.3), with ZIP64 records only where a plain ZIP file would overflow. The same
 * entries give the same bytes on every machine: deflating is done by fflate, not by the system's zlib. The archive comment
 * holds the SHA-256 of all that stands before it.
 */
export class ZipWriter {
  readonly #sink: Sink
  readonly #limits: Zip64Limits
  readonly #hash = createHash('sha256')
  readonly #entries: Written[] = []
  #offset = 0

  constructor(sink: Sink, limits: Zip64Limits = ZIP64_LIMITS) {
    this.#sink = sink
    this.#limits = limits
  }

  /** @param packable false for bytes that do not get smaller, e.g. vectors */
  async add(name: string, bytes: Uint8Array, packable = true): Promise<void> {
    const deflated = packable ? deflateSync(bytes, { level: LEVEL }) : bytes
    const smaller = deflated.length < bytes.length
    const data = smaller ? deflated : bytes
    const entry: Written = {
      name: Buffer.from(name),
      crc: crc32(bytes),
      method: smaller ? 8 : 0,
      packed: data.length,
      size: bytes.length,
      offset: this.#offset,
    }
    this.#entries.push(entry)
    await this.#write(localHeader(entry))
    await this.#write(data)
  }

  async finish(): Promise<void> {
    const start = this.#offset
    for (const entry of this.#entries) await this.#write(this.#centralHeader(entry))
    const directory = { start, length: this.#offset - start, count: this.#entries.length }
    const { offset, count } = this.#limits
    const isLarge = directory.count >= count || directory.start >= offset || directory.length >= offset
    if (isLarge) await this.#write(zip64End(directory, this.#offset))
    await this.#write(endRecord(directory, isLarge, COMMENT_LENGTH))
    await this.#sink(Buffer.from(archiveComment(this.#hash.digest('hex'))))
  }

  #centralHeader(entry: Written): Buffer {
    const isFar = entry.offset >= this.#limits.offset
    const header = Buffer.alloc(SIZES.central)
    header.writeUInt32LE(SIGNATURES.central, 0)
    header.writeUInt16LE(isFar ? ZIP64_VERSION : VERSION, 4)
    commonFields(entry, isFar ? ZIP64_VERSION : VERSION).copy(header, 6)
    header.writeUInt16LE(isFar ? SIZES.offsetExtra : 0, 30)
    header.writeUInt32LE(isFar ? 0xffffffff : entry.offset, 42)
    if (!isFar) return Buffer.concat([header, entry.name])
    const extra = Buffer.alloc(SIZES.offsetExtra)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8, 2)
    extra.writeBigUInt64LE(BigInt(entry.offset), 4)
    return Buffer.concat([header, entry.name, extra])
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes)
    this.#offset += bytes.length
    await this.#sink(bytes)
  }
}

function localHeader(entry: Written): Buffer {
  const header = Buffer.alloc(SIZES.local)
  header.writeUInt32LE(SIGNATURES.local, 0)
  commonFields(entry, VERSION).copy(header, 4)
  return Buffer.concat([header, entry.name])
}

/** The fields that both headers share: version needed to length of the name. */
function commonFields({ method, crc, packed, size, name }: Written, version: number): Buffer {
  const fields = Buffer.alloc(24)
  fields.writeUInt16LE(version, 0)
  fields.writeUInt16LE(FLAGS, 2)
  fields.writeUInt16LE(method, 4)
  fields.writeUInt16LE(DOS_DATE, 8)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(packed, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

interface Directory {
  readonly start: number
  readonly length: number
  readonly count: number
}

/** The ZIP64 end record and, behind it, the locator that leads to it. */
function zip64End({ start, length, count }: Directory, at: number): Buffer {
  const record = Buffer.alloc(SIZES.zip64End + SIZES.zip64Locator)
  record.writeUInt32LE(SIGNATURES.zip64End, 0)
  record.writeBigUInt64LE(BigInt(SIZES.zip64End - 12), 4)
  record.writeUInt16LE(ZIP64_VERSION, 12)
  record.writeUInt16LE(ZIP64_VERSION, 14)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(length), 40)
  record.writeBigUInt64LE(BigInt(start), 48)
  record.writeUInt32LE(SIGNATURES.zip64Locator, 56)
  record.writeBigUInt64LE(BigInt(at), 64)
  record.writeUInt32LE(1, 72)
  return record
}

function endRecord({ start, length, count }: Directory, isLarge: boolean, commentLength: number): Buffer {
  const record = Buffer.alloc(SIZES.end)
  record.writeUInt32LE(SIGNATURES.end, 0)
  record.writeUInt16LE(isLarge ? 0xffff : count, 8)
  record.writeUInt16LE(isLarge ? 0xffff : count, 10)
  record.writeUInt32LE(isLarge ? 0xffffffff : length, 12)
  record.writeUInt32LE(isLarge ? 0xffffffff : start, 16)
  record.writeUInt16LE(commentLength, 20)
  return record
}
