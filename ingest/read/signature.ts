/** A file format that is told by its first bytes. */
export interface FormatSignature {
  readonly name: string
  readonly mediaType: string
  readonly magic: readonly number[]
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0))

/** Formats that people hand in by mistake, or that need a reader of their own. Source: the formats' specifications. */
export const FORMAT_SIGNATURES: readonly FormatSignature[] = [
  { name: 'PDF', mediaType: 'application/pdf', magic: ascii('%PDF-') },
  { name: 'ZIP 压缩包', mediaType: 'application/zip', magic: [0x50, 0x4b, 0x03, 0x04] },
  {
    name: 'Office 97–2003（DOC、XLS、WPS）',
    mediaType: 'application/x-ole-storage',
    magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  },
  { name: 'RTF', mediaType: 'application/rtf', magic: ascii('{\\rtf') },
  { name: 'PNG', mediaType: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { name: 'JPEG', mediaType: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
  { name: 'GIF', mediaType: 'image/gif', magic: ascii('GIF8') },
  { name: 'TIFF', mediaType: 'image/tiff', magic: [0x49, 0x49, 0x2a, 0x00] },
  { name: 'TIFF', mediaType: 'image/tiff', magic: [0x4d, 0x4d, 0x00, 0x2a] },
  { name: 'ELF', mediaType: 'application/x-elf', magic: [0x7f, 0x45, 0x4c, 0x46] },
  { name: 'GZIP', mediaType: 'application/gzip', magic: [0x1f, 0x8b, 0x08] },
  { name: 'RAR', mediaType: 'application/vnd.rar', magic: ascii('Rar!\x1a\x07') },
  { name: '7z', mediaType: 'application/x-7z-compressed', magic: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'SQLite', mediaType: 'application/vnd.sqlite3', magic: ascii('SQLite format 3\0') },
]

/** The format that the bytes begin like; null for text and for what is not known. */
export function formatOf(bytes: Uint8Array): FormatSignature | null {
  return FORMAT_SIGNATURES.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte)) ?? null
}
