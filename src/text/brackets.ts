import type { TextRange } from '../domain/span.ts'

const OPENING: Readonly<Record<string, string>> = {
  '（': '）',
  '《': '》',
  '“': '”',
  '‘': '’',
  '【': '】',
  '〔': '〕',
  '[': ']',
}
/** By UTF-16 code unit, since every character of a document is looked at often: 1 opens, 2 closes. */
const BRACKETS = new Uint8Array(0x10000)
for (const [open, close] of Object.entries(OPENING)) {
  BRACKETS[open.charCodeAt(0)] = 1
  BRACKETS[close.charCodeAt(0)] = 2
}

/**
 * The outermost pairs of `open` … its closing mark inside a range, inner pairs of the same kind skipped. An opening mark
 * that is never closed is no pair.
 */
export function findPairs(
  text: string,
  range: TextRange,
  open: '（' | '《' | '【' | '〔' | '[',
): TextRange[] {
  const close = OPENING[open] as string
  const opened: number[] = []
  const pairs: TextRange[] = []
  for (let at = range.start; at < range.end; at++) {
    const c = text[at]
    if (c === open) opened.push(at)
    else if (c === close) {
      const start = opened.pop()
      if (start === undefined) continue
      // The pairs inside this one were closed before it.
      while ((pairs.at(-1)?.start ?? -1) > start) pairs.pop()
      pairs.push({ start, end: at + 1 })
    }
  }
  return pairs
}

/** Splits a range at the given marks, outside all brackets and quotation marks; empty parts are left out. */
export function splitTopLevel(text: string, range: TextRange, marks: string): TextRange[] {
  const parts: TextRange[] = []
  let depth = 0
  let start = range.start
  const push = (end: number) => {
    if (end > start) parts.push({ start, end })
  }
  for (let at = range.start; at < range.end; at++) {
    const bracket = BRACKETS[text.charCodeAt(at)]
    if (bracket === 1) depth++
    else if (bracket === 2) depth = Math.max(0, depth - 1)
    else if (depth === 0 && marks.includes(text[at] as string)) {
      push(at)
      start = at + 1
    }
  }
  push(range.end)
  return parts
}
