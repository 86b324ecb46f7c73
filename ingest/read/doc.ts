import { ZhengmaiError } from '../../src/errors/error.ts'
import type { InputFile } from '../values.ts'
import { hasSoundChains } from './oleChains.ts'
import type { ReadText } from './reader.ts'

/** Typed without its options; they keep Chinese quotation marks from becoming ASCII ones. */
interface Body {
  getBody(options: { readonly filterUnicode: boolean }): string
}
/** A tab before the text of a paragraph is an indent. */
const TAB_INDENT = /^\t+(?=[^\t\n]*$)/gm
const SECTOR = 512
const WORD_MAGIC = 0xa5ec
const ENCRYPTED = 0x100

/** Each cell ends with a tab, the last one of a row too. */
const ROW_END = /\t$/gm

/**
 * Reads a document of Word 97–2003. Its automatic numbers are not in the text and cannot be restored.
 * @throws ZhengmaiError FILE_UNDECODABLE
 */
export async function readDoc(file: InputFile): Promise<ReadText> {
  const broken = (cause?: unknown) =>
    new ZhengmaiError('FILE_UNDECODABLE', `文件“${file.name}”无法读取：DOC 已损坏、已加密或版本过旧。`, {
      cause,
    })
  if (!hasSoundChains(file.bytes)) throw broken()
  if (isEncrypted(file.bytes)) {
    throw new ZhengmaiError('FILE_UNSUPPORTED', `文件“${file.name}”已加密，无法读取；请去掉密码后重试。`)
  }
  const { default: WordExtractor } = await import('word-extractor')
  const body = await new WordExtractor()
    .extract(Buffer.from(file.bytes))
    .then((document: Body) => document.getBody({ filterUnicode: false }))
    .catch((cause: unknown) => {
      throw broken(cause)
    })
  return {
    encoding: 'utf-16le',
    text: body.replace(ROW_END, '').replace(TAB_INDENT, ''),
    layout: 'paragraphs',
    pageStarts: [],
    recognition: null,
    notices: [
      {
        code: 'read/numbering',
        severity: 'INFO',
        message: 'DOC 格式的自动编号无法还原；如条款编号缺失，请另存为 DOCX 后重新收录。',
        span: null,
      },
    ],
  }
}

/** The flag of the file information block, which begins a sector: [MS-DOC] 2.5.2. */
function isEncrypted(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  for (let at = SECTOR; at + 12 <= bytes.length; at += SECTOR) {
    if (bytes.readUInt16LE(at) === WORD_MAGIC) return (bytes.readUInt16LE(at + 10) & ENCRYPTED) !== 0
  }
  return false
}
