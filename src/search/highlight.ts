import type { TextRange } from '../domain/span.ts'
import { windowsOf } from './indexing.ts'
import type { Segmenter, Word } from './segment.ts'

/** A clause up to this length is shown whole (UTF-16 units). */
const SHORT = 120
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export interface HighlightInput {
  readonly indexText: string
  /** The window that the vectors found best; null where they say nothing. */
  readonly window: TextRange | null
  readonly queryTokens: ReadonlySet<string>
}

export interface ShownPassage {
  /** Where it stands in the index text. */
  readonly range: TextRange
  /** The query's words in `<mark>`, everything else escaped, `…` where text is left out. */
  readonly html: string
}

/** The best passage of a clause. */
export function highlightPassage(segmenter: Segmenter, input: HighlightInput): ShownPassage {
  const { indexText, queryTokens } = input
  const matches = segmenter.words(indexText).filter((word) => queryTokens.has(word.token))
  const range = input.window ?? bestWindow(indexText, matches)
  const inside = matches.filter((word) => range.start <= word.start && word.end <= range.end)
  const before = range.start > 0 ? '…' : ''
  const after = range.end < indexText.length ? '…' : ''
  return { range, html: before + markRanges(indexText, range, inside) + after }
}

/** The window with the most different query words, the first of equals. */
function bestWindow(indexText: string, matches: readonly Word[]): TextRange {
  const whole = { start: 0, end: indexText.length }
  if (indexText.length <= SHORT) return whole
  let best = whole
  let most = -1
  for (const window of windowsOf(indexText)) {
    const inside = matches.filter((word) => window.start <= word.start && word.end <= window.end)
    const distinct = new Set(inside.map((word) => word.token)).size
    if (distinct > most) [best, most] = [window, distinct]
  }
  return best
}

function markRanges(text: string, range: TextRange, matches: readonly TextRange[]): string {
  const ordered = [...matches].sort((a, b) => a.start - b.start || b.end - a.end)
  let html = ''
  let done = range.start
  let open: { start: number; end: number } | null = null
  const flush = () => {
    if (open === null) return
    html += `${escapeHtml(text.slice(done, open.start))}<mark>${escapeHtml(text.slice(open.start, open.end))}</mark>`
    done = open.end
  }
  for (const { start, end } of ordered) {
    // words that touch or overlap are one mark
    if (open !== null && start <= open.end) open.end = Math.max(open.end, end)
    else {
      flush()
      open = { start, end }
    }
  }
  flush()
  return html + escapeHtml(text.slice(done, range.end))
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
