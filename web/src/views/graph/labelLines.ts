/** Signs after which a line may end, if enough stands before. */
const BREAK_AFTER = /[、，。；：）》”\s]/u
/** How far a line may be cut short to end at such a sign. */
const SLACK = 3

/**
 * A label in at most two lines; what does not fit ends with an ellipsis. No line of one lone sign is made.
 * @param width signs a line, Chinese ones counted whole and Latin ones half
 */
export function labelLines(label: string, width: number): readonly string[] {
  const text = label.trim()
  if (lengthOf(text) <= width + 1) return [text]
  const first = takeLine(text, width)
  const rest = text.slice(first.length).trim()
  if (lengthOf(rest) <= width + 1) return [first, rest]
  return [first, `${cut(rest, width - 1)}…`]
}

export function lengthOf(text: string): number {
  let length = 0
  for (const sign of text) length += sign.charCodeAt(0) < 0x2e80 ? 0.55 : 1
  return length
}

function cut(text: string, width: number): string {
  let length = 0
  let out = ''
  for (const sign of text) {
    length += lengthOf(sign)
    if (length > width) break
    out += sign
  }
  return out
}

function takeLine(text: string, width: number): string {
  const all = lengthOf(text)
  // two lines of like length read better than a full one and a lone sign
  const line = cut(text, all < width * 2 ? Math.max(all / 2 + 0.5, width - SLACK) : width)
  const signs = [...line]
  for (let back = 0; back < SLACK && signs.length - back > 4; back += 1) {
    if (BREAK_AFTER.test(signs[signs.length - 1 - back]!)) return signs.slice(0, signs.length - back).join('')
  }
  return line
}
