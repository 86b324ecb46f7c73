import { load } from 'cheerio'
import type { Edit } from '../../src/text/edits.ts'
import type { HtmlText } from './htmlTree.ts'

const TOKEN = /[ \t\r\n\f]+|&[#\w]*;?|[^ \t\r\n\f&]+/g
const BLANK = /^[ \t\r\n\f]/
const CJK = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·]$/u
const entities = new Map<string, string>()

/**
 * Writes the text of a page as edits of its source, so that each character leads back to its place there. Where the
 * page shows its parts in another order than the source has them (text astray in a table), only the text is kept.
 */
export class HtmlWriter {
  readonly #html: string
  readonly #edits: Edit[] = []
  readonly #out: string[] = []
  /** The last character written; asking the text for it would copy the text each time. */
  #last = ''
  #pending = ''
  #cursor = 0
  #ordered = true

  constructor(html: string) {
    this.#html = html
  }

  /** Whether nothing stands on the line yet. */
  get atLineStart(): boolean {
    return this.#tail() === '' || this.#tail() === '\n'
  }

  insert(words: string): void {
    this.#pending += words
  }

  breakLine(): void {
    if (!this.atLineStart) this.#pending += '\n'
  }

  /** A text; runs of white space become one blank, or none between Chinese characters. */
  write({ data, start, end }: HtmlText, preformatted = false): void {
    const raw = this.#html.slice(start, end)
    const tokens = [...raw.matchAll(TOKEN)].map((match) => ({ at: match.index, raw: match[0] }))
    const decoded = tokens.map((token) => decodeToken(token.raw))
    const exact = collapse(decoded.join('')) === collapse(data)
    if (!exact) {
      this.#put(start, end, this.#blank(data, preformatted))
      return
    }
    for (const [index, token] of tokens.entries()) {
      const words = BLANK.test(token.raw) ? this.#blank(token.raw, preformatted) : decoded[index]!
      if (words !== '') this.#put(start + token.at, start + token.at + token.raw.length, words)
    }
  }

  /** Replaces a stretch of the source by other words. */
  replace(start: number, end: number, words: string): void {
    this.#put(start, end, words)
  }

  /** The source with the edits that lead to the text; without edits where the order did not allow any. */
  finish(): { text: string; edits: readonly Edit[]; ordered: boolean } {
    if (!this.#ordered) return { text: this.#out.join('') + this.#pending, edits: [], ordered: false }
    const rest = { start: this.#cursor, end: this.#html.length, insert: this.#pending }
    return { text: this.#html, edits: [...this.#edits, rest], ordered: true }
  }

  #tail(): string {
    return this.#pending === '' ? this.#last : this.#pending.slice(-1)
  }

  #blank(words: string, preformatted: boolean): string {
    if (preformatted) return words.replaceAll('\t', '    ')
    return words.replace(/[ \t\r\n\f]+/g, (gap) => {
      if (this.atLineStart || this.#tail() === '\t') return ''
      return /[\r\n]/.test(gap) && CJK.test(this.#tail()) ? '' : ' '
    })
  }

  #put(start: number, end: number, words: string): void {
    if (start < this.#cursor) this.#ordered = false
    if (this.#ordered) {
      if (start > this.#cursor || this.#pending !== '') {
        this.#edits.push({ start: this.#cursor, end: start, insert: this.#pending })
      }
      if (this.#html.slice(start, end) !== words) this.#edits.push({ start, end, insert: words })
    }
    this.#cursor = end
    this.#out.push(this.#pending, words)
    this.#last = words.slice(-1) || this.#tail()
    this.#pending = ''
  }
}

function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ')
}

function decodeToken(raw: string): string {
  if (!raw.startsWith('&') || raw === '&') return raw
  const known = entities.get(raw)
  if (known !== undefined) return known
  const decoded = load(raw, null, false).root().text()
  entities.set(raw, decoded)
  return decoded
}
