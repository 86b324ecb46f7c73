import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bundle, citation, clauseNode, documentNode, stubNode } from '../../../test/support/bundle.ts'
import { correspondence } from '../../../test/support/correspondence.ts'
import { agencyValues, bodyValues, DOCUMENT_COLUMNS, documentValues } from '../rows.ts'
import { openEmbeddedStore } from '../store.ts'
import { Connection } from './connection.ts'
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts'
import { openSqlite } from './openSqlite.ts'
import { STORE_FILE } from './openStore.ts'
import { SCHEMA_1 } from './schema.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'zhengmai-migrate-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const ONE = bundle(documentNode({ id: 'cn/1' }), {
  clauses: [clauseNode({ id: 'cn/1/cl_1', documentId: 'cn/1' })],
  citations: [citation({ id: 'cn/1/cite_1', documentId: 'cn/1', targetId: 'cn/2', relation: 'IMPLEMENTS' })],
  citedDocuments: [stubNode({ id: 'cn/2' })],
})
const AGENCY = { kind: 'AGENCY', id: 'agency/1/甲局', name: '甲局', officialName: null, aliases: [] } as const

/** A file as the first version wrote it. */
async function makeVersion1(): Promise<void> {
  const connection = new Connection(await openSqlite(join(dataDir, STORE_FILE), { readOnly: false }))
  connection.exec(`PRAGMA journal_mode = WAL; ${SCHEMA_1}`)
  connection.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1`)
  const insert = (table: string, columns: string, values: Parameters<Connection['run']>[1][]) =>
    connection.run(
      `INSERT INTO ${table} (${columns}) VALUES (${values.map(() => '?').join(', ')})`,
      ...values,
    )
  for (const node of [ONE.document, ...ONE.citedDocuments])
    insert('document', DOCUMENT_COLUMNS.join(', '), documentValues(node))
  insert('body', 'document_id, text, source_text, source_bytes', bodyValues('cn/1', ONE.body))
  const clause = ONE.clauses[0]!
  insert('clause', 'id, document_id, position, props', [clause.id, 'cn/1', 1, JSON.stringify(clause)])
  insert('term', 'clause_seq, length, tokens, words', [
    1,
    2,
    JSON.stringify(['企业', '2.5']),
    '企业 zx322e35',
  ])
  const cited = ONE.citations[0]!
  insert('citation', 'id, document_id, position, target_id, relation, props', [
    cited.id,
    'cn/1',
    1,
    'cn/2',
    'IMPLEMENTS',
    JSON.stringify(cited),
  ])
  insert('agency', 'id, search_text, agency_kind, function, place_id, parent_id, props', [
    ...agencyValues({ ...AGENCY, agencyKind: 'BODY', function: '科技', placeId: null, parentId: null }),
  ])
  connection.run(
    "INSERT INTO meta (key, value) VALUES ('embedding', ?)",
    JSON.stringify({ modelId: 'm', sha256: '0', dimensions: 2, preparation: 'v1' }),
  )
  insert('passage', 'clause_seq, windows, vectors', [
    1,
    '[[0,80]]',
    new Uint8Array(Float32Array.of(1, 0, 0.6, 0.8).buffer),
  ])
  connection.close()
}

async function readVersion(): Promise<unknown> {
  const connection = new Connection(await openSqlite(join(dataDir, STORE_FILE), { readOnly: true }))
  const row = connection.get('PRAGMA user_version')
  connection.close()
  return row?.['user_version']
}

describe('a data folder of the first version', () => {
  it('is upgraded in place when opened for writing, and answers all that the newest version answers', async () => {
    await makeVersion1()
    await using store = await openEmbeddedStore({ dataDir, mode: 'write' })
    expect(await readVersion()).toBe(MIGRATIONS.length)
    expect(await store.nodes(['cn/1'])).toEqual(new Map([['cn/1', ONE.document]]))
    expect(await store.documentsWithoutLinks('key')).toEqual(['cn/1'])
    expect(await store.termsOf(['cn/1/cl_1'])).toEqual(
      new Map([['cn/1/cl_1', { clauseId: 'cn/1/cl_1', tokens: ['企业', '2.5'] }]]),
    )
    expect(await store.termCounts(['cn/1/cl_1'], ['2.5', '没有'])).toEqual(
      new Map([['cn/1/cl_1', { clauseId: 'cn/1/cl_1', length: 2, counts: [1, 0] }]]),
    )
    expect(
      (await store.denseCandidates(Float32Array.of(0, 1), {}, 5)).map(({ bestWindow }) => bestWindow),
    ).toEqual([Float32Array.of(0.8)[0]])
    expect((await store.chains(['cn/1'], 'UP')).get('cn/1')?.map(({ documentId }) => documentId)).toEqual([
      'cn/2',
    ])
    await store.putDocument(
      bundle(documentNode({ id: 'cn/3' }), {
        clauses: [clauseNode({ id: 'cn/3/cl_1', documentId: 'cn/3' })],
      }),
    )
    const edge = correspondence('cn/1/cl_1', 'cn/3/cl_1')
    await store.putCorrespondences('cn/1', 'key', [edge])
    expect(
      (await store.edgesOf(['cn/3/cl_1'], { kinds: ['CORRESPONDENCE'] }, 5)).map(({ id }) => id),
    ).toEqual([edge.id])
    expect((await store.bundle('cn/1'))?.passages.length).toBe(2)
  })

  it('is left as it is by a reader, which says what to do', async () => {
    await makeVersion1()
    await expect(openEmbeddedStore({ dataDir, mode: 'read' })).rejects.toMatchObject({
      code: 'STORE_UNREADABLE',
      message: expect.stringContaining('zhengmai ingest'),
    })
    expect(await readVersion()).toBe(1)
    expect(existsSync(join(dataDir, 'writer.lock'))).toBe(false)
  })

  it('is upgraded once', async () => {
    await makeVersion1()
    await (await openEmbeddedStore({ dataDir, mode: 'write' })).close()
    await using store = await openEmbeddedStore({ dataDir, mode: 'read' })
    expect((await store.statistics()).documents).toBe(1)
  })
})
