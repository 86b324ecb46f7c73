import type { Edit } from '../../src/text/edits.ts'
import {
  filledLines,
  isBodyName,
  isCopyLine,
  isDateLine,
  isImprintLine,
  isMetadataLine,
  isNumberLine,
  isRemarkLine,
  isRow,
  isTitle,
  type Line,
  startsWithLabel,
} from './lines.ts'
import type { Step, StepNotice } from './step.ts'

/** Words of a web page around a document, each with a line that it is found in. */
export const FURNITURE_RULES = [
  {
    id: 'navigation',
    pattern:
      /^(?:[-*•·]\s*)?(?:网站)?(?:首页|主页|民文|English|繁體|繁体版?|简体|无障碍.{0,6}|网站无障碍|长者(?:版|模式|助手)|适老.{0,4}|手机版|移动版|返回(?:首页|顶部)?|网站地图|我的收藏|RSS.{0,4}|微博|微信|客户端|智能问答|站内搜索|搜索)$/i,
    example: '- 首页',
  },
  {
    id: 'login',
    pattern:
      /^(?:[-*•·]\s*)?(?:登录|注册|用户登录|退出|个人中心|举报|投稿|联系我们|关于我们|加入收藏|设为首页)(?:[|/、\s]*(?:登录|注册))?$/,
    example: '- 登录',
  },
  {
    id: 'breadcrumbs',
    pattern: /^[您你]?(?:现在|当前|目前)?(?:所在)?的?(?:当前|所在)?位置[:：]|^(?:首页|主页)\s*[>»›/|-]/,
    example: '当前位置：首页>政务公开>政策文件',
  },
  {
    id: 'share',
    pattern:
      /^(?:【|\[)?(?:分享|转发|一键分享)(?:到|至|让|给|[:：】\]]|$).{0,20}$|^扫一扫|^(?:微信|手机)?扫码|^用?微信扫/,
    example: '分享让更多人看到',
  },
  {
    id: 'tools',
    pattern:
      /^(?:【|\[)?(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页|页面)?|字体|字号|大\s*中\s*小|收藏|下载(?:全文)?|纠错|我要纠错|保护视力色)(?:[:：【】[\]（）()|\s]|打印|关闭|窗口|本页|收藏|分享到?|转发到?|字体|字号|大|中|小)*$/,
    example: '字体：[大 中 小] 打印 分享到：',
  },
  {
    id: 'credits',
    pattern:
      /^[（(【[]?(?:责任编辑|编辑|责编|来源|信息来源|稿源|作者|审核|校对)[】\]]?[:：].{0,40}$|^(?:浏览次数|浏览量|阅读次数|阅读量|点击数?|访问量)[:：]?\s*\d*\s*次?$/,
    example: '责任编辑：张三',
  },
  {
    id: 'neighbours',
    pattern:
      /^(?:上一[篇条]|下一[篇条]|相关(?:阅读|链接|文章|新闻|解读|推荐|稿件)|推荐阅读|热门(?:推荐|新闻)|延伸阅读|(?:政策|文字|图文|图片|视频|媒体|专家|部门)?解读(?:材料|链接)?|图解|一图读懂|附件下载|相关附件)(?:[:：].*)?$/,
    example: '上一篇：没有了',
  },
  {
    id: 'footer',
    pattern:
      /版权所有|ICP备|公网安备|网站标识码|主办单位[:：]|承办单位[:：]|技术支持[:：]|Copyright|建议使用.{0,20}(?:浏览器|分辨率)|未经授权/i,
    example: '版权所有：某市人民政府 京ICP备00000000号',
  },
] as const satisfies readonly { id: string; pattern: RegExp; example: string }[]

/** The sentence of a news page before the document itself. */
const LEAD_IN = /(?:以下|如下)(?:为|是)?.{0,4}全文|全文(?:如下|内容如下|刊发|公布)|(?:现将|现)全文/
const LIST_ITEM = /^[-*•·]\s*\S{1,12}$/
/** A slogan or a link has at most this many characters. */
const LONGEST_SLOGAN = 40

/** Takes out what a web page prints around a document: navigation, headline, lead, share buttons, slogans. */
export const pageFurniture: Step = {
  name: 'pageFurniture',
  run(text) {
    const lines = filledLines(text)
    const removed = [...furnitureAbove(lines), ...furnitureBelow(lines)]
    const edits: Edit[] = []
    const notices: StepNotice[] = []
    for (const { start, end, text: words } of removed) {
      edits.push({ start, end, insert: '' })
      notices.push({
        rule: 'page-furniture',
        severity: 'INFO',
        message: `去掉网页内容“${clip(words)}”。`,
        start,
        end,
      })
    }
    return { edits, notices }
  },
}

function isFurniture(text: string): boolean {
  return FURNITURE_RULES.some(({ pattern }) => pattern.test(text))
}

/** Lines before the first one that is certainly of the document: its number, its recipients, its first label. */
function furnitureAbove(lines: readonly Line[]): Line[] {
  const first = lines.findIndex(({ text, raw }) => isRow(raw) || isBodyStart(text))
  const head = lines.slice(0, first < 0 ? 0 : first)
  const lead = head.findLastIndex(({ text }) => LEAD_IN.test(text))
  if (lead >= 0) return head.slice(0, lead + 1).filter(({ text }) => !isMetadataLine(text))
  const last = head.findLastIndex(({ text }) => isFurniture(text))
  const title = head.findIndex(({ text }) => isTitle(text) || isBodyName(text))
  return head.filter(({ text }, index) => {
    if (isFurniture(text)) return true
    // links above the title, not the lines of the title
    return index < last && (title < 0 || index < title) && LIST_ITEM.test(text)
  })
}

function isBodyStart(text: string): boolean {
  if (LEAD_IN.test(text) || isFurniture(text) || isMetadataLine(text)) return false
  return isNumberLine(text) || startsWithLabel(text) || /[：:]$/.test(text) || /[。；]/.test(text)
}

/** Lines after the end of the document: its date, its remark, its imprint; all of them once one is clearly of the page. */
function furnitureBelow(lines: readonly Line[]): Line[] {
  const end = lines.findLastIndex(({ text, raw }) => isRow(raw) || isEnd(text) || isContent(text))
  const rest = lines.slice(end + 1)
  if (end < 0 || !rest.some(({ text }) => isFurniture(text))) return []
  return rest.filter(({ text }) => !isMetadataLine(text))
}

function isEnd(text: string): boolean {
  return isDateLine(text) || isRemarkLine(text) || isCopyLine(text) || isImprintLine(text)
}

/** The last line of a document may be the responsibility note of its last clause. */
const NOTE = /^(?:牵头|责任|负责|配合)(?:单位|部门|处室|领导)[:：]/

/** What belongs to a document wherever it stands. */
function isContent(text: string): boolean {
  if (isFurniture(text)) return false
  return (
    text.length > LONGEST_SLOGAN ||
    startsWithLabel(text) ||
    NOTE.test(text) ||
    isTitle(text) ||
    /[。；：:]$|[。；].*[）)]$/.test(text)
  )
}

function clip(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`
}
