import type { TextRange } from '../../src/domain/span.ts'

/** A line of a text; the range leaves out the line feed. */
export interface Line extends TextRange {
  /** Without white space at either end. */
  readonly text: string
  /** The line as it stands. */
  readonly raw: string
}

/** The lines of a text whose line ends are `\n`, blank ones included. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    const raw = text.slice(start, end)
    lines.push({ start, end, raw, text: raw.trim() })
    start = end + 1
  }
  return lines
}

/** The lines that hold more than white space. */
export function filledLines(text: string): Line[] {
  return linesOf(text).filter((line) => line.text !== '')
}

/** A table row: cells separated by tabs. A tab before the text of a line, or a single one after it, makes no table. */
export function isRow(raw: string): boolean {
  if (!raw.includes('\t')) return false
  const text = raw.trimStart()
  const first = text.indexOf('\t')
  return first > 0 && (first < text.trimEnd().length || text.indexOf('\t', first + 1) > 0)
}

const NUMERAL = '[〇零一二三四五六七八九十百千两\\d]'

/** What begins a paragraph whatever stands before it: 一、 （一） 1. （1） 第三条 附件. */
const LABEL = new RegExp(
  `^(?:第${NUMERAL}+[编章节条](?!规定|第${NUMERAL}+[款项]|[的、，和及至])|[一二三四五六七八九十百]{1,4}[、.．]|[（(][〇零一二三四五六七八九十百\\d]{1,4}[）)]|\\d{1,2}[.．、](?!\\d)|\\d{1,2}[）)]|[①-⑳]|附[件表录]\\s*[\\d一二三四五六七八九十]*\\s*(?:[:：.．、]|$|(?=[^的中所]{0,40}$)))`,
)

const DECIMAL_LABEL =
  /^\d{1,2}(?:\.\d{1,2}){1,3}\s*[\p{Script=Han}“《](?<!万|亿|倍|[公千米克斤里吨亩元个年月日人次以至到左和、])/u

/** 2.1 职责, 2.1.1 指挥部: the labels of emergency plans; a quantity looks alike at the head of a printed line. */
export function startsWithDecimal(text: string): boolean {
  return DECIMAL_LABEL.test(text)
}

/** Whether a line begins with the label of a section, clause, article, item or annex. */
export function startsWithLabel(text: string): boolean {
  return LABEL.test(text)
}

const HAN_DATE =
  '(?:\\d{4}|[一二][〇零○O一二三四五六七八九]{3})\\s*年\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,2})\\s*月\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*日'
const DATE_LINE = new RegExp(`^[（(]?${HAN_DATE}[）)]?$`)
const IMPRINT_LINE = new RegExp(`(?:${HAN_DATE}\\s*(?:印发|印)|印发机关|共印\\d+份)[。.]?$`)

/** A line that is nothing but a date, as under a signature. */
export function isDateLine(text: string): boolean {
  return DATE_LINE.test(text)
}

/** The line of the imprint: office, date, 印发. */
export function isImprintLine(text: string): boolean {
  return IMPRINT_LINE.test(text)
}

/** 抄送, 抄报, 主送, 分送 … */
export function isCopyLine(text: string): boolean {
  return /^(?:抄\s*[送报]|主\s*送|分\s*送|发\s*送)(?:机关|单位)?\s*[:：]/.test(text)
}

/** （此件公开发布）, （联系电话：…）. */
export function isRemarkLine(text: string): boolean {
  return /^[（(](?:此件|联系|信息公开|公开(?:方式|属性))[^）)]*[）)]$/.test(text)
}

const NUMBER_LINE =
  /^\p{Script=Han}{2,16}\s*[〔[［（(【]\s*(?:19|20)\d{2}\s*[〕\]］）)】]\s*第?\s*\d{1,5}\s*号/u

/** A line that begins with a 发文字号 of its own. */
export function isNumberLine(text: string): boolean {
  return NUMBER_LINE.test(text)
}

/** The last characters of the names of bodies that issue documents. */
const BODY_END =
  /(?:政府|委员会|办公[厅室]|[局厅部委院署处会社]|办|中心|银行|海关|总队|支队|法院|检察院|总工会|集团|公司|管理委员会|管委会|领导小组|指挥部|工作专班)$/

/** Names of three characters: 国务院, 财政部, 审计署; 东南部 is none. */
const SHORT_BODY = /^(?:国务院|(?![东西南北中])\p{Script=Han}{2}[部署])$/u

/** A line that consists of a body's name alone, as in a signature; brackets within are allowed. */
export function isBodyName(text: string): boolean {
  if (SHORT_BODY.test(text)) return true
  return /^[\p{Script=Han}（）()·]{4,30}$/u.test(text) && BODY_END.test(text) && !/^关于|^印发/.test(text)
}

/** Keys of the tables that portals print above a document. */
const METADATA_KEYS =
  '索\\s*引\\s*号|信息索引号|发布机构|发文机关|发文单位|成文日期|成文时间|发文日期|发布日期|发布时间|公开日期|生成日期|发文字号|文\\s*号|有\\s*效\\s*性|效力状态|时效性|主题分类|信息分类|主题词|体裁分类|公文种类|施行日期|生效日期|废止日期|失效日期|统一编号|签发人|发布单位|公开主体|公开类别|公开方式|索\\s*取\\s*号|文件编号|层级|状态|效力级别|效力等级|官方文号'
const METADATA_LINE = new RegExp(`^[【\\[]?(?:${METADATA_KEYS})[】\\]]?\\s*[:：]`)
/** Where a key of the page head begins inside a line, after a gap. */
export const METADATA_GAP = new RegExp(
  `(?<![ \\t\\u00a0\\u3000])[ \\t\\u00a0\\u3000]+(?=[【\\[]?(?:${METADATA_KEYS}|标\\s*题|名\\s*称|来\\s*源|信息来源|作者|编辑|责任编辑|浏览次数|浏览量|阅读次数|点击数?|字体|字号|打印|分享)[】\\]]?\\s*[:：])`,
  'g',
)

/** `发布日期：2024-07-18`, `索引号：…`: facts about the document that stand above it. */
export function isMetadataLine(text: string): boolean {
  return METADATA_LINE.test(text)
}

/** Opening brackets without their closing one; negative where closing ones prevail. */
export function openBrackets(text: string): number {
  let depth = 0
  for (const character of text) {
    if ('（(《〈〔【'.includes(character)) depth += 1
    else if ('）)》〉〕】'.includes(character)) depth -= 1
  }
  return depth
}

/** What stands in brackets, which may hold brackets: 各县（市、区）人民政府. */
const BRACKETED = '(?:[^（）()]|[（(][^（）()]*[）)]){0,600}'
const ENDS_SENTENCE = new RegExp(
  `[。！？；：.!?;:…][”’」』）)》】]*$|[。！？][（(]${BRACKETED}[）)]$|[（(](?:责任|牵头|配合)${BRACKETED}[）)]$|[（(]${BRACKETED}(?:负责|牵头|配合)[）)]$`,
)

/** Whether a text ends like a sentence, maybe inside a quotation or a bracket. */
export function endsSentence(text: string): boolean {
  return ENDS_SENTENCE.test(text)
}

const TITLE_END =
  /(?:意见|通知|办法|措施|方案|规定|决定|公告|通告|规划|计划|细则|条例|纲要|批复|函|要点|通报|报告|决议|命令|清单|指南|台账|分工表)(?:[（(].{1,12}[）)])?$/

/** Whether a line reads like a title or its beginning: 关于…, …实施方案（2024年）. */
export function isTitle(text: string): boolean {
  return (
    text.length >= 6 && (/^[^，。；]{0,30}关于/.test(text) || TITLE_END.test(text)) && !/[。；！]/.test(text)
  )
}
