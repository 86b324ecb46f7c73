import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { READ_LIMITS, type ReadOptions } from '../../ingest/read/reader.ts'
import { policyText } from '../../test/support/policyText.ts'
import { createIngestOne, putReferenceNodes } from './ingestion.ts'
import { segmenterOf } from './resources.ts'
import { loadSeeds } from './seeds.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Options under which no text can be read at all. */
const UNREADABLE: ReadOptions = { ocr: false, limits: { ...READ_LIMITS, textBytes: 1 } }
let folder: string
let store: GraphStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhengmai-ingestion-'))
  store = await openEmbeddedStore({ dataDir: folder, mode: 'write' })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

it('skips a file whose bytes are stored before anything of it is read', async () => {
  const seeds = await loadSeeds(ROOT)
  const parts = { store, seeds, segmenter: segmenterOf(seeds), embedder: null }
  await putReferenceNodes(store, seeds)
  const [stored, other] = [1, 2].map((serial) => Buffer.from(policyText({ serial })))
  const first = await createIngestOne(parts)({ name: 'a.txt', bytes: stored! })
  expect(first).toMatchObject({ outcome: 'created', error: null })

  const blind = createIngestOne({ ...parts, readOptions: UNREADABLE })
  const { documentId, title, number } = first
  expect(await blind({ name: 'b.txt', bytes: stored! })).toMatchObject({
    ...{ name: 'b.txt', outcome: 'unchanged', error: null },
    ...{ documentId, title, number },
  })
  expect(await blind({ name: 'c.txt', bytes: other! })).toMatchObject({
    outcome: 'failed',
    error: { code: 'FILE_TOO_LARGE' },
  })
  expect((await store.statistics()).documents).toBe(1)
})
