import type { TextRange } from '../../src/domain/span.ts'
import { kindOfTitle } from '../../src/text/documentKind.ts'
import { type Label, readLabel } from './labels.ts'
import { runInLength } from './runIn.ts'

/** A paragraph of the normalised text with what its form alone tells. */
export interface Line extends TextRange {
  readonly text: string
  readonly label: Label | null
  readonly form: LineForm
}
export type LineForm =
  | 'row' // a table row
  | 'number' // nothing but a 发文字号
  | 'date' // nothing but a date
  | 'copied' // 抄送
  | 'imprint' // …印发
  | 'annotation' // （此件公开发布）
  | 'annex' // 附件…
  | 'announced' // a further entry of 附件说明
  | 'contents' // an entry of a table of contents
  | 'metadata' // 索引号：…
  | 'labelled'
  | 'agency' // nothing but the name of an agency
  | 'recipients' // 各区县人民政府，…：
  | 'heading' // a line without sentence punctuation
  | 'paragraph'

/** The last character of the name of a body, for telling signatures from other short lines. */
const AGENCY_END =
  /(?:人民政府|委员会|办公[厅室]|[局厅部委署院会社]|总局|分局|海关|法院|检察院|银行|大学|中心|公司|机关|领导小组|指挥部|军区|警备区|军分区|支队|总队|处|政府|[省市县区州旗盟军党工纪]委|工作专班|国资委|发展改革委|发改委)(?:文件)?$/

interface FormRule {
  readonly form: LineForm
  readonly test: (text: string) => boolean
  readonly example: string
}

const DATE =
  /^[二〇○零一三四五六七八九十\d]{4}年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日$/
const SIGNED_LINE =
  /^(\p{Script=Han}[\p{Script=Han}（）]{2,40}?)(?=[二〇○零一三四五六七八九十\d]{4}年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日$)/u
/** Keys of the tables above documents, as portals print them. */
const METADATA_KEYS =
  '索引号|公开目录|索取号|信息索引号|发布机构|发布单位|发布机关|发文机关|发文单位|制定机关|公开主体|公开类别|主题分类|信息分类|体裁分类|组配分类|公文种类|成文日期|成文时间|发文日期|发布日期|发布时间|公布日期|生成日期|公开日期|公开方式|公开时限|发文字号|官方文号|文件编号|文号|有效性|效力状态|效力级别|效力等级|时效性|状态|层级|施行日期|实施日期|生效日期|废止日期|失效日期|统一编号|规范性文件编号|标题|名称|信息来源|来源|关键词|主题词|签发人'
/** 时间 is a field only where a date follows. */
const METADATA = new RegExp(
  `^(?:【?(?<key>${METADATA_KEYS}|时间(?=：\\s*(?:19|20)\\d{2}[-/.年]))】?：|【(?<marked>${METADATA_KEYS})】)(?=.)`,
)
const METADATA_KEY = new RegExp(`^【?(${METADATA_KEYS})】?：?$`)
const NUMERAL = '[〇零一二三四五六七八九十百\\d]{1,6}'
/** 国务院令第707号, 第707号 (below 令), 2023年第12号 (of 公告). */
const SERIAL = new RegExp(
  `^（?(?:\\p{Script=Han}{2,25}(?:令|公告|通告))?(?:\\d{4}年)?第${NUMERAL}号）?$|^（?\\d{4}年第?${NUMERAL}号）?$`,
  'u',
)
const LONGEST_HEADING = 80
/** 关于印发《…》的通知 of bodies with long names. */
const LONGEST_TITLE = 160

/** In this order; the first that holds wins. */
export const LINE_FORMS: readonly FormRule[] = [
  { form: 'row', test: (t) => t.includes('\t'), example: '1\t推进改革\t市科技局' },
  {
    form: 'number',
    test: (t) => /^（?[\p{Script=Han}\d]{0,20}〔\d{4}〕(?:第)?\d{1,5}号）?$/u.test(t),
    example: '鲁政办字〔2024〕6号',
  },
  { form: 'number', test: (t) => SERIAL.test(t), example: '中华人民共和国主席令第五十号' },
  { form: 'number', test: (t) => SERIAL.test(t), example: '2023年第12号' },
  { form: 'date', test: (t) => DATE.test(t), example: '2024年7月18日' },
  { form: 'copied', test: (t) => /^(?:抄送|抄报|分送)：?/.test(t), example: '抄送：市委有关部门，市法院。' },
  {
    form: 'imprint',
    test: (t) => /\d日(?:印发|印制)$/.test(t) && t.length < 60,
    example: '某市人民政府办公室2024年7月18日印发',
  },
  { form: 'imprint', test: (t) => /^（?(?:共印|印数：?)\d{1,5}份）?[。]?$/.test(t), example: '共印120份' },
  {
    form: 'annotation',
    test: (t) => /^（(?:此件|此页|联系|公开|信息公开|主动公开)[^（）]*(?:（[^（）]*）[^（）]*)*）$/.test(t),
    example: '（此件公开发布）',
  },
  {
    form: 'annotation',
    test: (t) => /^（(?:本文|本件|此文)?有(?:删减|删节|删改)）$/.test(t),
    example: '（本文有删减）',
  },
  {
    form: 'annex',
    test: (t) =>
      /^(?:—|-)?附(?:件|表|录)(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?:：|$|(?=\d{1,2}[.．]))/.test(t) &&
      t.length < 120,
    example: '附件：1.重点任务分工表',
  },
  {
    // 附件1 重点任务分工表, without a mark between
    form: 'annex',
    test: (t) =>
      /^附[件表录]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:-\d{1,2})?(?=[\p{Script=Han}《“])[^。；，：]{4,60}$/u.test(
        t,
      ) &&
      (kindOfTitle(t) !== null || /[表单录册图]$/.test(t.replace(/（[^（）]*）$/, ''))),
    example: '附件2甲市重点任务分工表',
  },
  { form: 'annex', test: (t) => /^附：[^。；]{2,100}$/.test(t), example: '附：甲市湿地保护方案' },
  { form: 'metadata', test: (t) => METADATA.test(t), example: '索引号：11370000/2024-00001' },
  { form: 'metadata', test: (t) => METADATA.test(t), example: '【效力状态】有效' },
  {
    form: 'recipients',
    test: (t) =>
      /：$/.test(t) &&
      t.length < 400 &&
      /^(?:各|省|市|县|区|国务院|有关|[\p{Script=Han}]{2,20}(?:人民政府|委员会|局|厅|部|办|院|管委会))/u.test(
        t,
      ) &&
      !/[。；？！]/.test(t) &&
      !/(?:如下|意见|措施|通知|要求|全文)：$/.test(t),
    example: '各市人民政府，各县（市、区）人民政府：',
  },
  {
    form: 'agency',
    test: (t) =>
      t.length <= 45 &&
      !/[。，；：？！、《》〔〕]/.test(t) &&
      AGENCY_END.test(t.replace(/（[^（）]*）$/, '')) &&
      !/^(?:关于|第|附)|关于|印发|转发|批转|同意/.test(t),
    example: '中共某市委金融委员会办公室',
  },
  {
    form: 'heading',
    test: (t) =>
      t.length <= LONGEST_TITLE &&
      !/[。；！？]$/.test(t) &&
      !/。/.test(t) &&
      (t.length <= LONGEST_HEADING || (/关于|印发|转发|《/.test(t) && kindOfTitle(t) !== null)),
    example: '高质量发展的实施意见',
  },
  { form: 'paragraph', test: () => true, example: '为贯彻落实有关要求，制定本措施。' },
]

/** The lines of a normalised text. */
export function readLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const text_ of text.split('\n')) {
    const end = start + text_.length
    const signed = SIGNED_LINE.exec(text_)?.[1] ?? ''
    // 甲市人民政府2024年3月5日: the name and the date of a signature on one line
    if (signed !== '' && readLine(signed, start, start + signed.length).form === 'agency') {
      const date = start + signed.length
      lines.push(readLine(signed, start, date), readLine(text_.slice(signed.length), date, end))
    } else if (text_ !== '') {
      const first = start + runInLength(text_)
      if (first > start) lines.push(readLine(text_.slice(0, first - start), start, first))
      lines.push(readLine(text_.slice(first - start), first, end))
    }
    start = end + 1
  }
  return lines
}

function readLine(text: string, start: number, end: number): Line {
  const label = text.includes('\t') ? null : readLabel(text)
  const special = LINE_FORMS.find((rule) => rule.test(text))?.form ?? 'paragraph'
  const form = label !== null && special !== 'imprint' && special !== 'date' ? 'labelled' : special
  return { text, start, end, label, form }
}

/** 发布机构 on a line of its own, its value on the next. */
export function metadataKey(line: Line): string | null {
  return METADATA_KEY.exec(line.text)?.[1] ?? null
}

export function metadataName(line: Line): { name: string; length: number } | null {
  const match = METADATA.exec(line.text)
  const name = match?.groups?.['key'] ?? match?.groups?.['marked']
  return match === null || name === undefined ? null : { name, length: match[0].length }
}
