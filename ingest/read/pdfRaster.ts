import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Enough for recognition: 0–1 % wrong characters at 150 dpi, no fewer at 200. */
const DPI = 150
/** A3 at 150 dpi; a larger sheet is drawn smaller. */
const MOST_PIXELS = 4_400_000
const POINTS_PER_INCH = 72

interface Canvas {
  encode(format: 'png'): Promise<Uint8Array>
}
/** The library's own factory: it loads `@napi-rs/canvas`, an optional package of its. */
interface CanvasFactory {
  create(width: number, height: number): { canvas: Canvas; context: RenderContext }
  destroy(sheet: object): void
}
type RenderContext = NonNullable<Parameters<PDFPageProxy['render']>[0]['canvasContext']>

/** Draws a page; null where the package that draws is not installed. */
export async function drawPage(document: PDFDocumentProxy, page: PDFPageProxy): Promise<Uint8Array | null> {
  const natural = page.getViewport({ scale: 1 })
  const largest = Math.sqrt(MOST_PIXELS / (natural.width * natural.height))
  const viewport = page.getViewport({ scale: Math.min(DPI / POINTS_PER_INCH, largest) })
  const factory = document.canvasFactory as CanvasFactory
  const sheet = createSheet(factory, viewport.width, viewport.height)
  if (sheet === null) return null
  try {
    await page.render({ canvasContext: sheet.context, canvas: null, viewport, background: '#ffffff' }).promise
    return await sheet.canvas.encode('png')
  } finally {
    factory.destroy(sheet)
  }
}

function createSheet(factory: CanvasFactory, width: number, height: number) {
  try {
    return factory.create(Math.max(1, Math.floor(width)), Math.max(1, Math.floor(height)))
  } catch (error) {
    if ((error as { code?: unknown }).code === 'MODULE_NOT_FOUND') return null
    throw error
  }
}
