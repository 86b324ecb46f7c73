import type { Edit } from '../../src/text/edits.ts'
import {
  endsSentence,
  filledLines,
  isBodyName,
  isCopyLine,
  isDateLine,
  isImprintLine,
  isMetadataLine,
  isNumberLine,
  isRemarkLine,
  isRow,
  isTitle,
  type Line,
  openBrackets,
  startsWithDecimal,
  startsWithLabel,
} from './lines.ts'
import type { Step, StepNotice } from './step.ts'

/** Share of lines about as wide as the most frequent width from which a text counts as hard-wrapped (seeds: 72–82 %, others ≤ 16 %). */
const WRAPPED_SHARE = 0.35
/** Widths in full-width characters. */
const WIDTH_TOLERANCE = 2.5
const FULL_SLACK = 3
const SHORTEST_WRAPPED = 12
const MIN_LINES = 8
/** A line without punctuation that is longer is body text, not a heading. */
const LONGEST_HEADING = 34
/** A bracket that stays open over more lines is a misprint, not a line end. */
const LONGEST_BRACKET = 400
/** Characters of a paragraph's beginning that tell what it is. */
const HEAD_LENGTH = 80
/** Em of white space from which a line counts as indented. */
const INDENT = 2

/** Joins the printed lines of a paragraph, also across pages, and drops blank lines: one paragraph a line. */
export const unwrap: Step = {
  name: 'unwrap',
  run(text) {
    const lines = filledLines(text)
    const edits: Edit[] = []
    const notices: StepNotice[] = []
    const layout = layoutOf(lines)
    let end = 0
    let paragraph = paragraphOf('')
    for (const [index, line] of lines.entries()) {
      const row = isRow(line.raw)
      // the leading tabs of a row are its empty cells
      const start = row ? line.start : line.start + line.raw.indexOf(line.text)
      const joined = index > 0 && joins(layout, index, paragraph)
      const gap = index === 0 ? '' : joined ? joint(lines[index - 1]!.text, line.text) : '\n'
      if (text.slice(end, start) !== gap) edits.push({ start: end, end: start, insert: gap })
      paragraph = joined ? extended(paragraph, gap + line.text) : paragraphOf(line.text)
      end = row ? line.end : start + line.text.length
    }
    if (end < text.length) edits.push({ start: end, end: text.length, insert: '' })
    return { edits, notices }
  },
}

/** A paragraph so far, as much of it as decides how it goes on: paragraphs of any length take the same time. */
interface Paragraph {
  readonly head: string
  readonly tail: string
  /** Holds 、 or ， as a list of recipients does. */
  readonly listing: boolean
  /** Holds the punctuation of sentences. */
  readonly prose: boolean
}

function paragraphOf(text: string): Paragraph {
  return extended({ head: '', tail: '', listing: false, prose: false }, text)
}

function extended({ head, tail, listing, prose }: Paragraph, text: string): Paragraph {
  return {
    head: head.length < HEAD_LENGTH ? head + text.slice(0, HEAD_LENGTH) : head,
    tail: (tail + text.slice(-LONGEST_BRACKET)).slice(-LONGEST_BRACKET),
    listing: listing || /[，、]/.test(text),
    prose: prose || /[，。；]/.test(text),
  }
}

/** What the decision about two lines needs to know of all lines. */
interface Layout {
  readonly lines: readonly Line[]
  /** Most frequent width where the text is hard-wrapped, else null. */
  readonly width: number | null
  /** Index of the first line after the head (red header, title, number, recipients). */
  readonly bodyStart: number
  /** Lines of a signature: names of bodies above a date, and the date. */
  readonly signature: ReadonlySet<number>
}

function layoutOf(lines: readonly Line[]): Layout {
  const signature = signatureLines(lines)
  return { lines, width: wrappedWidth(lines), bodyStart: bodyStart(lines), signature }
}

/** Width in full-width characters: Latin letters, digits and spaces count half. */
function widthOf(text: string): number {
  return text.length - (text.match(/[A-Za-z0-9 ]/g)?.length ?? 0) / 2
}

function wrappedWidth(lines: readonly Line[]): number | null {
  const widths = lines.filter(({ raw }) => !isRow(raw)).map(({ text }) => Math.round(widthOf(text)))
  const counts = new Map<number, number>()
  for (const width of widths) if (width >= SHORTEST_WRAPPED) counts.set(width, (counts.get(width) ?? 0) + 1)
  let mode = 0
  for (const [width, count] of counts) if (count > (counts.get(mode) ?? 0)) mode = width
  const near = widths.filter((width) => Math.abs(width - mode) <= WIDTH_TOLERANCE).length
  return mode > 0 && widths.length >= MIN_LINES && near >= widths.length * WRAPPED_SHARE ? mode : null
}

function bodyStart(lines: readonly Line[]): number {
  const recipients = lines.findIndex(
    ({ text, raw }) => !isRow(raw) && /：$/.test(text) && !isMetadataLine(text),
  )
  const label = lines.findIndex(({ text }) => startsWithLabel(text))
  const sentence = lines.findIndex(({ text }) => /。/.test(text) && !isMetadataLine(text))
  const starts = [recipients < 0 ? -1 : recipients + 1, label, sentence].filter((start) => start >= 0)
  return starts.length === 0 ? lines.length : Math.min(...starts)
}

function signatureLines(lines: readonly Line[]): ReadonlySet<number> {
  const signature = new Set<number>()
  for (const [index, { text }] of lines.entries()) {
    if (!isDateLine(text)) continue
    signature.add(index)
    for (let above = index - 1; above >= 0 && isSignatory(lines[above]!.text); above--) signature.add(above)
  }
  return signature
}

function isSignatory(text: string): boolean {
  return /^[\p{Script=Han}（）()·]{4,30}$/u.test(text) && openBrackets(text) === 0 && !startsWithLabel(text)
}

/** Whether the line at `index` goes on with the paragraph that ends before it. */
function joins(layout: Layout, index: number, paragraph: Paragraph): boolean {
  const { lines, width, signature } = layout
  const previous = lines[index - 1]!
  const next = lines[index]!
  if (isRow(previous.raw) || isRow(next.raw)) return false
  if (signature.has(index) || signature.has(index - 1) || isSelfContained(previous.text)) return false
  if (startsWithLabel(next.text) || startsElement(next.text)) return false
  if (isOpen(paragraph.tail)) return true
  if (startsWithDecimal(next.text) && endsSentence(previous.text)) return false
  if (indentOf(next.raw) >= INDENT || /[：:]$/.test(previous.text)) return false
  if (index > layout.bodyStart && paragraph.prose && splitsNumber(previous.text, next.text)) return true
  const full = width !== null && widthOf(previous.text) >= width - FULL_SLACK
  if (index < layout.bodyStart) return full && paragraph.listing && !/关于/.test(paragraph.head)
  if (isCopyLine(paragraph.head) || /[，、]$/.test(previous.text)) return full || !endsSentence(previous.text)
  if (full) return true
  return width === null && isUnfinished(layout, index, paragraph)
}

/** 改造1 ⏎ 5个: a line that ends inside a number, which lines of a fixed count of characters do. */
function splitsNumber(previous: string, next: string): boolean {
  return /\p{Script=Han}\d{1,4}$/u.test(previous) && /^\d{1,6}(?:[.]\d+)?(?:%|\p{Script=Han})/u.test(next)
}

/** In text that is not hard-wrapped: a line of body text that stops amid a sentence. */
function isUnfinished(layout: Layout, index: number, paragraph: Paragraph): boolean {
  if (endsSentence(paragraph.tail)) return false
  // the paragraph under the recipients is body text however short: 现将《…》
  if (index - 1 === layout.bodyStart && !startsWithLabel(paragraph.head)) return true
  if (/^附件[:：]/.test(paragraph.head)) return isShortRest(layout.lines[index]!.text)
  if (paragraph.prose) return true
  return widthOf(paragraph.head) > LONGEST_HEADING && !isTitle(paragraph.head)
}

/** The rest of an annex's title. */
function isShortRest(text: string): boolean {
  return /^\p{Script=Han}{2,12}$/u.test(text) && !isBodyName(text)
}

/** Lines that end where they end: a date, a number, an imprint, a remark, a line of the page head. */
function isSelfContained(text: string): boolean {
  return (
    isDateLine(text) ||
    isImprintLine(text) ||
    isRemarkLine(text) ||
    isMetadataLine(text) ||
    /^\S{2,20}〔\d{4}〕\d+号$/.test(text)
  )
}

/** Lines that begin an element of their own. */
function startsElement(text: string): boolean {
  return (
    isDateLine(text) ||
    isCopyLine(text) ||
    isImprintLine(text) ||
    isMetadataLine(text) ||
    /^[（(](?:此件|责任|牵头|联系)/.test(text) ||
    (isNumberLine(text) && /号$/.test(text))
  )
}

/** A bracket or quotation of the paragraph is still open. */
function isOpen(tail: string): boolean {
  const from = Math.max(tail.lastIndexOf('（'), tail.lastIndexOf('《'), tail.lastIndexOf('〔'))
  return from >= 0 && openBrackets(tail.slice(from)) > 0
}

/** White space before the text, in em. */
function indentOf(raw: string): number {
  const indent = raw.slice(0, raw.length - raw.trimStart().length)
  let em = 0
  for (const space of indent) em += space === '\u3000' ? 1 : space === '\t' ? 2 : 0.5
  return em
}

/** Two Latin words keep a space where the line ended. */
function joint(before: string, after: string): string {
  return /[A-Za-z0-9,.;]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : ''
}
