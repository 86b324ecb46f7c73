import { READ_LIMITS, type ReadOptions } from '../../ingest/read/reader.ts'
import type { ReadingConfig } from '../config/readingConfig.ts'

const MIB = 1024 * 1024

/** The options of the readers by the settings; where one is unset, the limit that the readers have themselves. */
export function readOptionsOf({
  ocr,
  fileMegabytes,
  unpackedMegabytes,
  pages,
  seconds,
  memoryMegabytes,
}: ReadingConfig): ReadOptions {
  const fileBytes = fileMegabytes === null ? READ_LIMITS.fileBytes : fileMegabytes * MIB
  return {
    ocr,
    limits: {
      ...READ_LIMITS,
      fileBytes,
      // what a text costs is its parsing: a higher limit for scans does not lift it
      textBytes: Math.min(READ_LIMITS.textBytes, fileBytes),
      unpackedBytes: unpackedMegabytes === null ? READ_LIMITS.unpackedBytes : unpackedMegabytes * MIB,
      pages: pages ?? READ_LIMITS.pages,
      milliseconds: seconds === null ? READ_LIMITS.milliseconds : seconds * 1000,
      memoryBytes: memoryMegabytes === null ? READ_LIMITS.memoryBytes : memoryMegabytes * MIB,
    },
  }
}
