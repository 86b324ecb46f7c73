import type { TextRange } from '../../domain/span.ts'

/** What ends a sentence, closing marks with it. */
const SENTENCE_END = /[。！？；!?;\n]+[”’』」）)》]*/gu
/** What ends a phrase, where a single sentence is too long. */
const PHRASE_END = /[，、：,:\t]+/gu

/**
 * The part of a text of at most `most` UTF-16 units that holds what stands at `focus`, begun and ended where sentences
 * do; where one sentence is longer, where phrases do; where one phrase is longer, anywhere but inside a character.
 */
export function cutPassage(text: string, focus: TextRange, most: number): TextRange {
  if (text.length <= most) return { start: 0, end: text.length }
  if (most <= 0) return { start: 0, end: 0 }
  const bySentence = growAround(partsOf(text, 0, text.length, SENTENCE_END), focus, most)
  if (bySentence !== null) return trimmed(text, bySentence)
  const sentence = partsOf(text, 0, text.length, SENTENCE_END).find((part) => part.end > focus.start)
  const { start, end } = sentence ?? { start: 0, end: text.length }
  const byPhrase = growAround(partsOf(text, start, end, PHRASE_END), focus, most)
  if (byPhrase !== null) return trimmed(text, byPhrase)
  const begin = wholeCharacter(text, Math.min(Math.max(focus.start, start), text.length - 1))
  return trimmed(text, { start: begin, end: wholeCharacter(text, Math.min(begin + most, text.length)) })
}

/**
 * Consecutive parts around the focus that fit: those that hold it from its first on, then what follows, then what goes
 * before. Null where not even the first fits.
 */
function growAround(parts: readonly TextRange[], focus: TextRange, most: number): TextRange | null {
  const first = Math.max(
    0,
    parts.findIndex((part) => part.end > focus.start),
  )
  const core = parts[first]
  if (core === undefined || core.end - core.start > most) return null
  let { start, end } = core
  for (const part of parts.slice(first + 1)) {
    if (part.end - start > most) break
    end = part.end
  }
  for (const part of parts.slice(0, first).reverse()) {
    if (end - part.start > most) break
    start = part.start
  }
  return { start, end }
}

/** Consecutive ranges that cover a part of a text, each up to and with an ending. */
function partsOf(text: string, from: number, until: number, ending: RegExp): TextRange[] {
  const parts: TextRange[] = []
  let start = from
  for (const match of text.slice(from, until).matchAll(ending)) {
    const end = from + match.index + match[0].length
    parts.push({ start, end })
    start = end
  }
  if (start < until) parts.push({ start, end: until })
  return parts
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  const cut = text.slice(start, end)
  return {
    start: start + cut.length - cut.trimStart().length,
    end: end - (cut.length - cut.trimEnd().length),
  }
}

/** The same offset, or the one before where it would part a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  return offset > 0 && /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset
}
