import { findElements, firstWords, type HtmlElement, type HtmlText, textsOf, wordsOf } from './htmlTree.ts'

/** A part with more characters is no line of tools. */
const LONGEST_TOOLS = 160
const LONGEST_DATE_LINE = 200

/** What sites print around a document, by the words that it begins with or holds; blanks aside. */
export const PAGE_FURNITURE: readonly {
  readonly id: string
  readonly pattern: RegExp
  readonly example: string
}[] = [
  {
    id: 'page/crumbs',
    pattern: /^(?:您|你)?(?:现在|当前|目前)?(?:所在|所处)?的?(?:位置|栏目)[:：是]|^首页[>＞/»›]/,
    example: '您现在的位置：首页>政务公开>正文',
  },
  {
    // two titles side by side have no such mark between them
    id: 'page/menu',
    pattern: /^(?:网站)?首页[|｜丨].{2,80}$|^[\p{Script=Han}]{2,6}(?:[|｜丨][\p{Script=Han}]{2,6}){2,}$/u,
    example: '网站首页|政务公开|办事服务',
  },
  {
    id: 'page/visitor',
    pattern:
      /^(?:无障碍|长者|适老|老年|关怀|普通版|繁[體体]|简体|登[录錄]|注册|退出|设为首页|加入收藏|收藏本站|今天是|您好|欢迎(?:您|访问|来到|光临)|智能问答|微信公众号|移动版|手机版|English)/i,
    example: '无障碍浏览|繁體|登录|今天是2026年3月1日',
  },
  {
    id: 'page/tools',
    pattern:
      /^[【[（(]?(?:打印|关闭|收藏|纠错|分享|转发到|字体|字号|大中小|顶部|返回|复制链接|语音播报|听全文|扫一扫|手机扫|微信扫|用手机)/,
    example: '【打印】【关闭】',
  },
  {
    id: 'page/counter',
    pattern: /(?:浏览|点击|阅读|访问)(?:次数|量|数|率)?[:：]\d*次?|[【[]?(?:字体|字号)[:：]?[【[]?大/,
    example: '来源：某局浏览次数：120字号：大中小',
  },
  {
    id: 'page/origin',
    pattern: /^(?:文章|信息|稿件)?(?:来源|作者|责任编辑|编辑|审核|供稿)[:：].{0,40}$/,
    example: '责任编辑：某某',
  },
  {
    id: 'page/foot',
    pattern: /^(?:主办|承办|协办|运行维护|技术支持)(?:单位)?[:：]|友情链接/,
    example: '主办单位：某市人民政府',
  },
]

/** Whether the words of an element are a line of a site, not of a document. */
export function isPageLine(element: HtmlElement): boolean {
  const words = firstWords(element, LONGEST_TOOLS)
  if (words.length > LONGEST_TOOLS || /[。；]/.test(words)) return false
  return PAGE_FURNITURE.some(({ pattern }) => pattern.test(words))
}

/** A day as sites print it. */
export const DAY = /(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?/
/** 发布时间：2024-05-06 10:20 来源：…: the line between a title and its text. */
const DATED = new RegExp(
  `^[【[（(]?(?:(?:发布|发表|更新|公布|公开|信息|文章|录入)?(?:时间|日期)[:：]?)?${DAY.source}(?:$|\\d{1,2}:\\d{2}|[|｜】\\]）)\\s]|来源|作者|访问|浏览|点击|阅读|字体|字号|打印|分享|【|\\[)|(?:发布|发表|公布|公开)(?:时间|日期)[:：](?:19|20)\\d{2}`,
)

const DAY_ALONE = new RegExp(`^${DAY.source}$`)

/** The day of publication in the line of a page that tells it; null where the element is no such line. */
export function publicationOf(element: HtmlElement, html: string): HtmlText | null {
  const words = firstWords(element, LONGEST_DATE_LINE)
  if (words.length > LONGEST_DATE_LINE || /[。；]/.test(words) || !DATED.test(words)) return null
  // a day alone is the date of a signature or a value of the metadata
  if (DAY_ALONE.test(words)) return null
  for (const text of textsOf(element)) {
    const match = DAY.exec(html.slice(text.start, text.end))
    if (match === null) continue
    const start = text.start + match.index
    return { kind: 'text', data: match[0], start, end: start + match[0].length }
  }
  return null
}

/** Class names that portals give to the element of a title. */
const TITLE_CLASS =
  /(?:^|[\s_-])(?:(?:big|main|art(?:icle)?|con(?:tent)?|doc|news|info|xl|wz|zw)?[_-]?(?:title|tit|bt|biaoti))(?:$|[\s_-])/i

/** Whether an element is marked as the title of a page. */
export function isMarkedTitle({ name, attributes }: HtmlElement): boolean {
  if (/^(?:h[1-4]|ucaptitle)$/.test(name)) return true
  return TITLE_CLASS.test(attributes['class'] ?? '') || TITLE_CLASS.test(attributes['id'] ?? '')
}

/** Whether an element holds elements that begin lines. */
export function holdsBlocks(element: HtmlElement): boolean {
  return findElements(element, /^(?:p|div|table|ul|ol|dl|h[1-6]|section|article)$/).length > 0
}

/** Two prints of a title differ in blanks, brackets, quotes and dashes. */
export function foldTitle(words: string): string {
  return words.replace(/[\s　（）()《》〈〉“”"'—–－\-~～]/g, '')
}

/** Words of an element, folded for comparison with a title. */
export function foldedWords(element: HtmlElement): string {
  return foldTitle(wordsOf(element))
}
