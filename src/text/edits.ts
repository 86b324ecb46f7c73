import type { TextRange } from '../domain/span.ts'

/** Replace [start, end) of a text by `insert`; offsets in UTF-16 code units of the text before any edit. */
export interface Edit extends TextRange {
  readonly insert: string
}

/**
 * Where each character of an edited text came from. Built by `applyEdits`; segments alternate between copied and
 * replaced stretches, ordered by position on both sides.
 */
export class OffsetMap {
  readonly #out: readonly number[]
  readonly #in: readonly number[]
  readonly #copied: readonly boolean[]
  readonly #outLength: number
  readonly #inLength: number

  constructor(
    out: readonly number[],
    input: readonly number[],
    copied: readonly boolean[],
    lengths: { readonly out: number; readonly input: number },
  ) {
    this.#out = out
    this.#in = input
    this.#copied = copied
    this.#outLength = lengths.out
    this.#inLength = lengths.input
  }

  /** The smallest range of the input that covers the output's `range`; an empty range lies right after what stands before it. */
  toSource(range: TextRange): TextRange {
    const start = clamp(range.start, this.#outLength)
    const end = clamp(range.end, this.#outLength)
    if (start >= end) {
      const at = start === 0 ? 0 : this.toSource({ start: start - 1, end: start }).end
      return { start: at, end: at }
    }
    const first = lastAtOrBefore(this.#out, start)
    const last = lastAtOrBefore(this.#out, end - 1)
    return {
      start: this.#copied[first] ? this.#in[first]! + start - this.#out[first]! : this.#in[first]!,
      end: this.#copied[last] ? this.#in[last]! + end - this.#out[last]! : this.#inputEnd(last),
    }
  }

  /** The range of the output that stands for the input's `range`: empty where all of it was removed. */
  toOutput(range: TextRange): TextRange {
    if (this.#in.length === 0) return { start: 0, end: 0 }
    const start = clamp(range.start, this.#inLength)
    const end = Math.max(start, clamp(range.end, this.#inLength))
    const first = lastAtOrBefore(this.#in, start)
    const from = this.#copied[first] ? this.#out[first]! + start - this.#in[first]! : this.#out[first]!
    if (end === start) return { start: from, end: from }
    const last = lastAtOrBefore(this.#in, end - 1)
    const to = this.#copied[last] ? this.#out[last]! + end - this.#in[last]! : this.#outputEnd(last)
    return { start: from, end: Math.max(from, to) }
  }

  #inputEnd(segment: number): number {
    return this.#in[segment + 1] ?? this.#inLength
  }

  #outputEnd(segment: number): number {
    return this.#out[segment + 1] ?? this.#outLength
  }
}

/**
 * Applies edits that are sorted by position and do not overlap.
 * @throws RangeError when they are not, or lie outside the text: a fault of the caller
 */
export function applyEdits(text: string, edits: readonly Edit[]): { text: string; map: OffsetMap } {
  const pieces: string[] = []
  const out: number[] = []
  const input: number[] = []
  const copied: boolean[] = []
  let outAt = 0
  let inAt = 0
  const push = (length: number, piece: string, copy: boolean): void => {
    if (length === 0 && piece.length === 0) return
    out.push(outAt)
    input.push(inAt)
    copied.push(copy)
    pieces.push(piece)
    outAt += piece.length
    inAt += length
  }
  for (const { start, end, insert } of edits) {
    if (start < inAt || end < start || end > text.length) {
      throw new RangeError(`edit [${start}, ${end}) overlaps its neighbour or leaves the text`)
    }
    push(start - inAt, text.slice(inAt, start), true)
    push(end - start, insert, insert.length === end - start && insert === text.slice(start, end))
  }
  push(text.length - inAt, text.slice(inAt), true)
  return {
    text: pieces.join(''),
    map: new OffsetMap(out, input, copied, { out: outAt, input: text.length }),
  }
}

/** Walks a range of the last text back through the maps, given in the order the edits were made. */
export function toSourceThrough(maps: readonly OffsetMap[], range: TextRange): TextRange {
  return maps.reduceRight((at, map) => map.toSource(at), range)
}

/** Walks a range of the first text forward through the maps. */
export function toOutputThrough(maps: readonly OffsetMap[], range: TextRange): TextRange {
  return maps.reduce((at, map) => map.toOutput(at), range)
}

/**
 * Index of the last number that is ≤ `value`; 0 where there is none. Segments of no length share their position with
 * the segment that follows, so the last one is the one that holds the character.
 */
function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  let found = 0
  while (low <= high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= value) {
      found = middle
      low = middle + 1
    } else {
      high = middle - 1
    }
  }
  return found
}

function clamp(value: number, limit: number): number {
  return Math.min(Math.max(value, 0), limit)
}
