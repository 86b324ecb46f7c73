import type { TextRange } from '../../src/domain/span.ts'
import type { Line } from './lines.ts'

/** Longest heading phrase run in before its full stop; the longest of the seeds has 24, portals' reach about 40. */
const MAX_RUN_IN = 42
/** The same of an article, whose first sentence is more often a rule. */
const MAX_ARTICLE_RUN_IN = 25
/** Longest heading on a line of its own. */
const MAX_OWN_LINE = 60
/** A sentence that starts so states a rule; it is no heading. */
const SENTENCE_START =
  /^(?:对(?![外口接标])|按照?|凡|自(?![然主由贸愿觉])|经(?![费济营验办])|由|未|如|若(?!干)|其中|本|各|应当|不得|是指)/
/** The same above 1., where 本 and 各 may begin a heading. */
const RULE_START = /^(?:对(?![外口接标])|凡|自(?![然主由贸愿觉])|经(?![费济营验办])|由|未|如|若(?!干))/

/** A first sentence that grants, or tells a body what to do. */
const RULING =
  /^(?:原则)?同意|以下简称|^本(?:公告|通告|通知|意见|办法|规定|细则|措施|方案|政策|决定|条例)(?:自|由|有效)|^(?:[省市县区各]|国务院|有关|[^，]{1,15}(?:部门|单位|政府|机关|企业|人员))[^，]{0,15}(?:要|应当?|须|不得)(?![素求闻点件害领急对])/

/** The heading of a labelled line and where the body begins. `title` is null where the line has no heading. */
export interface Heading {
  readonly title: TextRange | null
  readonly bodyStart: number
}

/**
 * Splits a labelled line into heading and body. A heading is run in before the first full stop (（一）优化服务。支持……),
 * or stands alone on its line.
 */
export function splitHeading(line: Line): Heading {
  const label = line.label
  const from = label?.length ?? 0
  const text = line.text
  const start = line.start + from
  if (label?.scheme === 'article') return splitArticleHeading(line, from)
  const stop = firstTopLevel(text, from, '。')
  if (stop === -1) {
    const alone = text.slice(from)
    const noted = alone.length - noteLength(alone)
    if (
      noted >= 2 &&
      noted < alone.length &&
      noted <= MAX_OWN_LINE &&
      !/[。；，：！？]$/.test(alone.slice(0, noted))
    )
      return { title: { start, end: start + noted }, bodyStart: line.end }
    // 三、重点任务：
    if (/^[^，；：]{2,20}：$/.test(alone) && (label?.rank ?? 9) <= 5) {
      return { title: { start, end: line.end - 1 }, bodyStart: line.end }
    }
    const isHeading = alone.length > 0 && alone.length <= MAX_OWN_LINE && !/[；，：！？]$/.test(alone)
    return isHeading
      ? { title: { start, end: line.end }, bodyStart: line.end }
      : { title: null, bodyStart: start }
  }
  const phrase = text.slice(from, stop)
  const runIn = phrase.length <= MAX_RUN_IN && isHeadingPhrase(phrase, label?.rank ?? 0)
  if (runIn) {
    const end = line.start + stop - noteLength(phrase)
    return { title: { start, end }, bodyStart: line.start + stop + 1 }
  }
  return { title: null, bodyStart: start }
}

const HEADING_NOTE = /（[^（）]*(?:责任(?:单位|部门)：|牵头|负责|配合)[^（）]*(?:（[^（）]*）[^（）]*)*）$/

/** Length of the responsibility note that closes a heading: 优化环境（市城管局负责）. */
function noteLength(heading: string): number {
  const length = HEADING_NOTE.exec(heading)?.[0].length ?? 0
  return heading.length - length >= 2 ? length : 0
}

/**
 * 第三条【立法目的】……, 第三条（立法目的）…… has its heading in brackets. 第三条 支持技术改造。对…… may have one as well:
 * whether it does, only the other articles tell (see `settle`).
 */
function splitArticleHeading(line: Line, from: number): Heading {
  const start = line.start + from
  const rest = line.text.slice(from)
  const bracketed =
    /^[【［[]([^】］\]]{1,30})[】］\]]/.exec(rest) ??
    /^（([^（）。；：\d]{2,20})）(?![，、。；的])/.exec(rest)
  if (bracketed?.[1] !== undefined) {
    const end = start + 1 + bracketed[1].length
    return { title: { start: start + 1, end }, bodyStart: start + bracketed[0].length }
  }
  const stop = firstTopLevel(rest, 0, '。')
  const phrase = stop === -1 ? rest : rest.slice(0, stop)
  const title = { start, end: start + phrase.length }
  if (phrase.length > MAX_ARTICLE_RUN_IN || !isHeadingPhrase(phrase, 6))
    return { title: null, bodyStart: start }
  return { title, bodyStart: stop === -1 ? line.end : title.end + 1 }
}

function isHeadingPhrase(phrase: string, rank: number): boolean {
  if (phrase.length < 2) return false
  const commas = phrase.split('，').length - 1
  if (/[；：！？]/.test(phrase) || RULING.test(phrase)) return false
  // Below （一） a first sentence is more often a rule than a heading, so the test is stricter there.
  if (rank >= 6) return commas === 0 && phrase.length <= 25 && !SENTENCE_START.test(phrase)
  return commas <= 1 && !RULE_START.test(phrase)
}

/** Index of the first `mark` outside brackets and quotation marks, or −1. */
function firstTopLevel(text: string, from: number, mark: string): number {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const c = text[i] as string
    if ('（《“‘【'.includes(c)) depth++
    else if ('）》”’】'.includes(c)) depth = Math.max(0, depth - 1)
    else if (c === mark && depth === 0) return i
  }
  return -1
}
