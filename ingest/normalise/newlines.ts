import type { Edit } from '../../src/text/edits.ts'
import type { Step } from './step.ts'

const LINE_ENDS = '\\r\\n|[\\r\\x0b\\x0c\\x85\\u2028\\u2029]'
/** Control characters, zero-width spaces, marks of direction, byte order marks, variation selectors. */
const UNPRINTED =
  '[\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff]|[\\ufe00-\\ufe0f]'
const INVISIBLE = new RegExp(`(?<end>${LINE_ENDS})|(?:${UNPRINTED})+`, 'g')

/** Brings line ends to `\n` and takes out characters that print nothing (zero-width spaces, marks of direction, controls). */
export const newlines: Step = {
  name: 'newlines',
  run(text) {
    const edits: Edit[] = []
    for (const match of text.matchAll(INVISIBLE)) {
      const insert = match.groups?.['end'] === undefined ? '' : '\n'
      edits.push({ start: match.index, end: match.index + match[0].length, insert })
    }
    return { edits, notices: [] }
  },
}
