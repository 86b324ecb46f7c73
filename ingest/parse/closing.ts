import type { Line } from './lines.ts'

/** A closing paragraph speaks of the whole document: its entry into force, its term, or what all units shall do. */
const CLOSING =
  /^(?:本(?:政策|措施|意见|办法|方案|通知|规定|细则|实施意见|若干措施|政策措施|行动计划|条例|文件|决定|预案|规划|公告|通告|批复)|上述(?:政策|措施)|以上(?:政策|措施)|自(?:发布|印发|公布)之日|各(?:地|级|市|县|区|部门|有关|相关|责任|牵头|成员|单位)|(?:此前|以前|之前).{0,20}不一致|未尽事宜|有效期)/

/** Words that end a document of a kind, each with an example; they are no part of its last clause. */
export const ENDING_RULES = [
  {
    pattern:
      /^(?:特此|专此)(?:通知|通告|公告|通报|批复|函复|函告|函达|报告|公布|说明|请示|证明|命令)?[。！]?$/,
    example: '特此通知。',
  },
  { pattern: /^(?:此[复函令布致告]|现予公布|请予?函复|盼复)[。！]?$/, example: '此复。' },
  {
    pattern:
      /^(?:以上|上述|如无不[妥当]|妥否|当否|可否).{0,30}(?:请|批转|批示|审批|执行|指示)[^。]{0,20}[。？]$/,
    example: '以上报告如无不妥，请批转各地执行。',
  },
  {
    pattern: /^(?:出席|参加|参会|列席|请假|缺席|记录)(?:会议)?(?:人员|单位|人)?：/,
    example: '出席：县长王某，副县长李某。',
  },
  { pattern: /^(?:再次|衷心|诚挚)?(?:地)?感谢(?:您|你)/, example: '感谢您对教育工作的关心和支持！' },
  { pattern: /^（?(?:业务)?联系(?:人|电话|方式|地址)[：:]/, example: '联系人：王某，电话：0000-1234567。' },
] as const

/**
 * Index of the first line after the last numbered element's own text. Unlabelled paragraphs at the end belong to the
 * last element while they carry a responsibility note, and to the closing part from the first that speaks of the whole.
 */
export function findClosing(body: readonly Line[], text: string): number {
  const lastLabelled = body.findLastIndex((line) => line.form === 'labelled')
  // a heading on a line of its own has the next line for its text, whatever that speaks of
  const alone = lastLabelled >= 0 && !/[。；：，]/.test((body[lastLabelled] as Line).text)
  for (let at = lastLabelled + (alone ? 2 : 1); at < body.length; at++) {
    const line = body[at] as Line
    const noted = /（[^（）]*(?:牵头|负责|配合|责任单位)[^（）]*）。?$/.test(line.text.slice(-400))
    const before = text.slice(Math.max(0, line.start - 201), line.start).trimEnd()
    const closed = /(?:牵头|负责|配合|责任单位：[^（）]*)[^（）。]*）$/.test(before.slice(-200))
    if (line.form === 'row') continue
    const ends = ENDING_RULES.some(({ pattern }) => pattern.test(line.text))
    if (ends || (!noted && (closed || CLOSING.test(line.text)))) return at
  }
  return body.length
}
