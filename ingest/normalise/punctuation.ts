import type { Edit } from '../../src/text/edits.ts'
import { filledLines, startsWithLabel } from './lines.ts'
import type { Step } from './step.ts'

/** A Chinese character or a sign of Chinese punctuation. */
const CJK = /[\p{Script=Han}〇、。，；：？！（）《》〈〉〔〕【】“”‘’…—·「」『』]/u
const LATIN = /[A-Za-z0-9]/

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }
const ALWAYS: Readonly<Record<string, string>> = {
  '«': '《',
  '»': '》',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '〝': '“',
  '〞': '”',
  '﹙': '（',
  '﹚': '）',
}
const SIGNS = /<<|>>|[,;:?!().«»「」『』〝〞]/g

/** `（2024）`, `[2024]` between the letters and the serial of a 发文字号; a line may end anywhere within. */
const NUMBER_YEAR =
  /[[［（(【{｛﹝〈<＜](?<=\p{Script=Han}\s{0,4}.)\s{0,4}(?:19|20)\d{2}\s{0,4}[\]］）)】}｝﹞〉>＞](?=\s{0,4}第?\s{0,4}\d{1,5}\s{0,4}号)/gu

/** Chinese punctuation in Chinese context: half-width signs, straight quotes, guillemets, the brackets of a 发文字号. */
export const punctuation: Step = {
  name: 'punctuation',
  run(text) {
    const edits = new Map<number, Edit>()
    for (const edit of [...numberEdits(text), ...signEdits(text), ...quoteEdits(text)]) {
      // the number's brackets come first and stand
      if (!edits.has(edit.start)) edits.set(edit.start, edit)
    }
    return { edits: [...edits.values()].sort((a, b) => a.start - b.start), notices: [] }
  },
}

function numberEdits(text: string): Edit[] {
  const edits: Edit[] = []
  for (const match of text.matchAll(NUMBER_YEAR)) {
    const last = match.index + match[0].length - 1
    edits.push({ start: match.index, end: match.index + 1, insert: '〔' })
    edits.push({ start: last, end: last + 1, insert: '〕' })
  }
  return edits
}

function signEdits(text: string): Edit[] {
  const edits: Edit[] = []
  const partners = bracketPartners(text)
  for (const match of text.matchAll(SIGNS)) {
    const start = match.index
    const sign = match[0]
    const insert = replacement(text, sign, start, partners)
    if (insert !== null) edits.push({ start, end: start + sign.length, insert })
  }
  return edits
}

function replacement(
  text: string,
  sign: string,
  at: number,
  partners: ReadonlyMap<number, number>,
): string | null {
  if (sign === '<<' || sign === '>>') return sign === '<<' ? '《' : '》'
  const always = ALWAYS[sign]
  if (always !== undefined) return always
  if (sign === '(' || sign === ')') return inChinese(text, at, partners) ? (sign === '(' ? '（' : '）') : null
  const before = neighbour(text, at, -1)
  if (sign === '.') return fullStop(text, at, before)
  const after = text[at + 1] ?? ''
  // 10,000 and 10:30 and http://
  if (LATIN.test(text[at - 1] ?? '') && (LATIN.test(after) || after === '/')) return null
  const afterwards = neighbour(text, at, 1)
  const chinese = CJK.test(before) || before === ')' || before === '%' || CJK.test(afterwards)
  return chinese ? FULL[sign]! : null
}

/** A point is a full stop after a Chinese character or a closing bracket; after 一 at the head of a line it is 、. */
function fullStop(text: string, at: number, before: string): string | null {
  if (text[at + 1] === '.' || text[at - 1] === '.' || /[A-Za-z0-9]/.test(text[at + 1] ?? '')) {
    return null
  }
  if (/(?:^|\n)[ \t\u3000]*[一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, at - 12), at)))
    return '、'
  return CJK.test(before) || before === ')' || before === '%' ? '。' : null
}

/** Whether a bracket or its partner has Chinese beside it. */
function inChinese(text: string, at: number, partners: ReadonlyMap<number, number>): boolean {
  const partner = partners.get(at)
  return [at, partner].some(
    (place) =>
      place !== undefined && (CJK.test(neighbour(text, place, -1)) || CJK.test(neighbour(text, place, 1))),
  )
}

/** The next character that is no white space, in the direction of `step`; '' at the end of the text. */
function neighbour(text: string, at: number, step: 1 | -1): string {
  let place = at + step
  while (place >= 0 && place < text.length && /\s/.test(text[place]!)) place += step
  return text[place] ?? ''
}

/** Each half-width bracket with the one that closes or opens it, where there is one. */
function bracketPartners(text: string): ReadonlyMap<number, number> {
  const partners = new Map<number, number>()
  const open: number[] = []
  for (const match of text.matchAll(/[()]/g)) {
    if (match[0] === '(') {
      open.push(match.index)
      continue
    }
    const opener = open.pop()
    if (opener === undefined) continue
    partners.set(opener, match.index)
    partners.set(match.index, opener)
  }
  return partners
}

/** Straight quotes around Chinese, alternately opening and closing, anew after each label. */
function quoteEdits(text: string): Edit[] {
  if (!/["']/.test(text)) return []
  const edits: Edit[] = []
  const open = { '"': false, "'": false }
  for (const line of filledLines(text)) {
    if (startsWithLabel(line.text)) open['"'] = open["'"] = false
    if (!CJK.test(line.text)) continue
    for (const match of line.raw.matchAll(/["'“”]/g)) {
      if (match[0] === '“' || match[0] === '”') {
        open['"'] = match[0] === '“'
        continue
      }
      const quote = match[0] as '"' | "'"
      const start = line.start + match.index
      const beside = (text[start - 1] ?? '') + (text[start + 1] ?? '')
      if (quote === "'" && !CJK.test(beside)) continue
      open[quote] = !open[quote]
      const insert = quote === '"' ? (open[quote] ? '“' : '”') : open[quote] ? '‘' : '’'
      edits.push({ start, end: start + 1, insert })
    }
  }
  return edits
}
