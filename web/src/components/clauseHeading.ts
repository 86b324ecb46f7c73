/** The mark behind a heading that stands in the same line as the text. */
const BEHIND_HEADING = /^[\s。．.：:]*/

/**
 * Parts the words of a clause into its heading and the rest, so that the heading is not shown twice.
 * @param text the words of the clause from its label on
 * @returns the heading, and where the rest begins in `text`
 */
export function bodyOf(
  text: string,
  { label, title }: { readonly label: string; readonly title: string | null },
): { readonly heading: string; readonly bodyStart: number } {
  const heading = `${label}${title ?? ''}`
  const labelEnd = text.startsWith(label) ? label.length : 0
  if (labelEnd === 0 || title === null) return { heading, bodyStart: skip(text, labelEnd) }
  const titleStart = text.indexOf(title, labelEnd)
  // a title that stands elsewhere in the text is part of a sentence
  if (titleStart < 0 || text.slice(labelEnd, titleStart).trim() !== '') {
    return { heading, bodyStart: skip(text, labelEnd) }
  }
  return { heading, bodyStart: skip(text, titleStart + title.length) }
}

function skip(text: string, at: number): number {
  return at + (BEHIND_HEADING.exec(text.slice(at))?.[0].length ?? 0)
}
