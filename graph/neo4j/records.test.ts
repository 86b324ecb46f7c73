import { expect, test } from 'vitest'
import { CITY, cityBundle } from '../../test/support/corpus.ts'
import { citationProperties, responsibilityProperties, toSpan } from './records.ts'

/** As the driver gives it back: integers are numbers. */
const asStored = (ends: unknown) => (ends as readonly bigint[]).map(Number)

test('the place of an edge comes back from its property', () => {
  const { responsibilities, citations } = cityBundle()
  const source = { start: 30, end: 40 }
  const span = { start: 3, end: 4, source }
  for (const properties of [
    responsibilityProperties({ ...responsibilities[0]!, span }, 0),
    citationProperties({ ...citations[0]!, span }),
  ]) {
    expect(properties['documentId']).toBe(CITY)
    expect(toSpan(asStored(properties['span']))).toEqual(span)
  }
})

test('an edge without one has no place', () => {
  expect(toSpan(null)).toBeNull()
})
