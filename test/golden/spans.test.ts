import { describe, expect, it } from 'vitest'
import { readInventedDocuments } from './inventedDocuments.ts'
import { sourceWords, spansOf, words } from './printedSpans.ts'
import { readSeedDocuments } from './seedDocuments.ts'

const documents = [...(await readSeedDocuments()), ...(await readInventedDocuments())]

describe.each(documents.map((document) => [document.name, document] as const))(
  '%s',
  (_, { read, printed }) => {
    const { notices: __, ...facts } = printed
    const spans = [...spansOf(facts)]
    const repaired = read.facts.outline.normal.notices.filter(({ code }) => code.startsWith('normalise/gbk'))

    it('has a span for every clause and every fact of it', () => {
      const count = printed.clauses.reduce(
        (sum: number, clause: { responsibilities: []; targets: [] }) =>
          sum + 1 + clause.responsibilities.length + clause.targets.length,
        0,
      )
      expect(spans.length).toBeGreaterThan(count)
    })

    it('quotes exactly what stands at each span', () => {
      for (const [path, span] of spans)
        expect(printed.text.slice(span.start, span.end), path).toBe(span.quote)
    })

    it('leads each span back to the same words of the file as read', () => {
      let mended = 0
      for (const [path, span] of spans) {
        if (
          repaired.some(({ span: hole }) => hole !== null && hole.start < span.end && span.start < hole.end)
        )
          mended++
        else expect(sourceWords(read, span.source), path).toBe(words(span.quote))
      }
      // Words that were repaired differ from the file by definition; they must stay the exception.
      expect(mended).toBeLessThanOrEqual(repaired.length * 6)
    })
  },
)
