import type { Edit } from '../../src/text/edits.ts'
import { filledLines, isRow, type Line } from './lines.ts'
import type { Step, StepNotice } from './step.ts'

/** Page marks that nothing else looks like; `bare` ones may also be a cell of a table that lost its form. */
const MARKS = [
  { pattern: /^[-—–－―─·.]+\s*\d{1,4}\s*[-—–－―─·.]+$/, bare: false, example: '— 12 —' },
  {
    pattern: /^第\s*\d{1,4}\s*页\s*(?:[,，/（(]?\s*共\s*\d{1,4}\s*页[）)]?)?$/,
    bare: false,
    example: '第 3 页 共 12 页',
  },
  { pattern: /^(?:Page\s*)\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i, bare: false, example: 'Page 3 of 12' },
  { pattern: /^\d{1,3}$/, bare: true, example: '16' },
  { pattern: /^[-—–－―─]{1,2}$/, bare: true, example: '—' },
] as const
export const PAGE_MARK_RULES = MARKS

/** A page holds more lines than this; numbers that follow each other faster are cells or items. */
const LINES_A_PAGE = 8

/** What is left of a page mark before 附件: `— 附件`. */
const DASH_BEFORE_ANNEX = /^[-—–－―─]+\s*(?=附\s*件)/

const REMOVED = { rule: 'page-mark', severity: 'INFO' } as const

/** Takes out page numbers on lines of their own, and those that slid into the first cell of a table row. */
export const pageMarks: Step = {
  name: 'pageMarks',
  run(text) {
    const lines = filledLines(text)
    const edits: Edit[] = []
    const notices: StepNotice[] = []
    const remove = (start: number, end: number): void => {
      edits.push({ start, end, insert: '' })
      notices.push({ ...REMOVED, message: `去掉页码“${text.slice(start, end)}”。`, start, end })
    }
    const bare = bareMarks(lines)
    const numbered = numberedRows(lines)
    for (const [index, line] of lines.entries()) {
      if (isRow(line.raw)) {
        const cell = /^\s*\d{1,3}(?=\t)/.exec(line.raw)
        if (cell && !numbered) remove(line.start, line.start + cell[0].length)
        continue
      }
      const dash = DASH_BEFORE_ANNEX.exec(line.text)
      const start = line.start + line.raw.indexOf(line.text)
      if (dash) remove(start, start + dash[0].length)
      else if (bare.has(index) || isPageMark(line.text)) remove(start, start + line.text.length)
    }
    return { edits, notices }
  },
}

/** The same for a text whose lines are paragraphs: only marks that nothing else looks like. */
export const surePageMarks: Step = {
  name: 'surePageMarks',
  run(text) {
    const edits: Edit[] = []
    const notices: StepNotice[] = []
    for (const { start, end, text: words, raw } of filledLines(text)) {
      if (isRow(raw) || !isPageMark(words)) continue
      edits.push({ start, end, insert: '' })
      notices.push({ ...REMOVED, message: `去掉页码“${words}”。`, start, end })
    }
    return { edits, notices }
  },
}

/** A line that is a page number and looks like nothing else. */
export function isPageMark(text: string): boolean {
  return isMark(text, false)
}

function isMark(text: string, bare: boolean): boolean {
  return MARKS.some((mark) => mark.bare === bare && mark.pattern.test(text))
}

/** Numbers on lines of their own that stand about a page apart. */
function bareMarks(lines: readonly Line[]): ReadonlySet<number> {
  const marks: number[] = []
  for (const [index, line] of lines.entries()) if (isMark(line.text, true)) marks.push(index)
  const near = marks.some((mark, index) => index > 0 && mark - marks[index - 1]! < LINES_A_PAGE)
  return near ? new Set() : new Set(marks)
}

/** Whether the tables of this text number their rows: then a number in the first cell is no page mark. */
function numberedRows(lines: readonly Line[]): boolean {
  const rows = lines.filter((line) => isRow(line.raw))
  const numbers = rows.filter((line) => /^\s*\d{1,3}\t/.test(line.raw))
  return numbers.length * 8 > rows.length
}
