import { expect, it } from 'vitest'
import { pageOf } from './nodes.ts'

it.each([
  [[], 5, null],
  [[0], 5, 1],
  [[0, 10, 20], 9, 1],
  [[0, 10, 20], 10, 2],
  [[0, 10, 20], 99, 3],
  // an empty page begins where the next one does
  [[0, 10, 10], 10, 3],
  // nothing stands on the first page
  [[3, 10], 0, 1],
] as const)('pages that begin at %j: %i lies on page %s', (pageStarts, offset, page) => {
  expect(pageOf({ pageStarts }, offset)).toBe(page)
})
