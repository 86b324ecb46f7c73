/** Blanks inside a number, as justified print and recognised pages have them; no tab. */
const BLANK = '[ \\u00a0\\u2000-\\u200a\\u202f\\u3000]'
const RUN = new RegExp(`(?<![\\d.,])\\d(?:${BLANK}{0,2}[.,]?${BLANK}{0,2}\\d)+(?:\\.(?=\\s*$))?`, 'g')
const GAPS = new RegExp(`${BLANK}+`, 'g')
const BLANKS_AFTER = new RegExp(`^${BLANK}*`)
/** What stands right of a number in running text. */
const RIGHT = /^[\p{Script=Han}%‰℃°—–\-~～〕\]】）)、，。；,;]/u
const LEFT = /[\p{Script=Han}〔〕[—–\-~～（(：:、，,]$/u

interface BrokenNumber {
  /** The parts between the blanks. */
  readonly parts: readonly string[]
  /** The character behind the number; empty at the end of the line. */
  readonly after: string
}

/** When digits with blanks between them are one number; what no row knows keeps its blank and is no figure. */
export const BROKEN_NUMBERS: readonly {
  readonly id: string
  readonly test: (number: BrokenNumber) => boolean
  readonly example: readonly [printed: string, read: string]
}[] = [
  {
    id: 'number/digit-by-digit',
    test: ({ parts }) => parts.every((part) => /^(?:\d|[.,]|\d[.,]|[.,]\d)$/.test(part)),
    example: ['产值达到8 0 0亿元', '产值达到800亿元'],
  },
  {
    id: 'number/year',
    test: ({ parts, after }) => after === '年' && /^(?:19|20)\d{2}$/.test(parts.join('')),
    example: ['到20 27年底', '到2027年底'],
  },
  {
    // no number begins with 0; 2024 07 18 is a date
    id: 'number/zero',
    test: ({ parts }) => (parts[0]?.length ?? 9) <= 3 && parts.slice(1).every((part) => /^0\d*$/.test(part)),
    example: ['修复湿地6 00亩', '修复湿地600亩'],
  },
  {
    id: 'number/point',
    test: ({ parts }) =>
      parts.length === 2 && (/^\d+\.$/.test(parts[0] ?? '') || /^\.\d+$/.test(parts[1] ?? '')),
    example: ['培训7. 25万人次', '培训7.25万人次'],
  },
]

/** Offsets of the blanks of a line that stand inside a number: 到2 0 2 7年. */
export function blanksInNumbers(raw: string): ReadonlySet<number> {
  const inside = new Set<number>()
  if (!HINT.test(raw)) return inside
  for (const match of raw.matchAll(RUN)) {
    const end = match.index + match[0].length
    const right = raw.slice(end).replace(BLANKS_AFTER, '')
    const left = raw.slice(0, match.index).trimEnd()
    const beside = LEFT.test(left)
      ? right === '' || RIGHT.test(right)
      : left === '' && /^\p{Script=Han}|^%/u.test(right)
    const number = { parts: match[0].split(GAPS), after: right.slice(0, 1) }
    if (number.parts.length < 2 || !beside || !BROKEN_NUMBERS.some(({ test }) => test(number))) continue
    // 3. 5个工作日内…: at the head of a line it is a label and a number
    if (left === '' && /^\d{1,2}\.$/.test(number.parts[0] ?? '')) continue
    for (const gap of match[0].matchAll(GAPS)) inside.add(match.index + gap.index)
  }
  return inside
}

const HINT = new RegExp(`[\\d.,]${BLANK}{1,2}[\\d.,]`)
