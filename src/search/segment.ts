import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { foldKey } from '../text/fold.ts'
import { STOP_WORDS } from './stopWords.ts'

/** A word of a text and where it stands, in UTF-16 code units. */
export interface Word {
  /** Lower-case, compatibility forms folded. */
  readonly token: string
  readonly start: number
  readonly end: number
}

export interface Segmenter {
  /**
   * Words in order, with long words also by their parts (药品监督管理 and 药品, 监督, 管理), without punctuation and
   * stop words. A 发文字号 is one word.
   */
  words(text: string): readonly Word[]
  /** The tokens of `words`. */
  tokens(text: string): readonly string[]
}

/**
 * A 发文字号 in any brackets, or its year and serial alone. The 机关代字 before it ends with one of the characters that
 * such codes end with in practice; longer runs are running text.
 */
const DOCUMENT_NUMBER =
  /(?:[\p{Script=Han}]{1,8}[字发函规令办通告电呈])?[〔［[(（【]\s*(?:19|20)\d{2}\s*[〕］\])）】]\s*第?\s*\d{1,5}\s*号/gu
/** Running text that may stand directly before a 机关代字. */
const BEFORE_CODE = /^.*(?:根据|按照|依据|依照|落实|贯彻|执行|印发|关于|参照|依|按|见|和|与|及|的|以)/u
/** A word has a letter or a digit. */
const WORD = /[\p{L}\p{N}]/u
const PERCENT_OR_DECIMAL = /^\d+(?:\.\d+)?%?$/

/**
 * Cuts Chinese text into words with jieba's dictionary and ours.
 * @param words lines `词 频次 词性` as jieba reads them; `#` opens a comment line. A frequency is needed, or the word is
 *   not kept together
 */
export function createSegmenter(words: string): Segmenter {
  // the dictionary takes 0.1 s to load: only where something is segmented
  let jieba: Jieba | undefined
  const load = (): Jieba => {
    const loaded = Jieba.withDict(dict)
    const lines = words.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
    if (lines.length > 0) loaded.loadDict(Buffer.from(`${lines.join('\n')}\n`))
    return loaded
  }
  const find = (text: string): readonly Word[] => {
    jieba ??= load()
    const cutter = jieba
    return splitNumbers(narrow(text)).flatMap((part) =>
      part.isNumber ? numberWords(part.text, part.start) : plainWords(cutter, part.text, part.start),
    )
  }
  return { words: find, tokens: (text) => find(text).map(({ token }) => token) }
}

/** Full-width ASCII to half-width, one character for one, so that positions stay. */
function narrow(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}

interface Part {
  readonly text: string
  readonly start: number
  readonly isNumber: boolean
}

/** jieba would cut a 发文字号 to pieces: found first, the rest is cut around it. */
function splitNumbers(text: string): Part[] {
  const parts: Part[] = []
  let done = 0
  for (const match of text.matchAll(DOCUMENT_NUMBER)) {
    const before = BEFORE_CODE.exec(match[0].slice(0, match[0].search(/[〔［[(（【]/u)))?.[0].length ?? 0
    const start = match.index + before
    parts.push({ text: text.slice(done, start), start: done, isNumber: false })
    done = match.index + match[0].length
    parts.push({ text: text.slice(start, done), start, isNumber: true })
  }
  parts.push({ text: text.slice(done), start: done, isNumber: false })
  return parts
}

/** The whole number, and its year and serial for those who know only them or print another 机关代字 before them. */
function numberWords(text: string, start: number): Word[] {
  const end = start + text.length
  const token = foldKey(text)
  const tail = foldKey(text.slice(text.search(/[〔［[(（【]/u)))
  const whole = { token, start, end }
  return token === tail ? [whole] : [whole, { token: tail, start, end }]
}

function plainWords(jieba: Jieba, text: string, start: number): Word[] {
  const words: Word[] = []
  let position = start
  for (const piece of joinFigures(jieba.cut(text, true))) {
    const end = position + piece.length
    for (const word of partsOf(jieba, piece, position)) {
      const token = word.token.normalize('NFKC').toLowerCase().trim()
      if (WORD.test(token) && !STOP_WORDS.has(token)) words.push({ ...word, token })
    }
    position = end
  }
  return words
}

/** The piece itself after its parts; `cutForSearch` gives both but not where they stand. */
function partsOf(jieba: Jieba, piece: string, start: number): Word[] {
  const whole = { token: piece, start, end: start + piece.length }
  if (piece.length < 3 || !/\p{Script=Han}/u.test(piece)) return [whole]
  const words: Word[] = []
  let from = 0
  for (const token of jieba.cutForSearch(piece, true)) {
    if (token === piece) continue
    const at = piece.indexOf(token, from)
    const offset = at < 0 ? piece.indexOf(token) : at
    if (offset < 0) continue
    words.push({ token, start: start + offset, end: start + offset + token.length })
    from = offset
  }
  return [...words, whole]
}

/** `2.5%` stays one figure: jieba gives its digits, point and sign apart in some places. */
function joinFigures(pieces: readonly string[]): string[] {
  const joined: string[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last !== undefined && PERCENT_OR_DECIMAL.test(last) && piece === '%')
      joined[joined.length - 1] = last + piece
    else joined.push(piece)
  }
  return joined
}
