import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { READ_OPTIONS } from '../../ingest/read/reader.ts'
import { linkKeyOf } from '../correspondence/link.ts'
import { createHashingEmbedder } from '../embedding/hashing.ts'
import { adoptEmbedder } from './backfill.ts'
import { putReferenceNodes } from './ingestion.ts'
import { segmenterOf } from './resources.ts'
import { loadSeeds } from './seeds.ts'
import { type OpenUploads, openUploads } from './uploads.ts'

const seeds = await loadSeeds(fileURLToPath(new URL('../../', import.meta.url)))
/** Invented. */
const notice = (place: string, sign: string) => `${place}样例局关于印发样例审批办法的通知
${sign}样字〔2025〕9号
各有关单位：
一、总体要求
（一）加快样例审批。25个工作日内完成样例审批。（市科技局牵头，市卫生健康委配合）
${place}样例局
2025年3月1日
`
const FIRST = notice('济南市', '济')
const SECOND = notice('青岛市', '青')

let folder: string
let store: GraphStore
let uploads: OpenUploads
let stop: AbortController
const logged: object[] = []
let written = 0
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhengmai-uploads-'))
  store = await openEmbeddedStore({ dataDir: folder, mode: 'write' })
  const embedder = createHashingEmbedder()
  await putReferenceNodes(store, seeds)
  await adoptEmbedder(store, embedder)
  stop = new AbortController()
  logged.length = 0
  written = 0
  const log = (fields: object) => void logged.push(fields)
  uploads = openUploads({
    ...{ store, seeds, segmenter: segmenterOf(seeds), readOptions: READ_OPTIONS, signal: stop.signal },
    embedder: () => embedder,
    logger: { info: log, warn: log, error: log },
    onWritten: () => {
      written += 1
    },
  })
})
afterEach(async () => {
  await uploads.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})
const send = (name: string, bytes: Uint8Array) => uploads.ingest({ name, bytes })
const outcomes = async (name: string, bytes: Uint8Array) =>
  (await send(name, bytes)).reports.map((report) => [report.name, report.outcome, report.error?.code ?? null])

it('takes a file in, once, and tells what is remembered of names that it is old', async () => {
  expect(await outcomes('a.txt', strToU8(FIRST))).toEqual([['a.txt', 'created', null]])
  expect(written).toBeGreaterThan(0)
  expect(await outcomes('a.txt', strToU8(FIRST))).toEqual([['a.txt', 'unchanged', null]])
  expect((await store.statistics()).documents).toBe(1)
})

it('reports each file of an archive, and what it left out', async () => {
  const archive = zipSync({ 'b.txt': strToU8(SECOND), 'c.txt': strToU8('你好'), 'd.exe': strToU8('x') })
  const { reports, leftOut } = await send('all.zip', archive)
  expect(reports.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['all.zip/b.txt', 'created'],
    ['all.zip/c.txt', 'failed'],
  ])
  expect(leftOut.map(({ path }) => path)).toEqual(['all.zip/d.exe'])
})

it('reports a file that cannot be read, and takes the next one', async () => {
  const files = [
    outcomes('empty.txt', new Uint8Array()),
    outcomes('a.pdf', strToU8('%PDF-1.7 cut off')),
    outcomes('a.txt', strToU8(FIRST)),
  ]
  const [empty, pdf, good] = await Promise.all(files)
  expect(empty).toEqual([['empty.txt', 'failed', 'FILE_EMPTY']])
  expect(pdf?.[0]?.slice(0, 2)).toEqual(['a.pdf', 'failed'])
  expect(good).toEqual([['a.txt', 'created', null]])
})

it('links what it took in with what was there', async () => {
  await send('a.txt', strToU8(FIRST))
  await send('b.txt', strToU8(SECOND))
  await uploads.close()
  const key = linkKeyOf(await store.embeddingKey())
  expect(await store.documentsWithoutLinks(key ?? '')).toEqual([])
  expect((await store.correspondences({}, 'BEST', { first: 1, after: null })).items).toHaveLength(1)
  expect(logged.filter((fields) => 'stack' in fields)).toEqual([])
})

it('takes nothing more once the service ends', async () => {
  stop.abort()
  await expect(send('a.txt', strToU8(FIRST))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  expect((await store.statistics()).documents).toBe(0)
})
