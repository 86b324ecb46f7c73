import type { Edit } from '../../src/text/edits.ts'
import { type Line, linesOf } from './lines.ts'
import { NOTHING, type Step } from './step.ts'

/** Marks of Markdown that are no words, each with a line that bears it and what is left of it. */
export const MARKDOWN_RULES = [
  { id: 'heading', pattern: /^\s{0,3}#{1,6}\s*(?=\S)/, example: '## 第一章 总则', left: '第一章总则' },
  { id: 'quotation', pattern: /^\s{0,3}(?:>\s?)+/, example: '> 某市人民政府文件', left: '某市人民政府文件' },
  { id: 'rule', pattern: /^\s{0,3}(?:\*\s?){3,}$|^\s{0,3}(?:_\s?){3,}$/, example: '* * *', left: '' },
  { id: 'closing', pattern: /\s#{1,6}\s*$/, example: '# 某市养犬条例 #', left: '某市养犬条例' },
] as const

const STRONG = /\*\*(?=\S)([^*\n]{1,200})(?<=\S)\*\*|__(?=\S)([^_\n]{1,200})(?<=\S)__/g
const COMMENT = /<!--[^<]{0,2000}?-->/g
const TABLE_ROW = /^\s*\|.*\|\s*$/
const TABLE_RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/
/** A front matter is short. */
const LONGEST_FRONT_MATTER = 60

/** Chinese names of the keys that front matters bear. */
const FRONT_MATTER_KEYS: Readonly<Record<string, string>> = {
  title: '标题',
  number: '文号',
  issuer: '发布机构',
  publisher: '发布机构',
  date: '发布日期',
  published: '发布日期',
  source: '来源',
}

/** Takes the marks of Markdown off: headings, quotations, emphasis, comments, tables (as rows with tabs), front matter. */
export const markdown: Step = {
  name: 'markdown',
  run(text) {
    if (!/[#>*_|]|<!--|^\s*---/m.test(text)) return NOTHING
    const edits: Edit[] = []
    const lines = linesOf(text)
    const fence = frontMatter(lines)
    for (const match of text.matchAll(COMMENT)) {
      edits.push({ start: match.index, end: match.index + match[0].length, insert: '' })
    }
    let comment = 0
    const commented = (line: Line) => {
      while (comment < edits.length && edits[comment]!.end <= line.start) comment++
      return comment < edits.length && edits[comment]!.start < line.end
    }
    const marks: Edit[] = []
    for (const [index, line] of lines.entries()) {
      if (line.raw.length === 0 || commented(line)) continue
      if (index <= fence.end)
        marks.push(...frontMatterEdits(line, index === fence.start || index === fence.end))
      else if (isTableLine(lines, index)) marks.push(...tableEdits(line))
      else marks.push(...lineEdits(line))
    }
    return { edits: [...edits, ...marks].sort((a, b) => a.start - b.start), notices: [] }
  },
}

/** Indexes of the two fences `---` at the head; −1 where there are none. */
function frontMatter(lines: readonly Line[]): { start: number; end: number } {
  const start = lines.findIndex((line) => line.text !== '')
  const none = { start: -1, end: -1 }
  if (lines[start]?.text !== '---') return none
  const end = lines.findIndex(
    (line, i) => i > start && i < start + LONGEST_FRONT_MATTER && line.text === '---',
  )
  if (end < 0) return none
  const keyed = lines.slice(start + 1, end).filter((line) => /^[^\s:：]{1,20}\s*[:：]/.test(line.text))
  return keyed.length > 0 ? { start, end } : none
}

function frontMatterEdits(line: Line, fence: boolean): Edit[] {
  if (fence) return [{ start: line.start, end: line.end, insert: '' }]
  const match = /^\s*([A-Za-z]{1,20})\s*[:：]\s*/.exec(line.raw)
  if (match === null) return []
  const name = FRONT_MATTER_KEYS[match[1]!.toLowerCase()]
  if (name === undefined) return [{ start: line.start, end: line.end, insert: '' }]
  return [{ start: line.start, end: line.start + match[0].length, insert: `${name}：` }]
}

/** A row stands beside other rows or the rule below a table's head. */
function isTableLine(lines: readonly Line[], index: number): boolean {
  const raw = lines[index]!.raw
  if (!TABLE_ROW.test(raw)) return TABLE_RULE.test(raw) && raw.includes('|')
  return TABLE_ROW.test(lines[index - 1]?.raw ?? '') || TABLE_ROW.test(lines[index + 1]?.raw ?? '')
}

function tableEdits({ raw, start, end }: Line): Edit[] {
  if (TABLE_RULE.test(raw)) return [{ start, end, insert: '' }]
  const edits: Edit[] = []
  const first = raw.indexOf('|')
  const last = raw.lastIndexOf('|')
  for (let bar = first; bar >= 0; bar = raw.indexOf('|', bar + 1)) {
    if (raw[bar - 1] === '\\') continue
    edits.push({
      start: start + bar,
      end: start + bar + 1,
      insert: bar === first || bar === last ? '' : '\t',
    })
  }
  return edits
}

function lineEdits({ raw, start }: Line): Edit[] {
  const edits: Edit[] = []
  for (const { pattern } of MARKDOWN_RULES) {
    const match = pattern.exec(raw)
    if (match === null || match[0].length === 0) continue
    const at = start + match.index
    if (edits.some((edit) => edit.start < at + match[0].length && at < edit.end)) continue
    edits.push({ start: at, end: at + match[0].length, insert: '' })
  }
  if (raw.length > 4000) return edits
  for (const match of raw.matchAll(STRONG)) {
    const at = start + match.index
    const end = at + match[0].length
    if (edits.some((edit) => edit.start < end && at < edit.end)) continue
    edits.push({ start: at, end: at + 2, insert: '' }, { start: end - 2, end, insert: '' })
  }
  return edits
}
