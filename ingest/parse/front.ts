import type { TextRange } from '../../src/domain/span.ts'
import { kindOfTitle } from '../../src/text/documentKind.ts'
import { captionOf, readMarks } from './frontRules.ts'
import { type Line, metadataKey, metadataName, readLines } from './lines.ts'

interface Field {
  readonly name: string
  readonly value: TextRange
}

/** 版头 and the head of the 主体: everything before the first paragraph of prose or the first numbered element. */
export interface FrontMatter {
  readonly metadata: readonly Field[]
  readonly redHeader: readonly TextRange[]
  readonly number: TextRange | null
  readonly title: readonly Line[]
  readonly captions: readonly TextRange[]
  readonly recipients: TextRange | null
  /** A date above the body, as minutes and decisions bear it. */
  readonly date: TextRange | null
  /** Index of the first line after it. */
  readonly next: number
}

/** Reads the front matter from the lines of a document. GB/T 9704—2012, 7.2 and 7.3.1 to 7.3.2. */
export function readFrontMatter(lines: readonly Line[]): FrontMatter {
  const metadata: Field[] = []
  const captions: TextRange[] = []
  const heads: Head = { before: [], after: [], dated: [] }
  let number: TextRange | null = null
  let recipients: Line | null = null
  let date: TextRange | null = null
  let next = 0
  for (; next < lines.length; next++) {
    const line = lines[next] as Line
    const fields = readFields(lines, next)
    const caption = captionOf(line)
    if (fields.length > 0) {
      metadata.push(...fields)
      if ((fields[0] as Field).value.start > line.end) next++
    } else if (line.form === 'number' && number === null) {
      number = numberRange(line, heads.before.at(-1))
    } else if (line.form === 'date') {
      date ??= line
      // 〔2023〕5号⏎某县人民政府办公室 2023年4月5日: who issues minutes, and when, stands above their title
      if (heads.after.every(({ form }) => form === 'agency')) heads.dated.push(...heads.after.splice(0))
      if (number === null) heads.dated.push(...heads.before.splice(titleEnd(heads.before)))
    } else if (caption !== null) {
      captions.push(line)
      date ??= caption.date
    } else if (isRecipients(line, heads, number !== null)) {
      recipients = line
      next++
      break
    } else if (isHeadline(line)) (number === null ? heads.before : heads.after).push(line)
    else if (line.form !== 'annotation' && line.form !== 'contents') break
  }
  return { metadata, ...splitTitle(heads), number, captions, recipients, date, next }
}

/** A page that prints its metadata behind the document: the fields, and the lines without them. */
export function splitTail(lines: readonly Line[]): { metadata: readonly Field[]; lines: readonly Line[] } {
  const last = lines.findLastIndex((line) => line.form !== 'metadata')
  if (last === -1) return { metadata: [], lines }
  return {
    metadata: lines.flatMap((_, at) => (at > last ? readFields(lines, at) : [])),
    lines: lines.slice(0, last + 1),
  }
}

interface Head {
  readonly before: Line[]
  readonly after: Line[]
  /** Bodies between the number and a date. */
  readonly dated: Line[]
}

/** 索引号：…, its value on the next line, or 份号, 密级, 紧急程度 of the red head. */
function readFields(lines: readonly Line[], at: number): Field[] {
  const line = lines[at] as Line
  const field = line.form === 'metadata' ? metadataName(line) : null
  if (field !== null)
    return [{ name: field.name, value: { start: line.start + field.length, end: line.end } }]
  const key = metadataKey(line)
  const value = lines[at + 1]
  if (key !== null && value !== undefined && value.label === null && metadataKey(value) === null) {
    return [{ name: key, value }]
  }
  return readMarks(line)
}

/** The number without brackets; below 某某令 it is the 令 with its number. */
function numberRange(line: Line, previous: Line | undefined): TextRange {
  const bracketed = line.text.startsWith('（') ? 1 : 0
  if (/^（?第/.test(line.text) && previous !== undefined && previous.end + 1 === line.start) {
    if (/[令告]$/.test(previous.text) && !/关于/.test(previous.text))
      return { start: previous.start, end: line.end }
  }
  return { start: line.start + bracketed, end: line.end - (line.text.endsWith('）') ? 1 : 0) }
}

/** What ends a sentence of the body that leads on to its points, not a list of those addressed. */
const LEAD_ON =
  /(?:如下|收悉|意见|措施|通知|要求|全文|答复|报告|规定|决定|事项|工作|包括|内容|精神|下列.{0,8}|以下.{0,8})：$/
const LEAD_IN = /^(?:为|根据|按照?|经|现|近|依据|鉴于|关于|[你您]|我)/

/** 主送机关: bodies, classes of bodies or persons before a colon, under the title or the number. */
function isRecipients(line: Line, { before, after }: Head, numbered: boolean): boolean {
  if (line.form === 'recipients') return !LEAD_ON.test(line.text)
  if (line.form === 'labelled' || line.form === 'metadata' || line.form === 'row' || line.form === 'annex')
    return false
  if (!numbered && before.length + after.length === 0) return false
  const { text } = line
  return (
    text.endsWith('：') &&
    text.length >= 4 &&
    text.length <= 400 &&
    !/[。；？！]/.test(text) &&
    !LEAD_ON.test(text) &&
    !LEAD_IN.test(text)
  )
}

function isHeadline(line: Line): boolean {
  return line.form === 'heading' || line.form === 'agency'
}

/**
 * The title stands after the 发文字号 in a printed document (the red header before it) and often before it on a web page:
 * where its lines complete a 文种.
 */
function splitTitle({ before, after, dated }: Head): { redHeader: Line[]; title: Line[] } {
  const [above, below] = [isTitled(before), isTitled(after)]
  if (below || (!above && after.some((line) => line.form === 'heading'))) {
    return { redHeader: dated.length > 0 ? dated : before, title: completed(after) }
  }
  // minutes name their body below the number
  const named = [...dated, ...after.filter((line) => line.form === 'agency')]
  const order = before.findIndex(isOrder)
  if (order !== -1) {
    const title = completed(before.slice(0, order))
    const headed = isTitled(before.slice(0, order))
    return { redHeader: [before[order] as Line], title: headed ? title : [before[order] as Line] }
  }
  const first = before.findIndex((line) => line.form === 'heading')
  if (first === -1) return { redHeader: before, title: completed(after) }
  const joint = jointBody(before[first] as Line)
  if (
    first > 0 &&
    joint !== null &&
    before.slice(0, first).every((line) => line.form === 'agency' && !/文件$/.test(line.text))
  ) {
    return { redHeader: [...before.slice(0, first), joint], title: completed(before) }
  }
  let start = first
  // 甲局⏎乙局⏎关于…的通知: the names above the rest of the title belong to it
  if (/^(?:关于|印发|转发|批转)/.test((before[first] as Line).text)) {
    while (start > 0 && !/文件$/.test((before[start - 1] as Line).text)) start--
  }
  return { redHeader: [...before.slice(0, start), ...named], title: completed(before.slice(start)) }
}

/** 甲县人民政府 in 甲县人民政府关于…, below the names of the bodies that issue it together. */
function jointBody(line: Line): Line | null {
  const name = /^(\p{Script=Han}{3,30}?)(?:关于|印发|转发)/u.exec(line.text)?.[1] ?? ''
  const read = name === '' ? undefined : readLines(name)[0]
  return read?.form === 'agency' ? { ...read, start: line.start, end: line.start + name.length } : null
}

/** 某市人民政府令: the body's mark of an order or announcement, no title of its own. */
export function isOrder(line: Line): boolean {
  return /(?:政府|国务院|[部委局署厅会院]|共和国|主席)(?:令|公告)$/.test(line.text) && !/关于/.test(line.text)
}

/** Whether lines hold a 文种: one that ends with it, or holds a whole title. */
function isTitled(lines: readonly Line[]): boolean {
  return lines.some((line) => line.form === 'heading' && kindOfTitle(line.text) !== null && !isOrder(line))
}

const YEAR = '(?:19|20)\\d{2}年?'
/** （试行）, （2024—2026年） on a line of its own below the title that it belongs to. */
const SUBTITLE = new RegExp(
  `^（(?:试行|暂行|修订[稿版]?|修正|草案|送审稿|征求意见稿|${YEAR}(?:[—–~～至到-]${YEAR}|版|度|修订|修订版)?)）$`,
)

/** Where the bodies begin that stand below a whole title; the number of lines where none do. */
function titleEnd(lines: readonly Line[]): number {
  const last = lines.findLastIndex(({ form }) => form !== 'agency')
  return last >= 0 && isTitled(lines.slice(last, last + 1)) ? last + 1 : lines.length
}

/** Title lines up to the last one that ends with a 文种; all of them where none does. */
function completed(lines: readonly Line[]): Line[] {
  const last = lines.findLastIndex((line) => kindOfTitle(line.text) !== null && line.form === 'heading')
  if (last === -1) return [...lines]
  return lines.slice(0, SUBTITLE.test(lines[last + 1]?.text ?? '') ? last + 2 : last + 1)
}
