import type { SourceText } from '../../ingest/values.ts'

/** A text file as the readers give it. */
export function sourceText(text: string, over: Partial<SourceText> = {}): SourceText {
  return {
    ...{ name: 'a.txt', mediaType: 'text/plain', sha256: '', encoding: 'utf-8', notices: [] },
    ...{ bytes: new Uint8Array(), text, layout: 'printed', pageStarts: [], recognition: null, edits: [] },
    ...over,
  }
}
