import { expect, it } from 'vitest'
import { expectedResults, readSeedDocuments } from './seedDocuments.ts'

const documents = await readSeedDocuments()

interface ClauseText {
  readonly ordinal: number
  readonly label: string
  readonly title: string | null
  readonly text: string
}

const read = Object.fromEntries(
  documents.map(({ name, printed }) => [
    name,
    printed.clauses.map(({ ordinal, label, title, text }: ClauseText) => ({ ordinal, label, title, text })),
  ]),
)
/** Checked by eye against the source files; a change of it is a change of what users read. */
const expected = expectedResults('clauseTexts.json', read) as Record<string, ClauseText[]>

it('reads all 118 clauses', () => {
  expect(Object.values(expected).flat()).toHaveLength(118)
})

it.each(documents.map(({ name }) => name))('reads the whole text of every clause of %s', (name) => {
  expect(read[name]).toEqual(expected[name])
})
