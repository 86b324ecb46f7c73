import { ZhengmaiError } from '../../src/errors/error.ts'
import type { InputFile } from '../values.ts'
import { layOut } from './geometry.ts'
import { confidenceOf, placeLines } from './ocrLayout.ts'
import { withOcr } from './ocrSession.ts'
import type { ReadOptions, ReadText } from './reader.ts'

/**
 * Reads a picture of a document (PNG, JPEG, TIFF, also with several pages) by recognising its text on this machine.
 * @throws ZhengmaiError FILE_UNSUPPORTED where recognition is switched off or not installed, FILE_UNDECODABLE where the
 * picture is broken, FILE_TOO_LARGE where it has too many pages, FILE_EMPTY where it holds no text, LIMIT where it
 * takes too long
 */
export async function readImage(file: InputFile, options: ReadOptions): Promise<ReadText> {
  if (!options.ocr) {
    const message = `文件“${file.name}”是图片，需要文字识别（OCR）才能读取，而它没有启用。`
    throw new ZhengmaiError('FILE_UNSUPPORTED', message)
  }
  const pages = await withOcr(file.name, (session) => {
    const { pages, milliseconds } = options.limits
    return session.recognise(file.bytes, { pages, until: Date.now() + milliseconds })
  })
  const confidence = confidenceOf(pages)
  if (confidence === null) {
    throw new ZhengmaiError('FILE_EMPTY', `图片“${file.name}”中没有识别出文字。`)
  }
  const { text, pageStarts } = layOut(
    pages.flatMap((page, index) => placeLines(page, index, 1)),
    pages,
  )
  return {
    encoding: 'utf-8',
    text,
    notices: [],
    layout: 'paragraphs',
    pageStarts,
    recognition: { confidence },
  }
}
