import type { Notice } from '../../src/domain/notice.ts'
import type { Severity } from '../../src/domain/vocabulary.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { InputFile } from '../values.ts'
import { layOut } from './geometry.ts'
import { confidenceOf } from './ocrLayout.ts'
import { timeError } from './ocrSession.ts'
import { joinSplitRows } from './pdfBreaks.ts'
import { brokenPdf, type OpenPdf, openPdf } from './pdfLibrary.ts'
import { type PageReading, readPage } from './pdfPage.ts'
import { recognisePages, type Scans } from './pdfScan.ts'
import { RECOGNITION_OFF, type ReadOptions, type ReadText } from './reader.ts'

/** Notices of one kind that are listed page by page; more than that become one. */
const PAGES_NAMED = 20

/**
 * Reads a PDF: the text layer page by page; where a page has none, its picture is recognised if the options allow it.
 * @throws ZhengmaiError FILE_TOO_LARGE beyond the limit of pages, LIMIT beyond that of time, FILE_UNSUPPORTED where a
 * password or missing packages forbid, FILE_UNDECODABLE where the file is broken or holds no text that can be read,
 * FILE_EMPTY where its pages are blank
 */
export async function readPdf(file: InputFile, options: ReadOptions): Promise<ReadText> {
  const until = Date.now() + options.limits.milliseconds
  const pdf = await openPdf(file)
  try {
    assertPages(file.name, pdf.document.numPages, options.limits.pages)
    const pages = await readPages(file.name, pdf, until)
    const scans = options.ocr
      ? await recognisePages(file.name, pdf, pages.filter(needsOcr), until)
      : noScans()
    assertReadable(file.name, pages, scans, options.ocr)
    const read = textOf(pages, scans)
    return options.ocr ? read : { ...read, notices: [...recognitionOff(pages), ...read.notices] }
  } finally {
    await pdf.close().catch(() => undefined)
  }
}

function noScans(): Scans {
  return { pages: new Map(), missing: null }
}

function needsOcr({ state }: PageReading): boolean {
  return state === 'picture' || state === 'unmapped'
}

function assertPages(name: string, pages: number, limit: number): void {
  if (pages === 0) throw brokenPdf(name, new Error('no pages'))
  if (pages <= limit) return
  const message = `PDF 文件“${name}”有 ${pages} 页，超过上限 ${limit} 页（设置 ZHENGMAI_MAX_PAGES）。`
  throw new ZhengmaiError('FILE_TOO_LARGE', message, { details: { pages, limit } })
}

async function readPages(name: string, pdf: OpenPdf, until: number): Promise<PageReading[]> {
  const pages: PageReading[] = []
  for (let index = 0; index < pdf.document.numPages; index++) {
    if (Date.now() > until) throw timeError(name)
    const afterTable = pages.at(-1)?.items.some(({ row }) => row === true) ?? false
    pages.push(await readPage(pdf, index, afterTable))
  }
  if (pages.every(({ state }) => state === 'broken')) throw brokenPdf(name, new Error('no page can be read'))
  return pages
}

function assertReadable(name: string, pages: readonly PageReading[], scans: Scans, ocr: boolean): void {
  if (pages.some(({ items, state }) => state === 'text' && items.length > 0) || scans.pages.size > 0) return
  const wanting = pages.filter(needsOcr)
  if (wanting.length === 0) {
    throw new ZhengmaiError('FILE_EMPTY', `PDF 文件“${name}”的各页都没有内容。`)
  }
  const unmapped = wanting.some(({ state }) => state === 'unmapped')
  const reason = unmapped ? '的字体没有字符对照表（ToUnicode），取不出文字' : '没有文字层（扫描件）'
  if (scans.missing !== null) {
    const details = { missing: 'ocr' }
    throw new ZhengmaiError('FILE_UNSUPPORTED', `PDF 文件“${name}”${reason}。${scans.missing}`, { details })
  }
  const outcome = ocr ? '，图像中也没有识别出文字' : '，而文字识别（OCR）没有启用'
  throw new ZhengmaiError('FILE_UNDECODABLE', `PDF 文件“${name}”${reason}${outcome}。`)
}

function textOf(pages: readonly PageReading[], scans: Scans): ReadText {
  const items = joinSplitRows(pages.map((page) => scans.pages.get(page.index)?.items ?? page.items)).flat()
  const { text, pageStarts, removed } = layOut(
    items,
    pages.map(({ size }) => size),
  )
  const recognised = [...scans.pages.values()].map(({ page }) => page)
  const confidence = confidenceOf(recognised)
  return {
    encoding: 'utf-8',
    text,
    notices: [...pageNotices(pages, scans), ...removedNotice(removed)],
    layout: 'paragraphs',
    pageStarts,
    recognition: confidence === null ? null : { confidence },
  }
}

/** Said apart from the pages themselves: with recognition on the file is worth reading again. */
function recognitionOff(pages: readonly PageReading[]): Notice[] {
  const count = pages.filter(needsOcr).length
  if (count === 0) return []
  const message = `文字识别（OCR）没有启用，${count} 页未识别；启用后重新收录本文件即可补上。`
  return [{ code: RECOGNITION_OFF, severity: 'WARNING', message, span: null }]
}

function pageNotices(pages: readonly PageReading[], scans: Scans): Notice[] {
  const numbers = (state: PageReading['state'], done: boolean): number[] =>
    pages
      .filter((page) => page.state === state && scans.pages.has(page.index) === done)
      .map(({ index }) => index + 1)
  const advice = scans.missing ?? ''
  const unread = numbers('picture', false)
  return [
    ...perPage(numbers('unmapped', true), 'read/unmapped-font', 'WARNING', UNMAPPED_RECOGNISED),
    ...perPage(numbers('unmapped', false), 'read/unmapped-font', 'WARNING', UNMAPPED + advice),
    ...perPage(unread, 'read/page-without-text', 'WARNING', WITHOUT_TEXT + advice),
    ...perPage(numbers('broken', false), 'read/broken-page', 'WARNING', BROKEN),
  ]
}

const UNMAPPED_RECOGNISED = '的字体没有字符对照表，文字改由图像识别得来。'
const UNMAPPED = '的字体没有字符对照表，文字不可靠。'
const WITHOUT_TEXT = '没有文字层，未能读取。'
const BROKEN = '已损坏，未能读取。'

/** One notice a page; from the twenty-first page on, one for all. */
function perPage(pages: readonly number[], code: string, severity: Severity, words: string): Notice[] {
  const notice = (where: string): Notice => ({ code, severity, message: where + words, span: null })
  const named = pages.slice(0, PAGES_NAMED).map((page) => notice(`第 ${page} 页`))
  const rest = pages.slice(PAGES_NAMED)
  return rest.length === 0 ? named : [...named, notice(`第 ${rest[0]} 页起另有 ${rest.length} 页`)]
}

/** Running heads and page numbers shown in the notice. */
const REMOVED_SHOWN = 3

function removedNotice(removed: readonly string[]): Notice[] {
  if (removed.length === 0) return []
  const shown = [...new Set(removed)].slice(0, REMOVED_SHOWN).map((line) => `“${line}”`)
  const more = removed.length > REMOVED_SHOWN ? '等' : ''
  const message = `去掉页眉、页脚和页码 ${removed.length} 处：${shown.join('、')}${more}。`
  return [{ code: 'read/page-furniture', severity: 'INFO', message, span: null }]
}
