import type { Notice } from '../../src/domain/notice.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { InputFile } from '../values.ts'
import { decode, plausibility } from './charset.ts'
import type { ReadText } from './reader.ts'

/** Bytes that no text holds, of the first 4 KB; UTF-16 holds NUL bytes but decodes to none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/g
/** More than one control character in a hundred is no text; a stray one is. */
const CONTROL_SHARE = 0.01
/** More undecodable characters than one in twenty: the encoding is not one that is known here. */
const UNDECODABLE_SHARE = 0.05
/** Positions named one by one; beyond that, only their number. */
const NAMED_POSITIONS = 20

/**
 * Reads plain text in UTF-8, GB18030 (GBK, GB2312), Big5 or UTF-16.
 * @param hint the label of the encoding that the file gives itself; it only decides between equals
 * @throws ZhengmaiError FILE_EMPTY, FILE_BINARY, FILE_UNDECODABLE
 */
export function readText(file: InputFile, hint: string | null = null): ReadText {
  const { encoding, text, undecodable, truncated } = decode(file.bytes, hint)
  if (/^\s*$/u.test(text) && undecodable.length === 0 && !truncated) {
    throw new ZhengmaiError('FILE_EMPTY', `文件“${file.name}”没有内容。`)
  }
  const head = text.slice(0, 4096)
  const controls = head.match(CONTROL)?.length ?? 0
  if (controls > head.length * CONTROL_SHARE || head.slice(0, 512).includes('\0')) {
    throw new ZhengmaiError('FILE_BINARY', `文件“${file.name}”不是文本文件（含有大量控制字符）。`)
  }
  if (text === '' || undecodable.length > text.length * UNDECODABLE_SHARE || implausible(text)) {
    throw new ZhengmaiError(
      'FILE_UNDECODABLE',
      `文件“${file.name}”的字符编码无法识别，请转换为 UTF-8 后重试。`,
    )
  }
  return {
    encoding,
    text,
    notices: [...undecodableNotices(undecodable), ...truncatedNotice(truncated, text)],
    layout: 'printed',
    pageStarts: [],
    recognition: null,
  }
}

/** Decoded, but to characters that no language writes beside each other. */
function implausible(text: string): boolean {
  return plausibility(text.slice(0, 20_000)) < -1
}

function undecodableNotices(positions: readonly number[]): Notice[] {
  return positions.slice(0, NAMED_POSITIONS).map((start, index) => ({
    code: 'read/undecodable',
    severity: 'WARNING',
    message:
      index === NAMED_POSITIONS - 1 && positions.length > NAMED_POSITIONS
        ? `第 ${start + 1} 个字符无法解码，此后还有 ${positions.length - NAMED_POSITIONS} 处。`
        : `第 ${start + 1} 个字符无法解码。`,
    // the place in the normalised text is not known yet
    span: null,
  }))
}

function truncatedNotice(truncated: boolean, text: string): Notice[] {
  if (!truncated) return []
  const message = `文件在一个字符的中间结束，可能不完整（已读出 ${text.length} 个字符）。`
  return [{ code: 'read/truncated', severity: 'WARNING', message, span: null }]
}
