import { expect, it } from 'vitest'
import type { DocumentBundle } from '../../src/domain/bundle.ts'
import { citation } from '../../test/support/bundle.ts'
import { CITY, cityBundle } from '../../test/support/corpus.ts'
import { checkBundle } from './checkBundle.ts'

it('takes a whole bundle', () => {
  expect(() => checkBundle(cityBundle())).not.toThrow()
})

const broken: readonly (readonly [string, (whole: DocumentBundle) => Partial<DocumentBundle>])[] = [
  ['a clause twice', ({ clauses }) => ({ clauses: [...clauses, clauses[0]!] })],
  ['a section twice', ({ sections }) => ({ sections: [...sections, sections[0]!] })],
  [
    'a responsibility twice',
    ({ responsibilities }) => ({ responsibilities: [...responsibilities, responsibilities[0]!] }),
  ],
  ['an entry of words twice', ({ terms }) => ({ terms: [...terms, terms[0]!] })],
  ['a product type of a clause twice', ({ about }) => ({ about: [...about, about[0]!] })],
  ['no section', () => ({ sections: [] })],
  ['no annex', () => ({ annexes: [] })],
  ['no clause', () => ({ clauses: [] })],
  [
    'an item without its clause',
    ({ clauses }) => ({ clauses: clauses.slice(1), responsibilities: [], targets: [] }),
  ],
  [
    'a citation in an unknown clause',
    () => ({
      citations: [citation({ id: `${CITY}/cite_1`, documentId: CITY, targetId: CITY, clauseId: 'nothing' })],
    }),
  ],
  ['words of an unknown clause', () => ({ terms: [{ clauseId: 'nothing', tokens: [] }] })],
]
it.each(broken)('refuses %s', (_, change) => {
  const whole = cityBundle()
  expect(() => checkBundle({ ...whole, ...change(whole) })).toThrow(
    expect.objectContaining({ code: 'BAD_INPUT' }),
  )
})
