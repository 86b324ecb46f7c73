import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import { openNeo4jStore } from '../../graph/neo4j/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { openArchive } from '../../src/exchange/archive/checkArchive.ts'
import { exportArchive } from '../../src/exchange/archive/exportArchive.ts'
import { importArchive } from '../../src/exchange/archive/importArchive.ts'
import type { ImportReport } from '../../src/exchange/archive/importReport.ts'
import { LINK_KEY, putArchiveCorpus } from '../support/archiveCorpus.ts'
import { CITY, COUNTY } from '../support/corpus.ts'
import { describeWithNeo4j, findNeo4j } from '../support/neo4j.ts'

describeWithNeo4j('an archive of one store in the other', await findNeo4j(), (database) => {
  let folder: string
  const stores: GraphStore[] = []
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhengmai-archive-'))
    await database().empty()
  })
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const openEmbedded = async (name: string): Promise<GraphStore> => {
    const store = await openEmbeddedStore({ dataDir: join(folder, name), mode: 'write' })
    stores.push(store)
    return store
  }
  const openNeo4j = async (): Promise<GraphStore> => {
    const store = await openNeo4jStore(database())
    stores.push(store)
    return store
  }
  const write = async (store: GraphStore, name: string): Promise<string> => {
    const path = join(folder, name)
    await exportArchive(store, path, { documentIds: null, linkKey: LINK_KEY })
    return path
  }
  const read = async (store: GraphStore, path: string): Promise<ImportReport> => {
    await using archive = await openArchive(path)
    return await importArchive(store, archive)
  }

  it('comes out as it went in: embedded, Neo4j, embedded', async () => {
    const embedded = await openEmbedded('first')
    await putArchiveCorpus(embedded)
    const first = await write(embedded, 'first.zip')
    const graph = await openNeo4j()
    expect(await read(graph, first)).toMatchObject({ vectors: 'imported', links: 1, reviews: 1 })
    for (const id of [CITY, COUNTY]) expect(await graph.bundle(id)).toEqual(await embedded.bundle(id))
    const second = await write(graph, 'second.zip')
    expect(readFileSync(second).equals(readFileSync(first))).toBe(true)
    const again = await openEmbedded('again')
    await read(again, second)
    const third = await write(again, 'third.zip')
    expect(readFileSync(third).equals(readFileSync(first))).toBe(true)
  })

  it('is skipped where it is already', async () => {
    const graph = await openNeo4j()
    await putArchiveCorpus(graph)
    const path = await write(graph, 'a.zip')
    const { documents } = await read(graph, path)
    expect(documents.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped'])
  })
})
