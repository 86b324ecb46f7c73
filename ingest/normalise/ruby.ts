import type { Edit } from '../../src/text/edits.ts'
import type { Step } from './step.ts'

/** A pinyin syllable with its tone mark in brackets after a character: 區(qū). `(CRO)` and `(a)` have no tone and stay. */
const RUBY = /(?<=\p{Script=Han})[(（]([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zü]*)[)）]/gu

/** Takes off the pronunciation that some pages print after characters. */
export const ruby: Step = {
  name: 'ruby',
  run(text) {
    const edits: Edit[] = []
    for (const match of text.matchAll(RUBY)) {
      edits.push({ start: match.index, end: match.index + match[0].length, insert: '' })
    }
    const [first] = edits
    if (first === undefined) return { edits, notices: [] }
    const message = `去掉 ${edits.length} 处汉字注音。`
    return {
      edits,
      notices: [{ rule: 'ruby', severity: 'INFO', message, start: first.start, end: first.end }],
    }
  },
}
