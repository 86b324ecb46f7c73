import type { ClauseNode } from '../domain/nodes.ts'
import type { TextRange } from '../domain/span.ts'
import { type FoldedText, foldText, unfoldRange } from '../text/foldedText.ts'
import type { PrintedQuantity } from '../text/quantities.ts'
import { bigrams } from '../text/similarity.ts'
import { findFigures } from './figureClaims.ts'

/** A stretch of a document that words are compared with: one clause with heading and note, or what stands between two. */
export interface SourceBlock {
  readonly documentId: string
  readonly clause: ClauseNode | null
  /** Of the whole document. */
  readonly text: string
  /** In the text of the document. */
  readonly range: TextRange
  readonly folded: FoldedText
  readonly pairs: ReadonlySet<string>
  /** Ranges of the block's own words; read where they are asked for first. */
  figures(): readonly PrintedQuantity[]
}

/** A document with all of its text. */
export interface SourceDocument {
  readonly documentId: string
  readonly text: string
  readonly folded: FoldedText
  readonly blocks: readonly SourceBlock[]
}

export function makeBlock(
  documentId: string,
  text: string,
  range: TextRange,
  clause: ClauseNode | null,
): SourceBlock {
  const words = text.slice(range.start, range.end)
  const folded = foldText(words)
  let figures: readonly PrintedQuantity[] | undefined
  return {
    ...{ documentId, clause, text, range, folded, pairs: bigrams(folded.text) },
    figures() {
      figures ??= findFigures(words, { start: 0, end: words.length }, [])
      return figures
    },
  }
}

/** @param clauses clauses proper of the document */
export function makeSource(documentId: string, text: string, clauses: readonly ClauseNode[]): SourceDocument {
  const blocks: SourceBlock[] = []
  const add = (start: number, end: number, clause: ClauseNode | null) => {
    if (text.slice(start, end).trim() !== '') blocks.push(makeBlock(documentId, text, { start, end }, clause))
  }
  let at = 0
  for (const clause of [...clauses].sort((a, b) => a.span.start - b.span.start)) {
    if (clause.span.start < at) continue
    add(at, clause.span.start, null)
    add(clause.span.start, clause.span.end, clause)
    at = clause.span.end
  }
  add(at, text.length, null)
  return { documentId, text, folded: foldText(text), blocks }
}

/** The range of the document that a range of a block's folded words stands for. */
export function placeInBlock(block: SourceBlock, range: TextRange): TextRange {
  const { start, end } = unfoldRange(block.folded, range)
  return { start: block.range.start + start, end: block.range.start + end }
}

/** The block that holds most of a range of the document. */
export function blockAt(source: SourceDocument, range: TextRange): SourceBlock | null {
  let best: SourceBlock | null = null
  let most = 0
  for (const block of source.blocks) {
    const shared = Math.min(range.end, block.range.end) - Math.max(range.start, block.range.start)
    if (shared > most) [best, most] = [block, shared]
  }
  return best
}
