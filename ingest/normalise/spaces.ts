import type { Edit } from '../../src/text/edits.ts'
import { isBodyName, isRow, type Line, linesOf, METADATA_GAP } from './lines.ts'
import type { Step } from './step.ts'

/** Spaces of all widths; the line feed is no space. */
const GAP = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
const CELL_GAP = /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
const CJK = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·]/u
const LATIN = /[A-Za-z]/
const DIGIT = /\d/
const HAN = /\p{Script=Han}/u

/**
 * Takes the spaces out of Chinese text, also those of spaced-out letters (济 南 市), but leaves one between Latin words,
 * and in tables one between two Han characters. A gap before a key of the page head, or between the names of two bodies,
 * becomes a line end. The indent of a line stays for `unwrap`, which needs it.
 */
export const spaces: Step = {
  name: 'spaces',
  run(text) {
    const edits: Edit[] = []
    for (const line of linesOf(text)) {
      if (line.raw.length === 0) continue
      if (isRow(line.raw)) collectCells(edits, line)
      else if (line.text === '') edits.push({ start: line.start, end: line.end, insert: '' })
      else collectProse(edits, line)
    }
    return { edits, notices: [] }
  },
}

function collectCells(edits: Edit[], line: Line): void {
  for (const match of line.raw.matchAll(CELL_GAP)) {
    const before = line.raw[match.index - 1] ?? '\t'
    const after = line.raw[match.index + match[0].length] ?? '\t'
    const edge = before === '\t' || after === '\t'
    const kept = !edge && ((HAN.test(before) && HAN.test(after)) || betweenWords(before, after)) ? ' ' : ''
    replace(edits, line.start + match.index, match[0], kept)
  }
}

function collectProse(edits: Edit[], line: Line): void {
  const { raw } = line
  const indent = raw.length - raw.trimStart().length
  const tail = raw.trimEnd().length
  const breaks = lineBreaks(raw)
  for (const match of raw.matchAll(GAP)) {
    if (match.index < indent) continue
    const end = match.index + match[0].length
    if (end > tail) replace(edits, line.start + match.index, match[0], '')
    else if (breaks.has(match.index)) replace(edits, line.start + match.index, match[0], '\n')
    else
      replace(
        edits,
        line.start + match.index,
        match[0],
        betweenWords(raw[match.index - 1]!, raw[end]!) ? ' ' : '',
      )
  }
}

/** Offsets of the gaps that part what belongs on lines of its own. */
function lineBreaks(raw: string): ReadonlySet<number> {
  const breaks = new Set<number>()
  for (const match of raw.matchAll(METADATA_GAP)) if (match.index > 0) breaks.add(match.index)
  const names = raw.trim().split(GAP)
  if (names.length > 1 && names.every(isBodyName)) {
    for (const match of raw.matchAll(GAP)) breaks.add(match.index)
  }
  return breaks
}

function betweenWords(before: string, after: string): boolean {
  if (CJK.test(before) || CJK.test(after)) return false
  return LATIN.test(before) || LATIN.test(after) || (DIGIT.test(before) && DIGIT.test(after))
}

function replace(edits: Edit[], start: number, gap: string, insert: string): void {
  if (gap !== insert) edits.push({ start, end: start + gap.length, insert })
}
