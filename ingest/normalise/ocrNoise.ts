import type { Edit } from '../../src/text/edits.ts'
import { filledLines, isRow, type Line, openBrackets } from './lines.ts'
import type { Step, StepNotice } from './step.ts'

/** A red header stands above all else. */
const HEAD_LINES = 10
/** A column read across gives a run of the same character for each row that ends alike (局局局). */
const MIN_HAN = 30
const MIN_REPEATED = 6
/** Official prose repeats a character in 1 of 100 places (市市场监管局); columns read across in 1 of 3. */
const REPEATED_SHARE = 0.1
const LONGEST_FRAGMENT = 12

/** Takes out what recognition of scanned pages leaves behind: turned columns, and line ends repeated at a page break. */
export const ocrNoise: Step = {
  name: 'ocrNoise',
  run(text) {
    const edits: Edit[] = []
    const notices: StepNotice[] = []
    let previous: Line | undefined
    for (const [index, line] of filledLines(text).entries()) {
      const { start, end } = line
      if (index < HEAD_LINES && isTurnedColumns(line.raw)) {
        edits.push({ start, end, insert: '' })
        const message = `去掉无法辨读的竖排错位文字（疑为红头）：“${clip(line.text)}”。`
        notices.push({ rule: 'turned-columns', severity: 'WARNING', message, start, end })
      } else if (previous !== undefined && isRepeatedEnd(previous.text, line.text)) {
        edits.push({ start, end, insert: '' })
        const message = `去掉重复上一段末尾的残片“${line.text}”。`
        notices.push({ rule: 'repeated-fragment', severity: 'WARNING', message, start, end })
      } else {
        previous = line
      }
    }
    return { edits, notices }
  },
}

/** Long, without any punctuation of a sentence, and full of doubled characters. */
function isTurnedColumns(raw: string): boolean {
  if (isRow(raw) || /[。；，：]/.test(raw)) return false
  const han = raw.match(/\p{Script=Han}/gu) ?? []
  if (han.length < MIN_HAN) return false
  const repeated = (raw.match(/(\p{Script=Han})(?=\1)/gu) ?? []).length
  return repeated >= MIN_REPEATED && repeated > han.length * REPEATED_SHARE
}

/** A few characters with a closing bracket that nothing opened, the same as the end of the line before. */
function isRepeatedEnd(previous: string, text: string): boolean {
  return text.length <= LONGEST_FRAGMENT && openBrackets(text) < 0 && previous.endsWith(text)
}

function clip(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`
}
