/** A piece of wording that two texts share: offsets in code units, ends exclusive. */
export interface CommonPart {
  readonly start: number
  readonly end: number
  readonly otherStart: number
  readonly otherEnd: number
}

/** Shorter agreement is the language, not the text: 支持, 企业 and 医疗器械 stand in every clause. */
export const SHORTEST = 5
/** Places in the other text tried for one beginning: repetitive text would cost its square otherwise. */
const PLACES_TRIED = 24
const COUNTS = /[\p{L}\p{N}%℃]/u

/**
 * The longest pieces that both texts have, no place used twice, wherever they stand. Punctuation, spaces, width and case do
 * not part a piece. In the order of the first text.
 * @param shortest characters that a piece has at least, punctuation not counted
 */
export function findCommonParts(text: string, other: string, shortest = SHORTEST): readonly CommonPart[] {
  const one = fold(text)
  const two = fold(other)
  const queue = matchesOf(one.signs, two.signs, shortest)
  const usedOne = new Uint8Array(one.signs.length)
  const usedTwo = new Uint8Array(two.signs.length)
  const parts: CommonPart[] = []
  for (const match of queue) {
    for (const piece of freePieces(match, usedOne, usedTwo)) {
      const { at, otherAt, length } = withWholeNumbers(piece, one.signs, two.signs)
      if (length < shortest) continue
      usedOne.fill(1, at, at + length)
      usedTwo.fill(1, otherAt, otherAt + length)
      parts.push({
        start: one.starts[at]!,
        end: one.ends[at + length - 1]!,
        otherStart: two.starts[otherAt]!,
        otherEnd: two.ends[otherAt + length - 1]!,
      })
    }
  }
  return parts.sort((a, b) => a.start - b.start)
}

interface Folded {
  readonly signs: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** The letters and digits, alike in width and case, each with its place. */
function fold(text: string): Folded {
  const signs: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const sign of text) {
    if (COUNTS.test(sign)) {
      signs.push(sign.normalize('NFKC').toLowerCase())
      starts.push(at)
      ends.push(at + sign.length)
    }
    at += sign.length
  }
  return { signs, starts, ends }
}

interface Match {
  readonly at: number
  readonly otherAt: number
  readonly length: number
}

/** Every agreement that cannot be made longer, the longest first. */
function matchesOf(one: readonly string[], two: readonly string[], shortest: number): readonly Match[] {
  const places = new Map<string, number[]>()
  for (let at = 0; at + shortest <= two.length; at += 1) {
    const key = two.slice(at, at + shortest).join('')
    const list = places.get(key)
    if (list === undefined) places.set(key, [at])
    else if (list.length < PLACES_TRIED) list.push(at)
  }
  const found: Match[] = []
  for (let at = 0; at + shortest <= one.length; at += 1) {
    for (const otherAt of places.get(one.slice(at, at + shortest).join('')) ?? []) {
      if (at > 0 && otherAt > 0 && one[at - 1] === two[otherAt - 1]) continue
      let length = shortest
      while (at + length < one.length && otherAt + length < two.length) {
        if (one[at + length] !== two[otherAt + length]) break
        length += 1
      }
      found.push({ at, otherAt, length })
    }
  }
  return found.sort((a, b) => b.length - a.length || a.at - b.at || a.otherAt - b.otherAt)
}

const isDigit = (sign: string | undefined): boolean => sign !== undefined && /\d/.test(sign)

/** Without the digits at its ends that belong to different numbers: 25 and 28 have no 2 in common. */
function withWholeNumbers(match: Match, one: readonly string[], two: readonly string[]): Match {
  let { at, otherAt, length } = match
  if (isDigit(one[at - 1]) || isDigit(two[otherAt - 1])) {
    while (length > 0 && isDigit(one[at])) {
      at += 1
      otherAt += 1
      length -= 1
    }
  }
  if (isDigit(one[at + length]) || isDigit(two[otherAt + length])) {
    while (length > 0 && isDigit(one[at + length - 1])) length -= 1
  }
  return { at, otherAt, length }
}

/** What of an agreement no longer one has taken on either side. */
function freePieces(match: Match, usedOne: Uint8Array, usedTwo: Uint8Array): readonly Match[] {
  const pieces: Match[] = []
  let begin = 0
  for (let step = 0; step <= match.length; step += 1) {
    const taken =
      step === match.length || usedOne[match.at + step] === 1 || usedTwo[match.otherAt + step] === 1
    if (!taken) continue
    if (step > begin) {
      pieces.push({ at: match.at + begin, otherAt: match.otherAt + begin, length: step - begin })
    }
    begin = step + 1
  }
  return pieces
}
