/** A half-open range [start, end) in UTF-16 code units. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Where a fact was read: in the normalised text of the document and in the decoded source file. */
export interface Span extends TextRange {
  /** The smallest range of the source file, as decoded, that covers the same characters. */
  readonly source: TextRange
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Whether two ranges share a character. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end
}
