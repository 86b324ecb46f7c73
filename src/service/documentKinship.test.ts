import { describe, expect, it } from 'vitest'
import { documentNode } from '../../test/support/bundle.ts'
import { areChained, kinshipOf, lagDays } from './documentKinship.ts'
import type { Scope } from './scope.ts'

const DATES: Readonly<Record<string, string | null>> = {
  national: '2023-01-01',
  province: '2023-06-01',
  city: '2023-09-01',
  early: '2022-01-01',
  undated: null,
  one: '2024-01-01',
  other: '2024-02-01',
  first: null,
  second: null,
}
/** What each document stands below, nearest first. */
const ABOVE: Readonly<Record<string, readonly string[]>> = {
  city: ['province', 'national'],
  province: ['national'],
  // its citation was resolved to a later document
  early: ['province'],
  undated: ['province'],
  // circles: with dates, without
  one: ['other'],
  other: ['one'],
  first: ['second'],
  second: ['first'],
}
const node = (id: string) => documentNode({ id, issuedOn: DATES[id] ?? null })
const scope = {
  read: { chainUp: async (id: string) => (ABOVE[id] ?? []).map((documentId) => ({ documentId })) },
} as unknown as Scope

describe('kinshipOf', () => {
  it.each([
    ['city', 'province', 'IMPLEMENTS'],
    ['city', 'national', 'IMPLEMENTS'],
    ['national', 'city', 'IMPLEMENTED_BY'],
    ['undated', 'province', 'IMPLEMENTS'],
    // one that is older cannot implement the other
    ['early', 'province', 'PARALLEL'],
    ['province', 'early', 'PARALLEL'],
    // two below one are beside each other
    ['city', 'undated', 'PARALLEL'],
    ['other', 'one', 'IMPLEMENTS'],
    ['one', 'other', 'IMPLEMENTED_BY'],
    ['first', 'second', 'PARALLEL'],
  ])('%s to %s: %s', async (own, other, kind) => {
    expect(await kinshipOf(scope, node(own), node(other))).toBe(kind)
  })
  it('is not asked for where only the chain counts', async () => {
    expect(await areChained(scope, node('province'), node('early'))).toBe(true)
    expect(await areChained(scope, node('city'), node('undated'))).toBe(false)
  })
})

describe('lagDays', () => {
  it.each([
    ['city', 'province', 92],
    ['province', 'city', -92],
    ['city', 'city', 0],
    ['city', 'undated', null],
    ['undated', 'city', null],
  ])('%s behind %s: %s', (own, other, days) => {
    expect(lagDays(node(own), node(other))).toBe(days)
  })
})
