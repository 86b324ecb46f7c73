import type { TextRange } from '../domain/span.ts'

/** Parts of two texts that agree but for a few characters. */
export interface LocalMatch {
  readonly left: TextRange
  readonly right: TextRange
  /** Characters that agree. */
  readonly agreeing: number
}

/** A changed figure costs no more than the words on its side gain. */
const GAIN = 2
const LOSS = -3

/**
 * The parts of two texts that agree best (Smith & Waterman 1981); null where nothing agrees. Time and memory grow with the
 * product of the lengths: for a sentence and a clause.
 */
export function matchLocally(left: string, right: string): LocalMatch | null {
  const width = right.length + 1
  const scores = new Int32Array((left.length + 1) * width)
  let best = 0
  let bestAt = 0
  for (let row = 1; row <= left.length; row++) {
    const code = left.charCodeAt(row - 1)
    for (let column = 1; column <= right.length; column++) {
      const here = row * width + column
      const same = code === right.charCodeAt(column - 1)
      let score = scores[here - width - 1]! + (same ? GAIN : LOSS)
      score = Math.max(0, score, scores[here - width]! + LOSS, scores[here - 1]! + LOSS)
      scores[here] = score
      if (score > best) [best, bestAt] = [score, here]
    }
  }
  return best === 0 ? null : walkBack(left, right, scores, bestAt)
}

function walkBack(left: string, right: string, scores: Int32Array, end: number): LocalMatch {
  const width = right.length + 1
  let at = end
  let agreeing = 0
  while (scores[at]! > 0) {
    const same = left[Math.floor(at / width) - 1] === right[(at % width) - 1]
    if (scores[at] === scores[at - width - 1]! + (same ? GAIN : LOSS)) {
      if (same) agreeing += 1
      at -= width + 1
    } else if (scores[at] === scores[at - width]! + LOSS) at -= width
    else at -= 1
  }
  return {
    left: { start: Math.floor(at / width), end: Math.floor(end / width) },
    right: { start: at % width, end: end % width },
    agreeing,
  }
}
