import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import {
  TOPIC_KEY,
  type TopicDocument,
  topicBundle,
  topicPassages,
} from '../../test/support/topicDocuments.ts'
import { linkAll, linkDocument, linkKeyOf } from './link.ts'

const PROVINCE: TopicDocument = { id: 'cn/1', topics: ['助餐', '护理', '改造'], style: 0 }
const CITY: TopicDocument = { id: 'cn/2', topics: ['护理', '助餐'], style: 1, implementing: PROVINCE.id }
const OTHER_CITY: TopicDocument = { id: 'cn/3', topics: ['改造', '预付'], style: 1 }
const MACHINERY: TopicDocument = { id: 'cn/4', topics: ['农机', '烘干'], style: 0 }
const ALL = [PROVINCE, CITY, OTHER_CITY, MACHINERY]
const LINKS = ['cn/1/cl_1~cn/2/cl_2', 'cn/1/cl_2~cn/2/cl_1', 'cn/1/cl_3~cn/3/cl_1']
const go = { signal: new AbortController().signal }

let folder: string
let store: GraphStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhengmai-links-'))
  store = await openEmbeddedStore({ dataDir: folder, mode: 'write' })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function put(documents: readonly TopicDocument[]): Promise<void> {
  await store.setEmbeddingKey(TOPIC_KEY)
  for (const document of documents) await store.putDocument(topicBundle(document))
}

async function readLinks(): Promise<string[]> {
  const page = await store.correspondences({ review: 'ANY' }, 'BEST', { first: 100, after: null })
  return page.items.map(({ node }) => node.edge.id.replace('correspondence/', '')).sort()
}

async function readEdges(): Promise<unknown[]> {
  const page = await store.correspondences({ review: 'ANY' }, 'BEST', { first: 100, after: null })
  return page.items.map(({ node }) => node.edge)
}

describe('linkAll', () => {
  it('links all documents and notes it', async () => {
    await put(ALL)
    const told: number[] = []
    const reports = await linkAll(
      { store },
      { ...go, onProgress: ({ done, total }) => told.push(done, total) },
    )
    expect(reports.map(({ documentId }) => documentId)).toEqual(ALL.map(({ id }) => id))
    expect(told).toEqual([1, 4, 2, 4, 3, 4, 4, 4])
    expect(await readLinks()).toEqual(LINKS)
    expect(await store.documentsWithoutLinks(linkKeyOf(TOPIC_KEY)!)).toEqual([])
    expect(await linkAll({ store }, go)).toEqual([])
  })

  it('gives the same links in whatever order documents arrive', async () => {
    await put(ALL)
    await linkAll({ store }, go)
    const atOnce = await readEdges()
    for (const { id } of ALL) await store.deleteDocument(id)
    expect(await readLinks()).toEqual([])
    for (const document of [OTHER_CITY, MACHINERY, CITY, PROVINCE]) {
      await put([document])
      await linkAll({ store }, go)
    }
    expect(await readEdges()).toEqual(atOnce)
  })

  const permutations = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ] as const
  it.each(permutations)(
    'gives the same links where the chain is closed late: %i, %i, %i',
    async (...order) => {
      const chain: TopicDocument[] = [
        PROVINCE,
        { id: 'cn/2', topics: ['护理', '农机'], style: 1, implementing: 'cn/1' },
        { id: 'cn/5', topics: ['助餐', '烘干'], style: 1, implementing: 'cn/2' },
      ]
      await put(chain)
      await linkAll({ store }, go)
      const atOnce = await readEdges()
      for (const { id } of chain) await store.deleteDocument(id)
      for (const index of order) {
        await put([chain[index]!])
        await linkAll({ store }, go)
      }
      expect(await readEdges()).toEqual(atOnce)
      expect(await readLinks()).toContain('cn/1/cl_1~cn/5/cl_1')
    },
  )

  it('links a document that was written anew, and only that', async () => {
    await put(ALL)
    await linkAll({ store }, go)
    await put([{ ...OTHER_CITY, topics: ['护理', '预付'] }])
    expect(await readLinks()).toEqual(LINKS.slice(0, 2))
    const reports = await linkAll({ store }, go)
    expect(reports.map(({ documentId }) => documentId)).toEqual([OTHER_CITY.id])
    expect(await readLinks()).toEqual([...LINKS.slice(0, 2), 'cn/1/cl_2~cn/3/cl_1', 'cn/2/cl_1~cn/3/cl_1'])
  })

  it('stops where it is aborted and goes on later', async () => {
    await put(ALL)
    const stop = new AbortController()
    const reports = await linkAll({ store }, { signal: stop.signal, onProgress: () => stop.abort() })
    expect(reports).toHaveLength(1)
    expect(await linkAll({ store }, go)).toHaveLength(3)
    expect(await readLinks()).toEqual(LINKS)
  })

  it('lets a document without vectors wait for them', async () => {
    await put([PROVINCE, { ...CITY, hasVectors: false }])
    expect(await linkAll({ store }, go)).toHaveLength(1)
    expect(await linkDocument({ store }, CITY.id)).toEqual({ documentId: CITY.id, compared: 0, links: 0 })
    expect(await readLinks()).toEqual([])
    await store.putPassages(CITY.id, topicPassages(CITY))
    expect(await linkAll({ store }, go)).toMatchObject([{ documentId: CITY.id, compared: 1, links: 2 }])
    expect(await readLinks()).toEqual(LINKS.slice(0, 2))
  })

  it('links nothing where no vectors are stored', async () => {
    await store.putDocument(topicBundle({ ...PROVINCE, hasVectors: false }))
    expect(await linkAll({ store }, go)).toEqual([])
  })

  it('marks a document without clauses as done', async () => {
    await put([{ id: 'cn/9', topics: [], style: 0 }])
    expect(await linkAll({ store }, go)).toEqual([{ documentId: 'cn/9', compared: 0, links: 0 }])
    expect(await linkAll({ store }, go)).toEqual([])
  })
})

describe('linkDocument', () => {
  it('changes nothing where all is linked', async () => {
    await put(ALL)
    await linkAll({ store }, go)
    const before = await readEdges()
    expect(await linkDocument({ store }, PROVINCE.id)).toMatchObject({ links: 3 })
    expect(await readEdges()).toEqual(before)
  })

  it('says so where documents are tied by a citation', async () => {
    await put([PROVINCE, CITY, OTHER_CITY])
    await linkDocument({ store }, PROVINCE.id)
    const page = await store.correspondences({}, 'BEST', { first: 10, after: null })
    const tied = page.items.filter(({ node }) =>
      node.edge.evidence.some(({ signal }) => signal === 'CITATION'),
    )
    expect(tied.map(({ node }) => node.edge.documentIds[1])).toEqual([CITY.id, CITY.id])
  })
})

it('has another key for other vectors', () => {
  const key = linkKeyOf(TOPIC_KEY)
  expect(linkKeyOf({ ...TOPIC_KEY, sha256: '01' })).not.toBe(key)
  expect(linkKeyOf({ ...TOPIC_KEY, preparation: 'v2' })).not.toBe(key)
  expect(linkKeyOf(null)).toBeNull()
})
