/** Commands and several processes on one Neo4j database. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import { openNeo4jStore } from '../../graph/neo4j/store.ts'
import { createIngestOne, putReferenceNodes } from '../../src/app/ingestion.ts'
import { type CliResult, finish, openSandbox, type Sandbox } from '../support/cli.ts'
import { describeWithNeo4j, findNeo4j, settingsOf } from '../support/neo4j.ts'
import { openParityContext } from '../support/parity.ts'
import { policyText } from '../support/policyText.ts'

const TIMEOUT = 240_000
const DOCUMENTS = 12
const OTHERS_PASSWORD = 'Surely-Not-This-One-9'

/** A document that cites, by title alone, the ones beside it, which another process may be about to store. */
function measure(serial: number): string {
  const title = (number: number) => `支持第${number}类中医药创新发展的若干措施`
  const cites = [serial + 1, serial - 1]
    .filter((number) => number >= 1 && number <= DOCUMENTS)
    .map((number) => `《绍兴市人民政府办公室关于印发${title(number)}的通知》`)
  return policyText({ serial, title: title(serial) }).replace('《浙江省', `${cites.join('、')}和《浙江省`)
}

function writeMeasures(folder: string, serials: readonly number[]): void {
  mkdirSync(folder, { recursive: true })
  for (const serial of serials) writeFileSync(join(folder, `${serial}.txt`), measure(serial))
}
const range = (length: number) => Array.from({ length }, (_, index) => index + 1)

describeWithNeo4j('the program on Neo4j', await findNeo4j(), (database) => {
  let sandbox: Sandbox
  beforeEach(async () => {
    await database().wipe()
    sandbox = openSandbox(settingsOf(database()))
    writeMeasures(join(sandbox.folder, 'files'), range(DOCUMENTS))
  }, TIMEOUT)
  afterEach(() => sandbox.remove())
  const codeIn = ({ err }: CliResult) => /^错误 (\w+): /m.exec(err)?.[1]

  it('ingests, searches, tells its status, deletes and checks itself', { timeout: TIMEOUT }, async () => {
    expect(await sandbox.run(['ingest', 'files'])).toMatchObject({ status: 0 })
    const status = JSON.parse((await sandbox.run(['status', '--json'])).out)
    expect(status).toMatchObject({ store: { kind: 'neo4j', uri: database().uri }, documents: DOCUMENTS })
    const search = JSON.parse((await sandbox.run(['search', '中药新药证书奖励', '--json'])).out)
    expect(search.hits.length).toBeGreaterThan(0)
    const checks = JSON.parse((await sandbox.run(['doctor', '--json'])).out) as {
      name: string
      ok: boolean
    }[]
    expect(checks.find(({ name }) => name.includes('store'))).toMatchObject({ ok: true })
    expect(await sandbox.run(['delete', '绍政办发〔2023〕3号'])).toMatchObject({ status: 0 })
    const after = JSON.parse((await sandbox.run(['status', '--json'])).out)
    expect(after.documents).toBe(DOCUMENTS - 1)
  })

  it('several processes that ingest at once leave what one leaves', { timeout: TIMEOUT }, async () => {
    // each file is in two of three folders
    const folders = range(3).map((number) => join(sandbox.folder, `part${number}`))
    for (const [index, folder] of folders.entries())
      writeMeasures(
        folder,
        range(DOCUMENTS).filter((serial) => serial % 3 !== index),
      )
    const runs = await Promise.all(folders.map((folder) => sandbox.run(['ingest', folder])))
    expect(runs.map(({ status, err }) => [status, codeIn({ err } as CliResult)])).toEqual(
      folders.map(() => [0, undefined]),
    )
    const alone = openSandbox()
    writeMeasures(join(alone.folder, 'files'), range(DOCUMENTS))
    expect(await alone.run(['ingest', 'files'])).toMatchObject({ status: 0 })
    const { uri, user, password } = database()
    await using many = await openNeo4jStore({ uri, user, password })
    await using one = await openEmbeddedStore({ dataDir: join(alone.folder, 'data'), mode: 'read' })
    const everything = { first: 1000, after: null }
    const facts = async (store: typeof many) => ({
      statistics: await store.statistics(),
      wanted: (await store.wantedDocuments(everything)).items.map(({ node }) => node.id),
      citations: (await store.citations({}, everything)).items.map(({ node }) => [node.id, node.targetId]),
      agencies: (await store.agencies({}, everything)).items.map(({ node }) => node.id),
    })
    expect(await facts(many)).toEqual(await facts(one))
    alone.remove()
  })

  it('says that the password is wrong without repeating it', { timeout: TIMEOUT }, async () => {
    const stranger = openSandbox({ ...settingsOf(database()), ZHENGMAI_NEO4J_PASSWORD: OTHERS_PASSWORD })
    for (const words of [['status'], ['serve', '--port', '0'], ['doctor']]) {
      const { status, out, err } = await stranger.run(words)
      expect([words[0], status]).toEqual([words[0], 1])
      expect(out + err).toContain('STORE_UNAUTHORIZED')
      expect(out + err).not.toContain(OTHERS_PASSWORD)
    }
    stranger.remove()
  })

  it('serves MCP on its pipes', { timeout: TIMEOUT }, async () => {
    expect(await sandbox.run(['ingest', 'files'])).toMatchObject({ status: 0 })
    const child = sandbox.start(['mcp'])
    const ended = finish(child)
    const ask = (id: number, method: string, params: object) => ({ jsonrpc: '2.0', id, method, params })
    const identity = {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'x', version: '1' },
    }
    const asked = [
      ask(1, 'initialize', identity),
      ask(2, 'tools/call', { name: 'search', arguments: { query: '中药新药证书奖励', limit: 3 } }),
      ask(3, 'tools/call', { name: 'list_documents', arguments: {} }),
    ]
    child.stdin.end(asked.map((each) => `${JSON.stringify(each)}\n`).join(''))
    const { status, out } = await ended
    const replies = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const answerTo = (id: number) => replies.find((reply) => reply.id === id)?.result.structuredContent
    const [best] = answerTo(2).results
    // all documents say the same of it
    expect([status, best.also_in.length, answerTo(3).total]).toEqual([0, DOCUMENTS - 1, DOCUMENTS])
  })

  it("leaves another's data alone unless told otherwise", { timeout: TIMEOUT }, async () => {
    await database().run("CREATE (:Recipe {name: '饺子'})")
    for (const words of [['ingest', 'files'], ['status'], ['serve', '--port', '0']])
      expect([words[0], codeIn(await sandbox.run(words))]).toEqual([words[0], 'STORE_FOREIGN'])
    expect(await database().run('MATCH (n) RETURN count(n) AS nodes')).toEqual([{ nodes: 1 }])
    expect(await sandbox.run(['ingest', 'files', '--force'])).toMatchObject({ status: 0 })
    expect(await sandbox.run(['status'])).toMatchObject({ status: 0 })
    expect(await database().run('MATCH (n:Recipe) RETURN n.name AS name')).toEqual([{ name: '饺子' }])
  })

  it('does not touch what a newer version wrote', { timeout: TIMEOUT }, async () => {
    expect(await sandbox.run(['ingest', join('files', '1.txt')])).toMatchObject({ status: 0 })
    await database().run('MATCH (n) WHERE n.schema IS NOT NULL SET n.schema = 999')
    expect(codeIn(await sandbox.run(['ingest', 'files']))).toBe('STORE_NEWER_SCHEMA')
    expect(await database().run('MATCH (n:Document {ingested: true}) RETURN count(n) AS documents')).toEqual([
      { documents: 1 },
    ])
  })

  it('documents that cite each other find each other over two connections', {
    timeout: TIMEOUT,
  }, async () => {
    const { seeds, segmenter } = await openParityContext()
    const { uri, user, password } = database()
    await using one = await openNeo4jStore({ uri, user, password })
    await using other = await openNeo4jStore({ uri, user, password })
    const pipelines = [one, other].map((store) =>
      createIngestOne({ store, embedder: null, segmenter, seeds }),
    )
    await putReferenceNodes(one, seeds)
    const file = (serial: number) => ({ name: `${serial}.txt`, bytes: Buffer.from(measure(serial)) })
    for (let serial = 1; serial < DOCUMENTS; serial += 2)
      await Promise.all(pipelines.map((ingest, index) => ingest(file(serial + index))))
    const { documents, citedDocuments } = await other.statistics()
    // the provincial opinion alone was never ingested
    expect({ documents, citedDocuments }).toEqual({ documents: DOCUMENTS, citedDocuments: 1 })
  })

  it('gets through when another client locks the same nodes in another order', {
    timeout: TIMEOUT,
  }, async () => {
    expect(await sandbox.run(['ingest', join('files', '1.txt')])).toMatchObject({ status: 0 })
    const rival = await database().transaction()
    // first what the ingestion locks last; then, while it waits for that, what it locks first
    await rival.run('MATCH (n:Agency|Document|Term) SET n.rival = 1')
    let hasEnded = false
    const ingested = sandbox.run(['ingest', join('files', '2.txt')]).finally(() => {
      hasEnded = true
    })
    const waiting = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN status"
    while (!hasEnded && (await database().run(waiting)).length === 0) await setTimeout(50)
    expect(hasEnded).toBe(false)
    const outcome = await rival.run('MATCH (n:ZhengmaiMeta {key: "store"}) SET n.rival = 1').then(
      () => rival.commit().then(() => 'committed'),
      (error: { code: string }) => rival.rollback().then(() => error.code),
    )
    // whoever the database makes give way: the ingestion tries again
    expect(['committed', 'Neo.TransientError.Transaction.DeadlockDetected']).toContain(outcome)
    expect(await ingested).toMatchObject({ status: 0 })
  })
})
