import { differencesBetween } from '../../citing/differences.ts'
import { type LocalMatch, matchLocally } from '../../citing/localMatch.ts'
import { phrasesOf } from '../../citing/sentences.ts'
import { placeInBlock, type SourceBlock } from '../../citing/sourceText.ts'
import type { TextRange } from '../../domain/span.ts'
import { type FoldedText, foldText, unfoldRange } from '../../text/foldedText.ts'
import { bigrams, containment } from '../../text/similarity.ts'
import { type CheckContext, type Draft, documentAt, locatorAt } from './checkContext.ts'
import type { Standing } from './checkQuotations.ts'
import { standingDraft } from './checkWords.ts'

/** Folded characters from which words that agree are taken over, not alike by chance. */
const LEAST = 14
/** Share of the characters that must agree. */
const AGREEING = 0.8
/** Characters at the edge of a phrase that were changed with it: 可以|以… for 不得|以…. */
const EDGE = 4
/** Clauses that a sentence is compared with. */
const COMPARED = 3
/** A sentence longer than that is compared by its beginning. */
const LONGEST = 600

export interface FoundPassage {
  readonly draft: Draft
  readonly standing: Standing
}

/** The words of a range of the answer, outside quotations, that stand in the corpus nearly as they are. */
export async function checkPassages(
  context: CheckContext,
  range: TextRange,
): Promise<readonly FoundPassage[]> {
  const words = context.answer.text.slice(range.start, Math.min(range.end, range.start + LONGEST))
  const folded = foldText(words)
  if (folded.text.length < LEAST) return []
  const document = documentAt(context, range)
  const source = document === null ? null : await context.sources.document(document.id)
  const blocks = source === null ? await context.sources.candidates(words) : likeliest(folded, source.blocks)
  const found = bestMatch(folded, blocks.slice(0, COMPARED))
  if (found === null) return []
  const { match, block } = found
  const place = { start: range.start, end: range.start + words.length }
  const wide = widen(context.answer.text, place, folded, match, block)
  const claimed = locatorAt(context, wide.range, document)
  const ranges = claimed?.places.map((each) => each.range) ?? []
  const draft = await standingDraft(context, 'PASSAGE', wide.range, wide.words, wide.standing, {
    document,
    ranges,
  })
  const rest = [
    { start: range.start, end: wide.range.start },
    { start: wide.range.end, end: range.end },
  ]
  const others = await Promise.all(rest.map((each) => checkPassages(context, each)))
  return [...(others[0] ?? []), { draft, standing: wide.standing }, ...(others[1] ?? [])]
}

function likeliest({ text }: FoldedText, blocks: readonly SourceBlock[]): SourceBlock[] {
  const pairs = bigrams(text)
  return blocks
    .map((block) => ({ block, shared: containment(pairs, block.pairs) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({ block }) => block)
}

function bestMatch(
  { text }: FoldedText,
  blocks: readonly SourceBlock[],
): { readonly match: LocalMatch; readonly block: SourceBlock } | null {
  let best: { readonly match: LocalMatch; readonly block: SourceBlock } | null = null
  for (const block of blocks) {
    const match = matchLocally(text, block.folded.text)
    if (match === null || match.agreeing < LEAST) continue
    const length = Math.max(match.left.end - match.left.start, match.right.end - match.right.start)
    if (match.agreeing < length * AGREEING) continue
    if (best === null || match.agreeing > best.match.agreeing) best = { match, block }
  }
  return best
}

/** Takes in the edges of the phrases on both sides, and compares what then stands there. */
function widen(
  text: string,
  place: TextRange,
  folded: FoldedText,
  match: LocalMatch,
  block: SourceBlock,
): { readonly range: TextRange; readonly words: FoldedText; readonly standing: Standing } {
  const own = unfoldRange(folded, match.left)
  const range = withEdges(text, { start: place.start + own.start, end: place.start + own.end }, place)
  const corpusRange = withEdges(block.text, placeInBlock(block, match.right), block.range)
  const words = foldText(text.slice(range.start, range.end))
  const corpus = foldText(block.text.slice(corpusRange.start, corpusRange.end))
  const distance = words.text.length + corpus.text.length - 2 * match.agreeing
  const isSame = words.text === corpus.text
  const { documentId, clause } = block
  return {
    range,
    words,
    standing: {
      ...{ documentId, clause, range: corpusRange, corpus, denial: null },
      distance: isSame ? 0 : distance,
      similarity: isSame ? 1 : Math.min(1, match.agreeing / Math.max(words.text.length, corpus.text.length)),
      differences: isSame ? [] : differencesBetween(words.text, corpus.text, distance),
    },
  }
}

/** A range to the edges of the phrases that it begins and ends in, where only few characters lie between. */
function withEdges(text: string, range: TextRange, within: TextRange): TextRange {
  const from = Math.max(within.start, range.start - 3 * EDGE)
  const to = Math.min(within.end, range.end + 3 * EDGE)
  const first = phrasesOf(text, { start: from, end: range.end }).find(({ end }) => end > range.start)
  const last = phrasesOf(text, { start: range.start, end: to }).findLast(({ start }) => start < range.end)
  const start =
    first !== undefined && first.start >= range.start - EDGE
      ? Math.min(first.start, range.start)
      : range.start
  const end = last !== undefined && last.end <= range.end + EDGE ? Math.max(last.end, range.end) : range.end
  return { start, end }
}
