import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PdfLibrary } from './pdfLibrary.ts'

/** A straight line across or down, in points, y downward; a table is ruled with them. */
export interface Rule {
  readonly direction: 'across' | 'down'
  /** y of a line across, x of a line down. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What a page shows besides the words of its text layer. */
export interface PdfDrawing {
  readonly rules: readonly Rule[]
  /** Number of operators that show glyphs, whether these have characters or not. */
  readonly glyphRuns: number
  /** Share of the page that its largest picture covers, 0 to 1. */
  readonly pictureShare: number
  /** Shapes that are no rules: letters as outlines, curves. */
  readonly shapes: number
}

type Matrix = readonly [number, number, number, number, number, number]
type Point = readonly [number, number]

/** The operands of `constructPath`: a run of these, each followed by its coordinates. Source: pdf.js, `DrawOPS`. */
const PATH_COORDINATES = [2, 2, 6, 4, 0] as const
const [MOVE, LINE, , , CLOSE] = [0, 1, 2, 3, 4]
/** A rule is not thicker, and not shorter, in points. */
const THICKEST = 3
const SHORTEST = 8

/** Walks through what a page draws. */
export async function readDrawing(library: PdfLibrary, page: PDFPageProxy): Promise<PdfDrawing> {
  const { OPS, Util } = library
  const { fnArray, argsArray } = await page.getOperatorList()
  const viewport = page.getViewport({ scale: 1 })
  const pictures = new Set<number>(
    [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject].filter(Number.isInteger),
  )
  const stack: Matrix[] = []
  let matrix = viewport.transform as unknown as Matrix
  let glyphRuns = 0
  let pictureArea = 0
  let shapes = 0
  const rules: Rule[] = []
  for (const [index, operator] of fnArray.entries()) {
    const operands = argsArray[index] as unknown[] | null
    if (operator === OPS.save) stack.push(matrix)
    else if (operator === OPS.restore) matrix = stack.pop() ?? matrix
    else if (operator === OPS.transform) matrix = Util.transform(matrix as never, operands as never) as never
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix)
      if (Array.isArray(operands?.[0]))
        matrix = Util.transform(matrix as never, operands[0] as never) as never
    } else if (operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    else if (operator === OPS.showText) glyphRuns += 1
    else if (pictures.has(operator)) pictureArea = Math.max(pictureArea, areaOf(matrix))
    else if (operator === OPS.constructPath && operands !== null && operands[0] !== OPS.endPath) {
      const found = rulesOf(pathOf(operands), matrix)
      if (found.length === 0) shapes += 1
      rules.push(...found)
    }
  }
  const pageArea = Math.max(1, viewport.width * viewport.height)
  return { rules, glyphRuns, pictureShare: Math.min(1, pictureArea / pageArea), shapes }
}

/** A picture fills the unit square. */
function areaOf([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c)
}

function pathOf(operands: readonly unknown[]): ArrayLike<number> {
  const [path] = (operands[1] ?? []) as [ArrayLike<number>?]
  return path ?? []
}

/** The straight sides of a path that run across or down; a filled sliver counts as the line that it looks like. */
function rulesOf(path: ArrayLike<number>, matrix: Matrix): Rule[] {
  const rules: Rule[] = []
  let start: Point = [0, 0]
  let last: Point = [0, 0]
  for (let at = 0; at < path.length; ) {
    const operator = path[at]!
    const count = PATH_COORDINATES[operator]
    if (count === undefined) return rules
    const end: Point =
      operator === CLOSE ? start : applied(matrix, path[at + count - 1] ?? 0, path[at + count] ?? 0)
    if (operator === MOVE) start = end
    else if (operator === LINE || operator === CLOSE) {
      const rule = ruleBetween(last, end)
      if (rule !== null) rules.push(rule)
    }
    last = end
    at += 1 + count
  }
  return rules
}

function applied([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}

function ruleBetween([x1, y1]: Point, [x2, y2]: Point): Rule | null {
  const [width, height] = [Math.abs(x1 - x2), Math.abs(y1 - y2)]
  if (height <= THICKEST && width >= SHORTEST) {
    return { direction: 'across', at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }
  }
  if (width <= THICKEST && height >= SHORTEST) {
    return { direction: 'down', at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }
  }
  return null
}
