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
/** The same where no line is wider, and at least so many lines of that width stop amid a sentence. */
const BOUNDED_SHARE = 0.2
const FEWEST_CUT = 4
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
  /** Null where the text is not hard-wrapped. */
  readonly wrap: Wrap | null
  /** Index of the first line after the head (red header, title, number, recipients). */
  readonly bodyStart: number
  /** Lines of a signature: names of bodies above a date, and the date. */
  readonly signature: ReadonlySet<number>
}

function layoutOf(lines: readonly Line[]): Layout {
  const signature = signatureLines(lines)
  const wrap = wrapOf(lines)
  return { lines, wrap, bodyStart: bodyStart(lines, wrap), signature }
}

/** Width in full-width characters: Latin letters, digits and spaces count half. */
function widthOf(text: string): number {
  return text.length - (text.match(/[A-Za-z0-9 ]/g)?.length ?? 0) / 2
}

/** What a line's width is measured in: printed lines hold a width, those of a program often a count of characters. */
type Measure = (text: string) => number
const charactersOf: Measure = (text) => text.length

interface Wrap {
  readonly width: number
  readonly measure: Measure
}

/** The width of a hard-wrapped text by the measure that more of its lines agree in; null where it is not wrapped. */
function wrapOf(lines: readonly Line[]): Wrap | null {
  const texts = lines.filter(({ raw }) => !isRow(raw)).map(printedPart)
  const [printed, counted] = [commonWidth(texts, widthOf), commonWidth(texts, charactersOf)]
  if (counted !== null && counted.same > (printed?.same ?? 0)) return { ...counted, measure: charactersOf }
  return printed === null ? null : { ...printed, measure: widthOf }
}

function commonWidth(texts: readonly string[], measure: Measure): { width: number; same: number } | null {
  const widths = texts.map((text) => Math.round(measure(text)))
  const counts = new Map<number, number>()
  for (const width of widths) if (width >= SHORTEST_WRAPPED) counts.set(width, (counts.get(width) ?? 0) + 1)
  let mode = 0
  for (const [width, count] of counts) if (count > (counts.get(mode) ?? 0)) mode = width
  if (mode === 0 || widths.length < MIN_LINES) return null
  const wide = texts.filter((_, i) => Math.abs((widths[i] ?? 0) - mode) <= WIDTH_TOLERANCE)
  const common = { width: mode, same: counts.get(mode) ?? 0 }
  // headings of about one length are no wraps where more lines are wider
  const wider = widths.filter((width) => width > mode + WIDTH_TOLERANCE).length
  if (wide.length >= widths.length * WRAPPED_SHARE && wider < wide.length) return common
  // a short text has more head and signature than body; then no line is wider, and the wide ones are sentences cut short
  const bounded = widths.every((width) => width <= mode + WIDTH_TOLERANCE)
  const cut = wide.filter((text) => /[，。；、《（]/.test(text) && !endsSentence(text))
  return bounded && wide.length >= widths.length * BOUNDED_SHARE && cut.length >= FEWEST_CUT ? common : null
}

function bodyStart(lines: readonly Line[], wrap: Wrap | null): number {
  const recipients = lines.findIndex(
    ({ text, raw }) => !isRow(raw) && /：$/.test(text) && !isMetadataLine(text),
  )
  const label = lines.findIndex(({ text }) => startsWithLabel(text))
  let sentence = lines.findIndex(({ text }) => /。/.test(text) && !isMetadataLine(text))
  while (sentence > 0 && leadsOn(lines[sentence - 1]!, lines[sentence]!, wrap)) sentence--
  const starts = [recipients < 0 ? -1 : recipients + 1, label, sentence].filter((start) => start >= 0)
  return starts.length === 0 ? lines.length : Math.min(...starts)
}

function isFull(line: Line, wrap: Wrap | null): boolean {
  return wrap !== null && wrap.measure(printedPart(line)) >= wrap.width - FULL_SLACK
}

/** A line with the indent of a paragraph, but without the white space that moves it to the middle or the right. */
function printedPart({ raw, text }: Line): string {
  return indentOf(raw) <= PARAGRAPH_INDENT ? raw.trimEnd() : text
}
/** In em: two, and the blank that some print before each line. */
const PARAGRAPH_INDENT = 2.5

/** The first sentence of the body begins some lines above its full stop, below the last line of the title. */
function leadsOn(previous: Line, next: Line, wrap: Wrap | null): boolean {
  const { text } = previous
  if (!isFull(previous, wrap) || indentOf(next.raw) >= INDENT || /[：:]$/.test(text)) return false
  if (isSelfContained(text) || isBodyName(text) || startsWithLabel(text)) return false
  return BEGINS_BODY.test(text) || !isTitle(text)
}
/** 为深入贯彻《关于…: reads like a title, begins a sentence. */
const BEGINS_BODY = /^(?:为|根据|按照?|依据|经|现|近|鉴于|结合)/

/** 2024年7月 ⏎ 18日印发, …18日 ⏎ 印发: a date that a line end cuts, with what belongs to it. */
function completesDate(previous: string, next: string): boolean {
  if (isDateLine(previous) && !/^印/.test(next)) return false
  if (!/\d{4}年?[\d月日]{0,6}(?:日印)?$/.test(previous) || !/^[\d年月日]{0,7}(?:印?发|印)?$/.test(next))
    return false
  const whole = previous + next
  return /日印发?$/.test(whole) || (/\d{4}年\d{1,2}月\d{1,2}日$/.test(whole) && !/日$/.test(previous))
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
  return /^[\p{Script=Han}（）()·“”]{4,30}$/u.test(text) && openBrackets(text) === 0 && !startsWithLabel(text)
}

/** Whether the line at `index` goes on with the paragraph that ends before it. */
function joins(layout: Layout, index: number, paragraph: Paragraph): boolean {
  const { lines, wrap, signature } = layout
  const previous = lines[index - 1]!
  const next = lines[index]!
  if (isRow(previous.raw) || isRow(next.raw)) return false
  if (completesDate(previous.text, next.text)) return true
  if (completesDate(next.text, lines[index + 1]?.text ?? '')) return false
  if (signature.has(index) || signature.has(index - 1) || isSelfContained(previous.text)) return false
  if (startsWithLabel(next.text) || startsElement(next.text)) return false
  if (isOpen(paragraph.tail)) return true
  if (startsWithDecimal(next.text) && endsSentence(previous.text)) return false
  if (indentOf(next.raw) >= INDENT) return false
  if (/[：:]$/.test(previous.text)) return wrap !== null && LACKS_VALUE.test(previous.text)
  if (index > layout.bodyStart && paragraph.prose && splitsNumber(previous.text, next.text)) return true
  const full = isFull(previous, wrap)
  if (index < layout.bodyStart) return full && paragraph.listing && !/关于/.test(paragraph.head)
  if (isCopyLine(paragraph.head) || /[，、]$/.test(previous.text)) return full || !endsSentence(previous.text)
  if (full || (wrap !== null && paragraph.prose && goesOnWithNumber(previous.text, next.text))) return true
  return wrap === null && isUnfinished(layout, index, paragraph)
}

/** 牵头单位：甲局；完成时限： ⏎ 2026年底前: the last field of a row of fields has its value on the next line. */
const LACKS_VALUE =
  /^(?:牵头|责任|配合|主办|协办)[^。]*；(?:(?:牵头|责任|配合|主办|协办)(?:单位|部门)|(?:完成|办结)?(?:时限|时间|期限))[：:]$/

/** 改造1 ⏎ 5个, 达到3. ⏎ 5万人, 不低于95 ⏎ %: a line that ends inside a number, which lines of a fixed count of characters do. */
function splitsNumber(previous: string, next: string): boolean {
  if (!/\p{Script=Han}\d{1,4}(?:\.\d{0,3})?$/u.test(previous)) return false
  return /^(?:\.?\d{1,6}(?:[.]\d+)?(?:%|\p{Script=Han})|[%‰℃])/u.test(next)
}

/** 开工改造 ⏎ 60户，: no paragraph of body text ends so, nor does one begin with a number and its unit. */
function goesOnWithNumber(previous: string, next: string): boolean {
  return (
    /\p{Script=Han}$/u.test(previous) && !isBodyName(previous) && /^\d[\d.]*(?:%|\p{Script=Han})/u.test(next)
  )
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
    /^(?:出席|列席|参会|请假|缺席|主持|记录)(?:会议)?(?:人员|单位|人)?[：:]/.test(text) ||
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
