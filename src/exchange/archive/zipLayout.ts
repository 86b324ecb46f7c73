/** The parts of a ZIP file that archives use (PKWARE APPNOTE 6.3, sections 4.3 and 4.5.3). */
export const SIGNATURES = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
} as const

/** Lengths of the fixed parts, in bytes; `offsetExtra`: the ZIP64 field of an entry whose offset alone is large. */
export const SIZES = {
  local: 30,
  central: 46,
  end: 22,
  zip64End: 56,
  zip64Locator: 20,
  offsetExtra: 12,
} as const

/** From where on a plain ZIP file cannot say a figure. */
export interface Zip64Limits {
  readonly offset: number
  readonly count: number
}
export const ZIP64_LIMITS: Zip64Limits = { offset: 0xffffffff, count: 0xffff }

const COMMENT_PREFIX = 'zhengmai sha256 '

/** @param sha256 of all bytes before the comment, hexadecimal */
export function archiveComment(sha256: string): string {
  return COMMENT_PREFIX + sha256
}

export const COMMENT_LENGTH = COMMENT_PREFIX.length + 64
