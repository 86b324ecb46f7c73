import { buildPdf, PAGE_HEIGHT, PAGE_WIDTH, type PdfPage, type PdfRun } from '../support/pdf.ts'

// GB/T 9704—2012, 5.2: 28 characters a line, 22 lines a page, 三号 (16 points).
const COLUMNS = 28
const ROWS = 22
const SIZE = 16
const LEADING = 28.9
const LEFT = (PAGE_WIDTH - COLUMNS * SIZE) / 2
const TOP = PAGE_HEIGHT - 120

/** Width in characters: a digit, a Latin letter or an ASCII mark takes half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x80 ? 0.5 : 1), 0)
}

function wrap(paragraph: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const char of paragraph) {
    // closing punctuation hangs over the margin
    if (widthOf(line + char) > COLUMNS && !/[，。；：、）》”]/.test(char)) {
      lines.push(line)
      line = ''
    }
    line += char
  }
  return line === '' ? lines : [...lines, line]
}

/** Lines of one paragraph of the notation, each with its place in the line (points). */
function layOut(paragraph: string): { x: number; text: string }[] {
  const mark = /^\[([=>])\]/.exec(paragraph)?.[1]
  const text = mark === undefined ? paragraph : paragraph.slice(3)
  const rest = COLUMNS - widthOf(text)
  if (mark === '=') return [{ x: LEFT + (rest / 2) * SIZE, text }]
  if (mark === '>') return [{ x: LEFT + (rest - 4) * SIZE, text }]
  const isIndented = !/^(?:抄送|各[^。]*：$)/.test(text)
  return wrap(isIndented ? `　　${text}` : text).map((line) => {
    const bare = line.replace(/^　+/, '')
    return { x: LEFT + (line.length - bare.length) * SIZE, text: bare }
  })
}

/** A PDF of pages as offices print them: hard wraps, paragraphs over pages, `— 2 —` at the foot. */
export function buildInventedPdf(notation: string): Uint8Array {
  const lines = notation.trim().split('\n').flatMap(layOut)
  const pages: PdfPage[] = []
  for (let from = 0; from < lines.length; from += ROWS) {
    const runs: PdfRun[] = lines
      .slice(from, from + ROWS)
      .map(({ x, text }, row) => ({ x, y: TOP - row * LEADING, text, size: SIZE }))
    const foot: PdfRun = { x: PAGE_WIDTH / 2 - 20, y: 60, text: `— ${pages.length + 1} —`, size: 14 }
    pages.push({ runs: [...runs, foot] })
  }
  return buildPdf(pages)
}
