import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cityBundle, REFERENCE, VECTOR_KEY } from '../../../test/support/corpus.ts'
import { openEmbeddedStore } from '../store.ts'
import { MIGRATIONS } from './migrations.ts'
import { openSqlite } from './openSqlite.ts'
import { STORE_FILE } from './openStore.ts'

let dataDir: string
let file: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'zhengmai-open-'))
  file = join(dataDir, STORE_FILE)
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

async function makeStore(): Promise<void> {
  await using store = await openEmbeddedStore({ dataDir, mode: 'write' })
  await store.putReference(REFERENCE)
  await store.setEmbeddingKey(VECTOR_KEY)
  await store.putDocument(cityBundle())
}

async function execute(sql: string): Promise<void> {
  const database = await openSqlite(file, { readOnly: false })
  database.exec(sql)
  database.close()
}

const BOTH = ['write', 'read'] as const

describe('openEmbeddedStore', () => {
  it.each(BOTH)('leaves a store of a newer version as it is (%s)', async (mode) => {
    await makeStore()
    await execute(`PRAGMA user_version = ${MIGRATIONS.length + 1}; PRAGMA wal_checkpoint(TRUNCATE)`)
    const before = readFileSync(file)
    await expect(openEmbeddedStore({ dataDir, mode })).rejects.toMatchObject({
      code: 'STORE_NEWER_SCHEMA',
      details: { found: MIGRATIONS.length + 1 },
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it.each(BOTH)('refuses a file that is no database (%s)', async (mode) => {
    writeFileSync(file, 'no database, but longer than the header of one '.repeat(10))
    await expect(openEmbeddedStore({ dataDir, mode })).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
    // the lock is free again
    rmSync(file)
    await (await openEmbeddedStore({ dataDir, mode: 'write' })).close()
  })

  it.each(BOTH)('refuses a database of another program (%s)', async (mode) => {
    await execute('CREATE TABLE other (x)')
    const before = readFileSync(file)
    await expect(openEmbeddedStore({ dataDir, mode })).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it.each(BOTH)('reports a damaged page when it is read (%s)', async (mode) => {
    await makeStore()
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 4_096) // all pages but the first
    writeFileSync(file, bytes)
    const use = async () => {
      await using store = await openEmbeddedStore({ dataDir, mode })
      await store.documents({}, { first: 10, after: null })
    }
    await expect(use()).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
  })

  it('tells a reader of an absent store what to do', async () => {
    for (const folder of [dataDir, join(dataDir, 'absent')]) {
      await expect(openEmbeddedStore({ dataDir: folder, mode: 'read' })).rejects.toMatchObject({
        code: 'STORE_UNREADABLE',
        message: expect.stringContaining('zhengmai ingest'),
      })
    }
    writeFileSync(file, '') // a writer that died at once
    await expect(openEmbeddedStore({ dataDir, mode: 'read' })).rejects.toMatchObject({
      code: 'STORE_UNREADABLE',
    })
  })

  it('refuses a folder that cannot be made', async () => {
    writeFileSync(join(dataDir, 'plain'), '')
    await expect(
      openEmbeddedStore({ dataDir: join(dataDir, 'plain', 'data'), mode: 'write' }),
    ).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
  })

  it('has one writer in a process, and any number of readers', async () => {
    await using writer = await openEmbeddedStore({ dataDir, mode: 'write' })
    await expect(openEmbeddedStore({ dataDir, mode: 'write' })).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      details: { pid: process.pid },
    })
    await using reader = await openEmbeddedStore({ dataDir, mode: 'read' })
    await writer.setEmbeddingKey(VECTOR_KEY)
    await writer.putDocument(cityBundle())
    expect(await reader.statistics()).toEqual(await writer.statistics())
  })
})
