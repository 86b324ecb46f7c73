import type { Edit } from '../../src/text/edits.ts'
import { NUMERAL_CLASS, parseNumeral } from '../../src/text/numerals.ts'
import { linesOf } from './lines.ts'
import { NOTHING, type Step } from './step.ts'

/** A line this long (characters) may be many; the longest paragraph of a document seldom has half of it. */
const LONG = 600
/** Labels of one numbering that one line must hold to be many lines. */
const FEWEST = 3
/** What a label may stand behind; a heading has no such end. */
const SENTENCE_END = /[。；：！？）”]$/
/** A heading between a label and the next numbering: no sentence, and short. */
const LONGEST_HEADING = 40

interface Numbering {
  readonly id: string
  readonly pattern: RegExp
  /** A line with FEWEST of them in a row is many lines. */
  readonly leading: boolean
  readonly example: string
}

const NUMBER = `([${NUMERAL_CLASS}]{1,4})`
/** From the outermost to the innermost. */
export const LOST_NUMBERINGS: readonly Numbering[] = [
  { id: 'chapter', pattern: new RegExp(`第${NUMBER}章`, 'gu'), leading: true, example: '第二章' },
  { id: 'article', pattern: new RegExp(`第${NUMBER}条`, 'gu'), leading: true, example: '第二条' },
  { id: 'section', pattern: new RegExp(`${NUMBER}、`, 'gu'), leading: true, example: '二、' },
  { id: 'clause', pattern: new RegExp(`（${NUMBER}）`, 'gu'), leading: false, example: '（二）' },
  { id: 'item', pattern: /(?<!\d)(\d{1,2})[.．](?!\d)/gu, leading: false, example: '2.' },
]

/** Ends of the lines before the body: each pattern's match ends one. */
export const LOST_HEAD_RULES = [
  {
    id: 'issuer',
    pattern:
      /^[^。：《〔]{2,40}?(?:办公室|办公厅|人民政府(?!办公)|委员会|部|文件|(?<=.{3})[局厅委])(?=\p{Script=Han}{1,10}〔\d{4}〕)/u,
    example: '齐州市人民政府办公室',
    rest: '齐政办字〔2024〕2号',
  },
  {
    id: 'number',
    pattern: /^\p{Script=Han}{1,12}〔\d{4}〕第?\d+号/u,
    example: '齐政办字〔2024〕2号',
    rest: '齐州市关于',
  },
  {
    id: 'title',
    pattern:
      /^(?:[^。：]{0,40}?关于(?:《[^》]*》|[^。：《]){2,100}?|[^。：，《关]{2,40}?)(?:通知|意见|方案|办法|措施|规定|决定|规划|计划|批复|公告|通告|细则|条例|纲要|要点|政策)(?:（[^（）]{1,12}）)?(?![》〉”）的、和及（])/u,
    example: '齐州市人民政府办公室关于印发若干措施的通知',
    rest: '各区：',
  },
  {
    id: 'recipients',
    pattern: /^[^。：]{2,300}：/u,
    example: '各区人民政府，市直有关部门：',
    rest: '为贯彻',
  },
] as const

const DAY = String.raw`\d{4}年\d{1,2}月\d{1,2}日`
/** 齐州市人民政府2024年3月2日 of a signature or an imprint; a date that a sentence tells goes on. */
const SIGNED = String.raw`[^。，；：（）\d]{2,40}(?:办公室|办公厅|政府|委员会|[局厅部委会院])\s*${DAY}(?![起前至后以公])`
/** Beginnings of lines behind the last clause: signature, its date, notes, annexes, copies and imprint. */
const LOST_TAIL = new RegExp(
  `(?<=[。）日发号])(?=（(?:此件|联系人|本文)|附件[：:\\d一]|抄送[：:]|${SIGNED})|(?<=[办公政委局厅部会院府室])(?=${DAY}(?:（|附件|抄送|$|${SIGNED}))`,
  'gu',
)

/** Breaks the lines of a document that came without line breaks, at the labels of its numberings. */
export const lostLines: Step = {
  name: 'lostLines',
  run(text) {
    const flattened = linesOf(text).filter(({ raw }) => raw.length >= LONG)
    const edits: Edit[] = []
    for (const { start, raw } of flattened) {
      const breaks = breaksOf(raw)
      for (const at of breaks) edits.push({ start: start + at, end: start + at, insert: '\n' })
    }
    if (edits.length === 0) return NOTHING
    const [first, last] = [edits[0]!, edits.at(-1)!]
    const message = `正文没有换行，已按序号分出 ${edits.length} 行。`
    return {
      edits,
      notices: [{ rule: 'lost-lines', severity: 'WARNING', message, start: first.start, end: last.end }],
    }
  },
}

function breaksOf(line: string): readonly number[] {
  let labels: readonly { readonly at: number; readonly id: string }[] = []
  for (const numbering of LOST_NUMBERINGS) labels = [...labels, ...labelsOf(line, numbering, labels)]
  const isMany = LOST_NUMBERINGS.some(
    ({ id, leading }) => leading && labels.filter((label) => label.id === id).length >= FEWEST,
  )
  if (!isMany) return []
  const body = labels.map(({ at }) => at).sort((a, b) => a - b)
  const tail = [...line.matchAll(LOST_TAIL)].map(({ index }) => index).filter((at) => at > body.at(-1)!)
  return [...new Set([...headBreaks(line.slice(0, body[0])), ...body, ...tail])]
    .filter((at) => at > 0 && at < line.length)
    .sort((a, b) => a - b)
}

/** Labels in the order of their numbers, from the first: others are references, 依照第三条. */
function labelsOf(
  line: string,
  { id, pattern, leading }: Numbering,
  outer: readonly { readonly at: number }[],
): { readonly at: number; readonly id: string }[] {
  const found: { readonly at: number; readonly id: string }[] = []
  const sentence = line.search(/[。；：]/)
  let next = 1
  for (const match of line.matchAll(pattern)) {
    const number = parseNumeral(match[1]!) ?? Number(match[1])
    const at = match.index
    // the clauses of each section are counted anew, or through
    const isNext = number === next || (number === 1 && !leading)
    // the first one of all stands behind the title
    const isBehindTitle = number === 1 && (sentence === -1 || at <= sentence)
    if (!isNext || !(isBehindTitle || canBegin(line, at, outer))) continue
    found.push({ at, id })
    next = number + 1
  }
  return found
}

/** Behind a sentence, at the beginning, or behind the heading of an outer label. */
function canBegin(line: string, at: number, outer: readonly { readonly at: number }[]): boolean {
  const before = line.slice(Math.max(0, at - LONGEST_HEADING), at).trimEnd()
  if (before === '' || SENTENCE_END.test(before)) return true
  const heading = outer.findLast((label) => label.at < at)
  if (heading === undefined || at - heading.at > LONGEST_HEADING) return false
  return !/[。；：！？，]/.test(line.slice(heading.at, at))
}

/** Each line once, in whatever order: the number stands above the title or below it. */
function headBreaks(head: string): readonly number[] {
  const breaks: number[] = []
  const unused = new Set<(typeof LOST_HEAD_RULES)[number]>(LOST_HEAD_RULES)
  for (let at = 0; ; ) {
    const rest = head.slice(at)
    const rule = [...unused].find(({ pattern }) => pattern.test(rest))
    if (rule === undefined) return breaks
    unused.delete(rule)
    at += rule.pattern.exec(rest)![0].length
    breaks.push(at)
  }
}
