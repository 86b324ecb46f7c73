import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import { CHILD_RELATIONS, type GraphStore } from '../../graph/port/graphStore.ts'
import { createIngestion, type Ingestion } from '../../ingest/index.ts'
import type { InputFile } from '../../ingest/values.ts'
import { putReferenceNodes } from '../../src/app/ingestion.ts'
import { referenceOf } from '../../src/app/parsing.ts'
import { loadSeeds } from '../../src/app/seeds.ts'
import { createSegmenter } from '../../src/search/segment.ts'
import { packageRoot } from '../support/packageRoot.ts'
import { inventedFiles } from './inventedDocuments.ts'

const ALL = { first: 1_000, after: null }
const seeds = await loadSeeds(packageRoot())
const reference = referenceOf(seeds)
const segmenter = createSegmenter('')
const files = inventedFiles()
const fileOf = (prefix: string) => files.find(({ name }) => name.startsWith(prefix))!

let folder: string
let store: GraphStore
let ingestion: Ingestion

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhengmai-again-'))
  await open()
})
afterEach(close)

async function open(): Promise<void> {
  store = await openEmbeddedStore({ dataDir: folder, mode: 'write' })
  await putReferenceNodes(store, seeds)
  // one moment for all: when a document was ingested is no part of the graph
  const now = () => new Date('2026-01-01T00:00:00Z')
  ingestion = createIngestion({ store, embedder: null, segmenter, reference, now })
}

async function close(): Promise<void> {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}

async function ingest(file: InputFile) {
  const report = await ingestion.ingest(file)
  expect(report.error, file.name).toBeNull()
  return report
}

/** The whole graph as a value: nodes, edges and texts, whatever the order in which they came. */
async function readGraph() {
  const pages = await Promise.all([
    store.documents({}, ALL),
    store.wantedDocuments(ALL),
    store.clauses({}, ALL),
    store.targets({}, ALL),
    store.responsibilities({}, ALL),
    store.citations({}, ALL),
  ])
  for (const page of pages) expect(page.hasNextPage).toBe(false)
  const lists = pages.map(({ items }) => items.map(({ node }) => node))
  const ids = [...pages[0].items, ...pages[2].items].map(({ node }) => node.id)
  const children = await Promise.all(
    CHILD_RELATIONS.map(async (relation) => [...(await store.childrenOf(ids, relation))].sort(byKey)),
  )
  const bodies = [...(await store.bodies(ids))].sort(byKey)
  const ingested = new Set((await store.documents({ ingested: true }, ALL)).items.map(({ node }) => node.id))
  const links = pages[5].items.filter(({ node }) => ingested.has(node.targetId)).length
  const agencies = [...(await store.all('AGENCY'))].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { lists, links, children, bodies, agencies, statistics: await store.statistics() }
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

/** The same document with its last duty and its last digit changed, as a corrected edition would be. */
function correct(file: InputFile): InputFile {
  const text = Buffer.from(file.bytes).toString('utf8')
  const corrected = text.replace('、省统计局）', '）').replace('25万亩', '26万亩')
  expect(corrected).not.toBe(text)
  return { name: file.name, bytes: Buffer.from(corrected, 'utf8') }
}

describe('ingesting again', () => {
  it('changes nothing where the bytes are the same', async () => {
    const first = []
    for (const file of files) first.push(await ingest(file))
    expect(first.map(({ outcome }) => outcome)).toEqual(files.map(() => 'created'))
    const graph = await readGraph()
    for (const [i, file] of files.entries()) {
      const again = await ingest(file)
      expect([again.outcome, again.documentId]).toEqual(['unchanged', first[i]?.documentId])
    }
    expect(await readGraph()).toEqual(graph)
  })

  it('comes back to the same graph over a changed version', async () => {
    for (const file of files) await ingest(file)
    const graph = await readGraph()
    const original = fileOf('01-')
    const changed = await ingest(correct(original))
    expect(changed.outcome).toBe('replaced')
    expect(await readGraph()).not.toEqual(graph)
    expect((await ingest(original)).outcome).toBe('replaced')
    expect(await readGraph()).toEqual(graph)
  })

  it('gives the same graph in any order of documents that cite each other', async () => {
    const [plan, city, reply] = [fileOf('01-'), fileOf('03-'), fileOf('09-')]
    const orders = [
      [plan, city, reply],
      [plan, reply, city],
      [city, plan, reply],
      [city, reply, plan],
      [reply, plan, city],
      [reply, city, plan],
    ]
    const graphs = []
    for (const order of orders) {
      for (const file of order) await ingest(file)
      graphs.push(await readGraph())
      await close()
      folder = mkdtempSync(join(tmpdir(), 'zhengmai-again-'))
      await open()
    }
    const [first, ...others] = graphs
    // the three are linked to each other, not to stubs
    expect(first?.statistics.documents).toBe(3)
    expect(first?.links).toBe(3)
    for (const graph of others) expect(graph).toEqual(first)
  })
})
