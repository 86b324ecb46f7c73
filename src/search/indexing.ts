import type { TextRange } from '../domain/span.ts'
import type { Segmenter } from './segment.ts'

/** How clauses are turned into passages; part of the index key, so a change of what follows needs a new version. */
export const PASSAGE_PREPARATION = 'title+body;window80;v1'

/** Length at which a window ends with the next sentence or phrase (UTF-16 units); chosen in the recipe of the model. */
const WINDOW = 80
/** A rest shorter than this is no window of its own: it joins the one before. */
const SHORTEST_REST = 40
/** A phrase without any border, e.g. a long enumeration or a table row, is cut here. */
const LONGEST_PHRASE = 160
const BORDER = /[。！？；，：\n\t]/u

/** A text to embed; `window` is its range in the clause's index text, null for the whole. */
export interface PassageText {
  readonly window: TextRange | null
  readonly text: string
}

/** What is embedded and segmented of a clause: heading and body, without label and responsibility note. */
export function clauseIndexText(clause: { readonly title: string | null; readonly text: string }): string {
  if (clause.title === null || clause.title === '') return clause.text
  return clause.text === '' ? clause.title : `${clause.title}。${clause.text}`
}

/** The keyword tokens of a clause. */
export function clauseTokens(
  segmenter: Segmenter,
  clause: { readonly title: string | null; readonly text: string },
): readonly string[] {
  return segmenter.tokens(clauseIndexText(clause))
}

/**
 * The texts to embed for a clause: the whole, then windows of about 80 characters that together cover it, cut at
 * sentences and commas. A clause that is one window has none.
 */
export function passageTexts(indexText: string): readonly PassageText[] {
  const whole: PassageText = { window: null, text: indexText }
  const windows = windowsOf(indexText)
  if (windows.length < 2) return [whole]
  return [whole, ...windows.map((window) => ({ window, text: indexText.slice(window.start, window.end) }))]
}

/** Consecutive ranges that cover the text. */
export function windowsOf(indexText: string): readonly TextRange[] {
  const windows: TextRange[] = []
  let start = 0
  for (const end of phraseEnds(indexText)) {
    if (end - start < WINDOW && end < indexText.length) continue
    const last = windows.at(-1)
    if (last !== undefined && end - start < SHORTEST_REST)
      windows[windows.length - 1] = { start: last.start, end }
    else windows.push({ start, end })
    start = end
  }
  return windows
}

/** Where phrases end, the end of the text included. */
function phraseEnds(text: string): number[] {
  const ends: number[] = []
  let last = 0
  for (let index = 0; index < text.length; index += 1) {
    const isBorder = BORDER.test(text.charAt(index))
    // a surrogate pair is never cut
    const isTooLong = index + 1 - last >= LONGEST_PHRASE && !/[\uD800-\uDBFF]/.test(text.charAt(index))
    if (!isBorder && !isTooLong) continue
    last = index + 1
    ends.push(last)
  }
  if (last < text.length) ends.push(text.length)
  return ends
}
