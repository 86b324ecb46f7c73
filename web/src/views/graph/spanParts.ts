export interface TextPart {
  readonly text: string
  readonly lit: boolean
  readonly at: number
}

/**
 * A text cut where words in it are to be lit.
 * @param span in the text of the document; null lights nothing
 * @param start where the text begins in the document
 */
export function splitAt(
  text: string,
  span: { readonly start: number; readonly end: number; readonly quote: string } | null,
  start: number,
): readonly TextPart[] {
  const plain = [{ text, lit: false, at: 0 }]
  if (span === null) return plain
  const expected = span.start - start
  // the words count: where they stand elsewhere in the text as shown, they are lit there
  const at = text.startsWith(span.quote, expected) ? expected : text.indexOf(span.quote)
  if (at < 0 || span.quote === '') return plain
  const end = at + span.quote.length
  return [
    { text: text.slice(0, at), lit: false, at: 0 },
    { text: text.slice(at, end), lit: true, at },
    { text: text.slice(end), lit: false, at: end },
  ].filter((part) => part.text !== '')
}
