import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { policyText } from '../../test/support/policyText.ts'
import { createHashingEmbedder } from '../embedding/hashing.ts'
import { embeddingKeyOf } from '../search/index.ts'
import { adoptEmbedder, backfillVectors } from './backfill.ts'
import { createIngestOne, putReferenceNodes } from './ingestion.ts'
import { segmenterOf } from './resources.ts'
import { loadSeeds } from './seeds.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
let folder: string
let store: GraphStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhengmai-backfill-'))
  store = await openEmbeddedStore({ dataDir: folder, mode: 'write' })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

it('gives documents that were ingested without a model the vectors that they would have had', async () => {
  const seeds = await loadSeeds(ROOT)
  const embedder = createHashingEmbedder()
  const parts = { store, seeds, segmenter: segmenterOf(seeds) }
  await putReferenceNodes(store, seeds)
  for (const serial of [1, 2]) {
    const bytes = Buffer.from(policyText({ serial }))
    await createIngestOne({ ...parts, embedder: null })({ name: `${serial}.txt`, bytes })
  }
  expect(await store.documentsWithoutVectors()).toHaveLength(2)

  await adoptEmbedder(store, embedder)
  expect(await backfillVectors(store, embedder, { signal: new AbortController().signal })).toBe(2)
  expect(await store.documentsWithoutVectors()).toEqual([])
  expect(await store.embeddingKey()).toEqual(embeddingKeyOf(embedder))
  const { clauses, embeddedClauses } = await store.statistics()
  expect(embeddedClauses).toBe(clauses)

  const [first] = (await store.clauses({}, { first: 1, after: null })).items
  const before = await store.vectorsOf([first!.node.id])
  const again = Buffer.from(`${policyText({ serial: 1 })}\n`)
  const report = await createIngestOne({ ...parts, embedder })({ name: '1.txt', bytes: again })
  expect(report).toMatchObject({ outcome: 'replaced', error: null })
  expect(await store.vectorsOf([first!.node.id])).toEqual(before)
})

it('stops where it is aborted', async () => {
  const seeds = await loadSeeds(ROOT)
  const ingestOne = createIngestOne({ store, seeds, segmenter: segmenterOf(seeds), embedder: null })
  await ingestOne({ name: '1.txt', bytes: Buffer.from(policyText()) })
  const embedder = createHashingEmbedder()
  await adoptEmbedder(store, embedder)
  expect(await backfillVectors(store, embedder, { signal: AbortSignal.abort() })).toBe(0)
  expect(await store.documentsWithoutVectors()).toHaveLength(1)
})
