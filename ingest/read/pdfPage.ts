import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { linesOfPage, type PageSize, type PlacedText } from './geometry.ts'
import { straightenColumns } from './pdfColumns.ts'
import { readDrawing } from './pdfDrawing.ts'
import type { OpenPdf, PdfLibrary } from './pdfLibrary.ts'
import { readTables } from './pdfTable.ts'
import { foldRadicals } from './radicals.ts'

/** What is known of a page when its text layer has been read; lengths in points, y downward, as the page is shown. */
export interface PageReading {
  /** Index into the pages. */
  readonly index: number
  readonly size: PageSize
  readonly items: readonly PlacedText[]
  /** `unmapped`: glyphs whose font does not say which characters they are; `picture`: a scan; `broken`: unreadable. */
  readonly state: 'text' | 'blank' | 'picture' | 'unmapped' | 'broken'
}

/** A page with more characters than this is no scan, whatever pictures it holds. */
const SPARSE_CHARACTERS = 40
/** A picture that covers so much of a page with little text is a scan of it; a seal or an emblem covers less. */
const SCAN_SHARE = 0.4
/** A page of official print has at most a few signs that are not of the usual ones. */
const UNMAPPED_SHARE = 0.2
/** Letters as outlines take many shapes; what frames an empty page takes a few. */
const OUTLINE_SHAPES = 100

/**
 * Reads the text layer of a page and tells what kind of page it is.
 * @param afterTable whether the page before ends in a ruled table, which may go on here
 */
export async function readPage(
  { document, library }: OpenPdf,
  index: number,
  afterTable: boolean,
): Promise<PageReading> {
  try {
    const page = await document.getPage(index + 1)
    try {
      return await readOpenPage(library, page, index, afterTable)
    } finally {
      page.cleanup()
    }
  } catch {
    return { index, size: A4, items: [], state: 'broken' }
  }
}

/** In points, for a page whose size cannot be read. */
const A4: PageSize = { width: 595, height: 842 }

async function readOpenPage(
  library: PdfLibrary,
  page: PDFPageProxy,
  index: number,
  afterTable: boolean,
): Promise<PageReading> {
  const { size, items, unmappedShare } = await readText(library, page, index)
  const characters = items.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0)
  if (unmappedShare > UNMAPPED_SHARE) return { index, size, items, state: 'unmapped' }
  const sparse = characters < SPARSE_CHARACTERS
  if (!sparse && !afterTable && !isTabular(items)) return { index, size, items, state: 'text' }
  const { pictureShare, shapes, glyphRuns, rules } = await readDrawing(library, page)
  const outlined = characters === 0 && shapes > OUTLINE_SHAPES
  if (sparse && (pictureShare > SCAN_SHARE || outlined)) return { index, size, items, state: 'picture' }
  if (characters === 0) return { index, size, items, state: glyphRuns > 0 ? 'unmapped' : 'blank' }
  return { index, ...straightenColumns(readTables(items, rules), size), state: 'text' }
}

/** Gap in em from which a line may hold two cells; lines nearer to each other belong to cells side by side. */
const CELL_GAP = 0.6
const LEAST_LEADING = 0.95

/** Whether words stand side by side as in cells: only then the rules of the page are of interest. */
function isTabular(items: readonly PlacedText[]): boolean {
  const lines = linesOfPage(items)
  return lines.some(({ pieces, y, size }, index) => {
    const above = lines[index - 1]
    if (above !== undefined && y - above.y < LEAST_LEADING * Math.min(size, above.size)) return true
    return pieces.some((piece, at) => {
      const before = pieces[at - 1]
      return before !== undefined && piece.x - before.x - before.width > CELL_GAP * piece.size
    })
  })
}

interface PageText extends Pick<PageReading, 'size' | 'items'> {
  /** Share of the characters that no Chinese or Latin text holds. */
  readonly unmappedShare: number
}

/** What official prints hold: ASCII, common signs, CJK with its punctuation and forms; not PUA, controls or other scripts. */
const USUAL =
  /[\t\n\r\x20-\x7e\u00a0\u00a7\u00b0\u00b1\u00b7\u00d7\u00f7\u0391-\u03c9\u2000-\u22ff\u2460-\u24ff\u2500-\u25ff\u2e80-\u2fdf\u3000-\u33ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u

/** The runs of text of a page, text that stands aslant (watermarks) left out. */
async function readText(library: PdfLibrary, page: PDFPageProxy, index: number): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const runs: Run[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = library.Util.transform(
      viewport.transform,
      item.transform as number[],
    ) as number[]
    const size = Math.hypot(c, d)
    if (![x, y, size, item.width].every(Number.isFinite) || size === 0) continue
    runs.push({ x, y, size, width: item.width, text: foldRadicals(item.str), angle: Math.atan2(b, a) })
  }
  return { ...upright(runs, viewport, index), unmappedShare: unmappedShare(runs) }
}

/** A run as it stands on the page; `angle` in radians, clockwise. */
interface Run {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly width: number
  readonly text: string
  readonly angle: number
}

/** Text within this angle of the direction of most text belongs to it; in radians, 6°. */
const ASLANT = 0.1

/** Turns a page whose text runs up or down (a table printed across), and drops what stands in another direction. */
function upright(runs: readonly Run[], { width, height }: PageSize, page: number) {
  const quarter = mainQuarter(runs)
  const items: PlacedText[] = []
  for (const run of runs) {
    if (Math.abs(Math.sin(run.angle - quarter * QUARTER)) > ASLANT || quarterOf(run) !== quarter) continue
    const { x, y, size, text } = run
    const place = [
      { x, y },
      { x: y, y: width - x },
      { x: width - x, y: height - y },
      { x: height - y, y: x },
    ][quarter]!
    items.push({ page, size, width: run.width, text, ...place })
  }
  return { size: quarter % 2 === 0 ? { width, height } : { width: height, height: width }, items }
}

const QUARTER = Math.PI / 2

/** Quarter turns clockwise, 0 to 3, nearest to the direction that a run is read in. */
function quarterOf({ angle }: Run): number {
  return ((Math.round(angle / QUARTER) % 4) + 4) % 4
}

/** The direction of most characters. */
function mainQuarter(runs: readonly Run[]): number {
  const characters = [0, 0, 0, 0]
  for (const run of runs) characters[quarterOf(run)]! += run.text.length
  return characters.indexOf(Math.max(...characters))
}

function unmappedShare(runs: readonly Run[]): number {
  let unusual = 0
  let all = 0
  for (const { text } of runs) {
    for (const character of text) {
      if (character === ' ') continue
      all += 1
      if (!USUAL.test(character)) unusual += 1
    }
  }
  return all === 0 ? 0 : unusual / all
}
