import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DocumentBundle } from '../../src/domain/bundle.ts'
import { countTokens, scoreBm25 } from '../../src/search/bm25.ts'
import { seededRandom, syntheticBundle } from '../../test/support/bundle.ts'
import { type OpenStore, openStore } from './connection/openStore.ts'
import { KeywordIndex } from './keywordIndex.ts'
import { deleteDocument, putDocument } from './writeDocument.ts'

let folder: string
let store: OpenStore
let index: KeywordIndex

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhengmai-words-'))
  store = await openStore(folder, 'write')
  index = new KeywordIndex(store.connection)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

function put(bundle: DocumentBundle): void {
  store.connection.transaction('write', () => putDocument(store.connection, bundle))
}

/** All clauses that hold a word, by the formula of search over the tokens as given. */
function ranked(bundles: readonly DocumentBundle[], words: readonly string[]): string[] {
  const terms = bundles.flatMap((bundle) => bundle.terms)
  const corpus = {
    clauses: terms.length,
    averageLength: terms.reduce((sum, { tokens }) => sum + tokens.length, 0) / terms.length,
    documentFrequency: new Map(
      words.map((word) => [word, terms.filter(({ tokens }) => tokens.includes(word)).length]),
    ),
  }
  const query = new Map(words.map((word) => [word, 1]))
  return terms
    .map(({ clauseId, tokens }) => ({
      clauseId,
      score: scoreBm25(query, countTokens(words, tokens), corpus),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.clauseId < b.clauseId ? -1 : 1))
    .map(({ clauseId }) => clauseId)
}

it('ranks as BM25 over all clauses does, also after each change', () => {
  const random = seededRandom(23)
  const first = syntheticBundle('cn/1', 40, random, { vocabulary: 60 })
  const second = syntheticBundle('cn/2', 40, random, { vocabulary: 60 })
  const words = ['词3', '词40', '词59', '没有']
  const check = (bundles: readonly DocumentBundle[]) => {
    const expected = ranked(bundles, words)
    expect(index.candidates(words, {}, 100)).toEqual(expected)
    expect(index.candidates(words, {}, 7)).toHaveLength(7)
    const held = (word: string) =>
      bundles.flatMap((bundle) => bundle.terms).filter(({ tokens }) => tokens.includes(word)).length
    expect(index.statistics(words)).toEqual({
      clauses: bundles.length * 40,
      averageLength: 100,
      documentFrequency: new Map(words.map((word) => [word, held(word)])),
    })
  }
  put(first)
  check([first])
  put(second)
  check([first, second])
  const anew = syntheticBundle('cn/1', 40, random, { vocabulary: 60 })
  put(anew)
  check([anew, second])
  store.connection.transaction('write', () => deleteDocument(store.connection, 'cn/2'))
  check([anew])
})

it('keeps to a filter', () => {
  const random = seededRandom(29)
  const bundles = ['cn/1', 'cn/2'].map((id) => syntheticBundle(id, 30, random, { vocabulary: 20 }))
  for (const bundle of bundles) put(bundle)
  const expected = ranked(bundles, ['词2', '词7']).filter((id) => id.startsWith('cn/2/'))
  expect(expected.length).toBeGreaterThan(10)
  expect(index.candidates(['词2', '词7'], { documentIds: ['cn/2'] }, 100)).toEqual(expected)
  expect(index.candidates(['词2'], { documentIds: [] }, 100)).toEqual([])
})

it.each([
  ['no words', [], 10],
  ['an empty word', [''], 10],
  ['no room', ['词1'], 0],
])('finds nothing for %s', (_what, words, limit) => {
  put(syntheticBundle('cn/1', 5, seededRandom(1), { vocabulary: 5 }))
  expect(index.candidates(words, {}, limit)).toEqual([])
})
