const MARK = /<mark>(.*?)<\/mark>/gs
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
}

/** A highlight of the schema, `…<mark>…</mark>…` with all else escaped, as text: nothing of it is ever run as HTML. */
export function Marked({ text }: { readonly text: string }) {
  return splitMarked(text).map(({ words, marked, at }) => (marked ? <mark key={at}>{words}</mark> : words))
}

export interface MarkedPart {
  readonly words: string
  readonly marked: boolean
  readonly at: number
}

export function splitMarked(text: string): readonly MarkedPart[] {
  const parts: MarkedPart[] = []
  let end = 0
  const add = (words: string, marked: boolean, at: number) => {
    if (words !== '') parts.push({ words: unescapeEntities(words), marked, at })
  }
  for (const match of text.matchAll(MARK)) {
    add(text.slice(end, match.index), false, end)
    add(match[1]!, true, match.index)
    end = match.index + match[0].length
  }
  add(text.slice(end), false, end)
  return parts
}

function unescapeEntities(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}
