import type { PlacedText } from './geometry.ts'
import type { OcrLine, OcrPage } from './ocrMessages.ts'

/** The box of a line is drawn wider than its type, by this share of its height on either side. */
const BOX_MARGIN = 0.15
/** Measured sizes differ that much within one size of type (digits, closing brackets, slant). */
const SIZE_TOLERANCE = 0.2

/** Recognised lines as pieces of text on a page. @param scale pixels for each unit of the page's size */
export function placeLines(page: OcrPage, index: number, scale: number): PlacedText[] {
  const sizes = page.lines.map(typeSize)
  const body = median(sizes)
  return page.lines.map((line, at) => {
    const measured = sizes[at]!
    const size = Math.abs(measured - body) <= body * SIZE_TOLERANCE ? body : measured
    return {
      page: index,
      x: line.left / scale,
      y: (line.bottom - BOX_MARGIN * size) / scale,
      size: size / scale,
      width: (line.right - line.left) / scale,
      text: mendBrackets(line.text),
    }
  })
}

/** From the width where the line is long enough, since a slanted line has a high box. */
function typeSize({ text, left, top, right, bottom }: OcrLine): number {
  const ems = text.length - (text.match(/[A-Za-z0-9 .,]/g)?.length ?? 0) / 2
  const height = bottom - top
  return ems >= 4 ? Math.min((right - left) / ems, height) : height * (1 - 2 * BOX_MARGIN)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** The brackets of a 发文字号 are taken for other ones more often than any character is. */
function mendBrackets(text: string): string {
  return text.replace(/[〔[［【(（]((?:19|20)\d{2})[〕\]］】)）](?=\s*第?\s*\d{1,5}\s*号)/g, '〔$1〕')
}

/** Mean over the characters, 0 to 1; null where there is no character. */
export function confidenceOf(pages: readonly OcrPage[]): number | null {
  const lines = pages.flatMap((page): readonly OcrLine[] => page.lines)
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0)
  if (characters === 0) return null
  const sum = lines.reduce((total, { text, confidence }) => total + confidence * text.length, 0)
  return Math.round((sum / characters) * 1000) / 1000
}
