import {
  foldedWords,
  foldTitle,
  holdsBlocks,
  isMarkedTitle,
  isPageLine,
  publicationOf,
} from './htmlFurniture.ts'
import { readPageHead } from './htmlHead.ts'
import { countKeys, isPublicationKey, metadataKey, unknownFields } from './htmlMetadata.ts'
import {
  countHan,
  elementsOf,
  findElements,
  firstWords,
  type HtmlElement,
  type HtmlNode,
  type HtmlText,
  isBlock,
  wordsOf,
} from './htmlTree.ts'

/** What of a page belongs to its document. */
export interface PageParts {
  /** What to leave out with all that is in it. */
  readonly left: ReadonlySet<HtmlNode>
  /** Lines of the site of which only the day of publication is read. */
  readonly dated: ReadonlyMap<HtmlElement, HtmlText>
  /** What only the head of the page says: its title, the day of publication. */
  readonly title: HtmlText | null
  readonly published: HtmlText | null
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
/** Characters of the document in which its title is looked for. */
const OPENING = 400
const LONGEST_TITLE = 120
/** Metadata with its keys and values is no longer; unknown keys and a long title included. */
const WORDS_A_KEY = 80
/** Lines of a cell from which it lays out a page. */
const LINES_OF_LAYOUT = 5
/** A part with more words is not the foot of the page, though it may hold it. */
const LONGEST_FOOT = 600

const FURNITURE_TAG = /^(?:nav|footer|aside)$/
const FURNITURE_CLASS =
  /(?:^|[\s_-])(?:nav|menu|crumbs?|breadcrumb|foot(?:er)?|share|bdsharebuttonbox|copyright|sidebar|toolbar|recommend|qrcode|ewm|dianping|search|login|print|fontsize|pagination|weixin|wechat|prev|next|prevnext|relat(?:ed?|ive)|xg(?:jd|wj|lj|yd|xw|zc)|sxp)(?:$|[\s_-]|bar|box|list|area)/i
const FURNITURE_WORDS = /版权所有|网站标识码|ICP备|公网安备/
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
export function partsOfPage(root: HtmlElement, html: string): PageParts {
  const head = readPageHead(html)
  const weights = weigh(root)
  const path = pathToCore(root, weights)
  const page: Page = {
    html,
    weights,
    left: new Set(),
    dated: new Map(),
    title: head.title === null ? null : foldTitle(head.title.data),
    titled: false,
  }
  const core = path.at(-1)!
  leaveInside(core, page)
  const opening = foldTitle(firstWords(core, OPENING))
  page.titled = (page.title !== null && opening.includes(page.title)) || opensWithTitle(core, page.left)
  const levels = path.slice(0, -1).map((element, depth) => siblingsOf(element, path[depth + 1]!))
  const framed = levels.some((siblings) => siblings.some((sibling) => isSite(sibling, weights)))
  let clean = true
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    const siblings = levels[depth]!
    const near = depth === levels.length - 1
    for (const sibling of siblings) {
      if (belongs(sibling, page, clean && (near || !framed), opening)) leaveInside(sibling, page)
      else page.left.add(sibling)
    }
    clean &&= !siblings.some((sibling) => isFurniture(sibling, weights))
    if (framed) for (const text of textsBeside(path[depth]!)) page.left.add(text)
  }
  const names = [...page.left]
    .map((node) => firstWords(node, CLIP).slice(0, CLIP))
    .filter((words) => words !== '')
  const told = page.dated.size > 0 || path.some((element) => isPublicationKey(element))
  return {
    left: page.left,
    dated: page.dated,
    title: page.titled ? null : head.title,
    published: told ? null : head.published,
    names,
    attachments: attachmentsOf(core),
  }
}

/** Whether the first lines of an element, above the first sentence and the recipients, are a title. */
function opensWithTitle(core: HtmlElement, left: ReadonlySet<HtmlNode>): boolean {
  for (const element of findElements(core, /./)) {
    if (
      left.has(element) ||
      !isBlock(element) ||
      holdsBlocks(element) ||
      /^(?:td|th|d[td]|li)$/.test(element.name)
    )
      continue
    const words = wordsOf(element)
    if (/[。；]|[:：]$/.test(words)) return false
    if (isHeading(element, null)) return true
  }
  return false
}

/** A page while its parts are told apart. */
interface Page {
  readonly html: string
  readonly weights: ReadonlyMap<HtmlElement, Weight>
  readonly left: Set<HtmlNode>
  readonly dated: Map<HtmlElement, HtmlText>
  /** The document's title as the head of the page gives it, folded. */
  readonly title: string | null
  /** Whether the title was found in the page. */
  titled: boolean
}

function siblingsOf(element: HtmlElement, but: HtmlElement): HtmlElement[] {
  return elementsOf(element).filter((child) => child !== but)
}

/** Words that stand between elements: 当前位置：<a>首页</a>. */
function textsBeside({ children }: HtmlElement): HtmlText[] {
  return children.filter((child): child is HtmlText => child.kind === 'text' && child.data.trim() !== '')
}

/** Marks of a site that no document bears. */
function isSite(element: HtmlElement, weights: ReadonlyMap<HtmlElement, Weight>): boolean {
  const { han, linked } = weights.get(element) ?? { han: 0, linked: 0 }
  return (han > 0 && linked > han * MOSTLY_LINKED) || isNamedFurniture(element) || isPageLine(element)
}

function belongs(element: HtmlElement, page: Page, clean: boolean, document: string): boolean {
  const { weights, title } = page
  if (countKeys(element) >= FEWEST_KEYS) {
    leaveUnknownFields(element, page)
    return true
  }
  if (leavesDate(element, page)) return true
  const words = foldedWords(element)
  const heading = isHeading(element, title)
  // the document prints its title itself
  if (heading && document.includes(words)) return false
  if (heading) page.titled = true
  else if (isFurniture(element, weights)) return isAttachmentList(element)
  return clean || heading || holdsTitle(element, page)
}

function isHeading(element: HtmlElement, title: string | null): boolean {
  const words = wordsOf(element)
  if (words.length >= LONGEST_TITLE) return false
  if (title !== null && foldTitle(words) === title) return true
  return TITLE.test(words) && !/[。；]/.test(words) && (title === null || isMarkedTitle(element))
}

/** An element in which the title stands beside tools of the page. */
function holdsTitle(element: HtmlElement, page: Page): boolean {
  if (page.titled || page.title === null || !holdsBlocks(element)) return false
  const found = findElements(element, /./).find((child) => foldedWords(child) === page.title)
  if (found === undefined) return false
  page.titled = true
  for (const child of elementsOf(element)) {
    if (child === found || findElements(child, /./).includes(found) || leavesDate(child, page)) continue
    if (countKeys(child) < FEWEST_KEYS) page.left.add(child)
  }
  return true
}

/** Of a block that is mostly metadata the fields that say nothing of the document. */
function leaveUnknownFields(element: HtmlElement, { left }: Page): void {
  if (wordsOf(element).length > countKeys(element) * WORDS_A_KEY) return
  for (const field of unknownFields(element)) left.add(field)
}

/** Keeps of a line of the site the day of publication. */
function leavesDate(element: HtmlElement, page: Page): boolean {
  const date = publicationOf(element, page.html)
  if (date === null) return false
  if (page.dated.size === 0) page.dated.set(element, date)
  else page.left.add(element)
  return true
}

/** Menus and buttons inside what else belongs to the document. */
function leaveInside(element: HtmlElement, page: Page): void {
  const { weights, left } = page
  // beside a key stands its value
  const valued = elementsOf(element).some((child) => metadataKey(child) !== null)
  for (const child of elementsOf(element)) {
    if (page.dated.has(child) || left.has(child)) continue
    if (countKeys(child) >= FEWEST_KEYS) leaveUnknownFields(child, page)
    const links = findElements(child, /^a$/).length
    const menu = links >= LIST_OF_LINKS && isFurniture(child, weights) && countKeys(child) < FEWEST_KEYS
    const named = isNamedFurniture(child) && !hasProse(child, weights)
    const neighbours = links > 0 && NEIGHBOURS.test(firstWords(child, 10)) && isFurniture(child, weights)
    const tools = isBlock(child) && isPageLine(child) && countKeys(child) < FEWEST_KEYS
    if (!valued && isBlock(child) && !holdsBlocks(child) && countKeys(child) === 0 && leavesDate(child, page))
      continue
    if ((menu || named || neighbours || tools) && !isAttachmentList(child)) left.add(child)
    else leaveInside(child, page)
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
  return (
    isNamedFurniture(element) ||
    (han < LONGEST_FOOT && (FURNITURE_WORDS.test(wordsOf(element)) || isPageLine(element)))
  )
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
    if (enough === 0 || heavy === undefined || heavy.name === 'p') return path
    if (heavy.name === 'table' && !isLayout(heavy, weights, enough)) return path
    path.push(heavy)
  }
}

/** A table in which one cell holds the document. */
function isLayout(table: HtmlElement, weights: ReadonlyMap<HtmlElement, Weight>, enough: number): boolean {
  let at = table
  while (at.name !== 'td') {
    const heavy = elementsOf(at).find((child) => (weights.get(child)?.prose ?? 0) >= enough)
    if (heavy === undefined || !/^(?:tbody|tr|td)$/.test(heavy.name)) return false
    at = heavy
  }
  return findElements(at, /^(?:p|div|br|td)$/).length >= LINES_OF_LAYOUT
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
