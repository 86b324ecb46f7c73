import type { TextRange } from '../../src/domain/span.ts'

const OPENING: Readonly<Record<string, string>> = {
  '（': '）',
  '《': '》',
  '“': '”',
  '‘': '’',
  '【': '】',
  '〔': '〕',
  '[': ']',
}
const CLOSING = new Set(Object.values(OPENING))

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
    const c = text[at] as string
    if (OPENING[c] !== undefined) depth++
    else if (CLOSING.has(c)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && marks.includes(c)) {
      push(at)
      start = at + 1
    }
  }
  push(range.end)
  return parts
}
