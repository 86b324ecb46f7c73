/** A place in a text that means something; offsets in code units, end exclusive. */
export interface Mark {
  /** Of the fact that it shows; several marks may share one. */
  readonly id: string
  readonly kind: MarkKind
  readonly start: number
  readonly end: number
  /** What it is, in words, for those who do not see the colour. */
  readonly label: string
  /** Address within the page; absent where the mark leads nowhere. */
  readonly href?: string | undefined
}

export type MarkKind = 'agency' | 'target' | 'product' | 'citation' | 'field' | 'common' | 'evidence'

/** A stretch of the text with the marks that cover it, the innermost last. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly marks: readonly Mark[]
}

/** Cuts a text where a mark begins or ends. Marks are cut to the text; empty ones are left out. */
export function segmentText(text: string, marks: readonly Mark[], base = 0): readonly Segment[] {
  const placed = marks
    .map((mark) => ({
      mark,
      start: Math.max(0, mark.start - base),
      end: Math.min(text.length, mark.end - base),
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const cuts = new Set([0, text.length])
  for (const { start, end } of placed) cuts.add(start).add(end)
  const borders = [...cuts].sort((a, b) => a - b)
  const opened = groupBy(placed, (each) => each.start)
  let open: typeof placed = []
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1]!
    const begun = opened.get(start)
    open = open.filter((each) => each.end > start)
    if (begun !== undefined) {
      open = [...open, ...begun].sort((a, b) => b.end - b.start - (a.end - a.start))
    }
    return {
      start: base + start,
      end: base + end,
      text: text.slice(start, end),
      marks: open.map(({ mark }) => mark),
    }
  })
}

/** A paragraph of a text, without the line break behind it. */
export interface Paragraph {
  readonly start: number
  readonly text: string
}

export function paragraphsOf(text: string, base = 0): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  let at = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') paragraphs.push({ start: base + at, text: line })
    at += line.length + 1
  }
  return paragraphs
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
