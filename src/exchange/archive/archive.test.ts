import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../../graph/embedded/store.ts'
import type { GraphStore } from '../../../graph/port/graphStore.ts'
import { LINK_KEY, putArchiveCorpus, REVIEW, withDigest } from '../../../test/support/archiveCorpus.ts'
import {
  CITY,
  COUNTY,
  cityBundle,
  countyBundle,
  REFERENCE,
  VECTOR_KEY,
} from '../../../test/support/corpus.ts'
import { type CheckedArchive, openArchive } from './checkArchive.ts'
import { entryNames, folderOf } from './documentEntries.ts'
import { type ExportOptions, exportArchive } from './exportArchive.ts'
import { type ImportOptions, importArchive } from './importArchive.ts'
import type { ImportReport } from './importReport.ts'

const OTHER_KEY = { ...VECTOR_KEY, modelId: 'other' }
let folder: string
const stores: GraphStore[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengmai-archive-'))
})
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function openStore(name: string): Promise<GraphStore> {
  const store = await openEmbeddedStore({ dataDir: join(folder, name), mode: 'write' })
  stores.push(store)
  return store
}

async function fullStore(name = 'full'): Promise<GraphStore> {
  const store = await openStore(name)
  await putArchiveCorpus(store)
  return store
}

async function write(store: GraphStore, name: string, options: Partial<ExportOptions> = {}): Promise<string> {
  const path = join(folder, name)
  await exportArchive(store, path, { documentIds: null, linkKey: LINK_KEY, ...options })
  return path
}

async function read(store: GraphStore, path: string, options?: ImportOptions): Promise<ImportReport> {
  await using archive: CheckedArchive = await openArchive(path)
  return await importArchive(store, archive, options)
}

describe('a round trip', () => {
  it('gives the same archive, byte by byte', async () => {
    const path = await write(await fullStore(), 'a.zip')
    const other = await openStore('other')
    const report = await read(other, path)
    expect(report).toMatchObject({ vectors: 'imported', links: 1, reviews: 1, aborted: false })
    expect(report.documents.map(({ id, outcome }) => [id, outcome])).toEqual([
      [CITY, 'created'],
      [COUNTY, 'created'],
    ])
    const again = await write(other, 'b.zip')
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true)
  })

  it('keeps every part of a document', async () => {
    const store = await fullStore()
    const path = await write(store, 'a.zip')
    const other = await openStore('other')
    await read(other, path)
    for (const id of [CITY, COUNTY]) {
      const bundle = await store.bundle(id)
      expect(bundle).not.toBeNull()
      expect(await other.bundle(id)).toEqual(bundle)
    }
    expect(await other.documentsWithoutLinks(LINK_KEY)).toEqual([])
    expect(await other.embeddingKey()).toEqual(VECTOR_KEY)
  })

  it('holds readable files', async () => {
    const files = unzipSync(readFileSync(await write(await fullStore(), 'a.zip')))
    const documents = [CITY, COUNTY].flatMap((id) => entryNames(id))
    expect(Object.keys(files)).toEqual([...documents, 'reference.json', 'reviews.json', 'manifest.json'])
    expect(strFromU8(files[`${folderOf(CITY)}source`]!)).toBe('甲市科技创新条例')
    expect(JSON.parse(strFromU8(files['reviews.json']!))).toEqual([REVIEW])
    const reference = JSON.parse(strFromU8(files['reference.json']!)) as { id: string }[]
    // what the documents refer to, with everything above it; not 化学药
    expect(reference.map(({ id }) => id)).toEqual(
      [
        'place/990000',
        'place/990100',
        'place/990101',
        'product/中药',
        'product/药品',
        ...['place/990100/甲高新区'].filter((id) => reference.some((node) => node.id === id)),
      ].sort(),
    )
  })
})

describe('import into a store that holds something', () => {
  it('skips what is there and replaces what differs', async () => {
    const path = await write(await fullStore(), 'a.zip')
    const other = await openStore('other')
    await other.putReference(REFERENCE)
    await other.setEmbeddingKey(VECTOR_KEY)
    await other.putDocument(withDigest(countyBundle()))
    const { body, ...city } = cityBundle()
    await other.putDocument(withDigest({ ...city, body: { ...body, sourceBytes: Buffer.from('旧版') } }))
    const { documents } = await read(other, path)
    expect(documents.map(({ outcome }) => outcome)).toEqual(['replaced', 'skipped'])
    expect((await other.bodies([CITY])).get(CITY)?.sourceBytes).toEqual(
      (await stores[0]!.bodies([CITY])).get(CITY)?.sourceBytes,
    )
  })

  it('never mixes vectors of two models', async () => {
    const path = await write(await fullStore(), 'a.zip')
    const other = await openStore('other')
    await other.setEmbeddingKey(OTHER_KEY)
    expect((await read(other, path)).vectors).toBe('other-model')
    expect(await other.embeddingKey()).toEqual(OTHER_KEY)
    expect((await other.statistics()).embeddedClauses).toBe(0)
    // to be filled in by the service
    expect((await other.documentsWithoutVectors()).length).toBe(2)
  })

  it('goes on where an earlier run was broken off', async () => {
    const path = await write(await fullStore(), 'a.zip')
    const other = await openStore('other')
    const stop = new AbortController()
    const first = await read(other, path, { signal: stop.signal, onDocument: () => stop.abort() })
    expect(first).toMatchObject({ aborted: true, links: 0, documents: [{ outcome: 'created' }] })
    const second = await read(other, path)
    expect(second.documents.map(({ outcome }) => outcome)).toEqual(['skipped', 'created'])
    expect(readFileSync(await write(other, 'b.zip')).equals(readFileSync(path))).toBe(true)
  })

  it('has links computed anew where it holds other documents', async () => {
    const path = await write(await fullStore(), 'a.zip', { documentIds: [CITY] })
    const other = await openStore('other')
    await other.setEmbeddingKey(VECTOR_KEY)
    await other.putReference(REFERENCE)
    await other.putDocument(withDigest(countyBundle()))
    await read(other, path)
    expect(await other.documentsWithoutLinks(LINK_KEY)).toEqual([CITY, COUNTY])
  })

  it('adds the places and product types that are missing, and no others', async () => {
    const path = await write(await fullStore(), 'a.zip')
    const other = await openStore('other')
    const own = { ...REFERENCE[0]!, name: '子省（新名）' } as (typeof REFERENCE)[number]
    await other.putReference([own])
    await read(other, path)
    const nodes = await other.nodes(REFERENCE.map(({ id }) => id))
    expect(nodes.get(own.id)).toEqual(own)
    expect(nodes.get('place/990101')).toEqual(REFERENCE[2])
    expect(nodes.has('product/化学药')).toBe(false)
  })

  it('keeps a later review', async () => {
    const path = await write(await fullStore(), 'a.zip')
    const other = await openStore('other')
    await read(other, path)
    const later = { ...REVIEW, verdict: 'REJECTED', at: '2026-02-01T00:00:00.000Z' } as const
    await other.putReview(later)
    expect((await read(other, path)).reviews).toBe(0)
    const { items } = await other.reviews({ first: 10, after: null })
    expect(items.map(({ node }) => node)).toEqual([later])
  })
})

describe('a damaged archive', () => {
  const SOURCE = `${folderOf(CITY)}source`
  /** Packed anew with some entries changed: sound for ZIP, but not for the manifest. */
  async function repack(change: (files: Record<string, Uint8Array>) => void): Promise<string> {
    const path = await write(await fullStore(), 'a.zip')
    const files = unzipSync(readFileSync(path))
    change(files)
    writeFileSync(path, zipSync(files))
    return path
  }
  function changeManifest(
    files: Record<string, Uint8Array>,
    change: (manifest: Record<string, unknown>) => void,
  ): void {
    const manifest = JSON.parse(strFromU8(files['manifest.json']!)) as Record<string, unknown>
    change(manifest)
    files['manifest.json'] = strToU8(JSON.stringify(manifest))
  }

  it('is accepted when only packed anew', async () => {
    const path = await repack(() => {})
    expect((await read(await openStore('other'), path)).documents).toHaveLength(2)
  })

  type Files = Record<string, Uint8Array>
  const drop = (name: string) => (files: Files) => {
    delete files[name]
  }
  const put = (name: string, text: string) => (files: Files) => {
    files[name] = strToU8(text)
  }
  const say = (key: string, value: unknown) => (files: Files) =>
    changeManifest(files, (manifest) => {
      manifest[key] = value
    })

  it.each<[string, string, string, (files: Files) => void]>([
    ['an entry is missing', 'ARCHIVE_DAMAGED', SOURCE, drop(SOURCE)],
    ['an entry is added', 'ARCHIVE_DAMAGED', 'evil.txt', put('evil.txt', 'x')],
    ['an entry is changed', 'ARCHIVE_DAMAGED', SOURCE, put(SOURCE, 'x')],
    ['the manifest is missing', 'ARCHIVE_DAMAGED', 'manifest.json', drop('manifest.json')],
    ['the manifest is no JSON', 'ARCHIVE_DAMAGED', 'manifest.json', put('manifest.json', '{')],
    ['the format is a newer one', 'ARCHIVE_NEWER', 'manifest.json', say('version', 2)],
    ['the format is another one', 'ARCHIVE_DAMAGED', 'manifest.json', say('format', 'other')],
    [
      'a document has no entries',
      'ARCHIVE_DAMAGED',
      'documents/cn/1/document.json',
      say('documentIds', ['cn/1']),
    ],
  ])('names the entry where %s', async (_, code, entry, change) => {
    const path = await repack(change)
    await expect(openArchive(path)).rejects.toMatchObject({ code, details: { entry } })
  })

  it('is refused where its contents have another shape, though all digests agree', async () => {
    const name = `${folderOf(CITY)}document.json`
    const path = await repack((files) => {
      const content = JSON.parse(strFromU8(files[name]!)) as { document: { level: string } }
      content.document.level = 'PLANET'
      const bytes = strToU8(JSON.stringify(content))
      files[name] = bytes
      changeManifest(files, (manifest) => {
        const entries = manifest['entries'] as { name: string; size: number; sha256: string }[]
        const entry = entries.find((each) => each.name === name)!
        entry.size = bytes.length
        entry.sha256 = createHash('sha256').update(bytes).digest('hex')
      })
    })
    await expect(openArchive(path)).rejects.toMatchObject({
      code: 'ARCHIVE_DAMAGED',
      details: { entry: name },
    })
  })

  it.each([
    ['no archive at all', 'not a zip'],
    ['empty', ''],
  ])('is refused when it is %s', async (_, content) => {
    const path = join(folder, 'a.zip')
    writeFileSync(path, content)
    await expect(openArchive(path)).rejects.toMatchObject({ code: 'ARCHIVE_DAMAGED' })
  })

  it('is refused where a byte anywhere is changed', async () => {
    const path = await write(await fullStore(), 'a.zip')
    const whole = readFileSync(path)
    const accepted: number[] = []
    for (let place = 3; place < whole.length; place += 97) {
      const changed = Buffer.from(whole)
      changed[place] = whole[place]! ^ 1
      const copy = join(folder, 'changed.zip')
      writeFileSync(copy, changed)
      await openArchive(copy).then(
        async (archive) => {
          accepted.push(place)
          await archive[Symbol.asyncDispose]()
        },
        (error: { code: string }) => expect(error.code).toBe('ARCHIVE_DAMAGED'),
      )
    }
    expect(accepted).toEqual([])
  })
})

describe('the file', () => {
  it('appears only when it is whole', async () => {
    const store = await fullStore()
    const path = join(folder, 'a.zip')
    writeFileSync(path, 'what was there')
    const stop = new AbortController()
    const onDocument = () => stop.abort()
    const options = { documentIds: null, linkKey: null, signal: stop.signal, onDocument }
    await expect(exportArchive(store, path, options)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(readFileSync(path, 'utf8')).toBe('what was there')
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('replaces another one at its end', async () => {
    const path = await write(await fullStore(), 'a.zip')
    copyFileSync(path, join(folder, 'b.zip'))
    writeFileSync(path, 'what was there')
    await write(stores[0]!, 'a.zip')
    expect(readFileSync(path).equals(readFileSync(join(folder, 'b.zip')))).toBe(true)
  })

  it('is told where it cannot be written', async () => {
    const path = join(folder, 'absent', 'a.zip')
    const options = { documentIds: null, linkKey: null }
    await expect(exportArchive(await fullStore(), path, options)).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
    })
    expect(existsSync(path)).toBe(false)
  })
})
