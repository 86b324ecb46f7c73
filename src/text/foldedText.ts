import type { TextRange } from '../domain/span.ts'
import { simplifyCharacter } from './simplified.ts'

/** Signs that change what a figure says; a point or comma counts between digits only. */
const MEANINGFUL = /[%‰≥≤<>=＋+~℃]/u
/** What differs between prints of the same words. */
const NOISE = /[\s\p{P}\p{S}\p{Cf}]/gu
const HAN = /\p{Script=Han}/u

/** A text without what differs between prints of the same words, each character with its place in the text as given. */
export interface FoldedText {
  readonly text: string
  /** For each UTF-16 unit of `text` the unit of the original that it comes from. */
  readonly at: readonly number[]
  /** For each unit where that character of the original ends. */
  readonly until: readonly number[]
}

/**
 * Folds width, case, script (traditional to simplified), white space and punctuation away. Signs of figures stay: 1.5 and 15,
 * 30% and 30 are not the same.
 */
export function foldText(original: string): FoldedText {
  let text = ''
  const at: number[] = []
  const until: number[] = []
  let place = 0
  for (const character of original) {
    const end = place + character.length
    const folded = foldCharacter(character, original, place)
    for (let i = 0; i < folded.length; i++) {
      at.push(place)
      until.push(end)
    }
    text += folded
    place = end
  }
  return { text, at, until }
}

/** The range of the original that a range of the folded text stands for; an empty one lies before the character that follows. */
export function unfoldRange({ at, until }: FoldedText, { start, end }: TextRange): TextRange {
  if (end > start) return { start: at[start]!, end: until[end - 1]! }
  const place = at[start] ?? until.at(-1) ?? 0
  return { start: place, end: place }
}

/** Characters met so far: a text has few different ones. */
const folded = new Map<string, string>()

function foldCharacter(character: string, text: string, place: number): string {
  if (character === '.' || character === '．') return isDecimalPoint(text, place) ? '.' : ''
  let form = folded.get(character)
  if (form === undefined) {
    form = formOf(character)
    folded.set(character, form)
  }
  return form
}

function formOf(character: string): string {
  const plain = character.normalize('NFKC').toLowerCase()
  if (HAN.test(plain)) return simplifyCharacter(plain)
  return MEANINGFUL.test(plain) ? plain : plain.replace(NOISE, '')
}

function isDecimalPoint(text: string, place: number): boolean {
  return /[\d０-９]/.test(text[place - 1] ?? '') && /[\d０-９]/.test(text[place + 1] ?? '')
}
