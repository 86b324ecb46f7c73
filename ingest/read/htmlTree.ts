import { load } from 'cheerio'

/** A piece of text of a page with its place in the file. */
export interface HtmlText {
  readonly kind: 'text'
  /** Entities decoded. */
  readonly data: string
  readonly start: number
  readonly end: number
}

export interface HtmlElement {
  readonly kind: 'element'
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly HtmlNode[]
}
export type HtmlNode = HtmlText | HtmlElement

/** What `cheerio` gives for a node, as far as it is used here. */
interface ParsedNode {
  readonly type: string
  readonly name?: string
  readonly data?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly ParsedNode[]
  readonly sourceCodeLocation?: { readonly startOffset: number; readonly endOffset: number } | null
}

/** Elements that print nothing, or nothing that belongs to a text. */
const SILENT =
  /^(?:script|style|noscript|template|head|iframe|object|embed|svg|canvas|select|option|button|input|textarea|audio|video|map)$/
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i

const BLOCK =
  /^(?:html|body|div|p|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|caption|section|article|main|header|footer|nav|aside|form|fieldset|legend|blockquote|pre|center|hr|figure|figcaption|address|ucapcontent|ucaptitle)$/

/** Whether an element begins and ends a line. */
export function isBlock({ name }: HtmlElement): boolean {
  return BLOCK.test(name)
}

/** A page that nests deeper was made to exhaust whoever reads it; a table in a table in a table is 30 deep. */
const DEEPEST = 1000
/** Elements that end where the next one begins, and those without content, do not nest. */
const TAG =
  /<(\/?)(?!(?:p|li|t[dhr]|tbody|thead|tfoot|d[dt]|option|br|hr|img|input|meta|link|col|area|base|param|source|wbr|font|b|i|u|o:p)\b)[a-z][\w:-]*[^<>]*?(\/?)>/gi

/** Whether the tags of a page open deeper than any honest page; the time to parse one grows with the square of it. */
export function isTooDeep(html: string): boolean {
  let depth = 0
  for (const [, closing, empty] of html.matchAll(TAG)) {
    if (closing === '/') depth = Math.max(depth - 1, 0)
    else if (empty === '') depth += 1
    if (depth > DEEPEST) return true
  }
  return false
}

/** The visible elements of a page, as a browser reads it; every text knows its place in `html`. */
export function parseHtml(html: string): HtmlElement {
  const [root] = load(html, { sourceCodeLocationInfo: true }).root().toArray() as unknown as ParsedNode[]
  return { kind: 'element', name: 'html', attributes: {}, children: convert(root?.children ?? []) }
}

function convert(nodes: readonly ParsedNode[]): HtmlNode[] {
  return nodes.flatMap(
    ({ type, name, data, attribs = {}, children = [], sourceCodeLocation }): HtmlNode[] => {
      if (type === 'text' && data !== undefined && sourceCodeLocation) {
        return [
          { kind: 'text', data, start: sourceCodeLocation.startOffset, end: sourceCodeLocation.endOffset },
        ]
      }
      if (name === undefined || type === 'text' || SILENT.test(name)) return []
      if ('hidden' in attribs || HIDDEN_STYLE.test(attribs['style'] ?? '')) return []
      return [{ kind: 'element', name, attributes: attribs, children: convert(children) }]
    },
  )
}

/** The words below a node, without white space. */
export function wordsOf(node: HtmlNode): string {
  return node.kind === 'text' ? node.data.replace(/\s+/g, '') : node.children.map(wordsOf).join('')
}

/** The first words below a node, without white space; more than `limit` characters are not gathered. */
export function firstWords(node: HtmlNode, limit: number): string {
  if (node.kind === 'text') return node.data.replace(/\s+/g, '')
  let words = ''
  for (const child of node.children) {
    words += firstWords(child, limit - words.length)
    if (words.length > limit) break
  }
  return words
}

export function elementsOf({ children }: HtmlElement): HtmlElement[] {
  return children.filter((child): child is HtmlElement => child.kind === 'element')
}

/** Every text below an element, in order. */
export function textsOf(element: HtmlElement): HtmlText[] {
  return element.children.flatMap((child) => (child.kind === 'text' ? [child] : textsOf(child)))
}

/** Every element of one of the names below, in order, those inside another one too. */
export function findElements(element: HtmlElement, names: RegExp): HtmlElement[] {
  const found: HtmlElement[] = []
  const visit = (parent: HtmlElement): void => {
    for (const child of elementsOf(parent)) {
      if (names.test(child.name)) found.push(child)
      visit(child)
    }
  }
  visit(element)
  return found
}

export function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}
