import { posix } from 'node:path'
import type { Notice } from '../../src/domain/notice.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { InputFile } from '../values.ts'
import { type Archive, openArchive } from './archive.ts'
import { layOut, type PageSize, type PlacedText } from './geometry.ts'
import type { ReadOptions, ReadText } from './reader.ts'
import { childAt, childElements, descendants, readXml, textOf, type XmlElement } from './xml.ts'

/** A4 in mm, where a page names no size. */
const A4: PageSize = { width: 210, height: 297 }
/** Advance of a character without one of its own: an em for Chinese, half of it for Latin letters. */
const LATIN_ADVANCE = 0.5

/**
 * Reads a document in OFD, lengths in mm. Source: GB/T 33190—2016.
 * @throws ZhengmaiError FILE_UNDECODABLE, FILE_TOO_LARGE, FILE_UNSUPPORTED, FILE_EMPTY
 */
export function readOfd(file: InputFile, options: ReadOptions): ReadText {
  const package_ = new OfdPackage(openArchive(file, options.limits), file.name)
  const pages = package_.pages()
  if (pages.length > options.limits.pages) {
    const message = `文件“${file.name}”有 ${pages.length} 页，超过上限 ${options.limits.pages} 页（设置 ZHENGMAI_MAX_PAGES）。`
    throw new ZhengmaiError('FILE_TOO_LARGE', message, { details: { pages: pages.length } })
  }
  const items = pages.flatMap(({ contents }, page) => contents.flatMap((part) => placeTexts(part, page)))
  if (items.length === 0) {
    throw new ZhengmaiError(
      'FILE_EMPTY',
      `文件“${file.name}”的 ${pages.length} 页中没有文字（可能全是图像）。`,
    )
  }
  const { text, pageStarts, removed } = layOut(
    items,
    pages.map(({ size }) => size),
  )
  return {
    encoding: 'utf-8',
    text,
    layout: 'paragraphs',
    pageStarts,
    recognition: null,
    notices: [...furnitureNotice(removed), ...emptyPages(items, pages.length)],
  }
}

function furnitureNotice(removed: readonly string[]): Notice[] {
  if (removed.length === 0) return []
  const message = `去掉页眉、页脚和页码 ${removed.length} 处：“${removed[0]}”等。`
  return [{ code: 'read/page-furniture', severity: 'INFO', message, span: null }]
}

function emptyPages(items: readonly PlacedText[], count: number): Notice[] {
  const filled = new Set(items.map(({ page }) => page))
  const empty = Array.from({ length: count }, (_, page) => page + 1).filter((page) => !filled.has(page - 1))
  if (empty.length === 0) return []
  const message = `第 ${empty.join('、')} 页没有文字，可能是图像。`
  return [{ code: 'read/page-without-text', severity: 'WARNING', message, span: null }]
}

interface OfdPage {
  readonly size: PageSize
  /** Its own content and that of its templates. */
  readonly contents: readonly XmlElement[]
}

/** The parts of an OFD file; a location is relative to the part that names it, or from the root. */
class OfdPackage {
  readonly #archive: Archive
  readonly #name: string

  constructor(archive: Archive, name: string) {
    this.#archive = archive
    this.#name = name
  }

  pages(): OfdPage[] {
    const root = this.#read('OFD.xml')
    if (root === null) throw this.#broken('没有 OFD.xml')
    return childElements(root, 'DocBody').flatMap((body) => {
      const location = resolve('', textOf(childAt(body, 'DocRoot') ?? EMPTY))
      const document = this.#read(location)
      if (document === null) throw this.#broken(`没有 ${location}`)
      return this.#pagesOf(document, location)
    })
  }

  #pagesOf(document: XmlElement, location: string): OfdPage[] {
    const common = childAt(document, 'CommonData')
    const size = sizeOf(childAt(common, 'PageArea')) ?? A4
    const templates = new Map(
      childElements(common ?? EMPTY, 'TemplatePage').map(({ attributes }) => [
        attributes['ID'] ?? '',
        resolve(location, attributes['BaseLoc'] ?? ''),
      ]),
    )
    return childElements(childAt(document, 'Pages') ?? EMPTY, 'Page').map(({ attributes }) => {
      const page = this.#read(resolve(location, attributes['BaseLoc'] ?? ''))
      if (page === null) throw this.#broken(`没有页面 ${attributes['BaseLoc'] ?? ''}`)
      const used = childElements(page, 'Template').flatMap((template) => {
        const path = templates.get(template.attributes['TemplateID'] ?? '')
        return path === undefined ? [] : (this.#read(path) ?? [])
      })
      return { size: sizeOf(childAt(page, 'Area')) ?? size, contents: [...used, page] }
    })
  }

  #read(path: string): XmlElement | null {
    const part = this.#archive.find(path)
    return part === undefined ? null : readXml(this.#archive.unpack(part), this.#name)
  }

  #broken(reason: string): ZhengmaiError {
    return new ZhengmaiError('FILE_UNDECODABLE', `文件“${this.#name}”不是完整的 OFD：${reason}。`)
  }
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [] }

function resolve(from: string, location: string): string {
  const path = location.trim().replaceAll('\\', '/')
  return path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path)
}

function sizeOf(area: XmlElement | undefined): PageSize | null {
  const box = childAt(area, 'PhysicalBox')
  const [, , width, height] = box === undefined ? [] : numbers(textOf(box))
  return width !== undefined && height !== undefined && width > 0 && height > 0 ? { width, height } : null
}

function numbers(list: string | undefined): number[] {
  return (list ?? '').trim().split(/\s+/).filter(Boolean).map(Number)
}

/** The text objects of a page part at their places. */
function placeTexts(part: XmlElement, page: number): PlacedText[] {
  return descendants(part, 'TextObject').flatMap((object) => {
    const [left = 0, top = 0] = numbers(object.attributes['Boundary'])
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(object.attributes['CTM'])
    const size = Number(object.attributes['Size'] ?? 0) || 1
    const scale = Number(object.attributes['HScale'] ?? 1) || 1
    let [x, y] = [0, 0]
    return childElements(object, 'TextCode').map((code) => {
      // a piece without a place stands where the one before it does
      ;[x, y] = [Number(code.attributes['X'] ?? x), Number(code.attributes['Y'] ?? y)]
      const text = textOf(code).replace(/[\r\n]/g, '')
      const width = advanceOf(text, advances(code.attributes['DeltaX']), size * scale)
      return {
        page,
        x: left + a * x + c * y + e,
        y: top + b * x + d * y + f,
        size: size * (Math.hypot(c, d) || 1),
        width: width * (Math.hypot(a, b) || 1),
        text,
      }
    })
  })
}

/** `g 3 5.6 4` stands for three times 5.6, then 4. */
function advances(list: string | undefined): number[] {
  const words = (list ?? '').trim().split(/\s+/).filter(Boolean)
  const out: number[] = []
  for (let at = 0; at < words.length; at++) {
    if (words[at] === 'g') {
      const times = Math.min(Number(words[at + 1]) || 0, 10_000)
      for (let count = 0; count < times; count++) out.push(Number(words[at + 2]) || 0)
      at += 2
    } else out.push(Number(words[at]) || 0)
  }
  return out
}

function advanceOf(text: string, deltas: readonly number[], size: number): number {
  const characters = [...text]
  const own = (character: string | undefined) =>
    /[\x20-\x7e]/.test(character ?? '') ? size * LATIN_ADVANCE : size
  const steps = characters.slice(0, -1).map((character, index) => deltas[index] ?? own(character))
  return steps.reduce((sum, step) => sum + step, 0) + own(characters.at(-1))
}
