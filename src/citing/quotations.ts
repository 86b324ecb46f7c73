import type { TextRange } from '../domain/span.ts'

/** Words that an answer gives as another's: between quotation marks, or a block quote. */
export type Quotation = TextRange

/** Longer ones are no quotation but a mark that was never closed. */
const LONGEST = 3000
const BLOCK_LINE = /^[ \t]{0,3}>[ \t]?/

/** The quotations of an answer as `readAnswer` gives it, outermost ones, in order; what an opening mark without end begins is none. */
export function findQuotations(text: string): Quotation[] {
  const blocks = findBlocks(text)
  const marked = findMarked(text).filter(
    (quotation) => !blocks.some((block) => block.start <= quotation.start && quotation.end <= block.end),
  )
  return [...blocks, ...marked].sort((a, b) => a.start - b.start)
}

/** Contents of “…”, without the marks. A second opening mark inside opens an inner quotation only where enough marks close. */
function findMarked(text: string): Quotation[] {
  const found: Quotation[] = []
  const opened: number[] = []
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]
    if (mark === '\n' && text[at + 1] === '\n') opened.length = 0
    if (mark === '“') opened.push(at)
    if (mark !== '”') continue
    const start = opened.pop()
    if (start === undefined || at - start - 1 > LONGEST || at - start < 2) continue
    // an outer quotation takes the place of those inside it
    while ((found.at(-1)?.start ?? -1) > start) found.pop()
    found.push({ start: start + 1, end: at })
  }
  return found
}

/** Neighbouring lines that begin with `>`: each paragraph of them is one quotation. */
function findBlocks(text: string): Quotation[] {
  const found: Quotation[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const mark = BLOCK_LINE.exec(line)?.[0]
    const content = mark === undefined ? '' : line.slice(mark.length)
    if (mark !== undefined && content.trim() !== '') {
      const from = start + mark.length
      const end = start + line.trimEnd().length
      const last = found.at(-1)
      // the line break and the mark of the next line are white space and punctuation to the comparison
      if (last !== undefined && start === last.end + 1 && end - last.start <= LONGEST)
        found[found.length - 1] = { ...last, end }
      else found.push({ start: from, end })
    }
    start += line.length + 1
  }
  return found.map((quotation) => withoutMarks(text, quotation))
}

/** > “…” is quoted once. */
function withoutMarks(text: string, quotation: Quotation): Quotation {
  const words = text.slice(quotation.start, quotation.end)
  return /^“[^“”]*”$/.test(words)
    ? { ...quotation, start: quotation.start + 1, end: quotation.end - 1 }
    : quotation
}
