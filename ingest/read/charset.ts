/** What a label in the file adds to the score of its encoding: a tie-break, as labels are often wrong. */
const HINT = 0.05

/** An encoding with how well it fits, and what came out. */
export interface Decoded {
  /** WHATWG label. */
  readonly encoding: string
  readonly text: string
  /** Positions (UTF-16 offsets into `text`) of U+FFFD that stand for bytes which could not be decoded. */
  readonly undecodable: readonly number[]
  /** Whether the bytes end inside a character. */
  readonly truncated: boolean
}

/** Enough to tell encodings apart, measured on samples from 12 characters up. */
const SAMPLE_BYTES = 64 * 1024

const CANDIDATES = ['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const

/** Frequent characters of official Chinese, simplified and traditional, with its punctuation. */
const COMMON = new Set(
  '的一是不了在人有我他这中大来上个国和也子时道说出为得可于实以下发展工作建设推进加强机构管理服务政府市县区省部门单位办公厅室委员会局关于通知意见措施方案规定办法' +
    '各有关直属企业创新产业药品医疗器械监督检查安全质量提升能力水平标准制度落实责任负责牵头配合支持鼓励重点项目体系完善健全机制改革优化高新技术研究开发生产经营使用' +
    '年月日号文件印发贯彻精神全面深化促进领导组织保障资金财政卫生健康科技信息化人力资源社会保障自然环境城乡农业商务教育公安民法律行动计划目标任务要求结合实际' +
    '制定如下第条章附件抄送此开布二三四五六七八九十百千万亿元积极探索依法规范程序审批注册临床试验数据平台应用合对到与及等其将按照从' +
    '這個來時說為於實發進強構務縣區門單辦廳關見規監檢質準負責頭項體系優標證據臨驗審評續應業產藥醫療創動經導組織財衛術農務結際條號貫徹面會員領圍類類別權屬轉點項類個國與對從' +
    '，。、：；“”（）《》〔〕',
)

/**
 * Decodes bytes of unknown encoding: byte order mark, else strict UTF-8, else the best of GB18030, Big5 and UTF-16
 * by the share of frequent characters. `gb2312` and `gbk` are read as GB18030.
 */
export function decode(bytes: Uint8Array, hint: string | null = null): Decoded {
  const marked = byMark(bytes)
  if (marked !== null) return decodeAs(bytes, marked)
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  if (isUtf8(sample)) return decodeAs(bytes, 'utf-8')
  let best: { encoding: string; score: number } = { encoding: 'gb18030', score: Number.NEGATIVE_INFINITY }
  for (const encoding of CANDIDATES) {
    const fit = plausibility(new TextDecoder(encoding).decode(sample, { stream: true }))
    const score = fit + (hint !== null && isLabelOf(hint, encoding) ? HINT : 0)
    if (score > best.score) best = { encoding, score }
  }
  // a file in UTF-8 with a few broken bytes is still UTF-8
  const utf8 = plausibility(new TextDecoder('utf-8').decode(sample, { stream: true }))
  return decodeAs(bytes, utf8 > best.score ? 'utf-8' : best.encoding)
}

function isLabelOf(hint: string, encoding: string): boolean {
  return encoding === (/^gb/i.test(hint) ? 'gb18030' : hint.toLowerCase())
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030'
  return null
}

function isUtf8(sample: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true }).includes('\0')
  } catch {
    return false
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const decoder = new TextDecoder(encoding)
  const whole = decoder.decode(bytes, { stream: true })
  const rest = decoder.decode()
  // what only the end of input brings out is a character cut off
  const truncated = rest !== ''
  const undecodable: number[] = []
  for (let at = whole.indexOf('\ufffd'); at >= 0; at = whole.indexOf('\ufffd', at + 1)) undecodable.push(at)
  return { encoding, text: whole, undecodable, truncated }
}

/** Share of frequent characters less twice that of implausible ones, among the non-ASCII characters; −2 to 1. */
export function plausibility(text: string): number {
  let common = 0
  let bad = 0
  let counted = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) {
      if (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13) {
        bad += 1
        counted += 1
      }
      continue
    }
    counted += 1
    if (COMMON.has(character)) common += 1
    else bad += badness(code)
  }
  return counted === 0 ? 0 : (common - 2 * bad) / counted
}

function badness(code: number): number {
  if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || code > 0x2ffff) return 4
  if (code < 0xa0) return 1
  const usual =
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x2000 && code <= 0x206f) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xffef)
  return usual ? 0 : 0.5
}
