import { countKeys } from './htmlMetadata.ts'
import {
  countHan,
  elementsOf,
  findElements,
  firstWords,
  type HtmlElement,
  isBlock,
  wordsOf,
} from './htmlTree.ts'

/** What of a page belongs to its document. */
export interface PageParts {
  /** Elements to leave out with all that is in them. */
  readonly left: ReadonlySet<HtmlElement>
  /** Words of the parts that were left out, clipped. */
  readonly names: readonly string[]
  /** File names that the page links to as annexes. */
  readonly attachments: readonly string[]
}

/** The part of the page that holds this share of its prose is the document. Measured on 16 page forms, see the tests. */
const CORE_SHARE = 0.85
/** Words without any punctuation of a sentence weigh less: menus and captions. */
const NO_SENTENCE = 0.2
const MOSTLY_LINKED = 0.5
const LIST_OF_LINKS = 3
const FEWEST_KEYS = 2
const CLIP = 24
/** A part with more words is not the foot of the page, though it may hold it. */
const LONGEST_FOOT = 600

const FURNITURE_TAG = /^(?:nav|footer|aside)$/
const FURNITURE_CLASS =
  /(?:^|[\s_-])(?:nav|menu|crumbs?|breadcrumb|foot(?:er)?|share|bdsharebuttonbox|copyright|sidebar|toolbar|recommend|qrcode|ewm|dianping|search|login|print|fontsize|pagination|weixin|wechat|prev|next|prevnext|relat(?:ed?|ive)|xg(?:jd|wj|lj|yd|xw|zc)|sxp)(?:$|[\s_-]|bar|box|list|area)/i
const FURNITURE_WORDS = /版权所有|网站标识码|ICP备|公网安备|^(?:分享到?|打印|关闭窗口|扫一扫)/
/** Links to what else the site holds. */
const NEIGHBOURS =
  /^(?:上一[篇条]|下一[篇条]|相关(?:解读|阅读|链接|文章|新闻|稿件|文件|政策|推荐)|政策解读|图解|热点|推荐阅读)/
const ATTACHMENT = /\.(?:pdf|docx?|xlsx?|ofd|wps|et|zip|rar|7z)(?:$|[?#])/i
const TITLE = /关于.{4,}的|(?:意见|通知|办法|措施|方案|规定|决定|公告|通告|规划|细则|条例|批复)(?:（.*）)?$/

interface Weight {
  readonly han: number
  readonly linked: number
  readonly prose: number
}

/** Tells the document of a page from what the site prints around it. */
export function partsOfPage(root: HtmlElement): PageParts {
  const weights = weigh(root)
  const path = pathToCore(root, weights)
  const left = new Set<HtmlElement>()
  const core = path.at(-1)!
  leaveInside(core, weights, left)
  const title = firstWords(core, 400)
  let clean = true
  for (let depth = path.length - 2; depth >= 0; depth--) {
    const siblings = elementsOf(path[depth]!).filter((child) => child !== path[depth + 1])
    for (const sibling of siblings) {
      if (belongs(sibling, weights, clean, title)) leaveInside(sibling, weights, left)
      else left.add(sibling)
    }
    clean &&= !siblings.some((sibling) => isFurniture(sibling, weights))
  }
  const names = [...left]
    .map((element) => firstWords(element, CLIP).slice(0, CLIP))
    .filter((words) => words !== '')
  return { left, names, attachments: attachmentsOf(core) }
}

function belongs(
  element: HtmlElement,
  weights: ReadonlyMap<HtmlElement, Weight>,
  clean: boolean,
  document: string,
): boolean {
  if (countKeys(element) >= FEWEST_KEYS) return true
  const words = wordsOf(element)
  const heading = TITLE.test(words) && words.length < 120
  // the document prints its title itself
  if (heading && document.includes(words)) return false
  if (isFurniture(element, weights)) return isAttachmentList(element)
  return clean || heading
}

/** Menus and buttons inside what else belongs to the document. */
function leaveInside(
  element: HtmlElement,
  weights: ReadonlyMap<HtmlElement, Weight>,
  left: Set<HtmlElement>,
): void {
  for (const child of elementsOf(element)) {
    const links = findElements(child, /^a$/).length
    const menu = links >= LIST_OF_LINKS && isFurniture(child, weights) && countKeys(child) < FEWEST_KEYS
    const named = isNamedFurniture(child) && !hasProse(child, weights)
    const neighbours = links > 0 && NEIGHBOURS.test(firstWords(child, 10)) && isFurniture(child, weights)
    if ((menu || named || neighbours) && !isAttachmentList(child)) left.add(child)
    else leaveInside(child, weights, left)
  }
}

/** A class like `print` also stands on the whole page of some portals. */
function hasProse(element: HtmlElement, weights: ReadonlyMap<HtmlElement, Weight>): boolean {
  return (weights.get(element)?.prose ?? 0) > 60
}

function isNamedFurniture({ name, attributes }: HtmlElement): boolean {
  const { class: classes = '', id = '' } = attributes as { class?: string; id?: string }
  return FURNITURE_TAG.test(name) || FURNITURE_CLASS.test(classes) || FURNITURE_CLASS.test(id)
}

function isFurniture(element: HtmlElement, weights: ReadonlyMap<HtmlElement, Weight>): boolean {
  const { han, linked } = weights.get(element) ?? { han: 0, linked: 0 }
  if (han > 0 && linked > han * MOSTLY_LINKED) return true
  return isNamedFurniture(element) || (han < LONGEST_FOOT && FURNITURE_WORDS.test(wordsOf(element)))
}

function isAttachmentList(element: HtmlElement): boolean {
  const links = findElements(element, /^a$/)
  return links.length > 0 && links.every((link) => ATTACHMENT.test(link.attributes['href'] ?? ''))
}

function attachmentsOf(core: HtmlElement): string[] {
  return findElements(core, /^a$/)
    .filter((link) => ATTACHMENT.test(link.attributes['href'] ?? ''))
    .map(wordsOf)
    .filter((words) => words !== '')
}

/** From the root down to the deepest element that still holds most of the prose. */
function pathToCore(root: HtmlElement, weights: ReadonlyMap<HtmlElement, Weight>): HtmlElement[] {
  const enough = (weights.get(root)?.prose ?? 0) * CORE_SHARE
  const path = [root]
  for (;;) {
    const heavy = elementsOf(path.at(-1)!).find((child) => (weights.get(child)?.prose ?? 0) >= enough)
    if (enough === 0 || heavy === undefined || /^(?:p|tr|tbody|table)$/.test(heavy.name)) return path
    path.push(heavy)
  }
}

/** Han characters below each element, how many of them are links, and how much of it reads like prose. */
function weigh(root: HtmlElement): Map<HtmlElement, Weight> {
  const weights = new Map<HtmlElement, Weight>()
  const visit = (element: HtmlElement, link: boolean): { weight: Weight; inline: string } => {
    let [han, linked, prose, inline, inlineLinked] = [0, 0, 0, '', 0]
    for (const child of element.children) {
      if (child.kind === 'text') {
        const count = countHan(child.data)
        han += count
        inline += child.data
        if (link) [linked, inlineLinked] = [linked + count, inlineLinked + count]
        continue
      }
      const below = visit(child, link || child.name === 'a')
      han += below.weight.han
      linked += below.weight.linked
      prose += below.weight.prose
      inline += below.inline
      if (below.inline !== '') inlineLinked += below.weight.linked
    }
    if (isBlock(element)) {
      prose += proseOf(inline, inlineLinked)
      inline = ''
    }
    const weight = { han, linked, prose }
    weights.set(element, weight)
    return { weight, inline }
  }
  visit(root, false)
  return weights
}

function proseOf(words: string, linked: number): number {
  const han = countHan(words)
  if (linked > han * MOSTLY_LINKED) return 0
  return /[。；，：;,]/.test(words) ? han : han * NO_SENTENCE
}
