import type { Answer } from '../../citing/answer.ts'
import { denialBefore, differencesBetween, type WordDifference } from '../../citing/differences.ts'
import { findNear, type NearMatch } from '../../citing/nearMatch.ts'
import { phrasesOf } from '../../citing/sentences.ts'
import { blockAt, placeInBlock, type SourceBlock, type SourceDocument } from '../../citing/sourceText.ts'
import type { ClauseNode } from '../../domain/nodes.ts'
import { overlaps, type TextRange } from '../../domain/span.ts'
import { type FoldedText, foldText, unfoldRange } from '../../text/foldedText.ts'
import type { CheckSources } from './checkSources.ts'

/** Words of an answer and where they stand in the corpus. */
export interface Standing {
  readonly documentId: string
  readonly clause: ClauseNode | null
  /** In `Document.text`. */
  readonly range: TextRange
  /** Share of the words' characters that agree, 0 to 1; 1 for the same words. */
  readonly similarity: number
  readonly distance: number
  /** Left: ranges of the folded words; right: ranges of the folded words of the corpus at `range`. */
  readonly differences: readonly WordDifference[]
  readonly corpus: FoldedText
  /** The word of the corpus right before that denies what was quoted. */
  readonly denial: string | null
}

/** Share of the characters that may differ. */
const MOST_CHANGED = 0.3
/** A part of a quotation counts as standing elsewhere only where it is this long and agrees this far. */
const PART = { least: 6, changed: 0.15 }
/** A quotation is sewn together where its parts cover this share of it. */
const COVERED = 0.8

/** The best place of words in one document; of the same words the one inside `preferred`. Null where they do not stand there. */
export function standIn(
  source: SourceDocument,
  words: FoldedText,
  preferred: readonly TextRange[] = [],
): Standing | null {
  const limit = Math.floor(words.text.length * MOST_CHANGED)
  const match =
    preferredMatch(source, words.text, preferred) ?? findNear(words.text, source.folded.text, limit)
  if (match === null) return null
  const range = unfoldRange(source.folded, match)
  const clause = blockAt(source, range)?.clause ?? null
  return makeStanding({ documentId: source.documentId, clause, text: source.text }, words, match, range)
}

/** The best place of words in a block; null where they do not stand there. */
export function standInBlock(block: SourceBlock, words: FoldedText): Standing | null {
  const limit = Math.floor(words.text.length * MOST_CHANGED)
  const match = findNear(words.text, block.folded.text, limit)
  if (match === null) return null
  return makeStanding(block, words, match, placeInBlock(block, match))
}

/** The same words inside one of the ranges. */
function preferredMatch(
  { folded }: SourceDocument,
  words: string,
  preferred: readonly TextRange[],
): NearMatch | null {
  if (preferred.length === 0) return null
  for (let at = folded.text.indexOf(words); at >= 0; at = folded.text.indexOf(words, at + 1)) {
    const match = { start: at, end: at + words.length, distance: 0 }
    if (preferred.some((range) => overlaps(range, unfoldRange(folded, match)))) return match
  }
  return null
}

function makeStanding(
  place: Pick<SourceBlock, 'documentId' | 'clause' | 'text'>,
  words: FoldedText,
  match: NearMatch,
  range: TextRange,
): Standing {
  const { documentId, clause, text } = place
  const corpus = foldText(text.slice(range.start, range.end))
  const { distance } = match
  return {
    ...{ documentId, clause, range, distance, corpus },
    similarity: 1 - distance / words.text.length,
    differences: distance === 0 ? [] : differencesBetween(words.text, corpus.text, distance),
    denial: denialBefore(text.slice(Math.max(0, range.start - 4), range.start)),
  }
}

/** The best place in the whole corpus. */
export async function standAnywhere(
  sources: CheckSources,
  words: string,
  folded: FoldedText,
): Promise<readonly Standing[]> {
  const blocks = await sources.candidates(words)
  const standings = blocks.flatMap((block) => standInBlock(block, folded) ?? [])
  return standings.sort((a, b) => a.distance - b.distance)
}

/** A part of a quotation and the block that it stands in. */
export interface SewnPart {
  /** In the answer. */
  readonly range: TextRange
  readonly block: SourceBlock
  /** In `Document.text`. */
  readonly place: TextRange
}

/**
 * The parts of a quotation that was sewn from several clauses, in order, neighbouring ones of one clause as one; null where
 * one clause holds all of it that stands anywhere.
 */
export function unpick(
  answer: Answer,
  quotation: TextRange,
  blocks: readonly SourceBlock[],
): readonly SewnPart[] | null {
  const phrases = phrasesOf(answer.text, quotation, 'phrases').map((range) => ({
    range,
    folded: foldText(answer.text.slice(range.start, range.end)).text,
  }))
  const total = phrases.reduce((sum, { folded }) => sum + folded.length, 0)
  const parts: SewnPart[] = []
  let covered = 0
  for (const { range, folded } of phrases) {
    if (folded.length < PART.least) continue
    const limit = Math.floor(folded.length * PART.changed)
    const found = bestBlock(folded, limit, blocks, parts.at(-1)?.block ?? null)
    if (found === null) continue
    covered += folded.length
    const last = parts.at(-1)
    if (last?.block === found.block)
      parts[parts.length - 1] = {
        ...last,
        range: { start: last.range.start, end: range.end },
        place: {
          start: Math.min(last.place.start, found.place.start),
          end: Math.max(last.place.end, found.place.end),
        },
      }
    else parts.push({ range, ...found })
  }
  const clauses = new Set(parts.map(({ block }) => block))
  return clauses.size > 1 && covered >= total * COVERED ? parts : null
}

/** The block that a phrase stands in: the one of the phrase before it where it stands there too. */
function bestBlock(
  phrase: string,
  limit: number,
  blocks: readonly SourceBlock[],
  before: SourceBlock | null,
): { readonly block: SourceBlock; readonly place: TextRange } | null {
  const stands = (block: SourceBlock) => {
    const match = findNear(phrase, block.folded.text, limit)
    return match === null ? null : { block, place: placeInBlock(block, match), distance: match.distance }
  }
  const same = before === null ? null : stands(before)
  if (same !== null) return same
  return (
    blocks
      .flatMap((block) => stands(block) ?? [])
      .sort((a, b) => a.distance - b.distance)
      .at(0) ?? null
  )
}
