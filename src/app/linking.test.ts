import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { TOPIC_KEY, type TopicDocument, topicBundle } from '../../test/support/topicDocuments.ts'
import { linkDocuments } from './linking.ts'
import { segmenterOf } from './resources.ts'
import { loadSeeds } from './seeds.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const UPPER: TopicDocument = { id: 'cn/1', topics: ['助餐', '护理'], style: 0 }
const LOWER: TopicDocument = { id: 'cn/2', topics: ['护理', '预付'], style: 1 }
const seeds = await loadSeeds(ROOT)

let folder: string
let store: GraphStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhengmai-linking-'))
  store = await openEmbeddedStore({ dataDir: folder, mode: 'write' })
  await store.setEmbeddingKey(TOPIC_KEY)
  for (const document of [UPPER, LOWER]) await store.putDocument(topicBundle(document))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function readLinks(): Promise<string[]> {
  const page = await store.correspondences({}, 'BEST', { first: 10, after: null })
  return page.items.map(({ node }) => node.edge.id)
}

it('links what lacks links, tells how far it is, and keeps what a person confirmed', async () => {
  const parts = { store, seeds, segmenter: segmenterOf(seeds) }
  const told: unknown[] = []
  const { signal } = new AbortController()
  expect(await linkDocuments(parts, { signal, onProgress: (progress) => told.push(progress) })).toBe(2)
  expect(told).toEqual([1, 2].map((done) => ({ stage: '关联条款', done, total: 2, unit: '份文件' })))
  expect(await readLinks()).toEqual(['correspondence/cn/1/cl_2~cn/2/cl_1'])

  await store.putReview({
    clauseIds: ['cn/1/cl_1', 'cn/2/cl_2'],
    verdict: 'CONFIRMED',
    note: null,
    by: null,
    at: '2031-01-01T00:00:00Z',
  })
  await store.putDocument(topicBundle(LOWER))
  expect(await readLinks()).toEqual([])
  expect(await linkDocuments(parts, { signal })).toBe(1)
  expect(await readLinks()).toEqual([
    'correspondence/cn/1/cl_2~cn/2/cl_1',
    'correspondence/cn/1/cl_1~cn/2/cl_2',
  ])
  expect(await linkDocuments(parts, { signal })).toBe(0)
})

it('does nothing once aborted', async () => {
  const parts = { store, seeds, segmenter: segmenterOf(seeds) }
  expect(await linkDocuments(parts, { signal: AbortSignal.abort() })).toBe(0)
  expect(await readLinks()).toEqual([])
})
