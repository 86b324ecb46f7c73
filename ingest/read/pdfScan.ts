import { ZhengmaiError } from '../../src/errors/error.ts'
import type { PlacedText } from './geometry.ts'
import { placeLines } from './ocrLayout.ts'
import type { OcrPage } from './ocrMessages.ts'
import { type OcrSession, withOcr } from './ocrSession.ts'
import type { OpenPdf } from './pdfLibrary.ts'
import type { PageReading } from './pdfPage.ts'
import { drawPage } from './pdfRaster.ts'

/** Pages recognised, by index; `missing` says in words what is not installed. */
export interface Scans {
  readonly pages: ReadonlyMap<number, ScannedPage>
  readonly missing: string | null
}

export interface ScannedPage {
  readonly page: OcrPage
  readonly items: readonly PlacedText[]
}

const NO_CANVAS = '把 PDF 页面转成图像的组件没有安装，请运行 npm install @napi-rs/canvas。'

/** Draws and recognises pages one at a time; a page without words stays out of the result. */
export function recognisePages(
  name: string,
  pdf: OpenPdf,
  wanted: readonly PageReading[],
  until: number,
): Promise<Scans> {
  if (wanted.length === 0) return Promise.resolve({ pages: new Map(), missing: null })
  return withOcr(name, async (session) => {
    const pages = new Map<number, ScannedPage>()
    for (const reading of wanted) {
      const scanned = await recognisePage(session, pdf, reading, until)
      if (typeof scanned === 'string') return { pages, missing: scanned }
      if (scanned !== null) pages.set(reading.index, scanned)
    }
    return { pages, missing: null }
  })
}

/** The page, null where it holds no words or cannot be drawn, or what is missing. */
async function recognisePage(
  session: OcrSession,
  pdf: OpenPdf,
  { index, size }: PageReading,
  until: number,
): Promise<ScannedPage | string | null> {
  const page = await pdf.document.getPage(index + 1)
  try {
    const picture = await drawPage(pdf.document, page)
    if (picture === null) return NO_CANVAS
    const [recognised] = await session.recognise(picture, { pages: 1, until })
    if (recognised === undefined || recognised.lines.length === 0) return null
    return { page: recognised, items: placeLines(recognised, index, recognised.width / size.width) }
  } catch (error) {
    if (!(error instanceof ZhengmaiError)) return null
    if (error.details['missing'] !== undefined) return error.message
    throw error
  } finally {
    page.cleanup()
  }
}
