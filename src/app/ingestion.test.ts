import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { READ_LIMITS, READ_OPTIONS, RECOGNITION_OFF, type ReadOptions } from '../../ingest/read/reader.ts'
import { type ReadFile, readSource } from '../../ingest/read/readSource.ts'
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

it('reads a file again whose pages were left unread for want of recognition, once recognition is on', async () => {
  const seeds = await loadSeeds(ROOT)
  await putReferenceNodes(store, seeds)
  const parts = { store, seeds, segmenter: segmenterOf(seeds), embedder: null }
  const notice = { code: RECOGNITION_OFF, severity: 'WARNING', message: '1 页未识别', span: null } as const
  const readFile: ReadFile = async (file, options) => {
    const source = await readSource(file, options)
    return options.ocr ? source : { ...source, notices: [...source.notices, notice] }
  }
  const ingest = (ocr: boolean) =>
    createIngestOne({ ...parts, readFile, readOptions: { ...READ_OPTIONS, ocr } })({
      name: 'a.pdf',
      bytes: Buffer.from(policyText({ serial: 1 })),
    })
  const outcomes: string[] = []
  for (const ocr of [false, false, true, true, false]) outcomes.push((await ingest(ocr)).outcome)
  expect(outcomes).toEqual(['created', 'unchanged', 'replaced', 'unchanged', 'unchanged'])
})
