import type { Notice } from '../../src/domain/notice.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { InputFile } from '../values.ts'
import { type PageParts, partsOfPage } from './htmlBody.ts'
import { countKeys, metadataKey } from './htmlMetadata.ts'
import {
  elementsOf,
  findElements,
  firstWords,
  type HtmlElement,
  type HtmlText,
  isBlock,
  isTooDeep,
  parseHtml,
  textsOf,
  wordsOf,
} from './htmlTree.ts'
import { HtmlWriter } from './htmlWriter.ts'
import type { ReadText } from './reader.ts'
import { readText } from './readText.ts'
import { expandSpans } from './tableRows.ts'

/** A table with more words than this in one cell lays out the page. */
const LONGEST_CELL = 1500
const FEWEST_KEYS = 2
/** A document is longer than what a site says when it has none to show. */
const LONGEST_ERROR = 400
const ERROR_PAGE =
  /(?<![\d.])(?:40[034]|50[0234])(?:\D|$)|页面(?:不存在|没有找到|丢失|无法访问)|无法访问|找不到(?:该|您|页面|文件)|验证码|安全验证|访问(?:过于频繁|被拒绝|受限)|请(?:先)?登录|系统(?:错误|维护|繁忙)|BadGateway|NotFound|Forbidden|AccessDenied|ServiceUnavailable/i
/** Cells whose lines are names of bodies are lists of them. */
const BODY_NAME = /(?:[局厅部委办院会司处署行]|政府|中心|公司|机关)$/
const NAMES_SHOWN = 5

/**
 * Reads a page of a portal: the document without navigation, its metadata as lines `索引号：…`, tables as rows.
 * @throws ZhengmaiError FILE_EMPTY, FILE_BINARY, FILE_UNDECODABLE, NOT_A_DOCUMENT for an error page
 */
export function readHtml(file: InputFile): ReadText {
  const decoded = readText(file, charsetOf(file.bytes))
  if (isTooDeep(decoded.text)) {
    throw new ZhengmaiError('FILE_UNDECODABLE', `文件“${file.name}”的标签嵌套过深，不是正常的网页。`)
  }
  const root = parseHtml(decoded.text)
  assertNoErrorPage(root, file.name)
  const parts = partsOfPage(root, decoded.text)
  const printer = new PagePrinter(new HtmlWriter(decoded.text), parts)
  printer.printHead(parts)
  printer.print(root)
  const { text, edits, ordered } = printer.writer.finish()
  return {
    ...decoded,
    text,
    edits,
    layout: findElements(root, /^pre$/).some((pre) => wordsOf(pre).length > LONGEST_ERROR)
      ? 'printed'
      : 'paragraphs',
    notices: [
      ...decoded.notices,
      ...leftOutNotice(parts.names),
      ...attachmentNotice(parts.attachments),
      ...(ordered ? [] : [ORDER_NOTICE]),
    ],
  }
}

const ORDER_NOTICE: Notice = {
  code: 'read/page-order',
  severity: 'INFO',
  message: '网页显示的次序与文件中不同，位置指向取出的文字而不是网页源码。',
  span: null,
}

/** The label of the encoding that the page gives itself; a hint, never proof. */
function charsetOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null
}

function assertNoErrorPage(root: HtmlElement, name: string): void {
  const words = wordsOf(root)
  if (words.length > LONGEST_ERROR || !ERROR_PAGE.test(words)) return
  throw new ZhengmaiError(
    'NOT_A_DOCUMENT',
    `文件“${name}”是网站的提示页面（“${words.slice(0, 40)}”），不是公文。`,
  )
}

function leftOutNotice(names: readonly string[]): Notice[] {
  if (names.length === 0) return []
  const shown = names.slice(0, NAMES_SHOWN).map((name) => `“${name}”`)
  const message = `网页上文件以外的 ${names.length} 处内容未读取：${shown.join('、')}${names.length > NAMES_SHOWN ? '等' : ''}。`
  return [{ code: 'read/page-furniture', severity: 'INFO', message, span: null }]
}

function attachmentNotice(names: readonly string[]): Notice[] {
  if (names.length === 0) return []
  const message = `网页链接的 ${names.length} 个附件文件未读取：${names.map((name) => `“${name}”`).join('、')}。`
  return [{ code: 'read/attachment', severity: 'INFO', message, span: null }]
}

/** Prints the elements of a page that belong to the document as lines. */
class PagePrinter {
  readonly writer: HtmlWriter
  readonly #left: PageParts['left']
  readonly #dated: PageParts['dated']
  /** Set after a key of the metadata or a number: what follows goes on the same line whatever elements it is in. */
  #joinsNext = false

  constructor(writer: HtmlWriter, { left, dated }: Pick<PageParts, 'left' | 'dated'>) {
    this.writer = writer
    this.#left = left
    this.#dated = dated
  }

  /** What only the head of the page says, in the order of the source. */
  printHead({ title, published }: Pick<PageParts, 'title' | 'published'>): void {
    const lines = [
      ...(title === null ? [] : [{ key: '', text: title }]),
      ...(published === null ? [] : [{ key: '发布日期：', text: published }]),
    ]
    for (const { key, text } of lines.sort((a, b) => a.text.start - b.text.start)) this.#printLine(key, text)
  }

  #printLine(key: string, text: HtmlText): void {
    this.writer.breakLine()
    this.writer.insert(key)
    this.writer.write(text)
    this.writer.breakLine()
  }

  print(element: HtmlElement, preformatted = false): void {
    if (this.#left.has(element)) return
    const date = this.#dated.get(element)
    if (date !== undefined) {
      this.#printLine('发布日期：', date)
      return
    }
    if (element.name === 'table' && isDataTable(element)) this.#printTable(element)
    else this.#printChildren(element, preformatted)
  }

  #printChildren(element: HtmlElement, preformatted: boolean): void {
    const block = isBlock(element) || element.name === 'br'
    if (block) this.#breakLine()
    for (const [index, child] of element.children.entries()) {
      if (this.#left.has(child)) continue
      if (child.kind === 'text') this.#printText(child, preformatted)
      else this.#printChild(element, index, child, preformatted)
    }
    this.#joinsNext = false
    if (block) this.#breakLine()
  }

  #printChild(parent: HtmlElement, index: number, child: HtmlElement, preformatted: boolean): void {
    const key = metadataKey(child)
    if (key !== null) {
      if (hasValue(parent, index)) this.#printKey(child, key)
      return
    }
    if (parent.name === 'ol' && child.name === 'li') this.#printNumber(parent, index, child)
    this.print(child, preformatted || parent.name === 'pre')
    // a value is one element
    if (firstWords(child, 0) !== '') this.#joinsNext = false
  }

  #printText(node: HtmlText, preformatted: boolean): void {
    if (node.data.trim() !== '') this.#joinsNext = false
    this.writer.write(node, preformatted)
  }

  #breakLine(): void {
    if (!this.#joinsNext) this.writer.breakLine()
  }

  #printKey(element: HtmlElement, key: string): void {
    const texts = textsOf(element)
    const [first, last] = [texts[0], texts.at(-1)]
    if (first === undefined || last === undefined) return
    this.writer.breakLine()
    this.writer.replace(first.start, last.end, `${key}：`)
    this.#joinsNext = true
  }

  /** The number that a browser prints before an item. */
  #printNumber(list: HtmlElement, index: number, item: HtmlElement): void {
    if (/^[（(]?[\d一二三四五六七八九十]+[.．、)）]/.test(firstWords(item, 10))) return
    const before = list.children
      .slice(0, index)
      .filter((child) => child.kind === 'element' && child.name === 'li')
    this.#breakLine()
    this.writer.insert(`${(Number.parseInt(list.attributes['start'] ?? '1', 10) || 1) + before.length}.`)
    this.#joinsNext = true
  }

  #printTable(table: HtmlElement): void {
    this.#breakLine()
    for (const row of expandSpans(rowsOf(table))) {
      if (row.every((cell) => cell === null || wordsOf(cell) === '')) continue
      for (const [index, cell] of row.entries()) {
        if (index > 0) this.writer.insert('\t')
        if (cell !== null) this.#printCell(cell)
      }
      this.writer.breakLine()
    }
  }

  /** A cell keeps to its line: the lines in it are joined. */
  #printCell(cell: HtmlElement): void {
    const lines = linesOfCell(cell)
    const list = lines.length > 1 && lines.every((line) => BODY_NAME.test(line.map(wordsOf).join('')))
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.writer.insert(list ? '、' : ' ')
      for (const text of line) this.writer.write(text)
    }
  }
}

/** Whether words follow a key before the next one. */
function hasValue({ children }: HtmlElement, index: number): boolean {
  for (const child of children.slice(index + 1)) {
    const words = firstWords(child, 2)
    if (child.kind === 'element' && metadataKey(child) !== null) return false
    if (/[^:：]/.test(words)) return true
  }
  return false
}

function linesOfCell(cell: HtmlElement): HtmlText[][] {
  const lines: HtmlText[][] = [[]]
  const visit = (element: HtmlElement): void => {
    const breaks = isBlock(element) || element.name === 'br'
    if (breaks) lines.push([])
    for (const child of element.children) {
      if (child.kind === 'text') lines.at(-1)!.push(child)
      else visit(child)
    }
    if (breaks) lines.push([])
  }
  visit(cell)
  return lines.filter((line) => line.some(({ data }) => data.trim() !== ''))
}

/** A table of data: several columns, no long text, no other table inside, no metadata. */
function isDataTable(table: HtmlElement): boolean {
  const rows = rowsOf(table)
  const cells = rows.flat().map(({ content }) => content)
  return (
    rows.some((row) => row.length > 1) &&
    findElements(table, /^table$/).length === 0 &&
    countKeys(table) < FEWEST_KEYS &&
    !cells.some((cell) => wordsOf(cell).length > LONGEST_CELL)
  )
}

function rowsOf(table: HtmlElement) {
  const rows = elementsOf(table).flatMap((child) =>
    child.name === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.name) ? elementsOf(child) : [],
  )
  return rows.map((row) =>
    elementsOf(row)
      .filter(({ name }) => name === 'td' || name === 'th')
      .map((content) => ({
        content,
        columns: Number.parseInt(content.attributes['colspan'] ?? '1', 10) || 1,
        rows: Number.parseInt(content.attributes['rowspan'] ?? '1', 10) || 1,
      })),
  )
}
