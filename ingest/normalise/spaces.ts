import type { Edit } from '../../src/text/edits.ts'
import { blanksInNumbers } from './brokenNumbers.ts'
import { isBodyName, isDateLine, isRow, type Line, linesOf, METADATA_GAP } from './lines.ts'
import type { Step } from './step.ts'

/** Spaces of all widths; the line feed is no space. */
const GAP = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
const CELL_GAP = /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
const CJK = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·]/u
const LATIN = /[A-Za-z]/
const DIGIT = /\d/
const HAN = /\p{Script=Han}/u
/** The last of several bodies before what the title is about: 甲县人民政府 in 中共甲县委　甲县人民政府关于…. */
const JOINT_TITLE = /^(.{3,30}?)(?:关于|印发|转发)/
/** 第 1 0 条: the digits of a spaced-out label. */
const SPACED_ORDINAL = /第(?:[ \u00a0\u3000]{0,3}\d){1,5}[ \u00a0\u3000]{0,3}[编章节条款项]/g
const NUMERAL = '[〇零一二三四五六七八九十百千\\d]{1,7}'
/** 第二章　规划　　第八条　……: a page that lost the line ends between a chapter's heading and its first article. */
const CHAPTER = new RegExp(`^\\s*第${NUMERAL}[编章节]`)
const BEFORE_ELEMENT = new RegExp(
  `(?<=[\\p{Script=Han}）])[ \\t\\u00a0\\u2000-\\u200a\\u3000]+(?=第${NUMERAL}[节条][ \\t\\u00a0\\u2000-\\u200a\\u3000])`,
  'gu',
)

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
  const broken = blanksInNumbers(line.raw)
  for (const match of line.raw.matchAll(CELL_GAP)) {
    const before = line.raw[match.index - 1] ?? '\t'
    const after = line.raw[match.index + match[0].length] ?? '\t'
    const edge = before === '\t' || after === '\t'
    const kept =
      !edge &&
      !broken.has(match.index) &&
      ((HAN.test(before) && HAN.test(after)) || betweenWords(before, after))
        ? ' '
        : ''
    replace(edits, line.start + match.index, match[0], kept)
  }
}

function collectProse(edits: Edit[], line: Line): void {
  const { raw } = line
  const indent = raw.length - raw.trimStart().length
  const tail = raw.trimEnd().length
  const breaks = lineBreaks(raw)
  const broken = new Set([...spacedOrdinals(raw), ...blanksInNumbers(raw)])
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
        isKept(raw, match.index, end) && !broken.has(match.index) ? ' ' : '',
      )
  }
}

/** Offsets inside spaced-out labels. */
function spacedOrdinals(raw: string): ReadonlySet<number> {
  const inside = new Set<number>()
  for (const match of raw.matchAll(SPACED_ORDINAL)) {
    for (let at = match.index; at < match.index + match[0].length; at++) inside.add(at)
  }
  return inside
}

/** Offsets of the gaps that part what belongs on lines of its own. */
function lineBreaks(raw: string): ReadonlySet<number> {
  const breaks = new Set<number>()
  for (const match of raw.matchAll(METADATA_GAP)) if (match.index > 0) breaks.add(match.index)
  if (CHAPTER.test(raw)) for (const match of raw.matchAll(BEFORE_ELEMENT)) breaks.add(match.index)
  const names = raw.trim().split(GAP)
  const dated = isDateLine(names.at(-1) ?? '') ? names.slice(0, -1) : names
  if (names.length > 1 && dated.every(isBodyName)) {
    for (const match of raw.matchAll(GAP)) breaks.add(match.index)
  }
  const last = JOINT_TITLE.exec(names.at(-1) ?? '')?.[1]
  if (names.length > 1 && last !== undefined && [...names.slice(0, -1), last].every(isBodyName)) {
    for (const match of raw.matchAll(GAP)) breaks.add(match.index)
  }
  return breaks
}

/** Between Latin words or numbers, and behind a label before a number: 3. 5个工作日内办结. */
function isKept(raw: string, start: number, end: number): boolean {
  if (betweenWords(raw[start - 1]!, raw[end]!)) return true
  return DIGIT.test(raw[end]!) && /^\s*\d{1,2}[.．]$/.test(raw.slice(0, start))
}

function betweenWords(before: string, after: string): boolean {
  if (CJK.test(before) || CJK.test(after)) return false
  return LATIN.test(before) || LATIN.test(after) || (DIGIT.test(before) && DIGIT.test(after))
}

function replace(edits: Edit[], start: number, gap: string, insert: string): void {
  if (gap !== insert) edits.push({ start, end: start + gap.length, insert })
}
