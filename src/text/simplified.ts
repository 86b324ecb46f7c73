import { Converter } from 'opencc-js/t2cn'

type Convert = (text: string) => string
let converter: Convert | undefined
const known = new Map<string, string>()

/**
 * Traditional characters to simplified ones by OpenCC's `tw` tables, which also know 著力 → 着力. The tables are loaded where
 * they are needed first.
 */
export function toSimplified(text: string): string {
  const convert: Convert = converter ?? Converter({ from: 'tw', to: 'cn' })
  converter = convert
  return convert(text)
}

/**
 * The simplified form of one character, itself where it has none: one for one, so that positions stay. Whole texts are
 * better brought over as a whole, which knows words (著力 → 着力).
 */
export function simplifyCharacter(character: string): string {
  const cached = known.get(character)
  if (cached !== undefined) return cached
  const simplified = toSimplified(character)
  const result = simplified.length === character.length ? simplified : character
  known.set(character, result)
  return result
}

/** A text in simplified characters, one for one: word by word where the length stays, else character by character. */
export function simplifyInPlace(text: string): string {
  const whole = toSimplified(text)
  return whole.length === text.length ? whole : Array.from(text, simplifyCharacter).join('')
}
