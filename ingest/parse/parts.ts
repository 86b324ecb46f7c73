import { kindOfTitle } from '../../src/text/documentKind.ts'
import { findSignature } from './back.ts'
import type { Line } from './lines.ts'
import type { Part } from './part.ts'

/** Forms that stand between a signature and what the document carries. */
const AROUND_SIGNATURE = new Set(['annotation', 'copied', 'imprint', 'announced'])
/** Lines from an announced annex to the date of the signature. */
const ANNOUNCED_NEAR = 8
const TITLE_LINES = 3
/** Lines between the title of a further document and its first label. */
const TITLE_TO_LABEL = 6

/** Divides the lines after the front matter into parts; the first is the document's own. */
export function divideParts(lines: readonly Line[]): Part[] {
  const marks = lines.flatMap((line, i) => (line.form === 'annex' && !announces(lines, i) ? [i] : []))
  const starts = new Map<number, Part['kind']>([[0, 'main']])
  for (const mark of marks) starts.set(mark, 'annex')
  const carried = afterSignature(lines, marks[0] ?? lines.length)
  if (carried !== null && !starts.has(carried)) starts.set(carried, 'carried')
  for (const title of furtherTitles(lines)) if (!starts.has(title)) starts.set(title, 'carried')
  const order = [...starts.keys()].sort((a, b) => a - b)
  return order.map((start, i) => ({
    kind: starts.get(start) as Part['kind'],
    lines: lines.slice(start, order[i + 1] ?? lines.length),
  }))
}

/** Whether 附件：… only announces: it is followed by a signature, another mark or the end, not by content. */
function announces(lines: readonly Line[], at: number): boolean {
  for (let next = at + 1; next < lines.length; next++) {
    const { form } = lines[next] as Line
    if (form === 'row' || form === 'labelled') return false
    if (form === 'annex' || form === 'date' || AROUND_SIGNATURE.has(form)) {
      if (form !== 'announced') return true
    } else if (form === 'paragraph' && !isNear(lines, next, at + ANNOUNCED_NEAR)) return false
  }
  return true
}

function isNear(lines: readonly Line[], from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, lines.length); at++) {
    const { form } = lines[at] as Line
    if (form === 'date') return true
    if (form === 'row' || form === 'labelled' || form === 'annex') return false
  }
  return false
}

/** Index of what follows the signature and the notes around it; null where nothing does. */
function afterSignature(lines: readonly Line[], before: number): number | null {
  const signature = findSignature(lines.slice(0, before), 0)
  if (signature === null) return null
  let at = signature.next
  while (
    at < lines.length &&
    (AROUND_SIGNATURE.has((lines[at] as Line).form) || lines[at]?.form === 'annex')
  ) {
    if (lines[at]?.form === 'annex' && !announces(lines, at)) break
    at++
  }
  return at < lines.length ? at : null
}

/** Numberings with which a document begins. */
const OPENING = new Set(['part', 'chapter', 'article', 'han', 'decimal1'])

/** Where a further document begins: a title with a 文种, after numbered text, before a numbering that begins anew. */
function furtherTitles(lines: readonly Line[]): number[] {
  const titles: number[] = []
  const reached = new Map<string, number>()
  for (let at = 0; at < lines.length; at++) {
    const { label, form } = lines[at] as Line
    if (form === 'annex') reached.clear()
    if (label !== null && label.number !== null && form === 'labelled')
      reached.set(label.scheme, label.number)
    const run = titleRun(lines, at)
    if (run === 0 || !beginsAnew(lines, at + run, reached)) continue
    titles.push(at)
    reached.clear()
    at += run - 1
  }
  return titles
}

/** How many lines from `at` on make a title with a 文种; 0 for none. */
function titleRun(lines: readonly Line[], at: number): number {
  let words = ''
  for (let count = 1; count <= TITLE_LINES; count++) {
    const line = lines[at + count - 1]
    if (line?.form !== 'heading' || /[：，、]$/.test(line.text)) return 0
    words += line.text
    if (words.length >= 8 && kindOfTitle(words) !== null && lines[at + count]?.form !== 'heading')
      return count
  }
  return 0
}

function beginsAnew(lines: readonly Line[], from: number, reached: ReadonlyMap<string, number>): boolean {
  const label = lines.slice(from, from + TITLE_TO_LABEL).find((line) => line.form === 'labelled')?.label
  if (label === undefined || label === null || label.number !== 1 || !OPENING.has(label.scheme)) return false
  return (reached.get(label.scheme) ?? 0) >= 2
}
