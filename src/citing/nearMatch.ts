/** Bits of a machine word that the search works with: bitwise operations of JavaScript have 32. */
const WORD = 32

/** Where a pattern stands best in a text, and by how many inserted, deleted or changed characters it differs there. */
export interface NearMatch {
  /** Range of the text. */
  readonly start: number
  readonly end: number
  readonly distance: number
}

/**
 * The place of a text (any substring) with the least edit distance to a pattern; null where that exceeds `limit`. Of equal
 * ones the first. Myers 1999, "A fast bit-vector algorithm for approximate string matching", in blocks of 32 rows
 * (Hyyrö 2003): about one step per character of the text and 32 of the pattern.
 */
export function findNear(pattern: string, text: string, limit: number): NearMatch | null {
  if (pattern === '') return null
  const exact = text.indexOf(pattern)
  if (exact >= 0) return { start: exact, end: exact + pattern.length, distance: 0 }
  const forward = bestEnd(pattern, text, limit)
  if (forward === null) return null
  // the same backwards from the end that was found gives the start; of equal ones the longest, so that no character is lost
  const head = reverse(text.slice(Math.max(0, forward.end - pattern.length - limit), forward.end))
  const backward = bestEnd(reverse(pattern), head, limit, true)
  return backward === null ? null : { ...forward, start: forward.end - backward.end }
}

interface End {
  readonly end: number
  readonly distance: number
}

/** @param anchored the match begins at the beginning of the text */
function bestEnd(pattern: string, text: string, limit: number, anchored = false): End | null {
  const blocks = Math.ceil(pattern.length / WORD)
  const masks = masksOf(pattern, blocks)
  const none = new Int32Array(blocks)
  const positive = new Int32Array(blocks).fill(-1)
  const negative = new Int32Array(blocks)
  const lastBit = (pattern.length - 1) % WORD
  let score = pattern.length
  let best: End | null = null
  for (let column = 0; column < text.length; column++) {
    const equals = masks.get(text.charCodeAt(column)) ?? none
    // anchored: leaving out characters of the text at its beginning costs one each
    let carry = anchored ? 1 : 0
    for (let block = 0; block < blocks; block++) {
      const pv = positive[block]!
      const mv = negative[block]!
      const eq = equals[block]!
      const xv = eq | mv
      const eqIn = carry < 0 ? eq | 1 : eq
      const xh = (((eqIn & pv) + pv) ^ pv) | eqIn
      let ph = mv | ~(xh | pv)
      let mh = pv & xh
      const bit = block === blocks - 1 ? lastBit : WORD - 1
      const out = ((ph >>> bit) & 1) - ((mh >>> bit) & 1)
      ph = (ph << 1) | (carry > 0 ? 1 : 0)
      mh = (mh << 1) | (carry < 0 ? 1 : 0)
      positive[block] = mh | ~(xv | ph)
      negative[block] = ph & xv
      carry = out
    }
    score += carry
    if (score <= limit && (best === null || score < best.distance))
      best = { end: column + 1, distance: score }
  }
  return best
}

/** For each character of the pattern the rows where it stands. */
function masksOf(pattern: string, blocks: number): Map<number, Int32Array> {
  const masks = new Map<number, Int32Array>()
  for (let row = 0; row < pattern.length; row++) {
    const code = pattern.charCodeAt(row)
    let mask = masks.get(code)
    if (mask === undefined) {
      mask = new Int32Array(blocks)
      masks.set(code, mask)
    }
    mask[Math.floor(row / WORD)]! |= 1 << (row % WORD)
  }
  return masks
}

function reverse(text: string): string {
  let reversed = ''
  for (let i = text.length - 1; i >= 0; i--) reversed += text[i]
  return reversed
}
