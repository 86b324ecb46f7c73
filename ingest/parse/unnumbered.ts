import type { TextRange } from '../../src/domain/span.ts'
import type { OutlineClause } from '../values.ts'

/** A paragraph that opens the text for others, or only closes the letter. */
const FRAME =
  /(?:如下|以下)[：:]?$|：$|^(?:此复|特此(?:通知|通告|公告|函告|函复|批复|说明|报告)|专此(?:函复|报告)|请(?:审阅|批示|函复))/

/** The clauses of a document without any numbered element (a short decision, reply or letter), and what stays preamble. */
export function readUnnumbered(paragraphs: readonly TextRange[], text: string) {
  const clauses: OutlineClause[] = []
  const preamble: TextRange[] = []
  for (const range of paragraphs) {
    if (FRAME.test(text.slice(range.start, range.end).trim())) preamble.push(range)
    else clauses.push(clauseOf({ start: range.start, end: range.end }))
  }
  return { preamble, clauses }
}

function clauseOf(range: TextRange): OutlineClause {
  const node = { scheme: 'paragraph', label: '', number: null, range, title: null, body: range, children: [] }
  return { node, section: null, annex: null, content: range, items: [] }
}
