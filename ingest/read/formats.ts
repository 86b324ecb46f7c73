import type { InputFile } from '../values.ts'
import { type Archive, openArchive } from './archive.ts'
import type { Reader, ReadOptions } from './reader.ts'
import { readText } from './readText.ts'
import { formatOf } from './signature.ts'

/** A format that a file may have; what has no reader is named in the refusal. */
export interface FileFormat {
  readonly name: string
  readonly mediaType: string
  readonly read: Reader | null
  /** What to do instead, where that is known. */
  readonly advice?: string
}

const TEXT: FileFormat = { name: '纯文本', mediaType: 'text/plain', read: (file) => readText(file) }
const HTML: FileFormat = {
  name: 'HTML',
  mediaType: 'text/html',
  read: async (file) => (await import('./html.ts')).readHtml(file),
}
const WORD = 'application/vnd.openxmlformats-officedocument'

/** What a ZIP container holds, told by a part that it must have. */
const CONTAINERS: readonly (FileFormat & { readonly part: RegExp })[] = [
  {
    part: /^word\/document\d*\.xml$/i,
    name: 'DOCX',
    mediaType: `${WORD}.wordprocessingml.document`,
    read: async (file, options) => (await import('./docx.ts')).readDocx(file, options),
  },
  {
    part: /^OFD\.xml$/i,
    name: 'OFD',
    mediaType: 'application/ofd',
    read: async (file, options) => (await import('./ofd.ts')).readOfd(file, options),
  },
  {
    part: /^xl\/workbook\.(?:xml|bin)$/i,
    name: '电子表格（XLSX）',
    mediaType: `${WORD}.spreadsheetml.sheet`,
    read: null,
  },
  {
    part: /^ppt\/presentation\.xml$/i,
    name: '演示文稿（PPTX）',
    mediaType: `${WORD}.presentationml.presentation`,
    read: null,
  },
  {
    part: /^META-INF\/manifest\.xml$/i,
    name: 'OpenDocument',
    mediaType: 'application/vnd.oasis.opendocument',
    read: null,
    advice: '请另存为 DOCX 后重试',
  },
]

/** What an OLE container holds, told by the name of a stream, which stands there in UTF-16. */
const OLE_STREAMS: readonly (FileFormat & { readonly stream: string })[] = [
  {
    stream: 'EncryptedPackage',
    name: '加密的 Office 文档',
    mediaType: 'application/x-ole-storage',
    read: null,
    advice: '请去掉密码后重试',
  },
  {
    stream: 'WordDocument',
    name: 'DOC',
    mediaType: 'application/msword',
    read: async (file) => (await import('./doc.ts')).readDoc(file),
  },
  { stream: 'Workbook', name: '电子表格（XLS）', mediaType: 'application/vnd.ms-excel', read: null },
  {
    stream: 'PowerPoint Document',
    name: '演示文稿（PPT）',
    mediaType: 'application/vnd.ms-powerpoint',
    read: null,
  },
]

const ARCHIVE = { read: null, advice: '请用 ingest 收录压缩包，或解压后逐个读取' }

const readPicture: Reader = async (file, options) => (await import('./ocrImage.ts')).readImage(file, options)

/** Readers of the formats that their first bytes tell. */
const READERS: Readonly<Record<string, Reader>> = {
  'application/pdf': async (file, options) => (await import('./pdf.ts')).readPdf(file, options),
  'image/png': readPicture,
  'image/jpeg': readPicture,
  'image/tiff': readPicture,
}

/**
 * The format of a file by its content; the end of its name only tells a page of HTML that begins like plain text.
 * @throws ZhengmaiError FILE_UNDECODABLE for a broken container
 */
export function detectFormat(file: InputFile, options: ReadOptions): FileFormat {
  const signature = formatOf(file.bytes)
  if (signature === null) return isHtml(file) ? HTML : TEXT
  if (signature.mediaType === 'application/zip') {
    return formatOfArchive(openArchive(file, options.limits)) ?? { ...signature, ...ARCHIVE }
  }
  if (signature.mediaType === 'application/x-ole-storage') {
    return formatOfOle(file.bytes) ?? { ...signature, read: null }
  }
  return { ...signature, read: READERS[signature.mediaType] ?? null }
}

/** Null for an archive of files. */
export function formatOfArchive(archive: Archive): FileFormat | null {
  return CONTAINERS.find(({ part }) => archive.parts.some(({ path }) => part.test(path))) ?? null
}

function formatOfOle(bytes: Uint8Array): FileFormat | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return OLE_STREAMS.find(({ stream }) => content.includes(Buffer.from(stream, 'utf16le'))) ?? null
}

const HTML_NAME = /\.(?:html?|shtml|xhtml|jhtml|jsp|aspx?)$/i
const HTML_HEAD = /^\W*<(?:!doctype\s+html|html|head|meta|body)\b|<meta\s[^>]*charset|<html[\s>]/i
const HTML_TAG = /<\/(?:p|div|span|td|tr|table|a|li)>|<br\s*\/?>/gi
/** A text about HTML names a few tags; a page holds them by the dozen. */
const FEWEST_TAGS = 12

export function isHtml(file: InputFile): boolean {
  // every other byte is NUL in UTF-16
  const head = Buffer.from(file.bytes.subarray(0, 16_384)).toString('latin1').replaceAll('\0', '')
  if (HTML_HEAD.test(head.slice(0, 4096))) return true
  const tags = head.match(HTML_TAG)?.length ?? 0
  return tags >= FEWEST_TAGS || (HTML_NAME.test(file.name) && tags > 0)
}
