import type { Edit } from '../../src/text/edits.ts'
import { linesOf } from './lines.ts'
import type { Step } from './step.ts'

/** Takes out blank lines and the white space around the others, where each line is a paragraph already. */
export const trimLines: Step = {
  name: 'trimLines',
  run(text) {
    const edits: Edit[] = []
    let end = 0
    for (const line of linesOf(text)) {
      if (line.text === '') continue
      // readers leave tabs in tables only; those at the edges of a row are its empty cells
      const row = line.raw.includes('\t')
      const start = row ? line.start : line.start + line.raw.indexOf(line.text)
      const gap = end === 0 ? '' : '\n'
      if (text.slice(end, start) !== gap) edits.push({ start: end, end: start, insert: gap })
      end = row ? line.end : start + line.text.length
    }
    if (end < text.length) edits.push({ start: end, end: text.length, insert: '' })
    return { edits, notices: [] }
  },
}
