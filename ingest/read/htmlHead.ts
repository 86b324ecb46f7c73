import { load } from 'cheerio'
import { kindOfTitle } from '../../src/text/documentKind.ts'
import { DAY } from './htmlFurniture.ts'
import type { HtmlText } from './htmlTree.ts'

/** What the head of a page says of its document. */
export interface PageHead {
  /** The document's title: `ArticleTitle`, else what of the window's title is no name of the site. */
  readonly title: HtmlText | null
  /** The day of publication: `PubDate`. */
  readonly published: HtmlText | null
}

/** No head of a page is longer; what follows is not looked at. */
const LONGEST_HEAD = 60_000
const SHORTEST_TITLE = 8
const META = /<meta\b[^>]{0,2000}>/gi
const SITE =
  '[\\p{Script=Han}（）]{0,24}(?:门户网站|政府网站?|信息网|公开网|信息公开|官网|网站|平台|[政务部局厅委]网)'
const SITE_BEHIND = new RegExp(`[\\s_|｜\\-–—]+${SITE}\\s*$`, 'u')
const SITE_BEFORE = new RegExp(`^\\s*${SITE}[\\s_|｜:：\\-–—]+`, 'u')

/** Reads the standard marks of 《政府网站发展指引》 (国办发〔2017〕47号, 附件3) and the title of the window. */
export function readPageHead(html: string): PageHead {
  const body = html.search(/<body\b/i)
  const head = html.slice(0, Math.min(body < 0 ? LONGEST_HEAD : body, LONGEST_HEAD))
  const metas = [...head.matchAll(META)].flatMap((match) => readMeta(match[0], match.index))
  const named = (name: RegExp) => metas.find((meta) => name.test(meta.name))?.content ?? null
  const article = named(/^article_?title$/i)
  const published = named(/^(?:pub_?date|publishdate)$/i)
  return {
    title: article !== null && isTitle(article.data) ? article : windowTitle(head),
    published: published === null ? null : part(published, DAY.exec(published.data)),
  }
}

function readMeta(tag: string, at: number): { name: string; content: HtmlText }[] {
  const name = /\bname\s*=\s*["']?([\w.-]+)/i.exec(tag)?.[1]
  const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)
  if (name === undefined || content === null) return []
  const raw = content[1] ?? content[2] ?? ''
  const start = at + content.index + content[0].length - 1 - raw.length
  return [{ name, content: textOf(raw, start) }]
}

function windowTitle(head: string): HtmlText | null {
  const match = /<title[^>]*>([^<]*)<\/title>/i.exec(head)
  if (match === null) return null
  const raw = match[1] ?? ''
  const from = SITE_BEFORE.exec(raw)?.[0].length ?? 0
  let words = raw.slice(from)
  for (let site = SITE_BEHIND.exec(words); site !== null; site = SITE_BEHIND.exec(words)) {
    words = words.slice(0, site.index)
  }
  // 标题_栏目
  const column = words.split(/[_|｜]/)[0] ?? ''
  if (isTitle(column)) words = column
  const lead = words.length - words.trimStart().length
  const start = match.index + match[0].indexOf('>') + 1 + from + lead
  return isTitle(words) ? textOf(words.trim(), start) : null
}

function isTitle(words: string): boolean {
  const title = words.trim()
  return title.length >= SHORTEST_TITLE && (kindOfTitle(title) !== null || /关于.{4,}的/.test(title))
}

function textOf(raw: string, start: number): HtmlText {
  const data = raw.includes('&') ? load(raw, null, false).root().text() : raw
  return { kind: 'text', data, start, end: start + raw.length }
}

/** A stretch of a text without entities. */
function part(text: HtmlText, match: RegExpExecArray | null): HtmlText | null {
  if (match === null) return null
  const start = text.data.length === text.end - text.start ? text.start + match.index : text.start
  return { kind: 'text', data: match[0], start, end: Math.min(start + match[0].length, text.end) }
}
